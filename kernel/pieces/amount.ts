import { foldInPlace } from '../words/folding.js';
import { numeralChars, readNumeral } from './base/numerals.js';
import { type Match, type PieceOf, whole } from './base/piece.js';
import { currencyCodes as currencies, currencyMark, currencyNames, nameBefore } from './currency-said.js';
import { findSpelledAmounts } from './spelled-amount.js';
import { type Sum, sumOf } from './sum.js';

export { formatAmount, formatAmountShort, type MoneyReader, plainFigure } from './money-format.js';
export { currencyOfSum, homeSum, isSum, minorOf, type Sum, sumOf, writeSum } from './sum.js';

type Amount = PieceOf<'amount'>;

/** Signs of money, of one country where letters stand before it: A$, NT$, ₹. */
const signs = String.raw`(?:(?<![a-z])(?:us|hk|au?|ca?|nz?|sg?|nt|mx|r))?\$|(?:(?<![a-z])(?:cn|jp))?[¥￥]|[€£₹₩₪₺₱฿]`;
/**
 * Digits in groups as other countries write them: 1.234.567, 1.234,50, 80'000, 12,50,000, 250 000 € (a space only beside a
 * currency), and a comma for the point before a unit: 40,5k.
 */
const otherGroups = [
  String.raw`\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)`,
  String.raw`\d{1,3}(?:\.\d{3})+,-`,
  String.raw`\d{1,3}(?:\.\d{3}){2,}(?!\d|[.,]\d)`,
  String.raw`\d{1,3}(?:['’]\d{3})+(?:\.\d+)?(?!\d)`,
  String.raw`\d{1,3}(?: \d{3})+(?!\d)(?=\s?(?:[€£]|(?:${currencies}|euros?|pounds|dollars|kronor|kroner)(?![a-z])))`,
  String.raw`(?<=(?:[€£$₹]|(?<![a-z])(?:${currencies}))\s?)\d{1,3}(?: \d{3})+(?!\d)`,
  String.raw`\d{1,2}(?:,\d{2})+,\d{3}(?!\d|,\d)`,
  String.raw`\d{1,3},\d{1,2}(?=\s?(?:k|m|mio|mn|mrd|tsd|million(?:en)?)\.?(?![a-z0-9]))`,
].join('|');
const number = String.raw`${otherGroups}|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d|,\d)|\d+(?:\.\d+)?`;
const zhUnit = '万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百(?=元|块)';
const enUnit = String.raw`(?:\s?(?:thousand|million(?:en)?|billion|grand|mil|mn|bn|mio|mrd|tsd|lakhs?|lacs?|crores?|cr)|[kwm])(?:(?<=mio|mrd|tsd)\.)?(?:(?=\s?-?ish\b)|(?![a-z0-9]))`;
const numeral = `[一二两三四五六七八九十][${numeralChars}]*`;
const unitSize: Record<string, bigint> = {
  百: 100n,
  千: 1000n,
  万: 10_000n,
  十万: 100_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  亿: 100_000_000n,
  十亿: 1_000_000_000n,
  百亿: 10_000_000_000n,
  千亿: 100_000_000_000n,
  万亿: 1_000_000_000_000n,
  k: 1000n,
  thousand: 1000n,
  grand: 1000n,
  w: 10_000n,
  m: 1_000_000n,
  mn: 1_000_000n,
  mil: 1_000_000n,
  million: 1_000_000n,
  bn: 1_000_000_000n,
  billion: 1_000_000_000n,
  tsd: 1000n,
  lakh: 100_000n,
  lac: 100_000n,
  mio: 1_000_000n,
  millionen: 1_000_000n,
  crore: 10_000_000n,
  cr: 10_000_000n,
  mrd: 1_000_000_000n,
};

