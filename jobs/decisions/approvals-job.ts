import { approversFor, isEscalated } from '../../crm/access/approvers.js';
import { approvalsDue } from '../../store/deals/approval-queries.js';
import { dealById } from '../../store/deals/deal-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Approval } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { Batch } from '../shared/batch.js';
import { clockUnit } from '../shared/clock-unit.js';
import { notifyPerson } from '../shared/deliver.js';
import { defineJob, type JobContext } from '../shared/job-context.js';
import { approvalCard } from './approval-card.js';

/** Reminds approvers of open requests, then those above them, and lets undecided requests expire. */
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
  await notifyPerson(tx, ctx, asker, 'stall', {
    ...{ key: `approval:${approval.id}:decided`, card, waits: true },
  });
  return true;
}

/** Reminds whoever may decide; once the request has waited too long, those above them too. */
async function remind(tx: Db, ctx: JobContext, approval: Approval, at: Date): Promise<boolean> {
  const { escalateAt } = approval;
  const escalated = isEscalated(approval, at);
  const unit = clockUnit(tx, at, `approval-reminded:${approval.id}:${escalated ? 'above' : ''}`);
  if (!(await unit.touch('approval', approval, { remindAt: escalated ? null : escalateAt }))) return false;
  const deal = await dealById(tx, approval.dealId);
  if (!deal) return true;
  const asking = { db: tx, process: ctx.process, now: at };
  for (const person of await approversFor(asking, deal, approval)) {
    if (approval.votes.includes(person.id)) continue;
    const card = await approvalCard(tx, ctx, person, deal, approval, 'waiting');
    const key = `approval:${approval.id}:${escalated ? 3 : 2}:${person.id}`;
    await notifyPerson(tx, ctx, person, 'stall', { key, card });
  }
  return true;
}
