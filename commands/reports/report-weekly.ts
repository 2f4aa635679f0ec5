import { type Context, defineCommand } from '../../crm/access/context.js';
import { button, type Card } from '../../kernel/card/card.js';
import { f } from '../../kernel/command/fields.js';
import { teamField, weekField } from '../../reports/request/report-fields.js';
import { momentOf } from '../../reports/request/report-period.js';
import { saysDimension } from '../../reports/slices/read-slice.js';
import { myWeekReport } from '../../reports/weekly/my-week-report.js';
import { teamById } from '../../store/people/team-queries.js';
import { textsIn } from '../../texts/languages.js';
import { demandBegun, reviewLengthOf, reviewOf } from './report-review.js';

/**
 * `周报`, `周报 本周 华东` ("weekly report, this week, East China"): the last full week of the speaker's team; a
 * rep's own, in private; the company's for an admin.
 */
export const reportWeekly = defineCommand({
  name: 'weekly',
  reads: true,
  instead: (words) => (saysDimension(words) ? { command: 'slice', words } : undefined),
  fields: {
    week: weekField,
    whose: f.choice(['me']),
    asof: f.asof(),
    team: teamField,
  },
  async run(input, ctx) {
    const { week } = input;
    const alone =
      ctx.person.role === 'rep' && ctx.person.teamId !== null && ctx.place.kind === 'private' && !input.team;
    const isWeek = week === undefined || reviewLengthOf(ctx, week) === 'week';
    if ((input.whose || alone) && isWeek) return await own(ctx, week ?? 'lastWeek', input.asof);
    return await reviewOf(ctx, 'week', { ...input, period: week });
  },
});

/** Shows the speaker's own week in private, with a button for the team's report. */
async function own(ctx: Context, week: string, said: string | undefined): Promise<Card> {
  if (ctx.place.kind === 'group') ctx.isPrivate = true;
  const { person } = ctx;
  const asked = { week, said, asOf: momentOf(said, ctx) };
  demandBegun(ctx, week, asked.asOf);
  const team = person.teamId ? await teamById(ctx.db, person.teamId) : undefined;
  const asof: Record<string, string> = said ? { asof: said } : {};
  const t = textsIn(ctx.locale).weekly;
  const toTeam = team && button(t.teamReport, 'weekly', { week, team: team.name, ...asof });
  return (await myWeekReport({ ...ctx, audience: undefined }, person, asked, toTeam ? [toTeam] : [])).card;
}
