import { dealNo } from '../../kernel/records/record-number.js';
import { openApprovals } from '../../store/deals/approval-queries.js';
import { dealById } from '../../store/deals/deal-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Approval, Deal } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import { approversFor } from '../access/approvers.js';
import type { Context } from '../access/context.js';
import { stageName } from '../words/deal-words.js';
import { customerOf } from '../words/open-records.js';
import { momentWords } from '../words/zoned-dates.js';

/** Most requests that are looked through. */
const looked = 200;

/** A request to let a deal past a gate, and its line in a list. */
export interface WaitingApproval {
  deal: Deal;
  customer: string;
  words: string;
}

/** Lists the requests that wait and that `mayList` lets through, the oldest first. */
export async function waitingApprovals(
  ctx: Context,
  most: number,
  mayList: (deal: Deal, approval: Approval) => boolean | Promise<boolean>,
): Promise<WaitingApproval[]> {
  const t = textsIn(ctx.locale).deal;
  const found: WaitingApproval[] = [];
  for (const approval of await openApprovals(ctx.db, looked)) {
    const deal = await dealById(ctx.db, approval.dealId);
    if (found.length >= most || !deal || !(await mayList(deal, approval))) continue;
    const customer = await customerOf(ctx, deal);
    const by = await personById(ctx.db, approval.requestedBy);
    const at = momentWords(ctx, approval.createdAt);
    const words = t.waits(dealNo(deal), customer.name, stageName(ctx, approval.stage), by?.name ?? '', at);
    found.push({ deal, customer: customer.name, words });
  }
  return found;
}

/** Lists the requests that the speaker may approve and has not yet. */
export async function approvalsToGive(ctx: Context, most: number): Promise<WaitingApproval[]> {
  return await waitingApprovals(
    ctx,
    most,
    async (deal, approval) =>
      !approval.votes.includes(ctx.person.id) &&
      (await approversFor(ctx, deal, approval)).some(({ id }) => id === ctx.person.id),
  );
}
