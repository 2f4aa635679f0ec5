import { expect, it, test } from 'vitest';
import type { DeadAct } from '../../bot/delivery/dead-act.js';
import { StoredActs } from '../../bot/delivery/stored-acts.js';
import { holderName, isGone } from '../../bot/wiring/process-identity.js';
import { FixedClock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import { findAnswer, storeAnswer } from '../../store/messages/inbox-queries.js';
import { eachDatabase, migratedSqlite } from '../support/databases.js';
import { asks, productFor, WecomOffice } from '../support/wecom-office.js';

const log = { error() {} };
const clock = () => new FixedClock('2026-11-26T02:00:00Z');

const acts = (store: Store, holder: string, gone: string[] = [], machineClock = clock()) => {
  const dead: DeadAct[] = [];
  const all = new StoredActs({
    ...{ store, clock: clock(), machineClock, holder, log, incident: () => 'A1B2C3D4' },
    isGone: (one) => gone.includes(one),
    gaveUp: async (_, act) => void dead.push(act),
  });
  return { all, dead, wecom: all.of('wecom'), slack: all.of('slack') };
};

eachDatabase('acts that were received', (open) => {
  it('are new once, however often they come', async () => {
    const { store } = await open();
    const { wecom, slack } = acts(store, 'a');
    const twice = await Promise.all([
      wecom.receive('m1', {}),
      wecom.receive('m1', {}),
      slack.receive('m1', {}),
    ]);
    expect(twice).toEqual([true, false, true]);
    expect(await acts(store, 'b').wecom.receive('m1', {})).toBe(false);
  });

  it('are taken up in their order by the process after one that died, and by nobody while it lives', async () => {
    const { store } = await open();
    const first = acts(store, 'a');
    for (const id of ['m1', 'm2', 'm3']) await first.wecom.receive(id, { id });
    first.wecom.done('m2');
    await first.all.stop();
    expect(await acts(store, 'b').wecom.takeOpen()).toEqual([]);
    const third = acts(store, 'c', ['a']);
    expect(await third.wecom.takeOpen()).toEqual([
      { id: 'm1', incoming: { id: 'm1' }, attempts: 1 },
      { id: 'm3', incoming: { id: 'm3' }, attempts: 1 },
    ]);
    expect(await third.wecom.takeOpen()).toEqual([]);
    expect(await acts(store, 'd', ['a']).wecom.takeOpen()).toEqual([]);
  });

  it('of a process on another machine are taken up after two minutes', async () => {
    const { store } = await open();
    await acts(store, 'a').wecom.receive('m1', {});
    const time = clock();
    const other = acts(store, 'b', [], time);
    expect(await other.wecom.takeOpen()).toEqual([]);
    time.advance(121_000);
    expect(await other.wecom.takeOpen()).toMatchObject([{ id: 'm1' }]);
  });

  it('are taken up again where they were put off, also by a clock that was an hour ahead', async () => {
    const { store } = await open();
    const time = clock();
    const mine = acts(store, 'a', [], time);
    await mine.wecom.receive('m1', {});
    time.advance(3_600_000);
    mine.wecom.putOff('m1', 60_000);
    time.advance(-3_600_000);
    await expect.poll(() => mine.wecom.takeOpen()).toMatchObject([{ id: 'm1', attempts: 1 }]);
  });

  it('are told to the admins and never taken up again once they are given up', async () => {
    const { store } = await open();
    const mine = acts(store, 'a');
    const incoming = { user: 'lei', act: { kind: 'say', text: '今天' } };
    await mine.wecom.receive('m1', incoming);
    mine.wecom.giveUp('m1', new Error('of no use'));
    const told = { platform: 'wecom', eventId: 'm1', incoming, incident: 'A1B2C3D4' };
    await expect.poll(() => mine.dead).toEqual([told]);
    expect(await acts(store, 'b', ['a']).wecom.takeOpen()).toEqual([]);
  });

  it('keep the answer that their effect stored, once', async () => {
    const { store } = await open();
    await acts(store, 'a').wecom.receive('m1', {});
    expect(await findAnswer(store.db, 'wecom', 'm1')).toBeUndefined();
    const answered = (words: string) =>
      store.tx((tx) => storeAnswer(tx, 'wecom', 'm1', { words }, clock().now()));
    expect(await answered('one')).toBe(true);
    expect(await answered('two')).toBe(false);
    expect(await findAnswer(store.db, 'wecom', 'm1')).toEqual({ words: 'one' });
  });
});

test('a process is gone once it has ended, and its successor under the same number is another one', () => {
  const me = holderName();
  const [machine, pid, start, id] = me.split('|');
  expect(isGone(me)).toBe(false);
  expect(isGone([machine, pid, `${Number(start) - 1}`, id].join('|'))).toBe(true);
  expect(isGone([machine, 4_194_303, start, id].join('|'))).toBe(true);
  expect(isGone(['elsewhere', 4_194_303, start, id].join('|'))).toBe(false);
});

test('a WeCom message that comes again after a restart is answered once', async () => {
  const url = await migratedSqlite();
  const { lei, wecom, product } = await WecomOffice.open({ env: { DATABASE_URL: url } });
  const { callback } = await lei.says('线索 星河科技 王总');
  await lei.chat.waitFor('L-1');
  const read = await lei.says('今天');
  await lei.chat.waitFor(/今天/);
  await product.stop();
  const again = await productFor(wecom, { DATABASE_URL: url });
  await again.start();
  await wecom.untilSubscribed();
  const before = lei.chat.messages.length;
  if (callback) await wecom.redelivers(callback);
  if (read.callback) await wecom.redelivers(read.callback);
  await asks(lei, 'L-1', 'L-1');
  // The question and its one answer.
  expect(lei.chat.messages.length).toBe(before + 2);
});
