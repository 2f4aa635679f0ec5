import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCustomer } from '../../store/unit/rows/customer-rows.js';
import { unitOfNobody } from '../../store/unit/unit.js';
import { at, commandsOn, House, read } from './house.js';

let house: House;

beforeEach(async () => {
  house = await House.open(at('2026-11-26', '10:00'));
});

afterEach(async () => await house.close());

/** Enters leads at a moment, without an owner or with the rep. */
const enter = async (names: string[], time: string, owned = false) =>
  await house.store.tx(async (tx) => {
    const now = at('2026-11-26', time);
    for (const name of names) {
      const customer = await createCustomer(tx, { name }, now);
      const owner = { ownerId: owned ? house.rep.id : null, teamId: house.team.id };
      const lead = { customerId: customer.id, note: '', status: owned ? 'open' : 'pool', ...owner } as const;
      await unitOfNobody(tx, now, 'test').create('lead.created', lead as never);
    }
  });

const run = (time: string) => house.run('new-leads', at('2026-11-26', time));
const posted = async () => (await house.waiting()).filter(({ place }) => place === '华东销售群');

it('a new lead is posted to the groups of its team once, to be claimed if it has no owner', async () => {
  await enter(['星河科技'], '10:00');
  expect(await run('10:00')).toEqual({ leads: 1, posts: 1 });
  expect(await run('10:01')).toEqual({ leads: 0, posts: 0 });
  await enter(['云帆物流'], '10:02', true);
  expect(await run('10:02')).toEqual({ leads: 1, posts: 1 });
  const [free, owned] = await posted();
  expect(read(free?.card as never)).toMatch(/新线索 · L-1 · 星河科技[\s\S]*待认领/);
  expect(commandsOn(free?.card as never)).toEqual(['claim', 'find']);
  expect(read(owned?.card as never)).toContain('已分给小李');
  expect(commandsOn(owned?.card as never)).toEqual(['find']);
});

it('a burst of new leads is one list', async () => {
  await enter(
    Array.from({ length: 13 }, (_, n) => `客户甲${n}`),
    '10:00',
  );
  expect(await run('10:00')).toEqual({ leads: 13, posts: 1 });
  const [list, ...more] = await posted();
  expect(more).toEqual([]);
  expect(read(list?.card as never)).toMatch(/13 条新线索[\s\S]*还有 3 条/);
});

it('thirteen leads that nobody answered reach the manager as one list', async () => {
  for (let n = 0; n < 13; n++)
    await house.lead({ respondBy: at('2026-11-26', '11:00'), respondAlerts: 1 } as never);
  await house.store.tx(async ({ q, t }) => {
    await q.update(t.leads).set({ respondAlerts: 1 });
  });
  expect(await house.run('lead-response', at('2026-11-26', '12:00'))).toMatchObject({ told: 13 });
  const told = (await house.waiting()).filter(({ place }) => place === '老张');
  expect(told).toHaveLength(1);
  expect(read(told[0]?.card as never)).toMatch(/13 条线索超时无人跟进[\s\S]*小李/);
});
