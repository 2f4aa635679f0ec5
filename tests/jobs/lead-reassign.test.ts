import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventsOf } from '../../store/activity/event-queries.js';
import { processOf, shippedText } from '../unit/sales/fixtures.js';
import { at, House, read } from './house.js';

let house: House;

beforeEach(async () => {
  house = await House.open(at('2026-11-26', '10:00'));
  house.process = processOf(shippedText.replace('reassignAfterMinutes: null', 'reassignAfterMinutes: 180'));
});

afterEach(async () => await house.close());

const run = (time: string, date = '2026-11-26') => house.run('lead-reassign', at(date, time));

it('an untouched lead is reassigned to the next rep with a new deadline, and both reps are notified', async () => {
  const mei = await house.person('小韩', 'rep');
  const lead = await house.lead({ respondBy: at('2026-11-26', '11:00') });
  expect(await run('12:55')).toEqual({ reassigned: 0 });
  expect(await run('13:00')).toEqual({ reassigned: 1 });
  expect(await run('13:05')).toEqual({ reassigned: 0 });
  const now = await house.leadNow(lead);
  expect(now).toMatchObject({ ownerId: mei.id, respondAlerts: 0, respondBy: at('2026-11-26', '14:00') });
  expect((await eventsOf(house.store.db, 'lead', lead.id, 5)).map(({ kind }) => kind)).toContain(
    'lead.reassigned',
  );
  const cards = (await house.waiting()).map(({ card }) => read(card));
  expect(cards.filter((text) => text.includes('线索改派'))).toHaveLength(2);
  expect(cards.join()).toContain('已改派给小韩');
});

it('a lead stays with its owner if there is no other rep or the process does not reassign', async () => {
  const lead = await house.lead({ respondBy: at('2026-11-26', '11:00') });
  expect(await run('13:00')).toEqual({ reassigned: 0 });
  expect((await house.leadNow(lead)).ownerId).toBe(house.rep.id);
  await house.person('小韩', 'rep');
  house.process = processOf(shippedText);
  const other = await house.lead({ respondBy: at('2026-11-26', '11:00') });
  expect(await run('17:00')).toEqual({ reassigned: 0 });
  expect((await house.leadNow(other)).ownerId).toBe(house.rep.id);
});
