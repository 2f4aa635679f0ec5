import type { Context } from '../../crm/access/context.js';
import { whoCan } from '../../crm/access/demand-rights.js';
import { DeniedError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { maySeeReport } from '../../sales/people/policy.js';
import { teamById, teamByName } from '../../store/people/team-queries.js';
import type { Team } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { ReportRequest } from './report-context.js';
import { momentOf } from './report-period.js';

/** Spans of time, as they are said. */
export const periodChoices = [
  { value: 'thisWeek', label: { zh: '本周', en: 'this week' }, words: ['这周', 'week'] },
  { value: 'lastWeek', label: { zh: '上周', en: 'last week' }, words: [] },
  { value: 'thisMonth', label: { zh: '本月', en: 'this month' }, words: ['这个月', 'month'] },
  { value: 'lastMonth', label: { zh: '上月', en: 'last month' }, words: ['上个月'] },
  { value: 'thisQuarter', label: { zh: '本季', en: 'this quarter' }, words: ['本季度', '这季度', 'quarter'] },
  { value: 'lastQuarter', label: { zh: '上季', en: 'last quarter' }, words: ['上季度'] },
  { value: 'thisYear', label: { zh: '今年', en: 'this year' }, words: ['本年', 'year'] },
];

const periodsOf = (what: string) => periodChoices.filter(({ value }) => value.endsWith(what));

const periodLabel = { zh: '时间', en: 'period' };

/** `本周 上月 本季 …`, wherever it stands in the line. */
export const periodField = f.choice(periodChoices, { label: periodLabel });

/** `本周` or `上周`. */
export const weekField = f.choice(periodChoices.slice(0, 2), { label: periodLabel });

/** `本月` or `上月`; `本季` or `上季`. */
export const monthSpanField = f.choice(periodsOf('Month'), { label: periodLabel });
export const quarterSpanField = f.choice(periodsOf('Quarter'), { label: periodLabel });

/** Whose report: the last of a report's fields, since it takes what the others leave. */
export const teamField = f.lookup('team', {
  label: { zh: '团队', en: 'team' },
  example: { zh: '华东', en: 'East' },
});

/** Which pipeline, taken only where the words name one. */
export const pipelineField = f.lookup('pipeline', {
  label: { zh: '管道', en: 'pipeline' },
  example: { zh: '续约', en: 'renewal' },
});

/**
 * The team and the moment that were asked for: the team said, else the group's, else one's own; an admin who
 * names none asks for all. Throws DeniedError, naming who may, where it is not the speaker's to see.
 */
export async function requestOf(
  ctx: Context,
  input: { team?: string; asof?: string },
): Promise<ReportRequest & { said?: string }> {
  return await requestFor(ctx, await teamAsked(ctx, input.team), input.asof);
}

/** The same of a team that is known already; undefined is the company. */
export async function requestFor(
  ctx: Context,
  team: Team | undefined,
  asof: string | undefined,
): Promise<ReportRequest & { said?: string }> {
  const may = maySeeReport(ctx.person, team?.id ?? null);
  if (ctx.audience && !maySeeReport(ctx.audience, team?.id ?? null).ok) ctx.isPrivate = true;
  if (!may.ok) {
    if (!team && !ctx.person.teamId) throw new DeniedError(textsIn(ctx.locale).report.noTeam);
    const who = await whoCan(ctx, may.who, { ownerId: null, teamId: team?.id ?? null });
    throw new DeniedError(textsIn(ctx.locale).permission.report(who));
  }
  return { team, asOf: momentOf(asof, ctx.now, team?.timeZone ?? ctx.zone), said: asof };
}

async function teamAsked(ctx: Context, name: string | undefined): Promise<Team | undefined> {
  if (name) return await teamByName(ctx.db, name);
  const admin = ctx.person.sight?.scope === 'all';
  const id = ctx.place.kind === 'group' && admin ? ctx.place.teamId : admin ? null : ctx.person.teamId;
  return id ? await teamById(ctx.db, id) : undefined;
}
