import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore } from '../../store/open.js';
import { getSetting } from '../../store/running/setting-queries.js';
import { freshSqlite } from '../support/databases.js';
import { afterwards } from '../support/endings.js';

const root = join(import.meta.dirname, '../..');

/** Writes one act after the other, four at a time, and says on stdout which are acknowledged. */
const writer = `
  import { writeSync } from 'node:fs';
  import { nextNumber } from './dist/store/statements/counters.js';
  import { openStore } from './dist/store/open.js';
  import { setSetting } from './dist/store/running/setting-queries.js';
  const store = await openStore(process.argv[1]);
  await store.migrate();
  const act = () => store.tx(async (tx) => {
    const no = await nextNumber(tx, 'acts');
    await setSetting(tx, 'first half of ' + no, 'x'.repeat(3000));
    await setSetting(tx, 'second half of ' + no, no);
    return no;
  }).then((no) => writeSync(1, no + '\\n'));
  for (;;) await Promise.all([act(), act(), act(), act()]);
`;

/** The acts acknowledged before the writer was killed, which happens as soon as it has done \`many\`. */
async function actsUntilKilled(url: string, many: number): Promise<number[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer, url], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  afterwards(() => void child.kill('SIGKILL'));
  const acts: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acts.push(Number(line));
    if (acts.length === many) child.kill('SIGKILL');
  }
  return acts;
}

test('a process killed while committing loses no acknowledged act and leaves no half act', async () => {
  const { store, url } = await freshSqlite();
  await store.close();
  let acknowledged: number[] = [];
  for (const many of [1, 7, 60, 200]) {
    acknowledged = acknowledged.concat(await actsUntilKilled(url, many));

    const after = await openStore(url);
    const { counters } = after.db.t;
    const [counter] = await after.db.q.select().from(counters);
    const written = counter?.value ?? 0;
    expect(Math.max(...acknowledged)).toBeLessThanOrEqual(written);
    for (let no = 1; no <= written; no++) {
      expect(await getSetting(after.db, `second half of ${no}`)).toBe(no);
      expect(await getSetting(after.db, `first half of ${no}`)).toHaveLength(3000);
    }
    await after.close();
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(268);
  const file = new Database(url.slice('file:'.length));
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
  file.close();
});
