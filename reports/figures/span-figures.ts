import { dayMs, earlierOf } from '../../kernel/time/moments.js';
import type { RankedActivity } from '../../sales/figures/ranking-rows.js';
import type { WeekFigures } from '../../sales/figures/weekly-conclusion.js';
import { respondBy } from '../../sales/leads/lead-clocks.js';
import { listPeople, personById } from '../../store/people/person-queries.js';
import {
  type PersonFigures,
  personFigures,
  pipelineAt,
  type StageFigures,
} from '../../store/reports/figure-queries.js';
import type { Span, TeamFilter } from '../../store/reports/report-conditions.js';
import {
  answeredAfter,
  furthestStages,
  overdueCount,
  unansweredCount,
} from '../../store/reports/report-lists.js';
import type { Person } from '../../store/schema/row-types.js';
import type { ReportContext } from '../request/report-context.js';
import { stalledAt } from './stalled-deals.js';

/** A lead without response for longer has returned to the pool, in ms. */
const answerWindow = 30 * dayMs;

/**
 * How far back overdue tasks are looked for, in ms: older tasks that were completed after the moment are not
 * counted.
 */
const overdueWindow = 90 * dayMs;

/** Computes the figures of a span, and the open figures at its end, or now if the span is not over. */
export async function spanFigures(
  ctx: ReportContext,
  span: Span,
): Promise<{ figures: WeekFigures; people: PersonFigures[]; standing: StageFigures[] }> {
  const { db } = ctx;
  const { teamId } = span;
  const at = earlierOf(span.to, ctx.now);
  const people = await personFigures(db, span);
  const standing = await pipelineAt(db, at, teamId);
  const stalled = await stalledAt(ctx, at, { teamId });
  const sum = (of: keyof Omit<PersonFigures, 'personId'>) =>
    people.reduce((total, person) => total + person[of], 0);
  const figures: WeekFigures = {
    newLeads: sum('newLeads'),
    followUps: sum('followUps'),
    visits: sum('visits'),
    newDeals: sum('newDeals'),
    newDealAmount: at < ctx.now ? await worthThen(ctx, span, at) : sum('newDealAmount'),
    moved: sum('moved'),
    wonCount: sum('won'),
    wonAmount: sum('wonAmount'),
    lostCount: sum('lost'),
    lostAmount: sum('lostAmount'),
    openCount: standing.reduce((total, stage) => total + stage.deals, 0),
    openAmount: standing.reduce((total, stage) => total + stage.amount, 0),
    stalledCount: stalled.count,
    stalledAmount: stalled.amount,
    unansweredLeads: await unansweredAt(ctx, at, teamId),
    overdueTasks: await overdueCount(db, at, overdueSince(at), teamId),
  };
  return { figures, people, standing };
}

/** Sums the amounts that the span's new deals had at the moment; a deal's row holds only today's amount. */
async function worthThen(ctx: ReportContext, span: Span, at: Date): Promise<number> {
  const stages = await furthestStages(ctx.db, span, at);
  return stages.reduce((total, stage) => total + stage.amount, 0);
}

async function unansweredAt(ctx: ReportContext, at: Date, teamId: TeamFilter | undefined): Promise<number> {
  const still = await unansweredCount(ctx.db, at, teamId);
  if (at >= ctx.now) return still;
  const later = await answeredAfter(ctx.db, answerWindowAt(at, teamId));
  return still + later.filter((lead) => isDueBy(ctx, lead.createdAt, at)).length;
}

/** Leads responded to by now may have been without response at the moment. */
export const answerWindowAt = (at: Date, teamId: TeamFilter | undefined): Span => ({
  from: new Date(at.getTime() - answerWindow),
  to: at,
  teamId,
});

/** Tells whether the response to a lead was due by a moment. */
export const isDueBy = (ctx: ReportContext, createdAt: Date, at: Date): boolean =>
  respondBy(createdAt, ctx.process, (start, minutes) =>
    ctx.calendar.addWorkMinutes(start, minutes, ctx.zone),
  ) <= at;

/** Returns the earliest due moment for which completed tasks are read. */
export const overdueSince = (at: Date): Date => new Date(at.getTime() - overdueWindow);

async function peopleOf({ db }: ReportContext, teamId: TeamFilter | undefined): Promise<Person[]> {
  if (typeof teamId !== 'object') return await listPeople(db, teamId);
  return (await listPeople(db)).filter((person) => teamId.has(person.teamId ?? ''));
}

/** Counts each person's activities, including people of the team without any. */
export async function activityOfPeople(
  ctx: ReportContext,
  figures: readonly PersonFigures[],
  teamId: TeamFilter | undefined,
): Promise<RankedActivity[]> {
  const known = new Map((await peopleOf(ctx, teamId)).map((person) => [person.id, person]));
  const activities: RankedActivity[] = [];
  for (const row of figures) {
    if (row.personId === '') continue;
    const person = known.get(row.personId) ?? (await personById(ctx.db, row.personId));
    known.delete(row.personId);
    const { personId, followUps, visits, newLeads, newDeals, moved, won, wonAmount } = row;
    activities.push({
      personId,
      name: person?.name ?? personId,
      followUp: followUps - visits,
      visit: visits,
      newLead: newLeads,
      newDeal: newDeals,
      moved,
      won,
      wonAmount,
    });
  }
  const none = { followUp: 0, visit: 0, newLead: 0, newDeal: 0, moved: 0, won: 0, wonAmount: 0 };
  const idle = [...known.values()].filter((person) => person.role === 'rep');
  return [...activities, ...idle.map(({ id, name }) => ({ personId: id, name, ...none }))];
}
