import { redacted, shows, visible } from '../../crm/access/visibility.js';
import { priceWords } from '../../crm/words/deal-words.js';
import {
  button,
  type Card,
  type CardNode,
  context,
  ofRow,
  right,
  table,
  text,
} from '../../kernel/card/card.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { localDate } from '../../kernel/time/zone.js';
import { comparedDays, daysOfKey } from '../../language/periods/period-days.js';
import type { AskedFor } from '../../language/question/question-reading.js';
import { change } from '../../sales/figures/percentages.js';
import { measures } from '../../sales/figures/slice-measures.js';
import { stageOf } from '../../sales/process/stages.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { SliceFacts } from '../../store/reports/slice-queries.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { heading } from '../nodes/headings.js';
import { periodOfDays, periodOfKey, spanLabel } from '../request/report-period.js';
import { looksAtClosed } from '../slices/read-slice.js';
import { figureOf, mayFilter } from '../slices/slice-figures.js';
import { byNames, sliceValueText } from '../slices/slice-report.js';
import { type AnswerSubject, aboutWhom, deskFor } from './answer-about.js';
import { type AskedQuestion, answerCard, askButton, nounOf } from './answer-frame.js';
import { type DealFigures, dealFigures, usualPeriod } from './deal-figure-answer.js';

/** Most lines of a list and of a ranking. */
const most = { list: 7, rank: 10 };

/**
 * Answers about open or closed deals: amount, count, breakdown, list, and comparison with the period before.
 */
export async function dealsAnswer(
  asked: AskedQuestion,
  customer?: { id: string; name: string },
): Promise<Card> {
  const { ctx, reading } = asked;
  const about = await aboutWhom(ctx, reading);
  const reportCtx = deskFor(ctx, about);
  const key = reading.period ?? usualPeriod(reading);
  const period = key && reading.measure !== 'closing' ? periodOfKey(reportCtx, key) : undefined;
  const figures = await dealFigures(ctx, reading, about, { period, customerId: customer?.id });
  if (!mayFilter(reportCtx, figures.slice)) ctx.isPrivate = true;
  if (reading.measure === 'closing') return await closingAnswer(asked, about, figures);
  const before = await figuresBefore(asked, about, key, customer?.id);
  const listed = recordsOf[reading.measure];
  const isRanked = reading.shape === 'rank' || reading.measure === 'lossReasons';
  const idle = isRanked ? await idleSellers(asked, about, figures) : [];
  // A period of won or lost deals is named by itself.
  const span = looksAtClosed(figures.slice) && period ? period.label : figures.span;
  return await answerCard(asked, {
    conclusion: isRanked ? rankedWords(asked, figures, { span, idle }) : saidWords(asked, figures),
    nodes: [
      ...(before ? [text(changeWords(asked, figures, before))] : []),
      ...(isRanked ? rankedTable(asked, figures, idle) : []),
      ...(reading.shape === 'list' ? await dealLines(asked, figures.deals) : []),
    ],
    read: [span, about.name, customer?.name],
    actions: [
      reading.shape !== 'list' &&
        !isRanked &&
        listed !== undefined &&
        figures.deals.length > 0 &&
        askButton(asked, textsIn(ctx.locale).question.which, { ...reading, measure: listed, shape: 'list' }),
    ],
  });
}

/** What the records are called of which a figure is made; those of a rate are of two kinds. */
export const recordsOf: Partial<Record<AskedFor, AskedFor>> = {
  won: 'wins',
  wins: 'wins',
  averageSize: 'wins',
  daysToClose: 'wins',
  lost: 'lostCount',
  lostCount: 'lostCount',
  open: 'openCount',
  openCount: 'openCount',
  weighted: 'openCount',
  newDeals: 'newDeals',
};

