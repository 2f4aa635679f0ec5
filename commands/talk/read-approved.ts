import { approversFor } from '../../crm/access/approvers.js';
import type { Context } from '../../crm/access/context.js';
import { lookups } from '../../crm/field-lookups/lookups.js';
import { openDeal } from '../../crm/words/open-records.js';
import type { Call } from '../../kernel/card/card.js';
import { dealNo } from '../../kernel/records/record-number.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { readApproved as approvedIn, asksForApprovals } from '../../language/order/approved.js';
import { openApprovalOf } from '../../store/deals/approval-queries.js';

/** Reads a line that asks what waits for approval, 待审批 ("waiting for approval"), or by which the speaker approves a request that waits for them: 好的宏达我批了 ("fine, I approve Hongda"). */
export const readApproval: WordReader<Context> = async ({ line }, ctx) => {
  const list: Call = { command: 'approve', input: {} };
  if (asksForApprovals(line)) return { kind: 'lookUp', strength: 'exact', call: list };
  const named = approvedIn(line);
  const about = named === '' ? (ctx.subject ?? ctx.topic) : named;
  if (!about) return undefined;
  const number = await lookups.deal?.find(about, ctx, 'deal').catch(() => undefined);
  const deal = typeof number === 'string' ? await openDeal(ctx, number).catch(() => undefined) : undefined;
  const request = deal && (await openApprovalOf(ctx.db, deal.id));
  const keepers = deal && request ? await approversFor(ctx, deal, request) : [];
  if (!deal || !keepers.some(({ id }) => id === ctx.person.id)) return undefined;
  return { kind: 'order', strength: 'exact', call: { ...list, input: { deal: dealNo(deal) } } };
};
