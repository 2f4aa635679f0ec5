import {
  Column,
  type DriverValueDecoder,
  type DriverValueEncoder,
  is,
  Param,
  Placeholder,
  type Query,
  SQL,
} from 'drizzle-orm';
import type { SelectedFieldsOrdered } from 'drizzle-orm/sqlite-core';
import {
  type PreparedQueryConfig,
  type SQLiteExecuteMethod,
  SQLitePreparedQuery,
  SQLiteSession,
} from 'drizzle-orm/sqlite-core/session';
import type { Db } from '../statements/db.js';
import type { Client, Statement } from './sqlite-client.js';

type Sync = PreparedQueryConfig & { type: 'sync' };
type Values = Record<string, unknown>;

/**
 * Runs what drizzle builds. Drizzle's own session asks of every value of every row what kind of column it is of,
 * which takes longer than SQLite needs to find the row; here it is asked once a statement.
 */
export class Session extends SQLiteSession<'sync', unknown, Record<string, never>, Record<string, never>> {
  constructor(
    private readonly client: Client,
    dialect: ConstructorParameters<typeof SQLiteSession<'sync', unknown, never, never>>[0],
  ) {
    super(dialect);
  }

  prepareQuery(
    query: Query,
    fields: SelectedFieldsOrdered | undefined,
    method: SQLiteExecuteMethod,
  ): SQLitePreparedQuery<Sync> {
    return this.prepareForm({ query, method, fill: filling(query.params), read: fields && reading(fields) });
  }

  prepareForm(form: Form): Prepared {
    return new Prepared(this.client, form);
  }

  /** Drizzle's would keep the writes of an async body that threw; `Store.tx` is the only way. */
  transaction(): never {
    throw new Error('transactions go through Store.tx');
  }
}

/** A statement as drizzle built it, without a connection. */
interface Form {
  query: Query;
  method: SQLiteExecuteMethod;
  fill: (values: Values) => unknown[];
  /** Absent on a statement that selects nothing. */
  read?: (row: unknown[]) => unknown;
}

class Prepared extends SQLitePreparedQuery<Sync> {
  /** Prepares it on another connection that has such a session; keeps nothing of this one. */
  readonly prepareOn: (db: Db) => Prepared | undefined;
  private readonly statement: Statement;

  constructor(
    client: Client,
    private readonly form: Form,
  ) {
    super('sync', form.method, form.query);
    this.statement = client.prepare(form.query.sql, form.read !== undefined);
    this.prepareOn = preparing(form);
  }

  override run(values: Values = {}): unknown {
    return this.statement.run(...this.form.fill(values));
  }

  override all(values: Values = {}): unknown {
    const rows = this.statement.all(...this.form.fill(values)) as unknown[][];
    return this.form.read ? rows.map(this.form.read) : rows;
  }

  override get(values: Values = {}): unknown {
    const row = this.statement.get(...this.form.fill(values)) as unknown[] | undefined;
    return row && this.form.read ? this.form.read(row) : row;
  }

  override values(values: Values = {}): unknown {
    return this.statement.all(...this.form.fill(values));
  }

  override execute(values?: Values): never {
    return this[this.form.method](values) as never;
  }
}

const preparing = (form: Form) => (db: Db) => {
  const { session } = db.q as unknown as { session: unknown };
  return session instanceof Session ? session.prepareForm(form) : undefined;
};

/** Puts the values of a run into a statement's blanks. */
function filling(params: readonly unknown[]): (values: Values) => unknown[] {
  const fills = params.map((param): ((values: Values) => unknown) => {
    const encoder = is(param, Param) ? (param.encoder as DriverValueEncoder<unknown, unknown>) : undefined;
    const blank = is(param, Param) ? param.value : param;
    if (!is(blank, Placeholder)) return () => param;
    const { name } = blank;
    return encoder ? (values) => encoder.mapToDriverValue(values[name]) : (values) => values[name];
  });
  return (values) => fills.map((fill) => fill(values));
}

/** Makes a record of a row; what is selected under a name of its own (`{customer: customers}`) becomes one inside. */
function reading(fields: SelectedFieldsOrdered): (row: unknown[]) => unknown {
  const columns = fields.map(({ path, field }) => ({
    inside: path.length > 1 ? path[0] : undefined,
    name: path.at(-1) ?? '',
    decoder: decoderOf(field),
  }));
  return (row) => {
    const record: Values = {};
    for (let n = 0; n < columns.length; n++) {
      const { inside, name, decoder } = columns[n] as (typeof columns)[number];
      const value = row[n];
      const read = value === null ? null : decoder.mapFromDriverValue(value);
      if (inside === undefined) {
        record[name] = read;
      } else {
        record[inside] ??= {};
        (record[inside] as Values)[name] = read;
      }
    }
    return record;
  };
}

function decoderOf(field: SelectedFieldsOrdered[number]['field']): DriverValueDecoder<unknown, unknown> {
  if (is(field, Column)) return field;
  const expression = is(field, SQL) ? field : (field as SQL.Aliased).sql;
  return (expression as unknown as { decoder: DriverValueDecoder<unknown, unknown> }).decoder;
}
