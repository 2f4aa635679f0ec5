import type { Context } from '../../crm/access/context.js';
import { hidden, privateUnlessSeen, shows, visible } from '../../crm/access/visibility.js';
import { amountWords } from '../../crm/words/deal-words.js';
import { figureWords, metricWords, minutesWords, percentWords } from '../../crm/words/figure-words.js';
import { dueWords } from '../../crm/words/zoned-dates.js';
import { type Card, type CardNode, context, right, table, text } from '../../kernel/card/card.js';
import { formatMoment } from '../../kernel/time/format-time.js';
import { listPeople } from '../../store/people/person-queries.js';
import { customerNames } from '../../store/reports/report-lists.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { asOfWords, short } from '../nodes/headings.js';
import { recordNumberOf } from '../request/record-number-of.js';
import { contextOfTeam, endAsOf, type ReportContext } from '../request/report-context.js';
import { explained } from './explain-figure.js';
import type { Explained, ExplainedPart, ExplainMeant, ExplainRequest } from './explained-types.js';

/** Records on the card, about what a phone shows. */
const most = 12;

/** Shows a figure's breakdown with the records that the speaker may see; counts the others. */
export async function explainedCard(
  ctx: Context,
  wanted: ExplainRequest,
): Promise<{ made: Explained; shown: ExplainedPart[]; card: Card }> {
  const { meant, made } = await explained(ctx, wanted);
  const reportCtx = contextOfTeam(ctx, wanted.team);
  const t = textsIn(ctx.locale).explain;
  const seen = await seenOf(ctx, made.parts);
  const shown = seen.slice(0, most);
  for (const { record } of shown) privateUnlessSeen(ctx, record);
  const unseen = made.parts.length - seen.length;
  const card: Card = {
    key: `report:explain:${wanted.team?.id ?? 'all'}:${wanted.figure}:${wanted.person?.id ?? ''}`,
    title: t.title([
      t.how,
      nameOf(reportCtx, wanted, made),
      wanted.person?.name ?? wanted.team?.name ?? '',
      meant.period?.label ?? '',
    ]),
    tone: 'info',
    nodes: [
      text(sentence(reportCtx, wanted, made), 'strong'),
      ...targetNodes(reportCtx, made, wanted),
      ...(await partsTable(ctx, reportCtx, made, shown)),
      ...(seen.length > shown.length ? [context(t.rest(seen.length - shown.length))] : []),
      ...(unseen > 0 ? [context(t.unseen(unseen))] : []),
      text(t.rule(made.rule)),
      context(asOfWords(reportCtx, shownMoment(meant))),
    ],
  };
  return { made, shown, card };
}

/** Returns the end of the period, or the moment asked for if earlier. */
const shownMoment = (meant: ExplainMeant): Date =>
  meant.period ? endAsOf(meant.period.to, meant.asOf) : meant.asOf;

/** Keeps the records that the speaker may see, the largest first. */
async function seenOf(ctx: Context, parts: readonly ExplainedPart[]): Promise<ExplainedPart[]> {
  const allowed = new Set(
    (
      await visible(
        ctx,
        parts.map(({ record }) => record),
      )
    ).map(({ id }) => id),
  );
  return parts
    .filter(({ record }) => allowed.has(record.id))
    .toSorted(
      (a, b) => b.adds - a.adds || (b.amount ?? -1) - (a.amount ?? -1) || b.at.getTime() - a.at.getTime(),
    );
}

function nameOf(reportCtx: ReportContext, { figure, stage }: ExplainRequest, made: Explained): string {
  const t = textsIn(reportCtx.locale).explain;
  if (made.notes) return metricWords(reportCtx, made.notes.metric);
  const name = reportCtx.process.pipelines.flatMap(({ stages }) => stages).find(({ key }) => key === stage)
    ?.name[reportCtx.locale];
  return t.title([t.figures[figure], figure === 'conversion' ? (name ?? '') : '']);
}

function valueWords(
  reportCtx: ReportContext,
  { unit, value }: Pick<Explained, 'unit' | 'value'>,
  ownerId?: string,
): string {
  const t = textsIn(reportCtx.locale).explain;
  switch (unit) {
    case 'money':
      return ownerId === undefined ? short(reportCtx, value) : amountOf(reportCtx, value, ownerId);
    case 'percent':
      return formatsIn(reportCtx.locale).percent(value);
    case 'points':
      return t.points(value);
    case 'minutes':
      return minutesWords(reportCtx, value);
    case 'count':
      return t.count(value);
  }
}

const amountOf = (reportCtx: ReportContext, value: number, ownerId: string): string =>
  shows(reportCtx, 'amount', { ownerId }) ? amountWords(reportCtx, value, { ownerId }) : hidden;

function sentence(reportCtx: ReportContext, wanted: ExplainRequest, made: Explained): string {
  const t = textsIn(reportCtx.locale).explain;
  const name = nameOf(reportCtx, wanted, made);
  const value = valueWords(reportCtx, made, wanted.person?.id);
  const count = made.parts.length;
  if (count === 0) return t.none(name, value);
  if (made.by === 'share') return t.share(name, value, made.sum, count);
  if (made.by === 'median') return t.median(name, value, made.parts.filter(({ adds }) => adds >= 0).length);
  return t.sum(name, value, count);
}

function targetNodes(reportCtx: ReportContext, { notes }: Explained, { person }: ExplainRequest): CardNode[] {
  const t = textsIn(reportCtx.locale).explain;
  if (!notes) return [];
  const { target, percent, metric } = notes;
  if (target === null) return [text(t.noTarget)];
  return [
    text(t.target(figureWords(reportCtx, metric, target, person?.id), percentWords(reportCtx, percent))),
  ];
}

async function partsTable(
  ctx: Context,
  reportCtx: ReportContext,
  made: Explained,
  shown: readonly ExplainedPart[],
): Promise<CardNode[]> {
  const t = textsIn(ctx.locale).explain;
  if (shown.length === 0) return [];
  const people = new Map((await listPeople(ctx.db)).map((person) => [person.id, person.name]));
  const unnamed = shown.filter(({ record }) => record.customer === null);
  const names = await customerNames(
    ctx.db,
    unnamed.map(({ record }) => record.customerId),
  );
  const { no, customer, amount, part, owner, what } = t.columns;
  const isMoney = made.unit === 'money';
  const reportReader = { ...ctx, zone: reportCtx.zone };
  const rows = shown.map(({ record, personId, amount: worth, adds, at, due, what: said }) => [
    recordNumberOf(record),
    record.customer ?? names.get(record.customerId) ?? '',
    amountWords(ctx, isMoney ? adds : worth, record),
    ...(isMoney ? [] : [made.unit === 'minutes' ? '' : `${adds}`]),
    people.get(personId ?? '') ?? textsIn(ctx.locale).common.nobody,
    t.title([
      due
        ? dueWords(reportReader, due)
        : formatMoment(at, { zone: reportCtx.zone, locale: ctx.locale }, ctx.now),
      said,
    ]),
  ]);
  const columns = [
    no,
    customer,
    right(isMoney ? part : amount),
    ...(isMoney ? [] : [right(part)]),
    owner,
    what,
  ];
  return [table(columns, rows)];
}
