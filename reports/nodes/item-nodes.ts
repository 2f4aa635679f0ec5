import { advanceButton } from '../../crm/cards/advance-button.js';
import { priceWords } from '../../crm/words/deal-words.js';
import { actions, button, type CardNode, ofRow, text } from '../../kernel/card/card.js';
import { dealNo, leadNo } from '../../kernel/records/record-number.js';
import { daysBetween } from '../../kernel/time/dates.js';
import { localDate } from '../../kernel/time/zone.js';
import { stageOf } from '../../sales/process/stages.js';
import { listPeople } from '../../store/people/person-queries.js';
import { customerNames } from '../../store/reports/report-lists.js';
import type { Lead } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { StalledDeal } from '../figures/stalled-deals.js';
import type { ReportContext } from '../request/report-context.js';

/** A deal or lead that needs action, with why. */
export type Item = { kind: 'deal'; deal: StalledDeal } | { kind: 'lead'; lead: Lead; followed: boolean };

/** Shows each item in one line with buttons to act. */
export async function itemNodes(ctx: ReportContext, items: readonly Item[], at: Date): Promise<CardNode[]> {
  const records = items.map((item) => (item.kind === 'deal' ? item.deal : item.lead));
  const customers = await customerNames(
    ctx.db,
    records.map((record) => record.customerId),
  );
  const people = new Map((await listPeople(ctx.db)).map((person) => [person.id, person.name]));
  return items.flatMap((item) => {
    const record = item.kind === 'deal' ? item.deal : item.lead;
    const names = {
      customer: customers.get(record.customerId) ?? '',
      owner: people.get(record.ownerId ?? '') ?? textsIn(ctx.locale).common.nobody,
    };
    return item.kind === 'deal'
      ? dealNodes(ctx, item.deal, names)
      : leadNodes(ctx, item.lead, item.followed, names, at);
  });
}

interface Names {
  customer: string;
  owner: string;
}

function dealNodes(ctx: ReportContext, deal: StalledDeal, names: Names): CardNode[] {
  const c = textsIn(ctx.locale).common;
  const stage = stageOf(ctx.process, deal.stage)?.name[ctx.locale] ?? deal.stage;
  const amount = priceWords(ctx, deal);
  const no = dealNo(deal);
  const advance = advanceButton(ctx, deal);
  return [
    {
      ...text(`${joined([no, names.customer, amount, stage, names.owner])}\n${whyStalled(ctx, deal)}`),
      brief: joined([`${no} ${names.customer}`, amount, whyInBrief(ctx, deal)]),
    },
    ...actions(
      ofRow(no, button(c.log, 'log', { subject: no })),
      advance && ofRow(no, advance),
      ofRow(no, button(c.lose, 'lost', { deal: no, v: deal.version })),
    ),
  ];
}

function leadNodes(ctx: ReportContext, lead: Lead, followed: boolean, names: Names, at: Date): CardNode[] {
  const c = textsIn(ctx.locale).common;
  const t = textsIn(ctx.locale).report;
  const no = leadNo(lead);
  const days = daysBetween(localDate(lead.createdAt, ctx.zone), localDate(at, ctx.zone));
  const why = followed ? t.notYetDeal(days) : t.neverFollowed(days);
  const inBrief = followed ? t.brief.notYetDeal(days) : t.brief.neverFollowed(days);
  return [
    {
      ...text(`${joined([no, names.customer, names.owner])}\n${why}`),
      brief: joined([`${no} ${names.customer}`, names.owner, inBrief]),
    },
    ...actions(
      ofRow(no, button(c.log, 'log', { subject: no })),
      ofRow(no, button(c.move, 'move', { record: no, v: lead.version })),
    ),
  ];
}

/** Says why a deal counts as stalled. */
function whyStalled(ctx: ReportContext, { reason }: StalledDeal): string {
  const t = textsIn(ctx.locale).deal;
  if (!reason) return textsIn(ctx.locale).report.plannedOver;
  return reason.reason === 'too-long' ? t.tooLong(reason.daysSince) : t.stalled(reason.daysSince);
}

function whyInBrief(ctx: ReportContext, { reason }: StalledDeal): string {
  const t = textsIn(ctx.locale).report.brief;
  if (!reason) return t.plannedOver;
  return reason.reason === 'too-long' ? t.tooLong(reason.daysSince) : t.stalled(reason.daysSince);
}

const joined = (parts: string[]): string => parts.filter(Boolean).join(' · ');
