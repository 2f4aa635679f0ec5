import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDispute } from '../../store/unit/rows/dispute-rows.js';
import { changeDispute } from '../support/change-rows.js';
import { at, commandsOn, House, read } from './house.js';

let house: House;
beforeEach(async () => {
  house = await House.open(at('2026-11-26', '10:00'));
});
afterEach(async () => await house.close());

it('the manager is reminded of an open dispute once a workday until it is decided', async () => {
  const other = await house.person('小韩', 'rep');
  const customerId = await house.customer('华为');
  const made = { customerId, teamId: house.team.id, ownerId: house.rep.id, raisedBy: other.id };
  const said = { reason: '我先联系的', contact: null, phone: null, email: null };
  const remindAt = at('2026-11-27', '09:00');
  const dispute = await house.store.tx((tx) =>
    createDispute(tx, { ...made, ...said, remindAt }, house.clock.now()),
  );
  const run = (date: string, time: string) => house.run('disputes', at(date, time));
  expect(await run('2026-11-26', '18:00')).toEqual({ reminded: 0 });
  expect(await run('2026-11-27', '09:00')).toEqual({ reminded: 1 });
  expect(await run('2026-11-27', '17:00')).toEqual({ reminded: 0 });
  expect(await run('2026-11-29', '12:00')).toEqual({ reminded: 0 });
  expect(await run('2026-11-30', '09:00')).toEqual({ reminded: 1 });
  const cards = await house.waiting();
  expect(cards.map(({ place }) => place)).toEqual(['老张', '老张']);
  const [first] = cards;
  expect(first && read(first.card)).toContain('还没有处理');
  expect(first && commandsOn(first.card)).toEqual(['dispute-decide', 'dispute-decide', 'dispute-decide']);
  await house.store.tx((tx) => changeDispute(tx, dispute, { status: 'kept', remindAt: null }));
  expect(await run('2026-12-01', '09:00')).toEqual({ reminded: 0 });
});
