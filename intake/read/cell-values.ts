import { isDate, validDate } from '../../kernel/time/dates.js';

/**
 * Reads a calendar date as tables write it: 2017-03-01, 2017/3/1, 2017.3.1, 20170301, 2017年3月1日, each with or
 * without a time. Undefined for anything else; 03/01/2017 is ambiguous and not read.
 */
export function readDay(cell: string): string | undefined {
  if (cell.length === 10 && isDate(cell)) return cell;
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(cell) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(cell);
  return found ? validDate(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}

/** Largest amount accepted, in minor units; JavaScript counts exactly far beyond it. */
const maxMinor = 1e15;

/**
 * Reads an amount (minor units) from `1,054`, `¥1054.50`, `30万` ("300,000"), `1.2亿` ("120 million"), `30k`,
 * or undefined.
 */
export function readAmountCell(cell: string): number | undefined {
  const found = /^[¥￥$€]?\s*(-?\d[\d,，]*(?:\.\d+)?)\s*(万|亿|k|m)?\s*(?:元|cny|rmb|usd)?$/i.exec(
    cell.normalize('NFKC'),
  );
  if (!found?.[1]) return undefined;
  const unit = { 万: 1e4, 亿: 1e8, k: 1e3, m: 1e6 }[found[2]?.toLowerCase() ?? ''] ?? 1;
  const minor = Math.round(Number(found[1].replace(/[,，]/g, '')) * unit * 100);
  return minor >= 0 && minor <= maxMinor ? minor : undefined;
}

/** Reads digits with an optional leading +, without spaces and dashes; undefined if it is no phone number. */
export function readPhoneCell(cell: string): string | undefined {
  const phone = cell.normalize('NFKC').replace(/[\s\-().]/g, '');
  return /^\+?\d{5,15}$/.test(phone) ? phone : undefined;
}

/** Splits tags at commas, semicolons, # and spaces. */
export function readTags(cell: string): string[] {
  return [...new Set(cell.split(/[,，;；、#|\s]+/).filter((tag) => tag !== ''))];
}
