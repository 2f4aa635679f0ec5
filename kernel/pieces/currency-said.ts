import { bareSign } from './currency-signs.js';

/** Codes that stand before or behind a figure, and names that have one. */
export const currencyCodes =
  'rmb|cny|usd|eur|hkd|gbp|chf|aud|cad|sgd|nzd|jpy|sek|nok|dkk|isk|pln|inr|krw|zar|brl|mxn|aed|thb|twd|ntd|myr|php|idr|vnd|ils|czk|huf|ron|rub|uah|sar|qar|kwd|egp|ngn|kes|pkr|bdt|clp|cop|ars|mop|kr|zł';

/** Words of a currency that stand behind a figure, beside the codes. */
export const currencyNames =
  '元整|元(?![旦月素器宇宵年])|块钱|块(?!\\p{Script=Han})|圆|人民币|美元|美金|美刀|刀(?!\\p{Script=Han})|欧元|英镑|日元|日圆|港币|港元|台币|新台币|新加坡元|新币|澳元|澳币|加元|加币|新西兰元|瑞士法郎|瑞郎|韩元|印度卢比|卢比|泰铢';

/** Words of a currency that stand before a figure, beside signs and codes. */
export const nameBefore = '人民币|美元|美金|欧元|英镑|港币|日元|新台币';

/** Currencies by the words and signs that mean no other: a bare $ or ¥ is that of whoever writes it. */
const named: [code: string, pattern: RegExp][] = [
  ['EUR', /€|(?<![a-z])eur(?![a-z])|\beuros?\b|欧元/iu],
  [
    'GBP',
    /£|(?<![a-z])gbp(?![a-z])|\bpounds sterling\b|(?<=thousand |million |\d ?k? ?)(?:pounds|quid)\b|英镑/iu,
  ],
  ['USD', /us\$|(?<![a-z])usd(?![a-z])|\bus dollars\b|美元|美金/iu],
  ['CHF', /(?<![a-z])chf(?![a-z])|瑞士法郎|瑞郎/iu],
  ['JPY', /jp[¥￥]|(?<![a-z])jpy(?![a-z])|日元|日圆/iu],
  ['HKD', /hk\$|(?<![a-z])hkd(?![a-z])|港币|港元/iu],
  ['TWD', /nt\$|(?<![a-z])(?:twd|ntd)(?![a-z])|新台币|台币/iu],
  ['SGD', /(?<![a-z])sg?\$|(?<![a-z])sgd(?![a-z])|新加坡元|新币/iu],
  ['AUD', /(?<![a-z])au?\$|(?<![a-z])aud(?![a-z])|澳元|澳币/iu],
  ['CAD', /(?<![a-z])ca?\$|(?<![a-z])cad(?![a-z])(?= ?\d)|加元|加币/iu],
  ['NZD', /(?<![a-z])nz?\$|(?<![a-z])nzd(?![a-z])|新西兰元/iu],
  ['INR', /₹|(?<![a-z])inr(?![a-z])|\brupees\b|\d ?(?:lakhs?|crores?)\b|卢比/iu],
  ['KRW', /₩|(?<![a-z])krw(?![a-z])|韩元/iu],
  ['CNY', /cn[¥￥]|(?<![a-z])(?:rmb|cny)(?![a-z])|人民币|\byuan\b/iu],
];

/** The only currency that the words name outright, as its code, or undefined. */
export function currencySaid(words: string): string | undefined {
  const found = named.filter(([, pattern]) => pattern.test(words));
  return found.length === 1 ? found[0]?.[0] : undefined;
}

/** Signs and words of one country that are no code. */
const others: [code: string, pattern: RegExp][] = [
  ['GBP', /pounds|quid/iu],
  ['MXN', /mx\$/iu],
  ['BRL', /(?<![a-z])r\$/iu],
  ['ILS', /₪/u],
  ['TRY', /₺/u],
  ['PHP', /₱/u],
  ['THB', /฿|泰铢/u],
  ['PLN', /zł/iu],
  ['USD', /美刀|刀/u],
];

/** What several currencies are called, as it stands in a piece. */
const shared: [mark: string, pattern: RegExp][] = [
  ['$', /\$|dollars?|bucks/iu],
  ['¥', /[¥￥]/u],
  ['元', /[元块圆]/u],
  ['kr', /(?<![a-z])kr(?![a-z])|kron[oe]r/iu],
];

const code = new RegExp(`(?<![a-z])(?:${currencyCodes})(?![a-z])`, 'iu');

/** What the words of one amount call its currency: a code, or a mark that several share ($, ¥, 元, kr); undefined: nothing. */
export function currencyMark(words: string): string | undefined {
  const known = currencySaid(words) ?? others.find(([, pattern]) => pattern.test(words))?.[0];
  if (known) return known;
  const mark = shared.find(([, pattern]) => pattern.test(words))?.[0];
  return mark ?? code.exec(words)?.[0].toUpperCase();
}

/** Currencies that people call 元 at home. */
const yuans = ['CNY', 'HKD', 'TWD', 'SGD', 'MOP', 'JPY'];
const crowns = ['SEK', 'NOK', 'DKK', 'ISK'];

/**
 * The code that a mark means in a company of the home currency: $ is the company's own if it writes so, else that of the
 * United States. Undefined if it may mean several.
 */
export function currencyMeant(mark: string, home: string): string | undefined {
  switch (mark) {
    case '$':
      return bareSign(home) === '$' ? home : 'USD';
    case '¥':
      return bareSign(home) === '¥' ? home : 'CNY';
    case '元':
      return yuans.includes(home) ? home : 'CNY';
    case 'kr':
      return crowns.includes(home) ? home : undefined;
    default:
      return mark;
  }
}

/** Whether the words are a figure in a currency other than the company's. */
export function isForeignSum(said: string, home: string): boolean {
  const mark = /\d/u.test(said) ? currencyMark(said) : undefined;
  return mark !== undefined && currencyMeant(mark, home) !== home;
}
