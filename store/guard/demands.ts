import { readFileSync } from 'node:fs';
import type { WhenGone } from '../kit/column-values.js';

interface Of {
  /** The constraint's or the index's name. */
  name: string;
  table: string;
  /** The column it is about; of a unique key its columns or expressions, as SQL. */
  column: string;
  isNullable: boolean;
}

/** What the schema demands of the rows of a table. */
export type Demand =
  | (Of & { kind: 'reference'; to: string; toColumn: string; whenGone: WhenGone | 'no action' })
  /** `holds`: a condition in SQL. */
  | (Of & { kind: 'value'; holds: string })
  /** `where`: the rows that the key is about, in SQL. */
  | (Of & { kind: 'unique'; where: string | null });

/** A schema as a migration leaves it. */
export interface Schema {
  /** Columns by table; the keys of a table are the columns that name a row. */
  tables: Map<string, { columns: Set<string>; keys: string[] }>;
  demands: Demand[];
}

/** The little that is read of what drizzle-kit notes beside each migration. */
interface Snapshot {
  tables: Record<
    string,
    {
      name: string;
      columns: Record<string, { name: string; primaryKey: boolean; notNull: boolean }>;
      compositePrimaryKeys: Record<string, { columns: string[] }>;
      foreignKeys: Record<
        string,
        {
          name: string;
          columnsFrom: string[];
          tableTo: string;
          columnsTo: string[];
          onDelete: WhenGone | 'no action';
        }
      >;
      checkConstraints: Record<string, { name: string; value: string }>;
      uniqueConstraints: Record<string, { name: string; columns: string[] }>;
      indexes: Record<
        string,
        {
          name: string;
          isUnique: boolean;
          where?: string;
          /** Names in SQLite, where an expression stands as it is; in PostgreSQL more is said of each. */
          columns: (string | { expression: string; isExpression: boolean })[];
        }
      >;
    }
  >;
}

export function readSchema(path: string): Schema {
  const { tables }: Snapshot = JSON.parse(readFileSync(path, 'utf8'));
  const all = Object.values(tables);
  return {
    tables: new Map(
      all.map((table) => [
        table.name,
        { columns: new Set(Object.values(table.columns).map(({ name }) => name)), keys: keysOf(table) },
      ]),
    ),
    demands: all.flatMap(demandsOf),
  };
}

/**
 * What `next` demands of rows that may be there already: of tables and columns that `before` has, and that it did not
 * demand itself.
 */
export function newDemands(before: Schema, next: Schema): Demand[] {
  const known = new Set(before.demands.map(({ name }) => name));
  return next.demands.filter((demand) => {
    const names = demand.kind === 'unique' ? namesIn(demand.column) : [demand.column];
    const has = (table: string, columns: string[]) =>
      columns.every((column) => before.tables.get(table)?.columns.has(column));
    return (
      !known.has(demand.name) &&
      has(demand.table, names) &&
      (demand.kind !== 'reference' || before.tables.has(demand.to))
    );
  });
}

type Table = Snapshot['tables'][string];

const keysOf = ({ columns, compositePrimaryKeys }: Table): string[] =>
  Object.values(compositePrimaryKeys)[0]?.columns ??
  Object.values(columns).flatMap(({ name, primaryKey }) => (primaryKey ? [name] : []));

function demandsOf(table: Table): Demand[] {
  const of = (name: string, column: string): Of => ({
    name,
    table: table.name,
    column,
    isNullable: table.columns[column]?.notNull === false,
  });
  const references = Object.values(table.foreignKeys).map(
    ({ name, columnsFrom: [column = ''], tableTo, columnsTo: [toColumn = ''], onDelete }): Demand => ({
      kind: 'reference',
      ...of(name, column),
      to: tableTo,
      toColumn,
      whenGone: onDelete,
    }),
  );
  const values = Object.values(table.checkConstraints).map(
    ({ name, value }): Demand => ({ kind: 'value', ...of(name, namesIn(value)[0] ?? ''), holds: value }),
  );
  const keys = Object.values(table.uniqueConstraints).map(
    ({ name, columns }): Demand => ({
      kind: 'unique',
      ...of(name, columns.map((column) => `"${column}"`).join(', ')),
      where: null,
    }),
  );
  const indexes = Object.values(table.indexes)
    .filter(({ isUnique }) => isUnique)
    .map(({ name, columns, where }): Demand => {
      const said = columns.map((column) => (typeof column === 'string' ? column : column.expression));
      const asSql = said.map((column) => (column.includes('"') ? column : `"${column}"`));
      return { kind: 'unique', ...of(name, asSql.join(', ')), where: where ?? null };
    });
  return [...references, ...values, ...keys, ...indexes];
}

/** The columns that some SQL names. */
const namesIn = (text: string): string[] => [...text.matchAll(/"(\w+)"/g)].map((match) => match[1] ?? '');
