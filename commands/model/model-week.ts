import { type Context, defineCommand } from '../../crm/access/context.js';
import { modelProposalCard, offCard } from '../../crm/proposals/model-proposal.js';
import { namesIn } from '../../crm/proposals/named-in-text.js';
import { reportWords } from '../../crm/proposals/report-words.js';
import { logLine, noteOf, seenLogs } from '../../crm/proposals/seen-logs.js';
import { writtenCard } from '../../crm/proposals/written-card.js';
import { todayOf } from '../../crm/words/zoned-dates.js';
import { button, type Card } from '../../kernel/card/card.js';
import { formatDate } from '../../kernel/time/format-time.js';
import { contextOfTeam, endAsOf } from '../../reports/request/report-context.js';
import { requestOf, teamField, weekField } from '../../reports/request/report-fields.js';
import { myWeekReport } from '../../reports/weekly/my-week-report.js';
import { weekAsked, weeklyOf } from '../../reports/weekly/weekly-kinds.js';
import { followUpsIn } from '../../store/activity/follow-up-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { textsIn } from '../../texts/languages.js';

/** Most follow-ups sent to the model, latest first. */
const mostLogs = 40;

/**
 * `周总结` ("week recap"): the speaker's week, or a manager's team's, in a few sentences that the model writes
 * from the report and follow-ups.
 */
export const modelWeek = defineCommand({
  name: 'week-recap',
  seldom: true,
  reads: true,
  role: 'rep',
  quiet: true,
  fields: { week: weekField, team: teamField },
  async run(input, given) {
    if (!given.model) return offCard(given);
    // Only the speaker reads the answer.
    const ctx = { ...given, audience: undefined };
    const week = input.week === 'thisWeek' ? ('thisWeek' as const) : ('lastWeek' as const);
    const { report, material, said } = await materialOf(ctx, week, input.team);
    const t = textsIn(ctx.locale).model;
    const team: Record<string, string> = input.team ? { team: input.team } : {};
    const asked = {
      purpose: 'week' as const,
      record: null,
      task: textsIn(ctx.locale).modelTasks.week,
      material,
      names: await namesIn(ctx, { text: material, said }),
      json: false,
    };
    const again = { command: 'week-recap', input: { week, ...team } };
    return await modelProposalCard(ctx, asked, again, (answer) =>
      writtenCard(ctx, answer, {
        key: `model:week:${answer.no}`,
        title: t.recap(report.title),
        above: report.title,
        taps: [button(t.report, 'weekly', { week, ...team })],
      }),
    );
  },
});

/** Collects the report as the speaker sees it, and the week's follow-ups that they may see. */
async function materialOf(
  ctx: Context,
  week: 'thisWeek' | 'lastWeek',
  team: string | undefined,
): Promise<{ report: Card; material: string; said: string[] }> {
  const isOwn = ctx.person.role === 'rep' && ctx.person.teamId !== null && !team;
  const asked = isOwn ? { week, asOf: ctx.now } : { ...(await requestOf(ctx, { team })), week };
  const { card: report } = isOwn ? await myWeekReport(ctx, ctx.person, asked) : await weeklyOf(ctx, asked);
  const { from, to } = weekAsked(contextOfTeam(ctx, 'team' in asked ? asked.team : undefined), asked);
  const logs = await followUpsIn(ctx.db, {
    from,
    to: endAsOf(to, ctx.now),
    ...(isOwn ? { personId: ctx.person.id } : { teamId: 'team' in asked ? asked.team?.id : undefined }),
    limit: mostLogs,
  });
  const people = new Map((await listPeople(ctx.db)).map(({ id, name }) => [id, name]));
  const seen = await seenLogs(ctx, logs);
  const tasks = textsIn(ctx.locale).modelTasks;
  const today = todayOf(ctx);
  const material = [
    tasks.today(`${today} ${formatDate(today, ctx, today)}`),
    tasks.figures,
    reportWords(report, ctx.locale),
    ...(seen.length > 0 ? [tasks.logs] : []),
    ...seen.map(({ log, customer }) => logLine(ctx, log, people.get(log.personId) ?? '', customer.name)),
  ].join('\n');
  return { report, material, said: seen.map(({ log }) => noteOf(ctx, log)) };
}
