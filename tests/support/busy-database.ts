import pg from 'pg';
import { freshPostgres } from './databases.js';
import { afterwards } from './endings.js';

/**
 * A PostgreSQL database for a product; `whileLocked` keeps another connection's lock on what every act has to write to
 * until `work` is done, so that no act can end in the meantime.
 */
export async function lockableDatabase(): Promise<{
  url: string;
  whileLocked(work: () => Promise<void>): Promise<void>;
}> {
  const { url, store } = await freshPostgres();
  await store.close();
  const other = new pg.Client(url);
  await other.connect();
  afterwards(() => other.end());
  return {
    url,
    async whileLocked(work) {
      await other.query('begin');
      await other.query('lock table inbox in access exclusive mode');
      try {
        await work();
      } finally {
        await other.query('rollback');
      }
    },
  };
}
