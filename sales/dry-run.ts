/** What happened to one lead while it could have gone back to the pool. */
export interface LeadLife {
  createdAt: Date;
  /** Converted by then, or still there at that moment. */
  endedAt: Date;
  /** Moments of its follow-ups, in order. */
  followUps: readonly Date[];
  isWon: boolean;
}

export interface PoolDryRun {
  /** Leads looked at. */
  leads: number;
  /** Those that would have gone back to the pool, and how many of them were won in the end. */
  returned: number;
  won: number;
}

/** Which leads a rule of so many workdays would have returned; null returns none. */
export function dryRunPool(
  lives: Iterable<LeadLife>,
  days: number | null,
  workdaysBetween: (from: Date, to: Date) => number,
): PoolDryRun {
  const run = { leads: 0, returned: 0, won: 0 };
  for (const life of lives) {
    run.leads++;
    if (days === null) continue;
    const moments = [life.createdAt, ...life.followUps, life.endedAt];
    const isReturned = moments.some((at, index) => {
      const next = moments[index + 1];
      return next !== undefined && next > at && workdaysBetween(at, next) > days;
    });
    if (!isReturned) continue;
    run.returned++;
    if (life.isWon) run.won++;
  }
  return run;
}
