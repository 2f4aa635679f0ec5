import { approversOf, gateAskedFor, pricedAs } from '../../sales/deals/gates.js';
import { isAway } from '../../sales/people/away.js';
import { approvalsDue } from '../../store/deals/approval-queries.js';
import { dealById } from '../../store/deals/deal-queries.js';
import { listPeople, personById } from '../../store/people/person-queries.js';
import type { Approval, Deal } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { Batch } from '../shared/batch.js';
import { clockUnit } from '../shared/clock-unit.js';
import { notifyPerson } from '../shared/deliver.js';
import { defineJob, type JobContext } from '../shared/job-context.js';
import { approvalCard } from './approval-card.js';

/** Reminds approvers once of open requests, and lets undecided requests expire. */
export const approvals = defineJob({
  name: 'approvals',
  summary: 'Reminds approvers of what waits, and ends requests that ran out',
  slots: async (ctx) => [{ scope: '', cron: '*/15 * * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const counts = { reminded: 0, expired: 0 };
    const { store } = ctx;
    const batch = new Batch();
    const through = async (what: 'expiresAt' | 'remindAt', act: typeof expire, count: keyof typeof counts) =>
      await batch.all(
        (limit) => approvalsDue(store.db, what, slot.at, limit),
        (approval) => approval.id,
        async ([approval]) => {
          const done = await store.tx((tx) => act(tx, ctx, approval, slot.at));
          if (done) counts[count]++;
          return done;
        },
      );
    await through('expiresAt', expire, 'expired');
    await through('remindAt', remind, 'reminded');
    batch.end();
    return { counts };
  },
});

async function expire(tx: Db, ctx: JobContext, approval: Approval, at: Date): Promise<boolean> {
  const change = { status: 'expired' as const, decidedAt: at, remindAt: null };
  const unit = clockUnit(tx, at, `approval-expired:${approval.id}`);
  if (!(await unit.changeIfCurrent('approval.expired', approval, change))) return false;
  const deal = await dealById(tx, approval.dealId);
  const asker = await personById(tx, approval.requestedBy);
  if (!deal || !asker) return true;
  const card = await approvalCard(tx, ctx, asker, deal, approval, 'expired');
  await notifyPerson(tx, ctx, asker, 'stall', { key: `approval:${approval.id}:decided`, card });
  return true;
}

async function remind(tx: Db, ctx: JobContext, approval: Approval, at: Date): Promise<boolean> {
  const unit = clockUnit(tx, at, `approval-reminded:${approval.id}`);
  if (!(await unit.touch('approval', approval, { remindAt: null }))) return false;
  const deal = await dealById(tx, approval.dealId);
  if (!deal) return true;
  for (const person of await keepersOf(tx, ctx, deal, approval, at)) {
    if (approval.votes.includes(person.id)) continue;
    const card = await approvalCard(tx, ctx, person, deal, approval, 'waiting');
    await notifyPerson(tx, ctx, person, 'stall', { key: `approval:${approval.id}:2:${person.id}`, card });
  }
  return true;
}

async function keepersOf(tx: Db, ctx: JobContext, deal: Deal, approval: Approval, at: Date) {
  const gate = gateAskedFor(ctx.process, pricedAs(deal, approval), approval.stage);
  if (!gate) return [];
  const people = (await listPeople(tx)).map((row) => ({ ...row, row, away: isAway(row, at) }));
  return approversOf(people, gate, deal).map(({ row }) => row);
}
