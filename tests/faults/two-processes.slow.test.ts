import { copyFileSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { leaseOf } from '../../bot/wiring/lease-holder.js';
import { holderName } from '../../bot/wiring/process-identity.js';
import { systemClock } from '../../kernel/time/clock.js';
import { filePath } from '../../store/engine/store.js';
import { holdLease } from '../../store/running/lease-queries.js';
import { type Running, runGenjin } from '../support/built-product.js';
import { eachDatabase, freshPostgres, migratedSqlite, testFolder } from '../support/databases.js';
import { afterwards } from '../support/endings.js';
import { everyNth } from '../support/runs.js';
import { WecomEmulator } from '../support/wecom/emulator.js';
import { commands } from '../support/wecom/frames.js';

async function wecomAnd(url: string) {
  const wecom = await WecomEmulator.start();
  afterwards(() => wecom.close());
  const env = (more: Record<string, string> = {}) => ({
    ...{ DATABASE_URL: url, SANDBOX: 'off', PORT: '0', LOG_LEVEL: 'info' },
    ...{ WECOM_BOT_ID: wecom.botId, WECOM_BOT_SECRET: wecom.secret, WECOM_WS_URL: wecom.url },
    ...more,
  });
  return { wecom, env };
}

const ended = async (run: Promise<Running>) => {
  const { ended, said } = await run;
  return { code: await ended, said: said() };
};

describe.each(everyNth(['SQLite', 'PostgreSQL'], 2))('after kill -9 on %s', (database) => {
  test('the next process on this machine is connected', async () => {
    const fresh = database === 'SQLite' ? undefined : await freshPostgres();
    await fresh?.store.close();
    const { wecom, env } = await wecomAnd(fresh?.url ?? (await migratedSqlite()));
    const first = await runGenjin(['start'], env());
    await wecom.untilSubscribed();
    await first.kill();
    await wecom.untilDisconnected();
    const second = await runGenjin(['start'], env());
    await expect.poll(second.said).toContain('WeCom is connected');
    expect(wecom.received.filter(({ cmd }) => cmd === commands.subscribe)).toHaveLength(2);
  });
});

describe('beside a running bot on SQLite', () => {
  test('a second start and a restore are refused, short commands work, and the roles may be split', async () => {
    const url = await migratedSqlite();
    const { wecom, env } = await wecomAnd(url);
    const bot = await runGenjin(['start'], env({ ROLE: 'bot' }));
    await wecom.untilSubscribed();

    const again = await ended(runGenjin(['start'], env({ LOCALE: 'en' })));
    expect(again).toEqual({
      code: 2,
      said: expect.stringMatching(/^genjin: Another Genjin process .* ROLE=all/),
    });
    expect(again.said.trim().split('\n')).toHaveLength(1);
    expect((await ended(runGenjin(['start'], env({ LOCALE: 'zh', ROLE: 'bot' })))).said).toContain(
      '已有另一个跟进进程',
    );

    const backup = join(testFolder(), 'backup.db');
    for (const command of everyNth(
      [`backup ${backup}`, 'report weekly', `export ${join(testFolder(), 'out')}`],
      3,
    ))
      expect(await ended(runGenjin(command.split(' '), env())), command).toMatchObject({ code: 0 });
    const restored = await ended(runGenjin(['restore', backup, '--yes'], env({ LOCALE: 'en' })));
    expect(restored).toEqual({ code: 2, said: expect.stringContaining('Stop it before you restore') });

    const worker = await runGenjin(['start'], env({ ROLE: 'worker' }));
    await new Promise((done) => setTimeout(done, 1_500));
    expect(worker.child.exitCode).toBeNull();
    await worker.kill();
    await bot.kill();
    expect(await ended(runGenjin(['restore', backup, '--yes'], env()))).toMatchObject({ code: 0 });
    expect(await ended(runGenjin(['restore', backup, '--yes'], env()))).toMatchObject({ code: 0 });
    const kept = readdirSync(join(filePath(url), '..')).filter(
      (name) =>
        filePath(url).endsWith(name.split('.before-restore')[0] ?? '') &&
        /before-restore-\d{8}T\d{6}Z(-2)?$/.test(name),
    );
    expect(kept).toHaveLength(2);
  });
});

eachDatabase('the lease of a process', (open) => {
  test('of this machine that is gone is taken at once; one that lives, or of elsewhere, is waited for', async () => {
    const { store } = await open();
    const [machine, , start] = holderName().split('|');
    const held = async (name: string, holder: string) => {
      const now = systemClock.now();
      const until = new Date(now.getTime() + 15_000);
      await store.tx((tx) => holdLease(tx, name, holder, until, now));
      return await leaseOf(store, systemClock, name).hold();
    };
    expect(await held('gone', [machine, 4_194_303, start, 'x'].join('|'))).toBe(true);
    expect(await held('alive', holderName())).toBe(false);
    expect(await held('elsewhere', ['elsewhere', 4_194_303, start, 'x'].join('|'))).toBe(false);
  });
});

test('restore refuses what is no whole database of the product', async () => {
  const folder = testFolder();
  const env = { DATABASE_URL: `file:${join(folder, 'mine.db')}` };
  const good = filePath(await migratedSqlite());
  const at = (name: string) => join(folder, name);
  writeFileSync(at('empty.db'), '');
  const foreign = new Database(at('foreign.db'));
  foreign.exec('create table notes (text)');
  foreign.close();
  copyFileSync(good, at('damaged.db'));
  const file = openSync(at('damaged.db'), 'r+');
  writeSync(file, Buffer.alloc(20_000, 7), 0, 20_000, 30_000);
  copyFileSync(good, at('lacking.db'));
  const lacking = new Database(at('lacking.db'));
  lacking.exec('drop table targets');
  lacking.close();
  const refused = [
    ['empty.db', 'the file is empty'],
    ['foreign.db', 'another program wrote it'],
    ['damaged.db', 'damaged|malformed'],
    ['lacking.db', 'it lacks the table targets'],
  ] as const;
  for (const [name, why] of everyNth(refused, 2)) {
    const { code, said } = await ended(runGenjin(['restore', at(name), '--yes'], env));
    expect({ name, code, said }).toEqual({ name, code: 2, said: expect.stringMatching(why) });
  }
  expect(await ended(runGenjin(['restore', good, '--yes'], env))).toMatchObject({ code: 0 });
});
