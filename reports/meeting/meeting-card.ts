import { advanceButton } from '../../crm/cards/advance-button.js';
import { actions, button, type Card, type CardNode, context, text } from '../../kernel/card/card.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { formatMoment } from '../../kernel/time/format-time.js';
import type { Concern } from '../../sales/deals/meeting-concerns.js';
import { listPeople } from '../../store/people/person-queries.js';
import { customerNames } from '../../store/reports/report-lists.js';
import type { Deal, Meeting } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import { reportTitle, worth } from '../nodes/headings.js';
import type { ReportContext, ReportRequest } from '../request/report-context.js';
import { concernsFor, concernWords, type Matter } from './meeting-agenda.js';
import { decidedDealWords, itemsOf, minutesOf } from './meeting-minutes.js';

/** The current agenda of a meeting: each deal with why, what was decided already, and buttons to decide. */
export async function meetingCard(
  ctx: ReportContext,
  asked: ReportRequest,
  meeting: Meeting,
  matters: readonly Matter[],
  isAgain: boolean,
): Promise<Card> {
  const t = textsIn(ctx.locale).meeting;
  const items = await itemsOf(ctx, meeting);
  const people = new Map((await listPeople(ctx.db)).map((person) => [person.id, person.name]));
  const customers = await customerNames(
    ctx.db,
    items.map(({ customerId }) => customerId),
  );
  const { decided } = await minutesOf(ctx, meeting, ctx.now);
  const amount = items.reduce((sum, deal) => sum + (deal.amount ?? 0), 0);
  const when = formatMoment(meeting.startedAt, ctx, ctx.now);
  const nodes = items.flatMap((deal, n) => {
    const done = decided.filter(({ record }) => record.id === deal.id).map(({ what }) => what);
    const head = `${n + 1}. ${decidedDealWords(ctx, deal, customers, people)}`;
    return itemNodes(ctx, deal, head, concernsFor(matters, deal), done);
  });
  return {
    key: `meeting:${meeting.id}`,
    title: reportTitle(ctx, asked, t.meeting),
    tone: items.length > 0 ? 'warn' : 'good',
    nodes: [
      text(items.length > 0 ? t.toDecide(items.length, worth(ctx, amount)) : t.nothing, 'strong'),
      ...nodes,
      ...actions(button(t.end, 'end-meeting', {}, { style: 'primary' })),
      context(isAgain ? t.again(when) : t.startedBy(people.get(meeting.startedBy) ?? '', when)),
    ],
  };
}

function itemNodes(
  ctx: ReportContext,
  deal: Deal,
  head: string,
  concerns: readonly Concern[],
  done: readonly string[],
): CardNode[] {
  const t = textsIn(ctx.locale).meeting;
  const decided = done.map((what) => t.decidedNow(what));
  if (deal.status !== 'open') {
    const closed = decided.length > 0 ? decided : [deal.status === 'won' ? t.isWon : t.isLost];
    return [text([head, ...closed].join('\n'))];
  }
  const no = dealNo(deal);
  const v = deal.version;
  // A missed close date needs a new one; a deal without a next step needs one.
  const dated = concerns.some(({ kind }) => kind === 'overdue' || kind === 'slipped');
  return [
    text([head, concernWords(ctx, concerns), ...decided].filter(Boolean).join('\n')),
    ...actions(
      advanceButton(ctx, deal),
      dated ? button(t.redate, 'edit', { deal: no, v }) : button(t.redate, 'plan', { subject: no }),
      button(t.hand, 'assign', { record: no, v }),
      button(t.giveUp, 'lost', { deal: no, v }),
      button(t.note, 'note', { deal: no }),
    ),
  ];
}
