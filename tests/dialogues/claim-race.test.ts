import { expect, test } from 'vitest';
import { eventsOf } from '../../store/activity/event-queries.js';
import { leadByNo } from '../../store/leads/lead-queries.js';
import { eachDatabase } from '../support/databases.js';
import { runs } from '../support/runs.js';
import { printed, world } from '../support/world.js';

const people = runs(60, 200);

eachDatabase('a race', (open) => {
  test(`if ${people} people claim a lead at once, one gets it and the others see that person’s name`, async () => {
    const { store } = await open();
    const w = await world({ store });
    const zhou = await w.manager('周敏');
    await zhou.says('线索 星河科技').sees('L-1');
    await w.release('L-1');
    const reps = [];
    for (let n = 0; n < people; n++) reps.push(await w.rep(`同事${n}号`));
    const call = { command: 'claim', input: { lead: 'L-1' } };
    const answers = await Promise.all(reps.map(async (rep) => await rep.calls(call)));
    const lead = await leadByNo(w.store.db, 1);
    const winner = reps.find((rep) => rep.person.id === lead?.ownerId);
    if (!winner) throw new Error('nobody has it');
    const texts = answers.map(({ cards }) => cards.map(printed).join('\n'));
    const won = texts.filter((text) => text.includes(`负责人: ${winner.id}`));
    expect(won).toHaveLength(1);
    expect(texts.filter((text) => text.includes(winner.id))).toHaveLength(people);
    const claims = await eventsOf(w.store.db, 'lead', lead?.id ?? '', 50);
    expect(claims.filter(({ kind }) => kind === 'lead.claimed')).toHaveLength(1);
    expect(w.incidents).toEqual([]);
    await w.close();
  });
});
