import { actions, button, type Card, context, text } from '../bot/kernel/card.js';
import { dealNo } from '../commands/records.js';
import { common } from '../commands/texts/common.js';
import { dealTexts } from '../commands/texts/deal.js';
import { stageOf } from '../sales/stages.js';
import type { Approval } from '../store/approvals.js';
import { customerById } from '../store/customers.js';
import type { Db } from '../store/db.js';
import { type Person, personById } from '../store/people.js';
import type { Deal } from '../store/row-types.js';
import type { JobContext } from './context.js';
import { habitsOf } from './deliver.js';

/** A request that still waits, for who may decide it; or one that ran out, for who made it. */
export async function approvalCard(
  tx: Db,
  ctx: JobContext,
  to: Person,
  deal: Deal,
  approval: Approval,
  state: 'waiting' | 'expired',
): Promise<Card> {
  const { locale } = habitsOf(ctx, to);
  const t = dealTexts(locale);
  const no = dealNo(deal);
  const customer = await customerById(tx, deal.customerId);
  const by = await personById(tx, approval.requestedBy);
  const stage = stageOf(ctx.process, approval.stage)?.name[locale] ?? approval.stage;
  const asked = t.asksFor(by?.name ?? '', stage, approval.note);
  const taps =
    state === 'waiting'
      ? [
          button(t.approve, 'approve', { deal: no }, { style: 'primary' }),
          button(t.reject, 'reject', { deal: no }),
          button(common(locale).find, 'find', { name: no }),
        ]
      : [
          button(t.request, 'request', { deal: no, stage: approval.stage }, { style: 'primary' }),
          button(common(locale).find, 'find', { name: no }),
        ];
  return {
    key: `approval:${approval.id}`,
    title: state === 'waiting' ? t.stillWaits(no, customer?.name ?? '') : t.ranOut(no, customer?.name ?? ''),
    tone: 'warn',
    nodes: [text(state === 'waiting' ? asked : t.ranOutSaid(stage)), ...actions(...taps), context(no)],
  };
}
