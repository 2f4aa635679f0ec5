import { type Readers, shows } from '../../crm/access/visibility.js';
import { DeniedError } from '../../kernel/command/errors.js';
import { dayMs, justAfter } from '../../kernel/time/moments.js';
import { weighted } from '../../sales/figures/money-sums.js';
import {
  type CrossRow,
  contributesTo,
  cutSlice,
  measures,
  type SlicedDeal,
  type SliceLine,
  type SliceTally,
  type SliceValue,
  sortLines,
} from '../../sales/figures/slice-measures.js';
import type { Dimension } from '../../sales/figures/slice-names.js';
import { stageOf } from '../../sales/process/stages.js';
import {
  dealsClosedIn,
  dealsCreatedIn,
  openDealsAt,
  type SliceFacts,
} from '../../store/reports/slice-queries.js';
import { textsIn } from '../../texts/languages.js';
import { contextOfTeam, endAsOf, type ReportContext, type ReportRequest } from '../request/report-context.js';
import { begunPeriod } from '../request/report-period.js';
import { teamsAsked } from '../request/teams-asked.js';
import { type Filter, looksAtClosed, type Slice } from './read-slice.js';
import { hasValue, labelsFor, ownOrder, valuesOf } from './slice-values.js';

export interface Labelled extends SliceLine {
  label: string;
}

export interface SliceFigures {
  slice: Slice;
  /** The span in words: `本季新建` ("created this quarter"). */
  span: string;
  total: SliceTally;
  rows: (Labelled & Pick<CrossRow, 'cells'>)[];
  /** Empty for a single dimension. */
  columns: Labelled[];
  /** The deals that the slice counts. */
  deals: SliceFacts[];
}

/**
 * Groups a slice's deals as they were at `asOf`. Throws DeniedError if a filter would reveal hidden amounts.
 */
export async function sliceFigures(
  given: ReportContext,
  asked: ReportRequest,
  slice: Slice,
): Promise<SliceFigures> {
  demandFilters(given, slice);
  const ctx = contextOfTeam(given, asked.team);
  const { deals, span } = await dealsOf(ctx, asked, slice);
  const since = (deal: SliceFacts) => (looksAtClosed(slice) ? deal.closedAt : deal.createdAt);
  const wanted = deals.filter(
    (deal) =>
      contributesTo(slice.measure, deal) &&
      (slice.customerId === undefined || deal.customerId === slice.customerId) &&
      slice.filters.every((filter) => fits(ctx, filter, deal, since)),
  );
  const [first, second] = slice.by as [Dimension, Dimension?];
  const under = (dimension: Dimension) => (deal: SliceFacts & SlicedDeal) =>
    valuesOf(ctx, dimension, deal, since);
  const filed = cutSlice(
    wanted.map((deal) => ({ ...deal, ...slicedOf(ctx, deal) })),
    under(first),
    second && under(second),
  );
  return {
    slice,
    span,
    total: filed.total,
    rows: await labelled(ctx, first, filed.rows, slice),
    columns: second ? await labelled(ctx, second, filed.columns, slice) : [],
    deals: wanted,
  };
}

/** Tells whether a filter compares amounts. */
const weighs = (filter: Filter): boolean => filter.kind === 'money' || filter.dimension.own?.type === 'money';

/** Tells whether everybody who reads may know what the filters reveal. */
export const mayFilter = (readers: Readers, { filters }: Slice): boolean =>
  !filters.some(weighs) || shows(readers, 'amount');

function demandFilters({ person, locale }: ReportContext, slice: Slice): void {
  if (!mayFilter({ person }, slice)) throw new DeniedError(textsIn(locale).slice.hiddenFilter);
}

async function dealsOf(
  ctx: ReportContext,
  asked: ReportRequest,
  slice: Slice,
): Promise<{ deals: SliceFacts[]; span: string }> {
  const t = textsIn(ctx.locale).slice;
  const teamId = await teamsAsked(ctx, asked);
  const isClosed = looksAtClosed(slice);
  const kind = slice.period ?? (isClosed ? 'thisQuarter' : seesAll(slice) ? 'all' : undefined);
  if (kind === undefined) return { deals: await openDealsAt(ctx.db, asked.asOf, teamId), span: t.standing };
  const period =
    kind === 'all' ? undefined : begunPeriod(ctx, { period: kind, asOf: asked.asOf }, 'thisQuarter');
  const to = endAsOf(period?.to ?? asked.asOf, asked.asOf);
  const span = {
    from: period?.from ?? new Date(0),
    to: period ? to : justAfter(asked.asOf),
    teamId,
  };
  const label = period?.label ?? t.allTime;
  if (isClosed) return { deals: await dealsClosedIn(ctx.db, span, asked.asOf), span: t.closed(label) };
  return {
    deals: await dealsCreatedIn(ctx.db, span, asked.asOf),
    span: period ? t.created(label) : t.ever,
  };
}

/** Tells whether the slice includes closed deals: it groups or filters by outcome or month. */
const seesAll = ({ by, filters, measure }: Slice): boolean =>
  measure !== 'weighted' &&
  [...by, ...filters.flatMap((filter) => (filter.kind === 'is' ? [filter.dimension] : []))].some(({ key }) =>
    ['status', 'lossReason', 'lossStage', 'month', 'week'].includes(key),
  );

function slicedOf({ process }: ReportContext, deal: SliceFacts): SlicedDeal {
  const amount = deal.amount ?? 0;
  const chance = stageOf(process, deal.stage)?.probability ?? 0;
  const days = deal.closedAt
    ? Math.max(0, Math.round((deal.closedAt.getTime() - deal.createdAt.getTime()) / dayMs))
    : null;
  return { status: deal.status, amount, weighted: weighted(amount, chance), days };
}

function fits(
  ctx: ReportContext,
  filter: Filter,
  deal: SliceFacts,
  since: (deal: SliceFacts) => Date | null,
): boolean {
  if (filter.kind === 'is') return hasValue(valuesOf(ctx, filter.dimension, deal, since), filter.value);
  const own = ctx.process.fields.find(({ key }) => key === filter.money.replace(/^my\./, ''));
  const fact = own && filter.money !== 'amount' ? deal.facts[own.key] : undefined;
  const amount = filter.money === 'amount' ? deal.amount : fact === undefined ? null : Number(fact);
  if (amount === null) return false;
  if (filter.than === '>') return amount > filter.value;
  if (filter.than === '<') return amount < filter.value;
  return filter.than === '>=' ? amount >= filter.value : amount <= filter.value;
}

async function labelled<T extends SliceLine>(
  ctx: ReportContext,
  dimension: Dimension,
  lines: readonly T[],
  { measure }: Slice,
): Promise<(T & { label: string })[]> {
  const label = await labelsFor(ctx, dimension);
  const values: SliceValue[] = lines.map(({ value }) => value);
  const found: (T & { label: string })[] = [];
  for (const line of sortLines(lines, measure, ownOrder(ctx, dimension, values), shows(ctx, 'amount')))
    found.push({ ...line, label: await label(line.value) });
  return found;
}

/** Returns a tally's value for the slice's measure, or null. */
export const figureOf = (tally: SliceTally | undefined, { measure }: Slice): number | null =>
  tally ? measures[measure].read(tally) : null;