function saidWords({ ctx, reading }: AskedQuestion, { value, slice, total }: DealFigures): string {
  const t = textsIn(ctx.locale).question;
  const { unit } = measures[slice.measure];
  if (value === null) return t.nothing(nounOf(ctx, reading));
  const said = sliceValueText(ctx, unit, value) || t.zeroOf(unit === 'money' && !shows(ctx, 'amount'));
  if (unit === 'money')
    return slice.measure === 'averageSize' ? t.meanSaid(said, total.won) : t.wonSaid(said, total.deals);
  if (unit === 'count') return t.countSaid(value);
  return unit === 'days' ? t.meanSaid(said, total.won) : t.rateSaid(said, total.won, total.lost);
}

/** Computes the same figures for the period before, if the question compares. */
async function figuresBefore(
  { ctx, reading }: AskedQuestion,
  about: AnswerSubject,
  key: string | undefined,
  customerId: string | undefined,
): Promise<(DealFigures & { label: string }) | undefined> {
  if (!reading.compare || !key) return undefined;
  const reportCtx = deskFor(ctx, about);
  const days = comparedDays(key, reading.compare, localDate(ctx.now, reportCtx.zone));
  const label = spanLabel(reportCtx, '', days);
  const figures = await dealFigures(ctx, reading, about, {
    period: periodOfDays(reportCtx, days, label),
    customerId,
  });
  return { ...figures, label };
}

function changeWords(
  { ctx }: AskedQuestion,
  now: DealFigures,
  before: DealFigures & { label: string },
): string {
  const t = textsIn(ctx.locale).question;
  const { unit } = measures[now.slice.measure];
  const isHidden = unit === 'money' && !shows(ctx, 'amount');
  const { delta, percent, direction } = change(now.value ?? 0, before.value ?? 0);
  const said = (value: number) => sliceValueText(ctx, unit, value) || t.zeroOf(false);
  if (isHidden) return t.hiddenChange(before.label);
  return t.changed(before.label, said(before.value ?? 0), direction, said(Math.abs(delta)), percent);
}

/** Lists the team's sellers of whom there is nothing to sum or count, where people are ranked. */
async function idleSellers(
  { ctx }: AskedQuestion,
  about: AnswerSubject,
  { rows, slice }: DealFigures,
): Promise<string[]> {
  const { unit } = measures[slice.measure];
  const isByPerson = slice.by.length === 1 && slice.by[0]?.key === 'owner';
  const isHidden = unit === 'money' && !shows(ctx, 'amount');
  if (about.person || !isByPerson || isHidden || (unit !== 'money' && unit !== 'count')) return [];
  const people = await listPeople(ctx.db, about.team?.id);
  return people
    .filter(({ role, active, name }) => active && role === 'rep' && rows.every(({ label }) => label !== name))
    .map(({ name }) => name);
}

/** Says who or what comes first. */
function rankedWords(
  { ctx, reading }: AskedQuestion,
  { slice, total, ...figures }: DealFigures,
  { span, idle }: { span: string; idle: readonly string[] },
): string {
  // Months and stages stand in their own order; the words name the largest all the same.
  const byValue = figures.rows.toSorted(
    (a, b) => (figureOf(b.total, slice) ?? 0) - (figureOf(a.total, slice) ?? 0),
  );
  const rows = inOrder(byValue, reading.least);
  const t = textsIn(ctx.locale).question;
  const { unit } = measures[slice.measure];
  const [first] = rows.filter(({ value }) => value !== null);
  const figure = first && figureOf(first.total, slice);
  if (!first || !figure)
    return unit === 'money' || unit === 'count' ? t.nothingIn(span) : t.nothing(nounOf(ctx, reading));
  if (reading.least && idle.length > 0) return t.least(formatsIn(ctx.locale).list([...idle]), '0');
  const said =
    unit === 'money' && !shows(ctx, 'amount')
      ? t.counted(first.total.deals)
      : sliceValueText(ctx, unit, figure);
  return reading.measure === 'lossReasons'
    ? t.mostReason(first.label, first.total.lost, total.lost)
    : (reading.least ? t.least : t.first)(first.label, said);
}

/** Orders rows; slices list the largest first. */
const inOrder = <T>(rows: readonly T[], least = false): T[] => (least ? rows.toReversed() : [...rows]);

