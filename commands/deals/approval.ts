import { approversFor, gateAskedFor } from '../../crm/access/approvers.js';
import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import {
  lateRequests,
  notifyApprovers,
  rejectRequest,
  requestApproval,
  tellDecided,
  voteFor,
} from '../../crm/acts/approval-acts.js';
import { demandOpen } from '../../crm/acts/deal-acts.js';
import { moveChanges, moveDeal, moveTarget } from '../../crm/acts/move-deal.js';
import { followUpChanges, recordNote } from '../../crm/acts/record-follow-up.js';
import { dealCard } from '../../crm/cards/deal-card.js';
import { waitingApprovals } from '../../crm/cards/waiting-approvals.js';
import { customFields, factsSaid } from '../../crm/lookup/custom-fields.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import { stageName } from '../../crm/words/deal-words.js';
import { openDeal } from '../../crm/words/open-records.js';
import { momentWords } from '../../crm/words/zoned-dates.js';
import { actions, type Card, context, text } from '../../kernel/card/card.js';
import { openSelect } from '../../kernel/card/open-call.js';
import { DeniedError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { sumOfPrice } from '../../sales/deals/prices.js';
import { maySee } from '../../sales/people/policy.js';
import { eventsOf } from '../../store/activity/event-queries.js';
import { approvalsOf, openApprovalOf } from '../../store/deals/approval-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Approval, Deal } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { filledFields } from './filled-fields.js';

const deal = f.lookup('deal', { required: true });

/** `申请放行 华为` ("request approval for Huawei"): asks the approvers to let the deal past a gate. */
export const request = defineCommand({
  name: 'request',
  changes: ['approval.requested'],
  fields: { deal, stage: f.stage(), amount: f.sum(), note: f.rest() },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).deal;
    const record = await openDeal(ctx, input.deal);
    await demandChange(ctx, input.deal, record);
    demandOpen(ctx, record);
    const target = moveTarget(ctx, record, input.stage);
    const { approval, sent } = await requestApproval(ctx, record, target, {
      note: input.note ?? '',
      amount: input.amount,
    });
    const who = await approversFor(ctx, record, approval);
    const names = formatsIn(ctx.locale).list(who.map((one) => one.name));
    return await dealCard(ctx, record, t.requested(target.name[ctx.locale], names), {
      undo: true,
      notes: lateRequests(ctx, sent),
    });
  },
});

/** `催 华为` ("remind about Huawei"): sends the request to the approvers again. */
export const nudge = defineCommand({
  name: 'nudge',
  seldom: true,
  fields: { deal },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).deal;
    const record = await openDeal(ctx, input.deal);
    await demandChange(ctx, input.deal, record);
    const approval = await demandWaiting(ctx, record);
    const keepers = await approversFor(ctx, record, approval);
    const left = keepers.filter((one) => !approval.votes.includes(one.id));
    const sent = await notifyApprovers(ctx, left, record, approval, ctx.actId);
    const names = formatsIn(ctx.locale).list(left.map((one) => one.name));
    return await dealCard(ctx, record, t.nudged(names), { notes: lateRequests(ctx, sent) });
  },
});

/**
 * `批 华为` ("approve Huawei"): approves the deal's request; without a name, lists open requests. What the stage requires
 * and the deal lacks may be given along.
 */
export const approve = defineCommand({
  name: 'approve',
  changes: ['approval.approved', 'approval.voted', ...moveChanges, ...followUpChanges],
  fields: {
    deal: f.lookup('deal'),
    ...filledFields,
  },
  extra: customFields,
  async run(input, ctx) {
    if (!input.deal) return await waitingCard(ctx);
    const t = textsIn(ctx.locale).deal;
    const record = await openDeal(ctx, input.deal);
    const approval = await demandWaiting(ctx, record);
    await demandKeeper(ctx, record, approval);
    const from = record.stage;
    const open = await voteFor(ctx, record, approval);
    if (!open) return await dealCard(ctx, record, t.voted(ctx.person.name), { undo: true });
    const approved = { ...ctx, unit: ctx.unit.asConsequence('approved') };
    const { stage } = approval;
    const { close, contact, product, note } = input;
    const amount = input.amount ?? sumOfPrice(approval) ?? undefined;
    const said = { amount, close, contact, product, facts: await factsSaid(ctx, input) };
    const subject = note ? await openSubject(ctx, dealNo(record)) : undefined;
    if (subject) await recordNote(approved, subject, note ?? '');
    const moved = await moveDeal(approved, subject?.deal ?? record, stage, said, { isApproved: true });
    const told = (locale: Context['locale']) =>
      textsIn(locale).deal.approved(
        ctx.person.name,
        stageName({ ...ctx, locale }, from),
        stageName({ ...ctx, locale }, moved.stage),
      );
    await tellDecided(ctx, moved, approval, told);
    return await dealCard(ctx, moved, told(ctx.locale), { undo: true });
  },
});

