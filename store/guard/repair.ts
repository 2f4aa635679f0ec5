import type { Dialect } from '../statements/db.js';
import { type Broken, brokenBy, brokenLine, findBroken, keyOf, type Rows } from './broken.js';
import type { Demand, Schema } from './demands.js';

/** How rows that break a demand are repaired: they go, or a column of theirs becomes null. */
interface Remedy {
  how: 'removed' | 'cleared';
  /** The column that becomes null; by default the one that the demand is about. */
  column?: string;
  /** The rows `r` that it is for; by default all that break the demand. */
  where?: string;
}

/** Rows that a migration repaired before it began to demand more of them. */
export interface Repair extends Broken {
  how: Remedy['how'];
}

/** Rows stand in the way of a migration that no rule says how to repair. Nothing was changed. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused';
  constructor(
    readonly tag: string,
    readonly broken: readonly Broken[],
  ) {
    super(
      [
        `migration ${tag} cannot be applied, and the database is as it was:`,
        ...broken.map((one) => `- ${brokenLine(one)}`),
        'Correct or remove these rows, then run `genjin migrate` again.',
      ].join('\n'),
    );
  }
}

/** What rows were before they were repaired, whole, so that nothing is lost. */
const repairTable =
  'create table if not exists __repairs (migration text not null, at bigint not null, rule text not null, how text not null, of_table text not null, of_row text not null, was text not null)';

const now: Record<Dialect, string> = {
  sqlite: "cast(unixepoch('subsec') * 1000 as integer)",
  pg: '(extract(epoch from now()) * 1000)::bigint',
};

/**
 * What earlier versions are known to have left, by the constraint that begins to refuse it. An undo took a record
 * away and left what was about it: its undone follow-ups, disputes and requests. And two people could have one
 * address, which has always led to the older one.
 */
const known: Record<string, Remedy> = {
  follow_ups_customer_id_customers_id_fk: { how: 'removed', where: 'r."undone"' },
  disputes_customer_id_customers_id_fk: { how: 'removed' },
  approvals_deal_id_deals_id_fk: { how: 'removed' },
  people_email: {
    how: 'cleared',
    column: 'email',
    where:
      'exists (select 1 from "people" as other where lower(other."email") = lower(r."email") and (other."created_at", other."id") < (r."created_at", r."id"))',
  },
};

/** Rows that would go with what they point to go; a column that may be empty is emptied; else nobody can say. */
function remedyFor(demand: Demand): Remedy | undefined {
  const given = known[demand.name];
  if (given) return given;
  if (demand.kind === 'reference' && demand.whenGone === 'cascade') return { how: 'removed' };
  return demand.kind !== 'unique' && demand.isNullable ? { how: 'cleared' } : undefined;
}

interface Connection {
  rows: Rows;
  exec(text: string): Promise<void>;
}

/**
 * Repairs the rows that break what a migration begins to demand, and notes in `__repairs` what they were. Throws
 * MigrationRefused where some are left; the caller then takes everything back.
 */
export async function repair(
  connection: Connection,
  dialect: Dialect,
  tag: string,
  before: Schema,
  demands: readonly Demand[],
): Promise<Repair[]> {
  const broken = await findBroken(connection.rows, before, demands);
  if (broken.length === 0) return [];
  await connection.exec(repairTable);
  const repaired: Repair[] = [];
  for (const { demand } of broken) {
    const remedy = remedyFor(demand);
    if (!remedy) continue;
    const only = remedy.where ? ` and ${remedy.where}` : '';
    for (const found of await findBroken(connection.rows, before, [demand], () => only)) {
      const { table } = demand;
      const which = `where ${brokenBy(demand)}${only}`;
      await connection.exec(
        `insert into __repairs select '${tag}', ${now[dialect]}, '${demand.name}', '${remedy.how}', '${table}', ${keyOf(before, table)}, ${wholeRow(dialect, before, table)} from "${table}" as r ${which}`,
      );
      await connection.exec(
        remedy.how === 'removed'
          ? `delete from "${table}" as r ${which}`
          : `update "${table}" as r set "${remedy.column ?? demand.column}" = null ${which}`,
      );
      repaired.push({ ...found, how: remedy.how });
    }
  }
  const left = await findBroken(
    connection.rows,
    before,
    broken.map(({ demand }) => demand),
  );
  if (left.length > 0) throw new MigrationRefused(tag, left);
  return repaired;
}

/** A row as JSON. */
function wholeRow(dialect: Dialect, schema: Schema, table: string): string {
  if (dialect === 'pg') return 'row_to_json(r)::text';
  const columns = [...(schema.tables.get(table)?.columns ?? [])];
  return `json_object(${columns.map((column) => `'${column}', r."${column}"`).join(', ')})`;
}

/** One line about what was repaired. */
export const repairLine = (repaired: Repair): string =>
  `${brokenLine(repaired)}; ${repaired.how === 'removed' ? 'these rows were removed' : 'the column was cleared'}, and what they were is in __repairs`;
