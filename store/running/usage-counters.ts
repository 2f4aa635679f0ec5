import { counterOf, raiseCounter } from '../statements/counters.js';
import type { Db } from '../statements/db.js';

const counterName = (platform: string, what: string, month: string): string =>
  `usage:${platform}:${what}:${month}`;

/** Reads how often `what` was used on a platform in a month ('2026-11'). */
export const usageOf = (db: Db, platform: string, what: string, month: string): Promise<number> =>
  counterOf(db, counterName(platform, what, month));

/** Adds `times` to a usage counter and returns its new value. */
export const raiseUsage = (
  tx: Db,
  platform: string,
  what: string,
  month: string,
  times: number,
): Promise<number> => raiseCounter(tx, counterName(platform, what, month), times);