const pattern = new RegExp(
  [
    String.raw`(?<about>大约|大概|差不多|将近|接近|约|~|(?:about|around|approx\.?|approximately|roughly|something like|somewhere (?:around|near|in)|in the (?:region|area|ballpark) of|upwards? of|north of|south of|just (?:under|over|above|below|shy of)|close to|nearly|almost|maybe|ballpark|circa)\s)?\s?`,
    String.raw`(?<sign>${signs}|(?<![a-z])(?:${currencies})|${nameBefore})?\s?`,
    '(?:',
    String.raw`(?<!\d)(?<!\d[.,])(?<num>${number})(?:\s?(?<loose>[来多余几]?)(?<zh>${zhUnit})(?<tail>(?:\d+(?:\.\d+)?(?:${zhUnit}))*(?:(?<=[万亿千])\d(?!\d|[.,]\d|\s?[月号日点折天周年个%/:-]))?)|(?<en>${enUnit}))?`,
    `|(?<![${numeralChars}第几])(?<cn>${numeral})(?:点(?<point>[零〇一二三四五六七八九]+)(?<pointUnit>千万|百万|万|亿)|(?<cnLoose>[来多余几])(?<cnUnit>[百千]?[万亿]|千))?`,
    ')',
    String.raw`(?:\s?(?<unit>${currencyNames}|(?:in )?(?:${currencies}|(?:us|canadian|australian|singapore|hong kong|new zealand) dollars?|dollars?|bucks|euros?|pounds sterling|pounds|quid|swiss francs|rupees|yuan)(?![a-z]|\s?\d)|[€£](?!\d)))?`,
    String.raw`(?<after>左右|上下|出头|以上|多(?=元|块|$|[\s,，。])|\+(?!\d)|\s?-?ish\b|\s(?:or so|or thereabouts|give or take|ballpark)\b)?`,
    // What a card shows behind a sum of another currency: its value, or that there is none.
    String.raw`(?:\s?\((?:≈|约合|no [a-z]{3} rate|还没有)[^()]{0,40}\))?`,
  ].join(''),
  'giu',
);

/**
 * Units of things that are counted, so that the number is no money: 30万人 ("300,000 people"), 5k users, 4K屏
 * ("4K screen"), 100M带宽 ("100M bandwidth").
 */
const countUnits =
  /^\s?(?:个|人(?!民币)|名|户|条|台|套|次(?![月日年要])|份|件|家|位|只|辆|颗|项|张(?![总经董工先女老主])|年(?![底初前后中终])|天|小时|分钟|秒|倍|公里|米|吨|平|行|用户|账号|员工|客户|终端|并发|像素|屏|视频|高清|分辨率|显示|带宽|宽带|网速|流量|内存|光纤|火急|八千里|箱|桶|瓶|斤|公斤|盒|袋|床|亩|票|车|立方|千瓦|点位|节点|端口|学生|门店|%|\/s|bps|monitors?\b|tv\b|users?\b|people\b|seats?\b|licen[sc]es?\b|accounts?\b|rows?\b|records?\b|employees\b|staff\b|students\b|patients\b|stores\b|sites\b|boxes\b|pallets\b|cases\b|pieces\b|pcs\b|tons?\b|tonnes\b|servers\b|sensors\b|machines\b|items\b|skus\b|orders\b|downloads\b|miles\b|(?:sq|square)\b|hours\b|units\b|devices\b|customers\b|km\b|bandwidth\b)/iu;

/** Finds amounts of money in a text. A bare integer is not one; 1,234 with its separator is. */
export function findAmounts(text: string): Match<Amount>[] {
  const folded = foldInPlace(text);
  const all: Match<Amount>[] = [];
  for (const found of folded.matchAll(pattern)) {
    const read = found.groups?.num ? fromDigits(found, folded) : fromNumeral(found, folded);
    if (read) all.push(inCurrency(read, folded));
  }
  for (const one of findSpelledAmounts(folded))
    if (!all.some(({ from, to }) => from < one.to && one.from < to)) all.push(inCurrency(one, folded));
  const inOrder = all.sort((a, b) => a.from - b.from);
  // Of a span neither end is the sum: $20k-$25k.
  const isEnd = (one: Match<Amount> | undefined, next: Match<Amount> | undefined) =>
    one !== undefined && next !== undefined && /^\s?[-–]\s?$/.test(folded.slice(one.to, next.from));
  return inOrder.filter((one, at) => !isEnd(one, inOrder[at + 1]) && !isEnd(inOrder[at - 1], one));
}

