import { zonedIn } from '../../crm/words/zoned-dates.js';
import { type CardNode, context, text } from '../../kernel/card/card.js';
import { justAfter } from '../../kernel/time/moments.js';
import { startOfMonth } from '../../kernel/time/zone.js';
import {
  type Badge,
  type BadgeFacts,
  badgeNames,
  badgeRules,
  badgesOf,
} from '../../sales/figures/badge-rules.js';
import { responsesBy } from '../../sales/leads/response-figures.js';
import { lastFullWeek } from '../../sales/time/weeks.js';
import { firstWins, tasksDueIn, wonAfterStall } from '../../store/reports/badge-queries.js';
import { personFigures } from '../../store/reports/figure-queries.js';
import type { TeamFilter } from '../../store/reports/report-conditions.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { answersIn } from '../figures/lead-answers.js';
import { activityOfPeople } from '../figures/span-figures.js';
import type { ReportContext } from '../request/report-context.js';

/** Lists a team's badges at a moment, for the current month so far and the last full week. */
export async function badgesAt(
  ctx: ReportContext,
  teamId: TeamFilter | undefined,
  at: Date,
): Promise<Badge[]> {
  if (!ctx.process.badges) return [];
  const { db, process } = ctx;
  const month = { from: startOfMonth(at, ctx.zone), to: justAfter(at), teamId };
  const activities = await activityOfPeople(ctx, await personFigures(db, month), teamId);
  const answers = await answersIn(ctx, month, at);
  const limit = process.lead.respondWithinMinutes;
  const responses = new Map(responsesBy(answers, (one) => one.personId, limit).map((one) => [one.key, one]));
  const first = await firstWins(
    db,
    activities.filter(({ won }) => won > 0).map(({ personId }) => personId),
  );
  const comebacks = await wonAfterStall(db, month);
  const { from, to } = lastFullWeek(at, zonedIn(ctx.zone));
  const tasks = await tasksDueIn(db, { from, to, teamId });
  const facts = activities.map(({ personId, name, visit }): BadgeFacts => {
    const response = responses.get(personId);
    const own = tasks.filter(({ ownerId }) => ownerId === personId);
    const won = comebacks.filter(({ ownerId }) => ownerId === personId).map(({ amount }) => amount ?? 0);
    const firstWin = first.get(personId);
    return {
      personId,
      name,
      answered: (response?.leads ?? 0) - (response?.unanswered ?? 0),
      median: response?.median ?? null,
      visits: visit,
      due: own.filter(({ dueAt }) => dueAt >= from).length,
      overdue: own.filter(({ dueAt, doneAt }) => doneAt === null || doneAt > dueAt).length,
      firstWin: firstWin !== undefined && firstWin >= month.from && firstWin < month.to,
      comeback: won.length === 0 ? null : Math.max(...won),
    };
  });
  return badgesOf(facts);
}

/** Shows each badge with its holders, for the ranking card. */
export function badgeNodes(ctx: ReportContext, badges: readonly Badge[]): CardNode[] {
  const t = textsIn(ctx.locale).badge;
  if (badges.length === 0) return [];
  const lines = badges.map(({ kind, people }) =>
    t.held(badgeNames[kind][ctx.locale], formatsIn(ctx.locale).list(people.map(({ name }) => name))),
  );
  return [text(t.badges, 'strong'), text(lines.join('\n')), context(t.rulesHint)];
}

/** Writes a badge's rule and holders. */
export function ruleLine(ctx: ReportContext, kind: Badge['kind'], badges: readonly Badge[]): string {
  const t = textsIn(ctx.locale).badge;
  const people = badges.find((badge) => badge.kind === kind)?.people ?? [];
  const who = people.length > 0 ? t.has(formatsIn(ctx.locale).list(people.map(({ name }) => name))) : '';
  return t.rule(badgeNames[kind][ctx.locale], badgeRules[kind][ctx.locale], who);
}

/** Lists one person's badges. */
export const ownBadges = (ctx: ReportContext, badges: readonly Badge[], personId: string): string =>
  formatsIn(ctx.locale).list(
    badges
      .filter(({ people }) => people.some(({ id }) => id === personId))
      .map(({ kind }) => badgeNames[kind][ctx.locale]),
  );
