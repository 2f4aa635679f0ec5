import type { AskedFilters } from '../question/question-reading.js';

/** What a field of a record is called in a filter: `行业=制造`, `industry=manufacturing`. */
const names: readonly [string, RegExp][] = [
  ['industry', /^(?:行业|所属行业|industry|sector)$/iu],
  ['region', /^(?:地区|区域|城市|所在地|region|city|location|area)$/iu],
  ['source', /^(?:来源|客户来源|source)$/iu],
  ['grade', /^(?:等级|级别|客户等级|grade|tier)$/iu],
  ['tag', /^(?:标签|tag)$/iu],
];

/** A field of the company's own, by its key and by what it is called. */
export interface FilterField {
  key: string;
  words: readonly string[];
}

const pair = /(?<name>[\p{L}\d_]{1,20})\s*[=＝]\s*(?:"(?<quoted>[^"]+)"|(?<value>[^\s,，、]+))/giu;

/** Takes `field=value` out of the words of a list; what names no field stays. */
export function takeFieldFilters(
  words: string,
  fields: readonly FilterField[],
): { rest: string; values: AskedFilters['values'] } {
  const values: AskedFilters['values'][number][] = [];
  const rest = words.replace(pair, (whole, name: string, quoted?: string, value?: string) => {
    const own = fields.find((one) => one.words.some((word) => word.toLowerCase() === name.toLowerCase()));
    const dimension = own?.key ?? names.find(([, pattern]) => pattern.test(name))?.[0];
    if (dimension === undefined) return whole;
    const said = (quoted ?? value ?? '').replace(/^#/u, '');
    values.push({ dimension, key: said, words: said });
    return ' ';
  });
  return { rest: rest.replace(/\s+/gu, ' ').trim(), values };
}

/** Whether words narrow a list and name no record: `#KA`, `行业=制造`. */
export const narrowsList = (words: string): boolean => {
  const { rest, values } = takeFieldFilters(words, []);
  const tagged = /(?:^|\s)[#＃]\S+/gu;
  return rest.replace(tagged, '').trim() === '' && (values.length > 0 || tagged.test(words));
};

/** Whether words set a field that customers have and deals do not: `华为 行业=制造` ("Huawei industry=manufacturing"). */
export const setsCustomer = (words: string): boolean =>
  takeFieldFilters(words, []).values.some(({ dimension }) => dimension !== 'tag');
