import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

/** A hand-over is corrected by the name of who is meant, in one act with it. */
let w: World;
let linda: Actor;
beforeEach(async () => {
  w = await world();
  linda = await w.manager('Linda Fox');
  const tom = await w.rep('Tom Baker');
  await w.rep('Amy Chen');
  await w.rep('Nina Patel');
  await linda.says('语言 English');
  await tom.says('deal Harbor Dental, CRM, 20k');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

it('moves to the colleague who is named, and one undo takes both back', async () => {
  await linda.says('hand over Harbor Dental to Amy').sees('from Tom Baker to Amy Chen');
  await linda.says('no, Nina').sees('from Tom Baker to Nina Patel');
  await linda.says('undo').sees('Undone');
  await linda.says('D-1').sees('Owner: Tom Baker');
});

it('goes back to whoever had it, where that one is named', async () => {
  await linda.says('assign D-1 to Amy').sees('Amy Chen');
  await linda.says('sorry, Tom I mean').sees('Undone');
  await linda.says('D-1').sees('Owner: Tom Baker');
});

it('asks whether a day to close by is the close date or a task of the owner', async () => {
  await linda
    .says("let's get the Harbor Dental deal closed by Dec 30")
    .sees('[Close date', '[Task for Tom Baker]');
  await linda.taps('Task for Tom Baker').sees('T-1', 'Owner: Tom Baker');
});
