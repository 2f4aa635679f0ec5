import type { Demand, Schema } from './demands.js';

/** Answers the rows of a statement without values. */
export type Rows = (text: string) => Promise<Record<string, unknown>[]>;

/** Rows that break what the schema demands. */
export interface Broken {
  demand: Demand;
  rows: number;
  /** The keys of the first of them. */
  keys: string[];
}

/** So many rows are named. */
const named = 20;

/** The rows of each demand that break it; demands that all rows keep are left out. */
export async function findBroken(
  rows: Rows,
  schema: Schema,
  demands: readonly Demand[],
  more: (demand: Demand) => string = () => '',
): Promise<Broken[]> {
  const found: Broken[] = [];
  for (const demand of demands) {
    const from = `from "${demand.table}" as r where ${brokenBy(demand)}${more(demand)}`;
    const [all] = await rows(`select count(*) as broken ${from}`);
    const broken = Number(all?.broken ?? 0);
    if (broken === 0) continue;
    const key = keyOf(schema, demand.table);
    const first = await rows(`select ${key} as key ${from} order by 1 limit ${named}`);
    found.push({ demand, rows: broken, keys: first.map((row) => String(row.key)) });
  }
  return found;
}

/** The condition of the rows `r` that break a demand, as both databases read it. */
export function brokenBy(demand: Demand): string {
  switch (demand.kind) {
    case 'reference': {
      const { column, to, toColumn } = demand;
      return `r."${column}" is not null and not exists (select 1 from "${to}" as other where other."${toColumn}" = r."${column}")`;
    }
    case 'value':
      return `not (${demand.holds})`;
    case 'unique': {
      const { table, column, where } = demand;
      const among = where === null ? '' : ` where ${where}`;
      const twice = `(${column}) in (select ${column} from "${table}"${among} group by ${column} having count(*) > 1)`;
      return where === null ? twice : `${twice} and ${where}`;
    }
  }
}

/** The key of a row as text; of several columns with a stroke between. */
export const keyOf = (schema: Schema, table: string): string =>
  (schema.tables.get(table)?.keys ?? []).map((key) => `cast(r."${key}" as text)`).join(` || '/' || `);

/** One line about such rows: which they are, and what is the matter. */
export function brokenLine({ demand, rows, keys }: Broken): string {
  const { table, column, kind } = demand;
  const count = rows === 1 ? '1 row' : `${rows} rows`;
  const list = keys.join(', ') + (rows > keys.length ? ` and ${rows - keys.length} more` : '');
  const what = {
    reference: `points to ${kind === 'reference' ? demand.to : ''} that are not there`,
    value: 'holds a value that is none of those it may have',
    unique: 'holds what another row holds too',
  }[kind];
  return `${table}.${column.replaceAll('"', '')} ${what} in ${count}: ${list}`;
}
