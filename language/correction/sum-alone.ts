import { readAmount } from '../../kernel/pieces/amount.js';
import { normalise } from '../../kernel/words/folding.js';

/** Longest line that is a sum and nothing else, in characters. */
const longest = 30;

const before =
  /^(?:(?:嗯+|哦|对了|那|就|先|应该是?|大概|大约|差不多|是|算|按|写|填|不对|不是|错了|改成?|金额是?|总共|一共|合同额|it's|its|that's|make it|say|about|around|roughly|the amount is|amount|sum|no|sorry|actually)[\s,，:：]*)+/iu;
const after = /(?:[\s,，]*(?:左右|上下|吧|的|哈|啊|呢|了|这样|好了|please|then|in total|altogether))+$/iu;

/** The sum, as it was said, if the line says nothing else: 8万吧 ("80,000 then"), "make it 80k"; else undefined. */
export function sumAlone(line: string): string | undefined {
  const text = normalise(line)
    .trim()
    .replace(/[.。!！~]+$/u, '');
  if (text.length > longest) return undefined;
  const words = text.replace(before, '').replace(after, '').trim();
  // A number alone may pick one of several.
  if (/^\d{1,2}$/u.test(words)) return undefined;
  return readAmount(words) === undefined ? undefined : words;
}
