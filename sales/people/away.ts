/** Tells whether the person is on leave at the moment. */
export const isAway = (
  { awayFrom, awayUntil }: { awayFrom: Date | null; awayUntil: Date | null },
  at: Date,
): boolean => awayFrom !== null && awayUntil !== null && awayFrom <= at && at < awayUntil;
