import { getSetting, setSetting } from '../running/setting-queries.js';
import type { Db } from '../statements/db.js';

const name = 'setup-code';

/** Reads the code that makes the first admin, or undefined if none was issued. */
export async function setupCode(db: Db): Promise<string | undefined> {
  return await getSetting<string>(db, name);
}

/** Stores the code that makes the first admin. */
export async function saveSetupCode(tx: Db, code: string): Promise<void> {
  await setSetting(tx, name, code);
}
