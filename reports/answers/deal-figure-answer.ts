import type { Context } from '../../crm/access/context.js';
import type { FigureKind, QuestionReading } from '../../language/question/question-reading.js';
import { measures, type SliceMeasure } from '../../sales/figures/slice-measures.js';
import { type Dimension, dimensionsOf } from '../../sales/figures/slice-names.js';
import type { Period } from '../request/report-period.js';
import { type Filter, looksAtClosed, type Slice } from '../slices/read-slice.js';
import { figureOf, type SliceFigures, sliceFigures } from '../slices/slice-figures.js';
import { type AnswerSubject, askedNow, deskFor } from './answer-about.js';

/** For each figure of deals, the reports' measure. */
const measureOf: Partial<Record<FigureKind, SliceMeasure>> = {
  won: 'wonAmount',
  wins: 'wonCount',
  winRate: 'winRate',
  averageSize: 'averageSize',
  daysToClose: 'daysToClose',
  open: 'amount',
  openCount: 'count',
  weighted: 'weighted',
  newDeals: 'count',
  lost: 'lostAmount',
  lostCount: 'lostCount',
  lossReasons: 'lostCount',
  closing: 'amount',
};

export const dealMeasure = (measure: QuestionReading['measure']): SliceMeasure | undefined =>
  measureOf[measure as FigureKind];

/** Returns the default period: this month for closed or created deals, undefined for what is open now. */
export function usualPeriod({ measure }: QuestionReading): string | undefined {
  const slice = dealMeasure(measure);
  if (!slice || measure === 'closing') return undefined;
  if (measure === 'newDeals') return 'thisMonth';
  if (!looksAtClosed({ measure: slice })) return undefined;
  // A month has too few deals for rates and means.
  const isMean = ['percent', 'days'].includes(measures[slice].unit) || slice === 'averageSize';
  return isMean || measure === 'lossReasons' ? 'thisQuarter' : 'thisMonth';
}

export interface DealFigures extends SliceFigures {
  value: number | null;
}

/** Computes a figure of deals as slices do: by owner, period and filters. */
export async function dealFigures(
  ctx: Context,
  reading: QuestionReading,
  about: AnswerSubject,
  { period, customerId }: { period?: Period; customerId?: string },
): Promise<DealFigures> {
  const reportCtx = deskFor(ctx, about);
  const slice: Slice = {
    measure: dealMeasure(reading.measure) ?? 'count',
    by: [byOf(ctx, reading)],
    period,
    filters: filtersOf(ctx, reading, about, period !== undefined),
    customerId,
  };
  const figures = await sliceFigures(reportCtx, askedNow(ctx, about), slice);
  return { ...figures, value: figureOf(figures.total, slice) };
}

function byOf({ process }: Context, { by, measure }: QuestionReading): Dimension {
  const wanted = by ?? (measure === 'lossReasons' ? 'lossReason' : 'owner');
  const all = dimensionsOf(process);
  return (all.find(({ key }) => key === wanted) ?? all[0]) as Dimension;
}

function filtersOf(
  { process }: Context,
  { filters, measure }: QuestionReading,
  { person }: AnswerSubject,
  isOfTime: boolean,
): Filter[] {
  const all = dimensionsOf(process);
  const is = (key: string, value: string, words: string): Filter[] => {
    const dimension = all.find((one) => one.key === key);
    return dimension ? [{ kind: 'is', dimension, value, words }] : [];
  };
  return [
    ...(person ? is('owner', person.id, person.name) : []),
    // Of the deals created in a period, counts those still open; without a period, slices look at open deals
    // only.
    ...(isOfTime && (measure === 'open' || measure === 'openCount') ? is('status', 'open', 'open') : []),
    ...filters.values.flatMap(({ dimension, key, words }) => is(dimension, key, words)),
    ...(filters.amount
      ? // 50万以上 ("500,000 and more") includes 500,000 itself.
        [
          {
            kind: 'money' as const,
            money: 'amount',
            than: `${filters.amount.than}=` as const,
            value: filters.amount.value,
          },
        ]
      : []),
  ];
}