/** The amount with the currency that its words name, if they name one. */
function inCurrency(found: Match<Amount>, text: string): Match<Amount> {
  const currency = currencyMark(text.slice(found.from, found.to).replace(/\(.*$/u, ''));
  return currency ? { ...found, piece: { ...found.piece, currency } } : found;
}

function fromDigits(found: RegExpExecArray, text: string): Match<Amount> | undefined {
  const { sign, num = '', loose, zh, tail = '', en, unit, about, after } = found.groups ?? {};
  const currency = Boolean(sign || unit);
  if (!currency && !zh && !en && !num.includes(',')) return undefined;
  const end = found.index + found[0].length;
  const start = startOf(found);
  const before = text.slice(Math.max(0, start - 3), start);
  if (!sign && /[-–—./:]$|\d\s?[~至到]$/.test(before)) return undefined;
  if (about === '~' && /\d\s?$/.test(before)) return undefined;
  if (!sign && !zh && /[a-z0-9_#@+]$/i.test(before)) return undefined;
  if (!currency && countUnits.test(text.slice(end))) return undefined;
  if (!zh && !en && /^[a-z\d]/i.test(text.slice(end))) return undefined;
  const size =
    unitSize[
      (zh ??
        en
          ?.trim()
          .toLowerCase()
          .replace(/\.$|(?<=lakh|lac|crore)s$/u, '')) ||
        ''
    ] ?? 1n;
  let minor = toMinorUnits(plainDecimal(num, currency && !zh && !en), size);
  for (const [, part = '', partUnit] of tail.matchAll(/(\d+(?:\.\d+)?)(\D*)/g)) {
    const added = toMinorUnits(part, partUnit ? (unitSize[partUnit] ?? 1n) : lastUnit(zh, tail) / 10n);
    minor = minor === undefined || added === undefined ? undefined : minor + added;
  }
  return amount(minor, start, end, Boolean(loose || about || after));
}

function fromNumeral(found: RegExpExecArray, text: string): Match<Amount> | undefined {
  const { sign, cn = '', point, pointUnit, cnLoose, cnUnit, unit, about, after } = found.groups ?? {};
  const currency = Boolean(sign || unit);
  const start = startOf(found);
  let end = found.index + found[0].length;
  let words = cn;
  if (!currency && !point && !cnLoose && /^\s?[月号日点折天周]/.test(text.slice(end))) {
    words = cn.replace(/[^万亿千]+$/, '');
    if (words === cn || words === '') return undefined;
    end -= cn.length - words.length;
  } else if (!currency && countUnits.test(text.slice(end))) return undefined;
  const value = readNumeral(words);
  if (value === undefined) return undefined;
  let minor: bigint | undefined = BigInt(value) * 100n;
  if (point && pointUnit)
    minor = toMinorUnits(`${value}.${readNumeral(point) ?? 0}`, unitSize[pointUnit] ?? 1n);
  if (cnLoose && cnUnit) minor = BigInt(value) * (unitSize[cnUnit] ?? 1n) * 100n;
  if (minor === undefined || (!currency && minor < 100_000n)) return undefined;
  return amount(minor, start, end, Boolean(cnLoose || about || after));
}

/**
 * The digits with a point for their decimals and no other marks. Three digits behind the only point are a group where the number
 * is money: €40.000.
 */
function plainDecimal(digits: string, isMoney: boolean): string {
  const joined = digits.replace(/[\s'’]|,-$/gu, '');
  if (/^\d{1,3}(?:\.\d{3})*,\d{1,2}$/.test(joined)) return joined.replaceAll('.', '').replace(',', '.');
  const isGrouped =
    /^\d{1,3}(?:\.\d{3}){2,}$/.test(joined) || (isMoney && /^[1-9]\d{0,2}\.\d{3}$/.test(joined));
  return isGrouped ? joined.replaceAll('.', '') : joined;
}

/** Start of a match without its leading spaces. */
function startOf(found: RegExpExecArray): number {
  return found.index + found[0].length - found[0].trimStart().length;
}

function lastUnit(zh: string | undefined, tail: string): bigint {
  const units = tail.match(/[百千万亿]+/g);
  return unitSize[units?.at(-1) ?? zh ?? ''] ?? 10n;
}

/** Minor units of a decimal times a unit, exact; half a minor unit rounds up. Undefined beyond 18 digits. */
function toMinorUnits(decimal: string, size: bigint): bigint | undefined {
  const [integer = '', fraction = ''] = decimal.replaceAll(',', '').split('.');
  if (integer.length + fraction.length > 18) return undefined;
  const scale = 10n ** BigInt(fraction.length);
  return (BigInt(integer + fraction) * size * 200n + scale) / (2n * scale);
}

function amount(
  minor: bigint | undefined,
  from: number,
  to: number,
  approximate: boolean,
): Match<Amount> | undefined {
  if (minor === undefined || minor > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  return {
    piece: { kind: 'amount', value: Number(minor), ...(approximate ? { approximate } : {}) },
    from,
    to,
  };
}

/**
 * Reads the amount (minor units) that the whole text is, or undefined; a bare number ('300000') counts here.
 */
export const readAmount = (text: string): number | undefined => {
  const sum = readSum(text);
  return typeof sum === 'object' ? sum.minor : sum;
};

/** Reads the amount that the whole text is, with the currency that it names, or undefined. */
export function readSum(text: string): Sum | undefined {
  const found = whole(text, findAmounts(text));
  if (found) return sumOf(found.value, found.currency);
  const bare = foldInPlace(text).trim();
  if (/^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(bare)) {
    return amount(toMinorUnits(bare, 1n), 0, bare.length, false)?.piece.value;
  }
  const value = readNumeral(bare);
  return value === undefined ? undefined : amount(BigInt(value) * 100n, 0, bare.length, false)?.piece.value;
}
