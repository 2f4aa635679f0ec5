import { eq } from 'drizzle-orm';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { putRow } from '../statements/rows.js';

/**
 * Reads a setting that the product stores itself (the used set-up code, a report's last form), or undefined
 * if unset.
 */
export async function getSetting<T>(db: Db, name: string): Promise<T | undefined> {
  return (await byName(db, { name }))[0]?.value as T | undefined;
}

const byName = compiled<{ name: string }>()(({ q, t: { settings } }, param) =>
  q.select({ value: settings.value }).from(settings).where(eq(settings.name, param.name)),
);

/** Writes a setting. */
export async function setSetting(tx: Db, name: string, value: unknown): Promise<void> {
  await putRow(tx, tx.t.settings, { name }, { value });
}
