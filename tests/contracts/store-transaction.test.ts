import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Store } from '../../store/engine/store.js';
import { openStore } from '../../store/open.js';
import { getSetting, setSetting } from '../../store/running/setting-queries.js';
import { nextNumber } from '../../store/statements/counters.js';
import { type Db, TransactionRefused } from '../../store/statements/db.js';
import { eachDatabase, emptyUrl } from '../support/databases.js';
import { afterwards } from '../support/endings.js';

const clash = async ({ q, t }: Db, name: string) => {
  await q.insert(t.counters).values({ name, value: 1 });
  await q.insert(t.counters).values({ name, value: 2 });
};

eachDatabase('a transaction', (open) => {
  let store: Store;
  let url: string;
  beforeAll(async () => {
    ({ store, url } = await open());
  });
  const settings = () => store.db.q.select().from(store.db.t.settings);

  test('commits all writes of its body, invisible to other readers until then', async () => {
    let during: unknown = 'not read';
    const result = await store.tx(async (tx) => {
      await setSetting(tx, 'kept', { a: 1 });
      during = await getSetting(store.db, 'kept');
      return 7;
    });
    expect(result).toBe(7);
    expect(during).toBeUndefined();
    expect(await getSetting(store.db, 'kept')).toEqual({ a: 1 });
  });

  test('writes nothing if its body throws, and rethrows the same error', async () => {
    class Forbidden extends Error {}
    const thrown = new Forbidden('no');
    await expect(
      store.tx(async (tx) => {
        await setSetting(tx, 'lost', 1);
        throw thrown;
      }),
    ).rejects.toBe(thrown);
    expect(await getSetting(store.db, 'lost')).toBeUndefined();
  });

  test('fails after a failed statement even if its body catches the error', async () => {
    const before = (await settings()).length;
    const doomed = store.tx(async (tx) => {
      await setSetting(tx, 'half', 1);
      await clash(tx, 'doom').catch(() => undefined);
      return 'as if nothing had happened';
    });
    await expect(doomed).rejects.toBeInstanceOf(TransactionRefused);
    expect((await settings()).length).toBe(before);
  });

  test('refuses statements after a failed statement', async () => {
    let second: unknown;
    const doomed = store.tx(async (tx) => {
      await clash(tx, 'after').catch(() => undefined);
      await setSetting(tx, 'after', 1).catch((error) => {
        second = error;
      });
    });
    await expect(doomed).rejects.toThrow();
    expect(second).toBeInstanceOf(Error);
    expect(await getSetting(store.db, 'after')).toBeUndefined();
  });

  test('succeeds after another transaction failed', async () => {
    await expect(store.tx((tx) => clash(tx, 'again'))).rejects.toThrow();
    await store.tx((tx) => setSetting(tx, 'again', 'yes'));
    expect(await getSetting(store.db, 'again')).toBe('yes');
  });

  test('gives concurrent increments different numbers', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 40 }, () => store.tx((tx) => nextNumber(tx, 'race'))),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
  });

  test('gives the same result as running one by one, for bodies that read and then write', async () => {
    await store.tx((tx) => setSetting(tx, 'sum', 0));
    const second = await openStore(url);
    afterwards(() => second.close());
    await Promise.all(
      Array.from({ length: 16 }, (_, n) =>
        (n % 2 ? store : second).tx(async (tx) => {
          const sum = Number(await getSetting(tx, 'sum'));
          await setSetting(tx, 'sum', sum + 1);
        }),
      ),
    );
    expect(await getSetting(store.db, 'sum')).toBe(16);
  });

  test('refuses a nested transaction', async () => {
    const nested = store.tx(async (tx) => {
      await setSetting(tx, 'outer', 1);
      await store.tx((inner) => setSetting(inner, 'inner', 1));
    });
    await expect(nested).rejects.toBeInstanceOf(TransactionRefused);
    expect(await getSetting(store.db, 'outer')).toBeUndefined();
  });

  test('refuses statements after its body has ended', async () => {
    let kept: Db | undefined;
    await store.tx(async (tx) => {
      kept = tx;
    });
    await expect(setSetting(kept as Db, 'late', 1)).rejects.toThrow();
    await store.tx(async (tx) => {
      await setSetting(tx, 'other', 1);
    });
    expect(await getSetting(store.db, 'late')).toBeUndefined();
  });

  test('does not run statements of another body that has ended', async () => {
    let release = () => {};
    const ended = new Promise<void>((resolve) => {
      release = resolve;
    });
    let stray: Promise<unknown> | undefined;
    await store.tx(async (tx) => {
      stray = ended.then(() => setSetting(tx, 'stray', 1)).catch((error) => error);
    });
    await store.tx(async (tx) => {
      release();
      await setSetting(tx, 'host', 1);
    });
    expect(await stray).toBeInstanceOf(Error);
    expect(await getSetting(store.db, 'stray')).toBeUndefined();
    expect(await getSetting(store.db, 'host')).toBe(1);
  });
});