function rankedTable(
  { ctx, reading }: AskedQuestion,
  { rows, slice }: DealFigures,
  idle: readonly string[],
): CardNode[] {
  const t = textsIn(ctx.locale).question;
  const { unit } = measures[slice.measure];
  const ranked = inOrder(rows, reading.least).map((row) => [
    row.label,
    sliceValueText(ctx, unit, figureOf(row.total, slice)) || '0',
  ]);
  const none = idle.map((name) => [name, '0']);
  const all = reading.least ? [...none, ...ranked] : [...ranked, ...none];
  const shown = all.slice(0, most.rank);
  if (shown.length === 0) return [];
  return [
    table(
      [
        heading(byNames(ctx, slice)),
        right(heading(reading.measure === 'lossReasons' ? t.lostDeals : nounOf(ctx, reading))),
      ],
      shown,
    ),
    ...(all.length > shown.length ? [context(t.more(all.length - shown.length))] : []),
  ];
}

/** Lists the deals, largest first; counts those that the speaker may not see. */
async function dealLines({ ctx }: AskedQuestion, deals: readonly SliceFacts[]): Promise<CardNode[]> {
  const t = textsIn(ctx.locale).question;
  const seen = await visible(ctx, deals);
  const sorted = seen.toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || a.no - b.no);
  const shown = (shows(ctx, 'amount') ? sorted : seen.toSorted((a, b) => a.no - b.no)).slice(0, most.list);
  const left = deals.length - shown.length;
  if (shown.length === 0) return left > 0 ? [context(t.more(left))] : [];
  const c = textsIn(ctx.locale).common;
  return [
    table(
      [c.customer, c.stage, right(c.amount)],
      shown.map((deal) => [
        `${dealNo(deal)} ${deal.customer} ${redacted(ctx, deal.name, deal)}`,
        stageOf(ctx.process, deal.stage)?.name[ctx.locale] ?? deal.stage,
        priceWords(ctx, deal),
      ]),
    ),
    ...(left > 0 ? [context(t.more(left))] : []),
  ];
}

/** Lists open deals that are expected to close in a period, by date. */
async function closingAnswer(
  asked: AskedQuestion,
  about: AnswerSubject,
  { deals }: DealFigures,
): Promise<Card> {
  const { ctx, reading } = asked;
  const t = textsIn(ctx.locale).question;
  const reportCtx = deskFor(ctx, about);
  const key = reading.period ?? 'thisMonth';
  const { first, after } = daysOfKey(key, localDate(ctx.now, reportCtx.zone));
  const due = deals.filter(({ closeDate }) => closeDate !== null && closeDate >= first && closeDate < after);
  const seen = (await visible(ctx, due)).toSorted(
    (a, b) => (a.closeDate ?? '').localeCompare(b.closeDate ?? '') || a.no - b.no,
  );
  const c = textsIn(ctx.locale).common;
  const shown = seen.slice(0, most.list);
  const sum = due.reduce((all, { amount }) => all + (amount ?? 0), 0);
  return await answerCard(asked, {
    conclusion:
      due.length === 0
        ? t.noneClosing
        : t.wonSaid(sliceValueText(ctx, 'money', sum) || t.zeroOf(false), due.length),
    nodes: [
      ...(shown.length === 0
        ? []
        : [
            table(
              [c.customer, c.closeDate, right(c.amount)],
              shown.map((deal) => [
                `${dealNo(deal)} ${deal.customer} ${redacted(ctx, deal.name, deal)}`,
                deal.closeDate ?? '',
                priceWords(ctx, deal),
              ]),
            ),
          ]),
      ...(due.length > shown.length ? [context(t.more(due.length - shown.length))] : []),
    ],
    read: [periodOfKey(reportCtx, key).label, about.name],
    actions: shown
      .slice(0, 1)
      .map(dealNo)
      .map((no) => ofRow(no, button(`${c.move} ${no}`, 'move', { deal: no }))),
  });
}
