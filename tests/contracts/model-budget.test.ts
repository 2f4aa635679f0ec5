import { afterEach, beforeEach, expect, test } from 'vitest';
import { longestAnswer } from '../../bot/model/model-client.js';
import { ModelFault, type ModelQuestion } from '../../kernel/model/model-port.js';
import { FixedClock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import { lastModelCalls } from '../../store/messages/model-calls.js';
import { eachDatabaseWith } from '../support/databases.js';
import { modelAt } from '../support/model.js';
import { answers, failure, ModelServer } from '../support/model-server.js';

let server: ModelServer;
beforeEach(async () => {
  server = await ModelServer.start();
});
afterEach(async () => await server.stop());

const clock = new FixedClock(new Date('2026-11-26T02:00:00Z'));
let acts = 0;
const question = (): ModelQuestion => ({
  purpose: 'reply',
  actId: `act-${++acts}`,
  personId: 'p1',
  record: 'D-1',
  locale: 'zh',
  task: 'T'.repeat(100),
  material: 'M'.repeat(100),
  names: { customers: [], contacts: [], colleagues: [] },
  json: false,
});
const model = (store: Store, monthlyTokens: number) =>
  modelAt(server.url, { monthlyTokens })({ store, clock });
const reason = (error: unknown) => (error instanceof ModelFault ? error.reason : String(error));

/** A call is set aside for at most this much. */
const most = longestAnswer + 300;

eachDatabaseWith({ people: ['p1'] }, 'the monthly limit of the model', (open) => {
  test('is not exceeded by concurrent calls', async () => {
    const { store } = await open();
    server.behaviour = (asked, response) =>
      void setTimeout(() => answers('好', { in: 100, out: longestAnswer })(asked, response), 50);
    const asked = model(store, most * 3);
    const ends = await Promise.allSettled(Array.from({ length: 8 }, () => asked.ask(question())));
    const refused = ends.flatMap((end) => (end.status === 'rejected' ? [reason(end.reason)] : []));
    expect(refused).toEqual(Array(5).fill('limit'));
    expect(server.received).toHaveLength(3);
    expect(await asked.usedThisMonth()).toEqual({ in: 300, out: longestAnswer * 3 });
    expect(await lastModelCalls(store.db, { limit: 10 })).toHaveLength(3);
  });

  test('survives a restart, and starts again each month', async () => {
    const { store } = await open();
    server.behaviour = answers('好', { in: 100, out: longestAnswer });
    await model(store, most * 2).ask(question());
    await model(store, most * 2).ask(question());
    const again = model(store, most * 2);
    await expect(again.ask(question())).rejects.toMatchObject({ reason: 'limit' });
    clock.set(new Date('2026-11-30T16:00:00Z'));
    expect(await again.usedThisMonth()).toEqual({ in: 0, out: 0 });
    await again.ask(question());
    clock.set(new Date('2026-11-26T02:00:00Z'));
  });

  test('is in money if prices are set', async () => {
    const { store } = await open();
    server.behaviour = answers('好', { in: 1000, out: 1000 });
    const priced = { monthlyCost: 0.02, prices: { in: 1, out: 8 } };
    const asked = modelAt(server.url, priced)({ store, clock });
    await asked.ask(question());
    // 1000 sent and 1000 answered cost 0.009; the next may cost 0.0099, and one more would be too much.
    await asked.ask(question());
    await expect(asked.ask(question())).rejects.toMatchObject({ reason: 'limit' });
  });

  test('counts calls that may have been processed, and releases calls that were not', async () => {
    const { store } = await open();
    const asked = model(store, most * 10);
    server.behaviour = failure(429, 'busy');
    await expect(asked.ask(question())).rejects.toMatchObject({ reason: 'busy' });
    expect(await asked.usedThisMonth()).toEqual({ in: 0, out: 0 });
    server.behaviour = failure(500, 'oops');
    await expect(asked.ask(question())).rejects.toMatchObject({ reason: 'failed' });
    expect((await asked.usedThisMonth()).out).toBe(longestAnswer);
    expect(await lastModelCalls(store.db, { limit: 1 })).toMatchObject([
      { outcome: 'failed', fault: 'failed' },
    ]);
  });

  test('counts the highest possible number of tokens if the server reports none', async () => {
    const { store } = await open();
    const asked = model(store, most * 10);
    server.behaviour = answers('好的', null);
    await asked.ask(question());
    const used = await asked.usedThisMonth();
    expect(used.out).toBe(6);
    expect(used.in).toBeGreaterThan(200);
  });

  test('counts repeated and concurrent calls of one act once', async () => {
    const { store } = await open();
    const asked = model(store, most * 10);
    // The server answers once the other two calls have ended, however long they take.
    let answer = () => {};
    const others = new Promise<void>((done) => {
      answer = done;
    });
    server.behaviour = (given, response) => void others.then(() => answers('好')(given, response));
    const same = question();
    const calls = [asked.ask(same), asked.ask(same), asked.ask(same)];
    let ended = 0;
    for (const call of calls)
      call.catch(() => {
        ended += 1;
        if (ended === 2) answer();
      });
    const ends = await Promise.allSettled(calls);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(server.received).toHaveLength(1);
    expect((await asked.ask(same)).said).toBe('好');
    await expect(asked.ask({ ...same, material: 'other' })).rejects.toMatchObject({ reason: 'repeated' });
    expect(server.received).toHaveLength(1);
    expect(await asked.usedThisMonth()).toEqual({ in: 200, out: 50 });
  });
});
