/** The one number of a `select({ all: count() })`; PostgreSQL's driver may give it as text. */
export const countTotal = (rows: readonly { all: number }[]): number => Number(rows[0]?.all ?? 0);
