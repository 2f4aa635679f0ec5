import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { incidentLog, makeLog } from '../../bot/config/log.js';
import { plainReason } from '../../kernel/command/plain-reason.js';
import type { Store } from '../../store/engine/store.js';
import { insertRow } from '../../store/statements/rows.js';
import { freshPostgres, freshSqlite } from '../support/databases.js';

/** What a database statement was given never reaches the log, whatever becomes of the statement. */

const words = '对方采购要回扣 13911110001';

let store: Store | undefined;
afterEach(async () => await store?.close());

const lines: string[] = [];
const log = makeLog('info', { write: (line) => void lines.push(line) });

const logged = (error: unknown): { err: { message: string; stack: string } } => {
  lines.length = 0;
  incidentLog(log)(error, { platform: 'sandbox' });
  return JSON.parse(lines.join(''));
};

const given = (id: string) => ({ id, words, askedBy: 'nobody', teamId: null, askers: null, times: 1 });

test('of a text that is no JSON', () => {
  for (const text of [`{"a": ${words}}`, words, `${'x'.repeat(90)} ${words}`]) {
    let thrown: unknown;
    try {
      JSON.parse(text);
    } catch (error) {
      thrown = error;
    }
    expect(logged(thrown).err.message).toBe('not valid JSON');
    for (const word of ['对方', '回扣', '13911110001', 'xxx']) expect(lines.join('')).not.toContain(word);
  }
});

test.each([
  ['SQLite', freshSqlite],
  ['PostgreSQL', freshPostgres],
])('on %s', async (_, fresh) => {
  const opened = (await fresh()).store;
  store = opened;
  const { db } = opened;
  const { openQuestions } = db.t;
  const isSqlite = db.dialect === 'sqlite';
  const failing: (() => PromiseLike<unknown>)[] = [
    () => db.q.select().from(openQuestions).where(sql`no_such_column = ${words}`),
    () => opened.tx(async (tx) => await tx.q.select().from(openQuestions).where(sql`no_such = ${words}`)),
    () =>
      opened.tx(async (tx) => {
        const row = { ...given('q'), answeredBy: null, version: 1, createdAt: new Date(0) };
        await insertRow(tx, openQuestions, row);
      }),
  ];
  if (!isSqlite)
    failing.push(() => db.q.select().from(openQuestions).where(sql`cast(${words} as integer) = 1`));
  for (const act of failing) {
    const error = await Promise.resolve(act()).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Error);
    const { err } = logged(error);
    const line = lines.join('');
    for (const word of ['对方', '回扣', '13911110001', 'params']) expect(line).not.toContain(word);
    expect(err.message).toMatch(/no_such|open_questions|refuses a value/);
    expect(err.stack).toMatch(/^\s+at /);
    expect(plainReason(error)).not.toContain('回扣');
  }
});

test('an error keeps its name, its message, its code and where it was thrown', async () => {
  ({ store } = await freshSqlite());
  const error = Object.assign(new TypeError('no such chat'), { code: 'ECONNRESET', config: { data: words } });
  const { err } = logged(new Error('the answer was not sent', { cause: error }));
  expect(err).toMatchObject({ type: 'Error', message: 'the answer was not sent: no such chat' });
  expect(err.stack).toMatch(/caused by TypeError/);
  expect(logged(error).err).toMatchObject({ type: 'TypeError', code: 'ECONNRESET' });
  expect(lines.join('')).not.toContain('回扣');
});
