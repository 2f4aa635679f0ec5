import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/** What a process does with the database of a bot: talk to people, or run jobs. Each is done by one process. */
export type RunRole = 'bot' | 'worker';

export const runRoles: readonly RunRole[] = ['bot', 'worker'];

/**
 * Locks a database file for roles, until `release` or the end of the process, however that ends: the system keeps the
 * lock, no clock and no process id. Undefined if another process has one of the roles. Reading and writing the database
 * go on beside it.
 */
export function lockRoles(file: string, roles: readonly RunRole[]): { release(): void } | undefined {
  mkdirSync(dirname(file), { recursive: true });
  const held: Database.Database[] = [];
  const release = () => {
    for (const lock of held.splice(0)) {
      lock.exec('rollback');
      lock.close();
    }
  };
  for (const role of roles) {
    const lock = new Database(`${file}.${role}-lock`, { timeout: 0 });
    try {
      lock.exec('begin exclusive');
      held.push(lock);
    } catch (error) {
      lock.close();
      release();
      if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined;
      throw error;
    }
  }
  return { release };
}
