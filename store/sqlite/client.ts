import type Database from 'better-sqlite3';

/** What drizzle calls of a better-sqlite3 statement. */
interface Statement {
  run: Call;
  all: Call;
  get: Call;
  raw(): Statement;
}

type Call = (...values: unknown[]) => unknown;
type Prepared = Database.Statement<unknown[]>;

/** Round the statements of a connection: `before` each, and `failed` for one that threw. */
export interface Watch {
  before(): void;
  failed(error: unknown): void;
}

/** As many statement texts as the product has, and room for lists of different lengths. */
const keptStatements = 1000;

/** A connection as drizzle sees it: statements are kept by their text, as preparing costs more than running. */
function client(make: (text: string, raw: boolean) => (method: 'run' | 'all' | 'get') => Call) {
  const kept = new Map<string, Statement>();

  function statement(text: string, raw: boolean): Statement {
    const call = make(text, raw);
    let twin: Statement | undefined;
    const made: Statement = {
      run: call('run'),
      all: call('all'),
      get: call('get'),
      // better-sqlite3 would switch this very statement, for whoever uses it next as well.
      raw: () => {
        if (raw) return made;
        twin ??= statement(text, true);
        return twin;
      },
    };
    return made;
  }

  const prepare = (text: string): Statement => {
    let found = kept.get(text);
    if (!found) {
      if (kept.size >= keptStatements) kept.clear();
      found = statement(text, false);
      kept.set(text, found);
    }
    return found;
  };
  return { prepare } as unknown as Database.Database;
}

function prepared(database: Database.Database, text: string, raw: boolean): Prepared {
  const made = database.prepare(text) as Prepared;
  return raw ? made.raw() : made;
}

const bound = (statement: Prepared, method: 'run' | 'all' | 'get'): Call => statement[method].bind(statement);

/** The client for the statements of transactions. */
export function watchedClient(database: Database.Database, watch: Watch): Database.Database {
  const guard =
    (call: Call): Call =>
    (...values) => {
      watch.before();
      try {
        return call(...values);
      } catch (error) {
        watch.failed(error);
        throw error;
      }
    };
  return client((text, raw) => {
    let statement: Prepared | undefined;
    return (method) => {
      let call: Call | undefined;
      return guard((...values) => {
        statement ??= prepared(database, text, raw);
        call ??= bound(statement, method);
        return call(...values);
      });
    };
  });
}

/**
 * The client for reads. While no transaction is open they run on the writing connection, because a commit
 * empties the page cache of every other one; inside of one they run on `reader`, which sees none of it.
 */
export function readingClient(reader: Database.Database, writer?: Database.Database): Database.Database {
  return client((text, raw) => {
    const apart = prepared(reader, text, raw);
    const own = writer && apart.readonly ? prepared(writer, text, raw) : undefined;
    return (method) => {
      const aside = bound(apart, method);
      if (!own || !writer) return aside;
      const quick = bound(own, method);
      return (...values) => (writer.inTransaction ? aside(...values) : quick(...values));
    };
  });
}
