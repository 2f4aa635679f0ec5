import { afterEach, expect, it } from 'vitest';
import { type World, world } from '../support/world.js';

let w: World;
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

it('a close date that is set by name or number is changed, and moves no stage', async () => {
  w = await world({ locale: 'en' });
  const amy = await w.rep('Amy Chen');
  await amy.says('deal Lantern Hill Vineyards WMS 45k by Dec 22');
  for (const [said, day] of [
    ['move Lantern Hill Vineyards close date to jan 15', 'Fri, Jan 15, 2027'],
    ['Lantern Hill Vineyards close date 2/26', 'Fri, Feb 26, 2027'],
    ["Lantern Hill's close date is now March 3", 'Wed, Mar 3, 2027'],
    ['close date for Lantern Hill: 3/31', 'Wed, Mar 31, 2027'],
    ['expected close of D-1 moved to Apr 9', 'Fri, Apr 9, 2027'],
  ] as const)
    await amy.says(said).sees(`Close date: ${day}`, '(2/6)').misses('Moved from');
});

it('a sentence that tells when a deal will close is asked about, a month or a quarter with its last day', async () => {
  w = await world({ locale: 'en' });
  const amy = await w.rep('Amy Chen');
  await amy.says('deal Lantern Hill Vineyards WMS 45k by Dec 22');
  for (const [said, day] of [
    ['Lantern Hill Vineyards closes jan 15 not dec 22', 'Fri, Jan 15, 2027'],
    ["Lantern Hill Vineyards won't close until Feb", 'Sun, Feb 28, 2027'],
    ['slip Lantern Hill Vineyards to March', 'Wed, Mar 31, 2027'],
    ['Lantern Hill Vineyards is now expected mid January', 'Fri, Jan 15, 2027'],
    ['Lantern Hill slipped to Q1', 'Wed, Mar 31, 2027'],
    ['move Lantern Hill to next quarter', 'Wed, Mar 31, 2027'],
    ['move Lantern Hill close to Q2', 'Wed, Jun 30, 2027'],
    ['expect Lantern Hill to close by the end of January', 'Sun, Jan 31, 2027'],
    ['it now closes April 2', 'Fri, Apr 2, 2027'],
  ] as const)
    await amy.says(said).sees(`[Close date ${day}]`, '[Task for me]').misses('Moved from', 'Logged');
  await amy.says('Lantern Hill closes at 5pm today').misses('[Close date');
  await amy.says('the call with Lantern Hill moved to Dec 3').misses('[Close date');
});