eachDatabase('opening a store', (open) => {
  test('migrates a database once, even if several processes start at once', async () => {
    const { store } = await open();
    const url = await emptyUrl(store.dialect);
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(url)));
    for (const one of stores) afterwards(() => one.close());
    expect(await stores[0]?.pending()).not.toEqual([]);
    const migrated = await Promise.all(stores.map((one) => one.migrate()));
    expect(migrated.filter(({ applied }) => applied.length > 0)).toHaveLength(1);
    expect(await stores[0]?.pending()).toEqual([]);
    for (const one of stores) await one.tx((tx) => nextNumber(tx, 'opened'));
  });

  test('refuses to write to a database of a newer version', async () => {
    const { store } = await open();
    const newer = sql`insert into __migrations values ('9999_newer', 'x', 0)`;
    await store.tx(async ({ q, dialect }) => {
      if (dialect === 'pg') await q.execute(newer);
      else await (q as unknown as { run(statement: typeof newer): Promise<unknown> }).run(newer);
    });
    await expect(store.migrate()).rejects.toThrow('9999_newer');
    await expect(store.pending()).rejects.toThrow('9999_newer');
  });

  test('allows reads and refuses writes if it is opened for reading only', async () => {
    const { store, url } = await open();
    await store.tx((tx) => setSetting(tx, 'seen', 1));
    const reader = await openStore(url, { readonly: true });
    afterwards(() => reader.close());
    expect(await getSetting(reader.db, 'seen')).toBe(1);
    await expect(reader.tx((tx) => setSetting(tx, 'seen', 2))).rejects.toThrow('reading only');
    await expect(reader.migrate()).rejects.toThrow('reading only');
    await expect(setSetting(reader.db, 'seen', 2)).rejects.toThrow();
    expect(await getSetting(store.db, 'seen')).toBe(1);
  });

  test('returns values as they were written', async () => {
    const { store } = await open();
    const { t } = store.db;
    const at = new Date('2026-03-01T02:03:04.567Z');
    const person = {
      id: 'p1',
      name: '王\0伟 "<!channel>" 😀',
      role: 'rep' as const,
      teamId: null,
      email: null,
      locale: null,
      timeZone: null,
      active: false,
      mutedUntil: at,
      awayFrom: at,
      awayUntil: null,
      lastAssignedAt: null,
      leadCredit: -166_667,
      deputyId: 'p1',
      digestOnly: true,
      digestAt: '09:00',
      createdAt: at,
    };
    await store.tx(async (tx) => {
      await tx.q.insert(t.people).values(person);
      for (const value of ['12', 12, { b: 1, a: [null, true] }, [], 'null']) {
        await setSetting(tx, JSON.stringify(value), value);
      }
    });
    const [back] = await store.db.q.select().from(t.people).where(eq(t.people.createdAt, at));
    expect(back).toEqual({ ...person, name: '王伟 "<!channel>" 😀' });
    for (const value of ['12', 12, { b: 1, a: [null, true] }, [], 'null']) {
      const kept = await getSetting(store.db, JSON.stringify(value));
      expect(JSON.stringify(kept)).toBe(JSON.stringify(value));
    }
  });

  test('sorts text by bytes, regardless of the server’s locale', async () => {
    const { store } = await open();
    const names = ['b', 'A', 'a', 'B', '王', '李', 'é', 'Z', '_', '1'];
    await store.tx(async (tx) => {
      for (const name of names) await setSetting(tx, name, 1);
    });
    const { settings } = store.db.t;
    const rows = await store.db.q.select({ name: settings.name }).from(settings).orderBy(settings.name);
    const byBytes = names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(rows.map((row) => row.name)).toEqual(byBytes);
  });
});
