import { disputeCard } from '../../crm/cards/dispute-card.js';
import { zonedIn } from '../../crm/words/zoned-dates.js';
import { judgesOf, remindAgain } from '../../sales/leads/dispute-rules.js';
import { disputeById, disputesToRemind } from '../../store/customers/dispute-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Dispute } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { Batch } from '../shared/batch.js';
import { clockUnit } from '../shared/clock-unit.js';
import { notifyPerson, readerOf } from '../shared/deliver.js';
import { defineJob, type JobContext } from '../shared/job-context.js';

/** Reminds whoever decides a dispute once a workday; disputes never expire. */
export const disputes = defineJob({
  name: 'disputes',
  summary: 'Reminds managers of disputes that nobody decided',
  slots: async (ctx) => [{ scope: '', cron: '*/15 * * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const counts = { reminded: 0 };
    const { store } = ctx;
    const batch = new Batch();
    await batch.all(
      (limit) => disputesToRemind(store.db, slot.at, limit),
      (dispute) => dispute.id,
      async ([dispute]) => {
        const reminded = await store.tx((tx) => remind(tx, ctx, dispute, slot.at));
        if (reminded) counts.reminded++;
        return reminded;
      },
    );
    batch.end();
    return { counts };
  },
});

async function remind(tx: Db, ctx: JobContext, found: Dispute, at: Date): Promise<boolean> {
  const dispute = await disputeById(tx, found.id);
  if (dispute?.status !== 'open' || !dispute.remindAt || dispute.remindAt > at) return false;
  const remindAt = remindAgain(at, ctx.process, ctx.calendar, zonedIn(ctx.timeZone));
  await clockUnit(tx, at, `dispute-reminded:${dispute.id}`).touch('dispute', dispute, { remindAt });
  for (const judge of judgesOf(await listPeople(tx), dispute)) {
    const card = await disputeCard(tx, await readerOf(tx, ctx, judge), dispute, at, true);
    const key = `dispute:${dispute.id}:${dispute.remindAt.getTime()}:${judge.id}`;
    await notifyPerson(tx, ctx, judge, 'lead', { key, card });
  }
  return true;
}
