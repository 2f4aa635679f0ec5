import { readNumber } from '../../kernel/pieces/base/numerals.js';

const counted =
  /^(?:近|最近|过去|(?:the )?(?:last|past) )?(?<count>\d{1,2}|[一二两三四五六七八九十]{1,3}) ?(?<unit>个?(?:周|星期|礼拜|月)|weeks?|months?)$/iu;

/** Reads the length of a trend, 12周 or `9 months`, as '12weeks'; undefined from one or beyond the longest. */
export function trendSpanSaid(
  words: string,
  longest: { weeks: number; months: number },
): `${number}${'weeks' | 'months'}` | undefined {
  const { count = '', unit: said = '' } = counted.exec(words.trim())?.groups ?? {};
  const number = readNumber(count);
  const unit = /月|month/iu.test(said) ? 'months' : 'weeks';
  return number === undefined || number < 2 || number > longest[unit] ? undefined : `${number}${unit}`;
}
