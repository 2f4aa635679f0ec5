import type { FoundPiece } from '../../kernel/pieces/base/piece.js';
import { readMonths } from '../../kernel/pieces/month-list.js';
import { scan } from '../../kernel/pieces/scan.js';
import { literalPattern } from '../../kernel/words/literal-pattern.js';
import type { OrderContext, OrderForm } from './order-reading.js';

const monthWords =
  /(?:(?:明年|今年|\d{4}年)?(?:1[0-2]|\d|十[一二]?|[一二三四五六七八九])月份?|(?:下|本|这)个?月|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?: \d{4})?\b|\b(?:this|next) month\b)/iu;
const goalWord = /目标|指标|\b(?:target|quota|goal)s?\b/iu;
/** Without the word for a target, such words say that the sum is one: 给李雷12月定60万, "60k for Amy in December". */
const setsIt = /[定设]|^[^a-z]*[\d.,]+ ?(?:k|m|thousand|million)?\s+for\s/iu;
/** Words round the pieces that say nothing more. */
const frame =
  /月度|业绩|销售|目标|指标|任务|金额|赢单|设置|设定|定[为成在]?|设[为成]?|[给为把将的是到]|[改调][成为到]?|一下|吧|\b(?:set|make|give|sales|won|targets?|quotas?|goals?|monthly|for|in|of|to|at|is|an?|the)\b|'s|[,，:：=;\s-]/giu;
/** Longest line read so, in characters. */
const longest = 48;

/** Reads somebody's target from its pieces in any order: 李雷 目标 12月 60万, 李雷12月目标60万, "60k for Amy in December". */
export const targetInAnyOrder: OrderForm = (text, about) => {
  if (text.length > longest) return undefined;
  const person = personIn(text, about);
  const month = monthWords.exec(text)?.[0];
  const [sum, ...sums] = scan(text, new Set(['amount'] as const), about.at);
  if (!person || !sum || sums.length > 0) return undefined;
  if (month !== undefined && !readMonths(month, about.at.today)) return undefined;
  if (!goalWord.test(text) && !(month !== undefined && setsIt.test(text))) return undefined;
  const rest = withoutPiece(text, sum)
    .replace(person, ' ')
    .replace(month ?? '', ' ');
  if (rest.replace(frame, '') !== '') return undefined;
  return { command: 'target', input: { whose: person, ...(month ? { month } : {}), value: sum.words } };
};

const withoutPiece = (text: string, { from, to }: FoundPiece): string =>
  `${text.slice(0, from)} ${text.slice(to)}`;

/** The name of the colleague in the words, as it was said. */
function personIn(text: string, { people }: OrderContext): string | undefined {
  const forms = people.flatMap((name) => [name, ...(name.includes(' ') ? [name.split(' ')[0] ?? name] : [])]);
  return forms
    .toSorted((a, b) => b.length - a.length)
    .map((form) =>
      new RegExp(/[a-z]/iu.test(form) ? `\\b${literalPattern(form)}\\b` : literalPattern(form), 'iu').exec(
        text,
      ),
    )
    .find((found) => found !== null)?.[0];
}
