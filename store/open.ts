import { filePath, type Store, type StoreOptions } from './engine/store.js';
import { openPg } from './pg/open-pg.js';
import { openSqlite } from './sqlite/open-sqlite.js';

/**
 * Opens the database at `file:./data/genjin.db` (creates the folder) or `postgres://…`; runs no migrations.
 * Throws for any other scheme.
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  if (/^postgres(ql)?:\/\//.test(url)) return openPg(url, options);
  if (url.startsWith('file:')) return openSqlite(filePath(url), options);
  throw new Error('DATABASE_URL must begin with file: or postgres://');
}
