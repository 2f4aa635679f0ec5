import { requestWords } from '../../crm/acts/approval-acts.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { stageOf } from '../../sales/process/stages.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Approval, Deal, Person } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { textsIn } from '../../texts/languages.js';
import { habitsOf } from '../shared/deliver.js';
import type { JobContext } from '../shared/job-context.js';

/** An open request, for those who may approve it; or an expired one, for its requester. */
export async function approvalCard(
  tx: Db,
  ctx: JobContext,
  to: Person,
  deal: Deal,
  approval: Approval,
  state: 'waiting' | 'expired',
): Promise<Card> {
  const { locale } = habitsOf(ctx, to);
  const t = textsIn(locale).deal;
  const no = dealNo(deal);
  const customer = await customerById(tx, deal.customerId);
  const by = await personById(tx, approval.requestedBy);
  const stage = stageOf(ctx.process, approval.stage)?.name[locale] ?? approval.stage;
  const asked = t.asksFor(by?.name ?? '', stage, requestWords(approval, { ...ctx, locale }));
  const { amount } = approval;
  const again = { deal: no, stage: approval.stage, ...(amount === null ? {} : { amount }) };
  const taps =
    state === 'waiting'
      ? [
          button(t.approve, 'approve', { deal: no }, { style: 'primary' }),
          button(t.reject, 'reject', { deal: no }),
          button(textsIn(locale).common.find, 'find', { name: no }),
        ]
      : [
          button(t.request, 'request', again, { style: 'primary' }),
          button(textsIn(locale).common.find, 'find', { name: no }),
        ];
  return {
    key: `approval:${approval.id}`,
    title: state === 'waiting' ? t.stillWaits(no, customer?.name ?? '') : t.ranOut(no, customer?.name ?? ''),
    tone: 'warn',
    nodes: [text(state === 'waiting' ? asked : t.ranOutSaid(stage)), ...actions(...taps), context(no)],
  };
}
