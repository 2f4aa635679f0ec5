import type { Context } from '../../crm/access/context.js';
import { whoCan } from '../../crm/access/demand-rights.js';
import { spokenChoices } from '../../kernel/command/choices.js';
import { DeniedError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { type Actor, maySee, maySeeReport } from '../../sales/people/policy.js';
import { teamById, teamByName } from '../../store/people/team-queries.js';
import type { Team } from '../../store/schema/row-types.js';
import { inEachLanguage, textsIn } from '../../texts/languages.js';
import type { ReportRequest } from './report-context.js';
import { momentOf } from './report-period.js';
import { teamsAsked } from './teams-asked.js';

/** Periods and the words for them. */
export const periodChoices = spokenChoices(
  ['thisWeek', 'lastWeek', 'thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear'],
  inEachLanguage((t) => t.spokenPeriods),
);

const periodsOf = (what: string) => periodChoices.filter(({ value }) => value.endsWith(what));

/** A period anywhere in the line: `本周 上月 本季 …` ("this week, last month, this quarter, …"). */
export const periodField = f.choiceOf(periodChoices);

/** `本周` or `上周` ("this week", "last week"). */
export const weekField = f.choiceOf(periodChoices.slice(0, 2));

/** `本月`, `上月`, `本季` or `上季` ("this month", "last month", "this quarter", "last quarter"). */
export const monthSpanField = f.choiceOf(periodsOf('Month'));
export const quarterSpanField = f.choiceOf(periodsOf('Quarter'));

/** The report's team; last among a report's fields, since it takes the remaining words. */
export const teamField = f.lookup('team');

/** The pipeline, if the words name one. */
export const pipelineField = f.lookup('pipeline');

/**
 * Returns the requested team and moment: the team said, else the group's, else the speaker's own; an admin
 * who names none gets the company. Throws DeniedError, naming who may see it, if the speaker may not.
 */
export async function requestOf(
  ctx: Context,
  input: { team?: string; asof?: string },
): Promise<ReportRequest & { said?: string }> {
  return await requestFor(ctx, await teamAsked(ctx, input.team), input.asof);
}

/** Makes the request for a known team; undefined is the company. */
export async function requestFor(
  ctx: Context,
  team: Team | undefined,
  asof: string | undefined,
): Promise<ReportRequest & { said?: string }> {
  const may = maySeeReport(ctx.person, team?.id ?? null);
  if (ctx.audience && !(await audienceSees(ctx, ctx.audience, team))) ctx.isPrivate = true;
  if (!may.ok) {
    if (!team && !ctx.person.teamId) throw new DeniedError(textsIn(ctx.locale).report.noTeam);
    const who = await whoCan(ctx, may.who, { ownerId: null, teamId: team?.id ?? null });
    throw new DeniedError(textsIn(ctx.locale).permission.report(who));
  }
  return { team, asOf: momentOf(asof, ctx.now, team?.timeZone ?? ctx.zone), said: asof };
}

/** Whether everybody in the group may see the report, with the teams below that the speaker's figures hold. */
async function audienceSees(ctx: Context, audience: Actor, team: Team | undefined): Promise<boolean> {
  if (!maySeeReport(audience, team?.id ?? null).ok) return false;
  const asked = await teamsAsked(ctx, { team, asOf: ctx.now });
  const teams = typeof asked === 'string' ? [asked] : [...(asked ?? [])];
  return teams.every((teamId) => maySee(audience, { ownerId: null, teamId }).ok);
}

async function teamAsked(ctx: Context, name: string | undefined): Promise<Team | undefined> {
  if (name) return await teamByName(ctx.db, name);
  const admin = ctx.person.sight?.scope === 'all';
  const id = ctx.place.kind === 'group' && admin ? ctx.place.teamId : admin ? null : ctx.person.teamId;
  return id ? await teamById(ctx.db, id) : undefined;
}

/** Pages that one can turn to. */
const pages = Array.from({ length: 30 }, (_, index) => {
  const number = index + 1;
  const label = inEachLanguage((t) => t.report.pageWord(number));
  return { value: `${number}`, label, words: [`p${number}`] };
});

export const pageField = f.choiceOf(pages);
