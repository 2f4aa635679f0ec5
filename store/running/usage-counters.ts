import { counterOf, raiseCounter } from '../statements/counters.js';
import type { Db } from '../statements/db.js';

const nameOf = (platform: string, what: string, month: string): string =>
  `usage:${platform}:${what}:${month}`;

/** How often something was used on a platform in a month ('2026-11'). */
export const usageOf = (db: Db, platform: string, what: string, month: string): Promise<number> =>
  counterOf(db, nameOf(platform, what, month));

/** Adds to it, and answers what it stands at. */
export const raiseUsage = (
  tx: Db,
  platform: string,
  what: string,
  month: string,
  times: number,
): Promise<number> => raiseCounter(tx, nameOf(platform, what, month), times);
