import type { Context } from '../../crm/access/context.js';
import { hidden, keepFromCrowd, shows, visible } from '../../crm/access/visibility.js';
import { common } from '../../crm/texts/common-texts.js';
import { amountWords } from '../../crm/words/deal-words.js';
import { figureWords, metricWords, minutesWords, percentWords } from '../../crm/words/figure-words.js';
import { type Card, type CardNode, context, right, table, text } from '../../kernel/card/card.js';
import { formatMoment } from '../../kernel/time/format-time.js';
import { listPeople } from '../../store/people/person-queries.js';
import { customerNames } from '../../store/reports/report-lists.js';
import { asOfWords, short } from '../nodes/headings.js';
import { recordNumberOf } from '../request/record-number-of.js';
import { type Desk, deskOf, endAsOf } from '../request/report-context.js';
import { explainTexts } from '../texts/explain-texts.js';
import { explained } from './explain-figure.js';
import type { Explained, Meant, Part, Wanted } from './explained-types.js';

/** Records on the card; a phone's screen holds about that many. */
const most = 12;

/** A figure taken apart, of the records that the speaker may see; the others are counted. */
export async function explainedCard(
  ctx: Context,
  wanted: Wanted,
): Promise<{ made: Explained; shown: Part[]; card: Card }> {
  const { meant, made } = await explained(ctx, wanted);
  const desk = deskOf(ctx, wanted.team);
  const t = explainTexts(ctx.locale);
  const seen = await seenOf(ctx, made.parts);
  const shown = seen.slice(0, most);
  for (const { record } of shown) keepFromCrowd(ctx, record);
  const unseen = made.parts.length - seen.length;
  const card: Card = {
    key: `report:explain:${wanted.team?.id ?? 'all'}:${wanted.figure}:${wanted.person?.id ?? ''}`,
    title: t.title([
      t.how,
      nameOf(desk, wanted, made),
      wanted.person?.name ?? wanted.team?.name ?? '',
      meant.period?.label ?? '',
    ]),
    tone: 'info',
    nodes: [
      text(sentence(desk, wanted, made), 'strong'),
      ...targetNodes(desk, made, wanted),
      ...(await partsTable(ctx, desk, made, shown)),
      ...(seen.length > shown.length ? [context(t.rest(seen.length - shown.length))] : []),
      ...(unseen > 0 ? [context(t.unseen(unseen))] : []),
      text(t.rule(made.rule)),
      context(asOfWords(desk, momentTold(meant))),
    ],
  };
  return { made, shown, card };
}

/** The end of the period, or the moment it is asked as of. */
const momentTold = (meant: Meant): Date => (meant.period ? endAsOf(meant.period.to, meant.asOf) : meant.asOf);

/** What the speaker may look at, what counts for most first. */
async function seenOf(ctx: Context, parts: readonly Part[]): Promise<Part[]> {
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

function nameOf(desk: Desk, { figure, stage }: Wanted, made: Explained): string {
  const t = explainTexts(desk.locale);
  if (made.notes) return metricWords(desk, made.notes.metric);
  const name = desk.process.pipelines.flatMap(({ stages }) => stages).find(({ key }) => key === stage)?.name[
    desk.locale
  ];
  return t.title([t.figures[figure], figure === 'conversion' ? (name ?? '') : '']);
}

function valueWords(
  desk: Desk,
  { unit, value }: Pick<Explained, 'unit' | 'value'>,
  ownerId?: string,
): string {
  const t = explainTexts(desk.locale);
  switch (unit) {
    case 'money':
      return ownerId === undefined ? short(desk, value) : amountOf(desk, value, ownerId);
    case 'percent':
      return `${value}%`;
    case 'points':
      return t.points(value);
    case 'minutes':
      return minutesWords(desk, value);
    case 'count':
      return t.count(value);
  }
}

const amountOf = (desk: Desk, value: number, ownerId: string): string =>
  shows(desk, 'amount', { ownerId }) ? amountWords(desk, value, { ownerId }) : hidden;

function sentence(desk: Desk, wanted: Wanted, made: Explained): string {
  const t = explainTexts(desk.locale);
  const name = nameOf(desk, wanted, made);
  const value = valueWords(desk, made, wanted.person?.id);
  const count = made.parts.length;
  if (count === 0) return t.none(name, value);
  if (made.by === 'share') return t.share(name, value, made.sum, count);
  if (made.by === 'median') return t.median(name, value, made.parts.filter(({ adds }) => adds >= 0).length);
  return t.sum(name, value, count);
}

function targetNodes(desk: Desk, { notes }: Explained, { person }: Wanted): CardNode[] {
  const t = explainTexts(desk.locale);
  if (!notes) return [];
  const { target, percent, metric } = notes;
  if (target === null) return [text(t.noTarget)];
  return [text(t.target(figureWords(desk, metric, target, person?.id), percentWords(desk, percent)))];
}

async function partsTable(
  ctx: Context,
  desk: Desk,
  made: Explained,
  shown: readonly Part[],
): Promise<CardNode[]> {
  const t = explainTexts(ctx.locale);
  if (shown.length === 0) return [];
  const people = new Map((await listPeople(ctx.db)).map((person) => [person.id, person.name]));
  const unnamed = shown.filter(({ record }) => record.customer === null);
  const names = await customerNames(
    ctx.db,
    unnamed.map(({ record }) => record.customerId),
  );
  const { no, customer, amount, part, owner, what } = t.columns;
  const isMoney = made.unit === 'money';
  const rows = shown.map(({ record, personId, amount: worth, adds, at, what: said }) => [
    recordNumberOf(record),
    record.customer ?? names.get(record.customerId) ?? '',
    amountWords(ctx, isMoney ? adds : worth, record),
    ...(isMoney ? [] : [made.unit === 'minutes' ? '' : `${adds}`]),
    people.get(personId ?? '') ?? common(ctx.locale).nobody,
    t.title([formatMoment(at, desk.zone, ctx.locale, ctx.now), said]),
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