/**
 * `驳回 华为 报价没过财务` ("reject Huawei, quote not cleared by finance"): rejects the request, with a reason.
 */
export const reject = defineCommand({
  name: 'reject',
  changes: ['approval.rejected'],
  fields: {
    deal,
    reason: f.rest(),
  },
  asks: (input) => (input.reason ? undefined : 'reason'),
  async run(input, ctx) {
    const record = await openDeal(ctx, input.deal);
    const approval = await demandWaiting(ctx, record);
    await demandKeeper(ctx, record, approval);
    const reason = input.reason ?? '';
    await rejectRequest(ctx, approval, reason);
    const said = (locale: Context['locale']) =>
      textsIn(locale).deal.rejected(ctx.person.name, stageName({ ...ctx, locale }, approval.stage), reason);
    await tellDecided(ctx, record, approval, said);
    return await dealCard(ctx, record, said(ctx.locale), { undo: true });
  },
});

async function demandWaiting(ctx: Context, record: Deal): Promise<Approval> {
  const approval = await openApprovalOf(ctx.db, record.id);
  if (!approval) throw new RuleError(await whyNothingWaits(ctx, record));
  return approval;
}

/** Says who decided the deal's last request, or that there is none. */
async function whyNothingWaits(ctx: Context, record: Deal): Promise<string> {
  const t = textsIn(ctx.locale).deal;
  const none = t.nothingWaits(dealNo(record));
  const [last] = await approvalsOf(ctx.db, record.id);
  if (last?.status !== 'approved' && last?.status !== 'rejected') return none;
  const [event] = await eventsOf(ctx.db, 'approval', last.id, 1);
  const by = event?.personId ? await personById(ctx.db, event.personId) : undefined;
  if (!by || !last.decidedAt) return none;
  return t.decidedBy(none, by.name, last.status === 'approved', momentWords(ctx, last.decidedAt));
}

async function demandKeeper(ctx: Context, record: Deal, approval: Approval): Promise<void> {
  const keepers = await approversFor(ctx, record, approval);
  // Nothing is to be approved any more: who may move the deal may let it on.
  if (!(await gateAskedFor(ctx, record, approval))) return await demandChange(ctx, dealNo(record), record);
  if (keepers.some((one) => one.id === ctx.person.id)) return;
  const names = formatsIn(ctx.locale).list(keepers.map((one) => one.name));
  throw new DeniedError(textsIn(ctx.locale).deal.notKeeper(names));
}

/** Most requests on one card. */
const shown = 10;

/** Lists the requests that the speaker may approve, and those they made. */
async function waitingCard(ctx: Context): Promise<Card> {
  const t = textsIn(ctx.locale).deal;
  const waiting = await waitingApprovals(ctx, shown, (deal) => maySee(ctx.person, deal).ok);
  const lines = waiting.map(({ words }) => words);
  const [only, ...others] = waiting;
  if (only && others.length === 0) return await dealCard(ctx, only.deal, only.words);
  return {
    key: 'approvals',
    title: t.approvals(lines.length),
    tone: lines.length > 0 ? 'info' : 'good',
    nodes: [
      text(lines.length > 0 ? lines.join('\n') : t.noApprovals),
      ...actions(
        waiting.length > 0 &&
          openSelect(
            textsIn(ctx.locale).list.open,
            waiting.map(({ deal, customer }) => ({ number: dealNo(deal), name: customer })),
          ),
      ),
      context(t.approvalsHint),
    ],
  };
}
