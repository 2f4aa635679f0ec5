import { randomBytes } from 'node:crypto';
import { getSetting, setSetting } from '../running/setting-queries.js';
import type { Db } from '../statements/db.js';

const name = 'setup-code';
/** A code that was said where others read it: never valid again, even if it is configured. */
const spoiltName = 'setup-code-spoilt';

/** Reads the code that makes the first admin, or undefined if none was issued. */
export async function setupCode(db: Db): Promise<string | undefined> {
  return await getSetting<string>(db, name);
}

/** Stores the code that makes the first admin. */
export async function saveSetupCode(tx: Db, code: string): Promise<void> {
  await setSetting(tx, name, code);
}

/**
 * Issues the code that makes the first admin: the configured one unless it was spoilt, else the one that is known, else a
 * new one.
 */
export async function issueSetupCode(tx: Db, configured: string | null): Promise<string> {
  const known = await setupCode(tx);
  const spoilt = await getSetting<string>(tx, spoiltName);
  const code = (configured === spoilt ? null : configured) ?? known ?? newCode();
  if (code !== known) await saveSetupCode(tx, code);
  return code;
}

/** Makes a code that others have read invalid; the next start issues another. */
export async function spoilSetupCode(tx: Db, code: string): Promise<void> {
  await setSetting(tx, spoiltName, code);
  await saveSetupCode(tx, newCode());
}

const newCode = (): string => randomBytes(5).toString('hex');
