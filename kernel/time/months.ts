/** Arithmetic on calendar months '2026-11' and quarters '2026-Q4', which know no zone. */

/** Writes a month; month 0 is the December before, month 13 the January after. */
export function monthIn(year: number, month: number): string {
  const at = year * 12 + month - 1;
  return `${fourDigits(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** Writes a quarter; quarter 0 is the last of the year before, quarter 5 the first of the year after. */
export function quarterIn(year: number, quarter: number): string {
  const at = year * 4 + quarter - 1;
  return `${fourDigits(Math.floor(at / 4))}-Q${(at % 4) + 1}`;
}

/** The quarter a date or a month lies in: '2026-11-30' gives '2026-Q4'. */
export function quarterOf(date: string): string {
  const { year, month } = monthParts(date);
  return quarterIn(year, Math.ceil(month / 3));
}

/** Year and month of a date or a month. */
export const monthParts = (date: string): { year: number; month: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
});

/** The month so many later: '2026-11' and 2 give '2027-01'. */
export function addMonth(month: string, n: number): string {
  const from = monthParts(month);
  return monthIn(from.year, from.month + n);
}

/** The months of '2026-07', '2026-Q3' or '2026', in order. */
export function monthsIn(span: string): string[] {
  const [, year, quarter] = /^(\d{4})(?:-Q([1-4]))?$/.exec(span) ?? [];
  if (!year) return [span];
  const first = quarter ? Number(quarter) * 3 - 2 : 1;
  return Array.from({ length: quarter ? 3 : 12 }, (_, n) => monthIn(Number(year), first + n));
}

/** The span of 1, 3 or 12 months that a date lies in: '2026-11', '2026-Q4' or '2026'. */
export function spanOfMonths(date: string, months: 1 | 3 | 12): string {
  if (months === 12) return date.slice(0, 4);
  return months === 3 ? quarterOf(date) : date.slice(0, 7);
}

/** The first day of '2026-07', '2026-Q3' or '2026', and the day after its last. */
export function daysOfMonths(span: string): { first: string; after: string } {
  const months = monthsIn(span);
  return { first: `${months[0]}-01`, after: `${addMonth(months.at(-1) ?? span, 1)}-01` };
}

const fourDigits = (year: number): string => String(year).padStart(4, '0');
