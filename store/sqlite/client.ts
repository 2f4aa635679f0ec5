import type Database from 'better-sqlite3';

/** What drizzle calls of a better-sqlite3 statement. */
interface Statement {
  run(...values: unknown[]): unknown;
  all(...values: unknown[]): unknown;
  get(...values: unknown[]): unknown;
  raw(): Statement;
}

/** Called round each statement of a connection. */
export interface Watch {
  before(): void;
  failed(error: unknown): void;
}

/** As many statement texts as the product has, and room for lists of different lengths. */
const keptStatements = 1000;

/**
 * The connection as drizzle sees it: statements are kept by their text, because preparing one costs more than
 * running it, and `watch` may stop one or learn that it failed.
 */
export function client(database: Database.Database, watch?: Watch): Database.Database {
  const kept = new Map<string, Statement>();

  function statement(text: string, raw: boolean): Statement {
    const prepared = database.prepare(text);
    if (raw) prepared.raw();
    let rawTwin: Statement | undefined;
    const call = (method: 'run' | 'all' | 'get') => {
      const own = (prepared[method] as (...values: unknown[]) => unknown).bind(prepared);
      if (!watch) return own;
      return (...values: unknown[]) => {
        watch.before();
        try {
          return own(...values);
        } catch (error) {
          watch.failed(error);
          throw error;
        }
      };
    };
    const made: Statement = {
      run: call('run'),
      all: call('all'),
      get: call('get'),
      raw: () => {
        if (raw) return made;
        rawTwin ??= statement(text, true);
        return rawTwin;
      },
    };
    return made;
  }

  const prepare = (text: string): Statement => {
    let found = kept.get(text);
    if (!found) {
      if (kept.size >= keptStatements) kept.clear();
      try {
        found = statement(text, false);
      } catch (error) {
        watch?.failed(error);
        throw error;
      }
      kept.set(text, found);
    }
    return found;
  };
  return { prepare } as unknown as Database.Database;
}
