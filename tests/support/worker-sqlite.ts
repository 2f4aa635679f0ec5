import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Store } from '../../store/engine/store.js';
import { openStore } from '../../store/open.js';
import { afterwards } from './endings.js';

/** Open databases of this process that no test is using. */
const free: Lent[] = [];

/**
 * A store on a copy of the migrated `template`, lent until the test or the file has ended. Its statements stay compiled
 * from test to test, which would else cost a fifth of a dialogue. Closing it does nothing; a test changes rows in it, no
 * tables, and opens it only once.
 */
export async function lentSqlite(template: () => Promise<string>): Promise<Store> {
  const lent = free.pop() ?? (await Lent.open(await template()));
  afterwards(async () => {
    if (lent.empty()) free.push(lent);
    else await lent.close();
  });
  return lent.store;
}

class Lent {
  private constructor(
    readonly store: Store,
    /** Looks after the file beside the store, whichever rows refer to which. */
    private readonly keeper: Database.Database,
    private readonly emptying: string,
    private readonly seeded: readonly string[],
    private readonly seeds: string,
    private readonly closeStore: () => Promise<void>,
  ) {}

  /** Its file goes with the run's folder (run-folder.ts). */
  static async open(template: string): Promise<Lent> {
    const file = join(mkdtempSync(join(tmpdir(), 'genjin-lent-')), 'test.db');
    copyFileSync(template, file);
    const opened = await openStore(`file:${file}`);
    const keeper = new Database(file, { timeout: 5000 });
    keeper.pragma('foreign_keys = off');
    keeper.pragma('synchronous = off');
    const tables = keeper
      .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
      .pluck()
      .all() as string[];
    const isSeeded = (table: string) =>
      keeper.prepare(`select 1 from "${table}" limit 1`).get() !== undefined;
    const seeded = tables.filter(isSeeded);
    const emptied = tables.filter((table) => !seeded.includes(table));
    const emptying = ['begin', ...emptied.map((table) => `delete from "${table}"`), 'commit'].join(';');
    return new Lent(
      { ...opened, close: async () => {} },
      keeper,
      emptying,
      seeded,
      rowsOf(keeper, seeded),
      opened.close,
    );
  }

  /** Leaves the rows that migrations wrote and no other. Answers false where a test changed those. */
  empty(): boolean {
    this.keeper.exec(this.emptying);
    return rowsOf(this.keeper, this.seeded) === this.seeds;
  }

  async close(): Promise<void> {
    this.keeper.close();
    await this.closeStore();
  }
}

function rowsOf(keeper: Database.Database, tables: readonly string[]): string {
  return JSON.stringify(tables.map((table) => keeper.prepare(`select * from "${table}"`).all()));
}
