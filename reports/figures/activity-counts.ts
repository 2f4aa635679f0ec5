import type { MetricFigures } from '../../sales/figures/target-figures.js';
import { responseFigures, responsesBy } from '../../sales/leads/response-figures.js';
import { type PersonFigures, personFigures } from '../../store/reports/figure-queries.js';
import type { Span } from '../../store/reports/report-conditions.js';
import type { ReportContext } from '../request/report-context.js';
import { answersIn } from './lead-answers.js';

const nothing = { won: 0, wins: 0, newDeals: 0, calls: 0, visits: 0, followUps: 0 };

/** The value of each metric in a span, in total and per person. */
export interface ActivityCounts {
  all: MetricFigures;
  of(personId: string): MetricFigures;
}

/** Computes every metric; first response minutes only if wanted, since they need a read of each lead. */
export async function activityCountsIn(
  ctx: ReportContext,
  span: Span,
  at: Date,
  withResponse: boolean,
): Promise<ActivityCounts> {
  const rows = await personFigures(ctx.db, span);
  const answers = withResponse ? await answersIn(ctx, span, at) : [];
  const limit = ctx.process.lead.respondWithinMinutes;
  const medians = new Map(
    responsesBy(answers, (one) => one.personId, limit).map(({ key, median }) => [key, median]),
  );
  const byPerson = new Map(rows.map((row) => [row.personId, countsOf(row)]));
  const all = rows.map(countsOf).reduce((sum, row) => {
    const entries = Object.entries(sum) as [keyof typeof nothing, number][];
    return Object.fromEntries(entries.map(([key, value]) => [key, value + row[key]])) as typeof nothing;
  }, nothing);
  return {
    all: { ...all, response: responseFigures(answers, limit).median },
    of: (id) => ({ ...(byPerson.get(id) ?? nothing), response: medians.get(id) ?? null }),
  };
}

const countsOf = (row: PersonFigures): typeof nothing => ({
  won: row.wonAmount,
  wins: row.won,
  newDeals: row.newDeals,
  calls: row.calls,
  visits: row.visits,
  followUps: row.followUps,
});
