import { type Readers, shows } from '../../crm/access/visibility.js';
import { DeniedError } from '../../kernel/command/errors.js';
import { weighted } from '../../sales/figures/money-sums.js';
import {
  type CrossRow,
  counts,
  cut,
  type Line,
  measures,
  ordered,
  type SlicedDeal,
  type Tally,
  type Value,
} from '../../sales/figures/slice-measures.js';
import type { Dimension } from '../../sales/figures/slice-names.js';
import { stageOf } from '../../sales/process/stages.js';
import { dayMs } from '../../sales/time/calendar.js';
import {
  dealsClosedIn,
  dealsCreatedIn,
  openDealsAt,
  type SliceFacts,
} from '../../store/reports/slice-queries.js';
import { type Asked, type Desk, deskOf, endAsOf } from '../request/report-context.js';
import { periodOf } from '../request/report-period.js';
import { teamsAsked } from '../request/teams-asked.js';
import { sliceTexts } from '../texts/slice-texts.js';
import { type Filter, looksAtClosed, type Slice } from './read-slice.js';
import { hasValue, labelsFor, ownOrder, valuesOf } from './slice-values.js';

export interface Labelled extends Line {
  label: string;
}

export interface SliceFigures {
  slice: Slice;
  /** In words: `本季新建`. */
  span: string;
  total: Tally;
  rows: (Labelled & Pick<CrossRow, 'cells'>)[];
  /** None where there is one dimension. */
  columns: Labelled[];
  /** What it was made of. */
  deals: SliceFacts[];
}

/** The deals of a slice as they stood at `asOf`, filed. Throws DeniedError where a filter would tell hidden amounts. */
export async function sliceFigures(given: Desk, asked: Asked, slice: Slice): Promise<SliceFigures> {
  demandFilters(given, slice);
  const desk = deskOf(given, asked.team);
  const { deals, span } = await dealsOf(desk, asked, slice);
  const since = (deal: SliceFacts) => (looksAtClosed(slice) ? deal.closedAt : deal.createdAt);
  const wanted = deals.filter(
    (deal) =>
      counts(slice.measure, deal) &&
      (slice.customerId === undefined || deal.customerId === slice.customerId) &&
      slice.filters.every((filter) => fits(desk, filter, deal, since)),
  );
  const [first, second] = slice.by as [Dimension, Dimension?];
  const under = (dimension: Dimension) => (deal: SliceFacts & SlicedDeal) =>
    valuesOf(desk, dimension, deal, since);
  const filed = cut(
    wanted.map((deal) => ({ ...deal, ...slicedOf(desk, deal) })),
    under(first),
    second && under(second),
  );
  return {
    slice,
    span,
    total: filed.total,
    rows: await labelled(desk, first, filed.rows, slice),
    columns: second ? await labelled(desk, second, filed.columns, slice) : [],
    deals: wanted,
  };
}

/** Whether a filter asks for the size of an amount. */
const weighs = (filter: Filter): boolean => filter.kind === 'money' || filter.dimension.own?.type === 'money';

/** Whether everybody who reads may know what the filters tell. */
export const mayFilter = (readers: Readers, { filters }: Slice): boolean =>
  !filters.some(weighs) || shows(readers, 'amount');

function demandFilters({ person, locale }: Desk, slice: Slice): void {
  if (!mayFilter({ person }, slice)) throw new DeniedError(sliceTexts(locale).hiddenFilter);
}

async function dealsOf(
  desk: Desk,
  asked: Asked,
  slice: Slice,
): Promise<{ deals: SliceFacts[]; span: string }> {
  const t = sliceTexts(desk.locale);
  const teamId = await teamsAsked(desk, asked);
  const isClosed = looksAtClosed(slice);
  const kind = slice.period ?? (isClosed ? 'thisQuarter' : seesAll(slice) ? 'all' : undefined);
  if (kind === undefined) return { deals: await openDealsAt(desk.db, asked.asOf, teamId), span: t.standing };
  const period = kind === 'all' ? undefined : periodOf(kind, asked.asOf, desk.zone, desk.locale);
  const to = endAsOf(period?.to ?? asked.asOf, asked.asOf);
  const span = {
    from: period?.from ?? new Date(0),
    to: period ? to : new Date(asked.asOf.getTime() + 1),
    teamId,
  };
  const label = period?.label ?? t.allTime;
  if (isClosed) return { deals: await dealsClosedIn(desk.db, span, asked.asOf), span: t.closed(label) };
  return {
    deals: await dealsCreatedIn(desk.db, span, asked.asOf),
    span: period ? t.created(label) : t.ever,
  };
}

/** By what became of them, deals that are over are meant as well. */
const seesAll = ({ by, filters, measure }: Slice): boolean =>
  measure !== 'weighted' &&
  [...by, ...filters.flatMap((filter) => (filter.kind === 'is' ? [filter.dimension] : []))].some(({ key }) =>
    ['status', 'lossReason', 'lossStage', 'month'].includes(key),
  );

function slicedOf({ process }: Desk, deal: SliceFacts): SlicedDeal {
  const amount = deal.amount ?? 0;
  const chance = stageOf(process, deal.stage)?.probability ?? 0;
  const days = deal.closedAt
    ? Math.max(0, Math.round((deal.closedAt.getTime() - deal.createdAt.getTime()) / dayMs))
    : null;
  return { status: deal.status, amount, weighted: weighted(amount, chance), days };
}

function fits(
  desk: Desk,
  filter: Filter,
  deal: SliceFacts,
  since: (deal: SliceFacts) => Date | null,
): boolean {
  if (filter.kind === 'is') return hasValue(valuesOf(desk, filter.dimension, deal, since), filter.value);
  const own = desk.process.fields.find(({ key }) => key === filter.money.replace(/^my\./, ''));
  const fact = own && filter.money !== 'amount' ? deal.facts[own.key] : undefined;
  const amount = filter.money === 'amount' ? deal.amount : fact === undefined ? null : Number(fact);
  if (amount === null) return false;
  if (filter.than === '>') return amount > filter.value;
  if (filter.than === '<') return amount < filter.value;
  return filter.than === '>=' ? amount >= filter.value : amount <= filter.value;
}

async function labelled<T extends Line>(
  desk: Desk,
  dimension: Dimension,
  lines: readonly T[],
  { measure }: Slice,
): Promise<(T & { label: string })[]> {
  const label = await labelsFor(desk, dimension);
  const values: Value[] = lines.map(({ value }) => value);
  const found: (T & { label: string })[] = [];
  for (const line of ordered(lines, measure, ownOrder(desk, dimension, values), shows(desk, 'amount')))
    found.push({ ...line, label: await label(line.value) });
  return found;
}

/** The figure of a tally. */
export const figureOf = (tally: Tally | undefined, { measure }: Slice): number | null =>
  tally ? measures[measure].read(tally) : null;
