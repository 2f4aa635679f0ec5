import { formatAmountShort } from '../../kernel/pieces/amount.js';
import type { Attainment, TargetPace } from '../../sales/figures/target-figures.js';
import { type Metric, metricNames, unitOf } from '../../sales/process/metrics.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { hidden, type Readers, shows } from '../access/visibility.js';

type Reader = Readers & Pick<Context, 'locale' | 'process'>;

/** Writes a metric's value, one person's or a total; hides amounts from those who may not see them. */
export function figureWords(ctx: Reader, metric: Metric, value: number | null, ownerId?: string): string {
  if (value === null) return '';
  switch (unitOf(metric)) {
    case 'money': {
      const record = ownerId === undefined ? undefined : { ownerId };
      return shows(ctx, 'amount', record) ? formatAmountShort(value, ctx) : hidden;
    }
    case 'minutes':
      return minutesWords(ctx, Math.round(value));
    default:
      return textsIn(ctx.locale).target.count(value);
  }
}

export const metricWords = ({ locale }: Pick<Context, 'locale'>, metric: Metric): string =>
  metricNames[metric][locale];

export function percentWords({ locale }: Pick<Context, 'locale'>, percent: number | null): string {
  return percent === null ? '' : textsIn(locale).target.percent(percent);
}

/** Writes a span: '2026年11月' ("November 2026"), '2026年第4季度' ("Q4 2026"), '2026年' ("2026"). */
export function spanWords({ locale }: Pick<Context, 'locale'>, span: string): string {
  const t = textsIn(locale).target;
  const year = Number(span.slice(0, 4));
  if (span.includes('Q')) return t.quarter(year, Number(span.slice(6)));
  return span.length === 4 ? t.year(year) : t.month(year, Number(span.slice(5)));
}

/**
 * Writes a metric in a sentence: how far it is, how that compares with the elapsed time, and what is needed
 * per day.
 */
export function attainedWords(ctx: Reader, one: Attainment, pace: TargetPace, ownerId?: string): string {
  const t = textsIn(ctx.locale).target;
  const figure = (value: number | null) => figureWords(ctx, one.metric, value, ownerId);
  const name = metricWords(ctx, one.metric);
  const { sentence, clauses } = formatsIn(ctx.locale);
  if (one.target === null) return sentence(t.noTarget(name, figure(one.done)));
  const done = figure(one.done) || t.none;
  const parts = [t.reached(name, done, figure(one.target), percentWords(ctx, one.percent))];
  parts.push(paceWords(ctx, one, pace));
  if (one.perDay !== null) parts.push(t.perDay(pace.total - pace.gone, figure(one.perDay)));
  if (one.stretch !== null)
    parts.push(t.stretchOpen(figure(one.stretch), percentWords(ctx, one.stretchPercent)));
  return sentence(clauses(parts));
}

function paceWords(ctx: Reader, one: Attainment, { percent }: TargetPace): string {
  const t = textsIn(ctx.locale).target;
  // Response minutes do not grow with each day, so they are not ahead of or behind the elapsed time.
  if (unitOf(one.metric) === 'minutes' || one.percent === null) return t.pace(percent);
  if (one.percent === percent) return t.paceEven(percent);
  return one.percent > percent ? t.paceAhead(percent) : t.paceBehind(percent);
}

/** Tells whether the metric is behind the elapsed time. */
export const isBehind = (one: Attainment | undefined, { percent }: TargetPace): boolean =>
  one?.percent != null && one.percent < (unitOf(one.metric) === 'minutes' ? 100 : percent);

/** Writes working minutes, or '' if there are none. */
export const minutesWords = (ctx: Reader, minutes: number | null): string =>
  minutes === null ? '' : textsIn(ctx.locale).report.minutes(minutes);
