import { filePath, type Store, type StoreOptions } from './engine/store.js';
import { openPg } from './pg/open-pg.js';
import { openSqlite } from './sqlite/open-sqlite.js';

/** `file:./data/genjin.db` (the folder is made) or `postgres://…`. Migrates nothing by itself. */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  if (/^postgres(ql)?:\/\//.test(url)) return openPg(url, options);
  if (url.startsWith('file:')) return openSqlite(filePath(url), options);
  throw new Error('DATABASE_URL must begin with file: or postgres://');
}
