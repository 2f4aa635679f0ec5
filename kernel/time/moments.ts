/** A day in milliseconds; a local day may be an hour shorter or longer. */
export const dayMs = 86_400_000;

/** An hour in milliseconds. */
export const hourMs = 3_600_000;

export const earlierOf = (a: Date, b: Date): Date => (a <= b ? a : b);

export const laterOf = (a: Date, b: Date): Date => (a >= b ? a : b);

/** The first moment after `at`: the end of a span that includes `at` and not its own end. */
export const justAfter = (at: Date): Date => new Date(at.getTime() + 1);
