import type { Context } from '../../crm/access/context.js';
import { whoCan } from '../../crm/access/demand-rights.js';
import { readChoice, spokenChoices, writeChoice } from '../../kernel/command/choices.js';
import { DeniedError } from '../../kernel/command/errors.js';
import { changed, f } from '../../kernel/command/fields.js';
import type { ReadAt } from '../../kernel/pieces/base/piece.js';
import { daysBetween } from '../../kernel/time/dates.js';
import { daysOfKey } from '../../language/periods/period-days.js';
import type { Looking } from '../../language/periods/year-meant.js';
import { readPeriod } from '../../language/question/read-period.js';
import { periodWords } from '../../language/question/write-question.js';
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

/** Most words of a period in a line: `from June 1 to August 15`. */
const longestPeriod = 6;

/** The period that the words are; of what is still to come, a single day is none: `call Jane today`. */
function spanSaid(words: string, at: ReadAt, looking: Looking): string | undefined {
  const key = readPeriod(words, at, looking);
  if (key === undefined || looking === 'back') return key;
  const { first, after } = daysOfKey(key, at.today);
  return daysBetween(first, after) > 1 ? key : undefined;
}

/** Any period in words, with a few to pick from in a form. */
const periodFrom = (choices: typeof periodChoices, looking: Looking = 'back') =>
  changed(f.choiceOf(choices), {
    longest: longestPeriod,
    parse: (value, at) =>
      readChoice(periodChoices, value) ??
      (typeof value === 'string' ? spanSaid(value, at, looking) : undefined),
    write: (value, locale) =>
      periodChoices.some((one) => one.value === value)
        ? writeChoice(periodChoices, value, locale)
        : periodWords(value, locale),
  });

/** A period anywhere in the line: 本周, 11月, 上半年, `last 12 weeks`; one that has not begun is that of the year before. */
export const periodField = periodFrom(periodChoices);

/** A period of what is still to come: 1月 ("January") said in November is the next one. */
export const comingPeriodField = periodFrom(periodChoices, 'ahead');

/** A period of a report that covers weeks, months or quarters; `periodOfLength` refuses others. */
export const weekField = periodFrom(periodChoices.slice(0, 2));
export const monthSpanField = periodFrom(periodsOf('Month'));
export const quarterSpanField = periodFrom(periodsOf('Quarter'));

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
  return { team, asOf: momentOf(asof, { ...ctx, zone: team?.timeZone ?? ctx.zone }), said: asof };
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
