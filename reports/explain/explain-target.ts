import { monthOf } from '../../kernel/time/zone.js';
import { median } from '../../sales/figures/percentages.js';
import { type Metric, unitOf } from '../../sales/process/metrics.js';
import { newLeadsIn } from '../../store/reports/counted-leads.js';
import type { Span } from '../../store/reports/report-conditions.js';
import { textsIn } from '../../texts/languages.js';
import { personAttained, teamAttained } from '../figures/attainment-figures.js';
import { answersById } from '../figures/lead-answers.js';
import { periodKey } from '../forecast/forecast-report.js';
import type { ReportContext } from '../request/report-context.js';
import { flowParts, partOf } from './explain-flows.js';
import type { Explained, ExplainedPart, ExplainMeant } from './explained-types.js';

/** Lists the records of the months that count for a metric, with the target. */
export async function attainmentParts(ctx: ReportContext, meant: ExplainMeant): Promise<Explained> {
  const { person, asOf } = meant;
  const metric = meant.metric ?? 'won';
  const span = monthsOf(ctx, meant);
  const made = person
    ? await personAttained(ctx, person, span, asOf, metric)
    : await teamAttained(ctx, meant, { span, metric });
  const row = 'row' in made ? made.row : made.whole;
  const one = row.all.find((each) => each.metric === metric);
  const { from, to } = made.course;
  // A person's figure counts what they did in every team.
  const counted = { from, to, ...(person ? {} : { teamId: meant.teamId }) };
  const all = await metricParts(ctx, counted, metric, asOf);
  const parts = all.filter(({ personId }) => !person || personId === person.id);
  const minutes = parts.map(({ adds }) => adds).filter((adds) => adds >= 0);
  const isMedian = unitOf(metric) === 'minutes';
  const sum = isMedian
    ? Math.round(median(minutes) ?? 0)
    : parts.reduce((total, { adds }) => total + adds, 0);
  return {
    unit: unitOf(metric),
    value: one?.done ?? 0,
    sum,
    by: isMedian ? 'median' : 'sum',
    parts,
    rule: textsIn(ctx.locale).explain.rules[metric],
    notes: { target: one?.target ?? null, percent: one?.percent ?? null, metric },
  };
}

/** Returns the months of the target: a week takes its month's. */
function monthsOf(ctx: ReportContext, { period, asOf }: ExplainMeant): string {
  const known = period && periodKey(period, ctx.zone);
  return known && /^\d{4}(?:-Q\d|-\d{2})?$/.test(known) ? known : monthOf(period?.from ?? asOf, ctx.zone);
}

async function metricParts(
  ctx: ReportContext,
  span: Span,
  metric: Metric,
  at: Date,
): Promise<ExplainedPart[]> {
  const through = (channel: string) => (part: ExplainedPart) =>
    'channel' in part.record && part.record.channel === channel;
  switch (metric) {
    case 'won':
    case 'wins':
    case 'newDeals':
      return await flowParts(ctx, span, metric);
    case 'calls':
      return (await flowParts(ctx, span, 'followUps')).filter(through('call'));
    case 'visits':
      return (await flowParts(ctx, span, 'followUps')).filter(through('visit'));
    case 'followUps':
      return await flowParts(ctx, span, 'followUps');
    case 'response': {
      const t = textsIn(ctx.locale).explain;
      const answers = await answersById(ctx, span, at);
      return (await newLeadsIn(ctx.db, span)).flatMap((lead) => {
        const minutes = answers.get(lead.id)?.minutes;
        if (minutes === undefined) return [];
        // A lead without a response has no minutes, and is not part of the median.
        return [partOf(lead, minutes ?? -1, minutes === null ? t.unansweredYet : t.minutes(minutes))];
      });
    }
  }
}
