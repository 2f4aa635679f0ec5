import type Database from 'better-sqlite3';
import { sqliteRefusal } from './sqlite-refusal.js';

type Call = (...values: unknown[]) => unknown;
type Method = 'run' | 'all' | 'get';
type Prepared = Database.Statement<unknown[]>;

/** A statement that can be run again and again. */
export type Statement = Record<Method, Call>;

/** A connection as its session sees it. */
export interface Client {
  /** `raw`: its rows come as arrays, as the statement names their columns. */
  prepare(text: string, raw?: boolean): Statement;
}

/** Round the statements of a connection: `before` each, and `failed` for one that threw. */
export interface Watch {
  before(): void;
  failed(error: unknown): void;
}

/** As many statement texts as the product has, and room for lists of different lengths. */
const keptStatements = 1000;

/** Statements are kept by their text, as preparing costs more than running. */
function keeping(make: (text: string, raw: boolean) => Statement): Client {
  const kept = { raw: new Map<string, Statement>(), plain: new Map<string, Statement>() };
  return {
    prepare(text, raw = false) {
      const texts = raw ? kept.raw : kept.plain;
      let found = texts.get(text);
      if (!found) {
        if (texts.size >= keptStatements) texts.clear();
        found = make(text, raw);
        texts.set(text, found);
      }
      return found;
    },
  };
}

function prepared(database: Database.Database, text: string, raw: boolean): Prepared {
  const made = database.prepare(text) as Prepared;
  return raw ? made.raw() : made;
}

const withEach = (make: (method: Method) => Call): Statement => ({
  run: make('run'),
  all: make('all'),
  get: make('get'),
});

/** The client for the statements of transactions. */
export function watchedClient(database: Database.Database, watch: Watch): Client {
  return keeping((text, raw) => {
    let statement: Prepared | undefined;
    return withEach((method) => (...values) => {
      watch.before();
      try {
        statement ??= prepared(database, text, raw);
        return statement[method](...values);
      } catch (thrown) {
        const error = sqliteRefusal(thrown, text);
        watch.failed(error);
        throw error;
      }
    });
  });
}

/**
 * The client for reads. While no transaction is open they run on the writing connection, because a commit
 * empties the page cache of every other one; inside of one they run on `reader`, which sees none of it.
 */
export function readingClient(reader: Database.Database, writer?: Database.Database): Client {
  return keeping((text, raw) => {
    const own = writer && prepared(writer, text, raw);
    let apart: Prepared | undefined;
    return withEach((method) => (...values) => {
      if (own?.readonly && !writer?.inTransaction) return own[method](...values);
      apart ??= prepared(reader, text, raw);
      return apart[method](...values);
    });
  });
}
