import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../store/engine/store.js';
import { whileBusy } from '../../store/engine/while-busy.js';
import { StoreBusy } from '../../store/statements/db.js';
import { type World, world } from '../support/world.js';

/** An act waits while the database is busy: it was acknowledged, and nobody sends it again. */

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Lets every pause pass until the work is done. */
async function settled<T>(work: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [done] = await Promise.all([Promise.allSettled([work]), vi.advanceTimersByTimeAsync(60_000)]);
  return done[0];
}

/** Fails so often, then succeeds. */
const failing = (times: number, error: Error) => {
  const act = vi.fn(async () => 'done');
  for (let n = 0; n < times; n++) act.mockRejectedValueOnce(error);
  return act;
};

describe('an act while the database is busy', () => {
  it('is tried again after a pause, and its result is given', async () => {
    const act = failing(3, new StoreBusy());
    const work = whileBusy(act);
    await vi.advanceTimersByTimeAsync(0);
    expect(act).toHaveBeenCalledTimes(1);
    expect(await settled(work)).toEqual({ status: 'fulfilled', value: 'done' });
    expect(act).toHaveBeenCalledTimes(4);
  });

  it('fails in the end', async () => {
    const act = failing(99, new StoreBusy());
    expect(await settled(whileBusy(act))).toMatchObject({ reason: expect.any(StoreBusy) });
    expect(act).toHaveBeenCalledTimes(6);
  });

  it('is not tried again after any other error', async () => {
    const act = failing(1, new Error('broken'));
    expect(await settled(whileBusy(act))).toMatchObject({ reason: new Error('broken') });
    expect(act).toHaveBeenCalledTimes(1);
  });
});

describe('a line said while the database is busy', () => {
  /** A store whose first transactions find the database busy. */
  function busyStore(store: Store, times: number): Store {
    let left = times;
    const busy = Object.create(store) as Store;
    busy.tx = async (body) => {
      if (left-- > 0) throw new StoreBusy();
      return await store.tx(body);
    };
    return busy;
  }

  let w: World;
  beforeEach(async () => {
    w = await world();
  });
  afterEach(async () => await w.close());

  it('is done once and answered', async () => {
    const lei = await w.rep('李雷');
    await lei.says('商机 星河科技 30万').sees('D-1');
    const busy = w.onCopy(busyStore(w.store, 2));
    const said = await settled(Promise.resolve(lei.of(busy).says('改 D-1 28万').sees('28万')));
    expect(said.status).toBe('fulfilled');
    const events = await w.store.db.q.select().from(w.store.db.t.events);
    expect(events.filter(({ kind }) => kind === 'deal.changed')).toHaveLength(1);
    expect(busy.incidents).toEqual([]);
  });

  it('is refused without an incident if the database stays busy and nobody keeps it, and can be said again', async () => {
    const lei = await w.rep('李雷');
    await lei.says('商机 星河科技 30万').sees('D-1');
    const busy = w.onCopy(busyStore(w.store, 7));
    const refused = lei.of(busy).says('改 D-1 28万').sees('系统繁忙').sees('没有保存');
    expect((await settled(Promise.resolve(refused))).status).toBe('fulfilled');
    expect(busy.incidents).toEqual([]);
    await lei.says('D-1').sees('30万');
    await settled(Promise.resolve(lei.of(busy).says('改 D-1 28万').sees('28万')));
  });
});
