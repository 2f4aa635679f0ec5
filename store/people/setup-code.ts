import { getSetting, setSetting } from '../running/setting-queries.js';
import type { Db } from '../statements/db.js';

const name = 'setup-code';

/** The code that makes the first admin; undefined where none was ever given out. */
export async function setupCode(db: Db): Promise<string | undefined> {
  return await getSetting<string>(db, name);
}

export async function keepSetupCode(tx: Db, code: string): Promise<void> {
  await setSetting(tx, name, code);
}
