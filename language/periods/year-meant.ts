import { daysOfKey, weekKey } from './period-days.js';

/** Whether a period that has not begun is meant as the one before it, or one that is over as the one to come. */
export type Looking = 'back' | 'ahead';

export const saysYear =
  /\d{4}|\bfy|财年|[去前今明]年|[上下本这]一?个?[月季周]|\b(?:next|last|this|previous)\b/iu;

/** A month, quarter or week said without its year: the last one that has begun, or the next one that is not over. */
export function yearMeant(key: string, plain: string, today: string, looking: Looking): string {
  const [, year, part = ''] = /^(\d{4})-([QW]?\d{1,2})$/.exec(key) ?? [];
  if (!year || saysYear.test(plain)) return key;
  const { first, after } = daysOfKey(key, today);
  const step = looking === 'back' ? (first > today ? -1 : 0) : after <= today ? 1 : 0;
  if (step === 0) return key;
  const its = Number(year) + step;
  return part.startsWith('W') ? (weekKey(Number(part.slice(1)), today, its) ?? key) : `${its}-${part}`;
}
