import { daysInMonth, isDate } from '../time/dates.js';
import { foldInPlace } from '../words/folding.js';
import { readNumeral } from './base/numerals.js';
import type { FoundPiece, ReadAt } from './base/piece.js';

/** Words that look like a date or an amount and can be none: 2月30日, "32nd of May", -30万, "$1.2.3m". */
export interface OddPiece {
  kind: 'date' | 'amount';
  words: string;
  from: number;
  to: number;
}

/** How many years back and ahead of today a date may be. */
const yearsBack = 20;
const yearsAhead = 30;

/** Whether a day is so far from today that it can only be a slip: in 1999, in 9999. */
export const isFarOff = (date: string, today: string): boolean => {
  const years = Number(date.slice(0, 4)) - Number(today.slice(0, 4));
  return years < -yearsBack || years > yearsAhead;
};

const han = '零〇一二两三四五六七八九十';
const figure = (said = ''): number => (/^\d+$/.test(said) ? Number(said) : (readNumeral(said) ?? 0));
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month = String.raw`(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const numberOf = (name = ''): number => monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Whether there is such a day in some year. */
const isInCalendar = (m: number, d: number): boolean =>
  m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(2028, m);

type Groups = Record<string, string | undefined>;
type OddRule = { pattern: RegExp; isOdd(groups: Groups, today: string): boolean };

const isOddYear = (year: string | undefined, today: string): boolean =>
  year !== undefined && isFarOff(`${year}-01-01`, today);

const dates: OddRule[] = [
  {
    pattern: new RegExp(
      `(?:(?<y>\\d{4})年)?(?<![\\d${han}.])(?<m>\\d{1,2}|[${han}]{1,3})月(?<d>\\d{1,2}|[${han}]{1,3})[日号]`,
      'gu',
    ),
    isOdd: ({ y, m, d }, today) => isOddYear(y, today) || !isInCalendar(figure(m), figure(d)),
  },
  {
    pattern: /(?<![\d.])(?<y>\d{4})年(?=\d{1,2}月(?!\d)|底|初|末|$|[\s,.;，。；])(?:\d{1,2}月)?/gu,
    isOdd: ({ y }, today) => isOddYear(y, today),
  },
  {
    pattern: /(?<![\d./a-z-])(?<y>\d{4})(?<sep>[-/.])(?<m>\d{1,2})\k<sep>(?<d>\d{1,2})(?![\d/-]|\.\d)/giu,
    isOdd: ({ y, m = '', d = '' }, today) =>
      isOddYear(y, today) || !isDate(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`),
  },
  {
    pattern: /(?<![\d./a-z-])(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})(?![\d/-])/giu,
    isOdd: ({ y, m, d }, today) =>
      isOddYear(y, today) || !(isInCalendar(Number(m), Number(d)) || isInCalendar(Number(d), Number(m))),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d.\p{L}])(?:the )?(?<d>\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}(?![\p{L}])(?:,? (?<y>\d{4}))?`,
      'giu',
    ),
    isOdd: ({ month: name, d, y }, today) => isOddYear(y, today) || !isInCalendar(numberOf(name), Number(d)),
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\p{L})${month} (?<d>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<y>\d{4})|(?=\s*(?:$|[,.;!?)，。]|at |to |with |for )))`,
      'giu',
    ),
    isOdd: ({ month: name, d, y }, today) => isOddYear(y, today) || !isInCalendar(numberOf(name), Number(d)),
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})${month} (?<y>\d{4})(?!\d|[\s]*(?:units|users|people))`, 'giu'),
    isOdd: ({ y }, today) => isOddYear(y, today),
  },
];

const unit = String.raw`(?:万|亿|千|百|元|块|[kmwb](?![\p{L}\d]))`;
const amounts: OddRule[] = [
  {
    // A minus right before a sum; between a name and a sum it is a dash.
    pattern: new RegExp(
      String.raw`(?<=^|[\s,:=，：]|[价额为到成])[-−－](?:[$¥€£]\s?\d[\d.,]*${unit}?|\d[\d.,]*\s?${unit})`,
      'giu',
    ),
    isOdd: () => true,
  },
  {
    pattern: new RegExp(String.raw`[$¥€£]\s?-\d[\d.,]*${unit}?`, 'giu'),
    isOdd: () => true,
  },
  {
    pattern: new RegExp(
      String.raw`[$¥€£]\s?\d+(?:\.\d{1,2}){2,}${unit}?(?![\d.])|(?<![\d.\p{L}])\d+(?:\.\d{1,2}){2,}\s?(?:万|亿|元|块|[kmw](?![\p{L}\d]))`,
      'giu',
    ),
    isOdd: () => true,
  },
];

/** Finds what looks like a date or an amount and can be none, from left to right; not in quotes. */
export function findOddPieces(
  text: string,
  at: ReadAt,
  kinds: ReadonlySet<FoundPiece['piece']['kind']> = new Set(['date', 'amount'] as const),
): OddPiece[] {
  const folded = foldInPlace(text);
  const quoted = [...folded.matchAll(/"[^"]*"/g)];
  const found: OddPiece[] = [];
  for (const [kind, rules] of [
    ['date', dates],
    ['amount', amounts],
  ] as const) {
    if (!kinds.has(kind)) continue;
    for (const { pattern, isOdd } of rules)
      for (const { 0: all, index: from, groups = {} } of folded.matchAll(pattern)) {
        const to = from + all.length;
        const isQuoted = quoted.some(({ 0: words, index }) => index <= from && to <= index + words.length);
        if (isQuoted || !isOdd(groups, at.today)) continue;
        if (found.some((one) => from < one.to && one.from < to)) continue;
        found.push({ kind, words: text.slice(from, to).trim(), from, to });
      }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** The first of them in a sentence, where years long past are somebody's history: 他们1999年5月成立 ("founded in May 1999"). */
export const oddPieceOf = (text: string, at: ReadAt): OddPiece | undefined =>
  findOddPieces(text, at).find(({ kind, words }) => {
    const [year] = kind === 'date' ? (/\d{4}/.exec(words) ?? []) : [];
    return year === undefined || year >= at.today.slice(0, 4);
  });
