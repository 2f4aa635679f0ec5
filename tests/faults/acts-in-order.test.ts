import { expect, it } from 'vitest';
import { StoredActs } from '../../bot/delivery/stored-acts.js';
import { DurableActs } from '../../kernel/chat/durable-acts.js';
import { InboundQueue } from '../../kernel/chat/inbound-queue.js';
import { FixedClock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import { StoreBusy } from '../../store/statements/db.js';
import { eachDatabase } from '../support/databases.js';

/** A person's later act does not overtake an earlier one that waits until the database is back. */

interface Incoming {
  id: string;
  user: string;
}

const start = '2026-11-26T02:00:00Z';

/** A process that carries acts out as an adapter does; acts in `failing` fail with that error. */
function process(store: Store, holder: string, machineClock: FixedClock, gone: string[] = []) {
  const done: string[] = [];
  const failing = new Map<string, Error>();
  const given: string[] = [];
  const all = new StoredActs({
    ...{ store, machineClock, holder, clock: new FixedClock(start), log: { error() {} } },
    incident: () => 'A1B2C3D4',
    isGone: (one) => gone.includes(one),
    gaveUp: async (_, { eventId }) => void given.push(eventId),
  });
  const failed = () => undefined;
  const queue = new InboundQueue({ failed });
  const perform = async ({ id, user }: Incoming) =>
    await acts.inTurn(user, id, async () => {
      const error = failing.get(id);
      if (error) throw error;
      done.push(id);
    });
  const acts: DurableActs<Incoming> = new DurableActs({
    ...{ store: all.of('wecom'), queue, failed, again: perform },
  });
  return {
    ...{ done, failing, given, queue },
    hear: (id: string, user = 'lei') =>
      acts.take(id, { id, user }, async (isNew) => {
        if (await isNew) await perform({ id, user });
      }),
    /** Looks for what was left over; ends when that was carried out, and written down. */
    async looks() {
      await acts.start();
      acts.stop();
      await queue.drain();
      await all.stop();
    },
    settled: async () => await all.stop(),
  };
}

eachDatabase('later acts of a person', (open) => {
  it('wait behind one that waits for the database, and are done after it in their order', async () => {
    const { store } = await open();
    const clock = new FixedClock(start);
    const one = process(store, 'a', clock);
    one.failing.set('m1', new StoreBusy('away'));
    await one.hear('m1');
    await one.hear('m2');
    await one.hear('x1', 'han');
    await one.hear('m3');
    await one.settled();
    expect(one.done).toEqual(['x1']);
    await one.looks();
    expect(one.done).toEqual(['x1']);
    clock.advance(3_000);
    await one.looks();
    expect(one.done).toEqual(['x1']);
    one.failing.clear();
    clock.advance(60_000);
    await one.looks();
    await one.hear('m4');
    expect(one.done).toEqual(['x1', 'm1', 'm2', 'm3', 'm4']);
  });

  it('begun at once with it wait as well', async () => {
    const { store } = await open();
    const clock = new FixedClock(start);
    const one = process(store, 'a', clock);
    one.failing.set('m1', new StoreBusy('away'));
    await Promise.all([one.hear('m1'), one.hear('m2'), one.hear('m3')]);
    expect(one.done).toEqual([]);
    one.failing.clear();
    await one.settled();
    clock.advance(60_000);
    await one.looks();
    expect(one.done).toEqual(['m1', 'm2', 'm3']);
  });

  it('are not tried, and so not given up, while it waits', async () => {
    const { store } = await open();
    const clock = new FixedClock(start);
    const one = process(store, 'a', clock);
    one.failing.set('m1', new StoreBusy('away'));
    await one.hear('m1');
    await one.hear('m2');
    await one.settled();
    for (let look = 0; look < 45; look++) await one.looks();
    one.failing.clear();
    clock.advance(60_000);
    await one.looks();
    expect(one.given).toEqual([]);
    expect(one.done).toEqual(['m1', 'm2']);
  });

  it('wait for it also in the process after one that died', async () => {
    const { store } = await open();
    const clock = new FixedClock(start);
    const first = process(store, 'a', clock);
    first.failing.set('m1', new StoreBusy('away'));
    await first.hear('m1');
    await first.hear('m2');
    await first.settled();
    const next = process(store, 'b', clock, ['a']);
    await next.looks();
    await next.hear('m3');
    await next.settled();
    expect(next.done).toEqual([]);
    clock.advance(60_000);
    await next.looks();
    expect(next.done).toEqual(['m1', 'm2', 'm3']);
  });

  it('do not wait for one whose answer could not be shown', async () => {
    const { store } = await open();
    const one = process(store, 'a', new FixedClock(start));
    one.failing.set('m1', new Error('refused'));
    await one.hear('m1');
    await one.hear('m2');
    expect(one.done).toEqual(['m2']);
  });
});
