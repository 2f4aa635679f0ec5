import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { selfGivenName } from '../../kernel/names/self-given-name.js';
import { migrations, pending } from '../../store/engine/migrate.js';
import { openStore } from '../../store/open.js';
import { listPeople } from '../../store/people/person-queries.js';
import { emptyUrl, testFolder } from '../support/databases.js';
import { databaseBefore } from '../support/old-database.js';

const root = join(import.meta.dirname, '../..');

const filesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );

test.each([
  ['sqlite', 'sqlite'],
  ['postgresql', 'pg'],
])('the migrations for %s create exactly the declared tables', async (dialect, name) => {
  const copy = join(testFolder(), name);
  const kept = join(root, 'store/migrations', name);
  cpSync(kept, copy, { recursive: true });
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      join(root, 'node_modules/drizzle-kit/bin.cjs'),
      ...[
        'generate',
        '--dialect',
        dialect,
        '--schema',
        `store/schema/${name}-tables.ts`,
        '--out',
        relative(root, copy),
      ],
    ],
    { cwd: root },
  );
  expect(stdout).toContain('No schema changes');
  expect(filesIn(copy)).toEqual(filesIn(kept));
});

test('both databases have the same migrations in the same order', () => {
  const tags = (dialect: 'sqlite' | 'pg') => migrations(dialect).map(({ tag }) => tag);
  expect(tags('pg')).toEqual(tags('sqlite'));
  expect(tags('pg').length).toBeGreaterThan(0);
});

test('a migration whose text was changed after it ran is refused', () => {
  const known = [
    { tag: '0000', hash: 'a', statements: [] },
    { tag: '0001', hash: 'b', statements: [] },
  ];
  expect(pending(known, [{ tag: '0000', hash: 'a' }])).toEqual([known[1]]);
  expect(() => pending(known, [{ tag: '0000', hash: 'other' }])).toThrow('0000');
});

test('a migration that fails half-way changes nothing and can be run again', async () => {
  const url = await emptyUrl('sqlite');
  const blocker = new Database(url.slice('file:'.length));
  blocker.exec('create table settings (x)');
  const store = await openStore(url);
  await expect(store.migrate()).rejects.toThrow('settings');
  const tables = blocker.prepare("select name from sqlite_master where type = 'table'").pluck();
  expect(tables.all()).toEqual(['settings']);
  blocker.exec('drop table settings');
  expect((await store.migrate()).applied).toEqual(migrations('sqlite').map(({ tag }) => tag));
  blocker.close();
  await store.close();
});

test.each(['sqlite', 'pg'] as const)('marks of names in a language lose it on %s', async (dialect) => {
  const old = await databaseBefore(dialect, '0022_name-mark');
  for (const [id, name] of [
    ['a', '陈总（自报）'],
    ['b', 'Chen (self-named)'],
    ['c', '李雷'],
  ] as const)
    await old.insert('people', {
      ...{ id, name, role: 'rep', active: true, digest_only: false, lead_credit: 0, created_at: 0 },
    });
  await old.close();
  const store = await openStore(old.url);
  await store.migrate();
  const names = (await listPeople(store.db)).map(({ name }) => name);
  expect(names).toEqual([selfGivenName('陈总'), selfGivenName('Chen'), '李雷']);
  await store.close();
});
