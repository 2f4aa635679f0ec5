import { advanceButton } from '../../crm/cards/advance-button.js';
import { amountWords, priceWords } from '../../crm/words/deal-words.js';
import { zonedIn } from '../../crm/words/zoned-dates.js';
import {
  type Action,
  actions,
  button,
  type Card,
  context,
  fields,
  table,
  text,
} from '../../kernel/card/card.js';
import { openCall } from '../../kernel/card/open-call.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { addDays } from '../../kernel/time/dates.js';
import { formatDate } from '../../kernel/time/format-time.js';
import { localDate } from '../../kernel/time/zone.js';
import { stallReason } from '../../sales/deals/stall-rules.js';
import { stageOf } from '../../sales/process/stages.js';
import type { Deal } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Reader } from '../shared/deliver.js';
import type { JobContext } from '../shared/job-context.js';

/** A stalled deal with the names for its card. */
export interface Stalled {
  deal: Deal;
  customer: string;
  owner: string;
}

/** Deals shown in a digest. */
const shown = 7;

/** One stalled deal: why, and buttons to act. `told` is the owner who was alerted before, if any. */
export function stallCard(
  ctx: JobContext,
  reader: Reader,
  stalled: Stalled,
  at: Date,
  told: string | null,
): Card {
  const { deal } = stalled;
  const t = textsIn(reader.locale).job;
  const c = textsIn(reader.locale).common;
  const no = dealNo(deal);
  const title = told === null ? t.stallTitle : t.escalatedTitle;
  const stage = stageOf(ctx.process, deal.stage);
  const today = localDate(at, reader.zone);
  return {
    key: `deal:${no}`,
    title: title(no, stalled.customer, priceWords({ ...reader, process: ctx.process }, deal)),
    tone: 'warn',
    nodes: [
      text(told === null ? whyStalled(ctx, reader, deal, at) : t.unanswered(told), 'strong'),
      ...fields(
        [c.stage, stage?.name[reader.locale] ?? deal.stage],
        [c.owner, stalled.owner],
        [c.lastFollowUp, deal.lastFollowUpAt ? dayWords(reader, deal.lastFollowUpAt, today) : c.never],
        [c.closeDate, deal.closeDate && formatDate(deal.closeDate, reader, today)],
        [t.why, told === null ? null : whyStalled(ctx, reader, deal, at)],
      ),
      ...actions(...stallActions(ctx, reader, deal, today)),
      context(no),
    ],
  };
}

/** Many stalled deals: a table of the largest, with buttons for the first few. */
export function stallDigest(
  ctx: JobContext,
  reader: Reader,
  all: readonly Stalled[],
  at: Date,
  escalated: boolean,
): Card {
  const t = textsIn(reader.locale).job;
  const c = textsIn(reader.locale).common;
  const largest = [...all].sort(
    (a, b) => (b.deal.amount ?? -1) - (a.deal.amount ?? -1) || a.deal.no - b.deal.no,
  );
  const amount = all.reduce((sum, { deal }) => sum + (deal.amount ?? 0), 0);
  const first = largest.slice(0, shown);
  const title = escalated ? t.escalatedStalls : t.stallsTitle;
  return {
    key: `stalls:${at.getTime()}`,
    title: title(all.length, amount > 0 ? amountWords({ ...reader, process: ctx.process }, amount) : ''),
    tone: 'warn',
    nodes: [
      text(t.stallsSaid(all.length), 'strong'),
      table(
        [t.deal, c.stage, c.owner, { label: t.days, align: 'right' }, { label: c.amount, align: 'right' }],
        first.map(({ deal, customer, owner }) => [
          `${dealNo(deal)} ${customer}`,
          stageOf(ctx.process, deal.stage)?.name[reader.locale] ?? deal.stage,
          owner,
          `${reasonOf(ctx, reader, deal, at)?.daysSince ?? ''}`,
          priceWords({ ...reader, process: ctx.process }, deal) || '–',
        ]),
      ),
      ...(all.length > shown ? [text(t.more(all.length - shown))] : []),
      ...actions(
        ...first.slice(0, 3).map(({ deal }) => ({
          kind: 'button' as const,
          label: dealNo(deal),
          call: openCall(dealNo(deal)),
        })),
        button(t.all, 'stalled', {}, { style: 'primary' }),
      ),
    ],
  };
}

function stallActions(ctx: JobContext, reader: Reader, deal: Deal, today: string): Action[] {
  const t = textsIn(reader.locale).job;
  const c = textsIn(reader.locale).common;
  const no = dealNo(deal);
  const advance = advanceButton({ process: ctx.process, locale: reader.locale }, deal);
  const soon = ctx.calendar.nextWorkday(today);
  const days = [soon, ctx.calendar.nextWorkday(soon), ctx.calendar.nextWorkday(addDays(today, 6))];
  return [
    button(c.log, 'log', { subject: no }, { style: 'primary' }),
    ...(advance ? [advance] : []),
    {
      kind: 'select',
      label: t.redate,
      options: [...new Set(days)].map((date) => ({
        label: formatDate(date, reader, today),
        call: { command: 'log', input: { subject: no, next: date } },
      })),
    },
    button(c.lose, 'lost', { deal: no, v: deal.version }),
  ];
}

function reasonOf(ctx: JobContext, reader: Reader, deal: Deal, at: Date) {
  return stallReason(deal, at, ctx.process, ctx.calendar, zonedIn(reader.zone));
}

function whyStalled(ctx: JobContext, reader: Reader, deal: Deal, at: Date): string {
  const t = textsIn(reader.locale).job;
  const reason = reasonOf(ctx, reader, deal, at);
  if (!reason) return t.stalled;
  return reason.reason === 'too-long'
    ? t.tooLong(reason.daysSince, reason.days)
    : t.noActivity(reason.daysSince, reason.days);
}

const dayWords = (reader: Reader, moment: Date, today: string): string =>
  formatDate(localDate(moment, reader.zone), reader, today);
