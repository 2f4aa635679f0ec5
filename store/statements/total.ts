/** Reads the number of a `select({ all: count() })`; PostgreSQL's driver may return it as text. */
export const countTotal = (rows: readonly { all: number }[]): number => Number(rows[0]?.all ?? 0);
