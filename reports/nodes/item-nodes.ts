import { common } from '../../crm/texts/common-texts.js';
import { dealTexts } from '../../crm/texts/deal-texts.js';
import { reportTexts } from '../../crm/texts/report-texts.js';
import { amountWords } from '../../crm/words/deal-words.js';
import { dealNo, leadNo } from '../../crm/words/open-records.js';
import { actions, button, type CardNode, text } from '../../kernel/card/card.js';
import { daysBetween, localDate } from '../../kernel/time/zone.js';
import { stageOf } from '../../sales/process/stages.js';
import type { Lead } from '../../store/leads/lead-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { customerNames } from '../../store/reports/report-lists.js';
import type { StalledDeal } from '../figures/stalled-deals.js';
import type { Desk } from '../request/report-context.js';

/** Something that wants doing, with why. */
export type Item = { kind: 'deal'; deal: StalledDeal } | { kind: 'lead'; lead: Lead; followed: boolean };

/** Each item as one line with the buttons that put it right. */
export async function itemNodes(desk: Desk, items: readonly Item[], at: Date): Promise<CardNode[]> {
  const records = items.map((item) => (item.kind === 'deal' ? item.deal : item.lead));
  const customers = await customerNames(
    desk.db,
    records.map((record) => record.customerId),
  );
  const people = new Map((await listPeople(desk.db)).map((person) => [person.id, person.name]));
  return items.flatMap((item) => {
    const record = item.kind === 'deal' ? item.deal : item.lead;
    const names = {
      customer: customers.get(record.customerId) ?? '',
      owner: people.get(record.ownerId ?? '') ?? common(desk.locale).nobody,
    };
    return item.kind === 'deal'
      ? dealNodes(desk, item.deal, names)
      : leadNodes(desk, item.lead, item.followed, names, at);
  });
}

interface Names {
  customer: string;
  owner: string;
}

function dealNodes(desk: Desk, deal: StalledDeal, names: Names): CardNode[] {
  const c = common(desk.locale);
  const stage = stageOf(desk.process, deal.stage)?.name[desk.locale] ?? deal.stage;
  const amount = amountWords(desk, deal.amount, deal);
  const no = dealNo(deal);
  return [
    text(`${joined([no, names.customer, amount, stage, names.owner])}\n${whyStalled(desk, deal)}`),
    ...actions(
      button(c.log, 'log', { subject: no }),
      button(c.move, 'move', { record: no, v: deal.version }),
      button(c.lose, 'lost', { deal: no, v: deal.version }),
    ),
  ];
}

function leadNodes(desk: Desk, lead: Lead, followed: boolean, names: Names, at: Date): CardNode[] {
  const c = common(desk.locale);
  const t = reportTexts(desk.locale);
  const no = leadNo(lead);
  const days = daysBetween(localDate(lead.createdAt, desk.zone), localDate(at, desk.zone));
  const why = followed ? t.notYetDeal(days) : t.neverFollowed(days);
  return [
    text(`${joined([no, names.customer, names.owner])}\n${why}`),
    ...actions(
      button(c.log, 'log', { subject: no }),
      button(c.move, 'move', { record: no, v: lead.version }),
    ),
  ];
}

/** Why a deal counts as stalled, in words. */
function whyStalled(desk: Desk, { reason }: StalledDeal): string {
  const t = dealTexts(desk.locale);
  if (!reason) return reportTexts(desk.locale).plannedOver;
  return reason.reason === 'too-long' ? t.tooLong(reason.daysSince) : t.stalled(reason.daysSince);
}

const joined = (parts: string[]): string => parts.filter(Boolean).join(' · ');
