import { type Context, defineCommand } from '../../crm/access/context.js';
import { todayCard } from '../../crm/cards/today-card.js';
import { amountWords } from '../../crm/words/deal-words.js';
import { momentWords } from '../../crm/words/zoned-dates.js';
import {
  actions,
  button,
  type Card,
  type CardNode,
  context,
  divider,
  right,
  table,
  text,
} from '../../kernel/card/card.js';
import { hasRole } from '../../kernel/command/roles.js';
import { weeklyReport, weekNodes } from '../../reports/weekly/weekly-figures-card.js';
import { weighted } from '../../sales/figures/money-sums.js';
import { openStages, stageOf } from '../../sales/process/stages.js';
import { openDealsOwnedBy } from '../../store/deals/deal-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `首页` ("home"): today's list, the speaker's pipeline and the usual buttons; for managers also the team's
 * week.
 */
export const home = defineCommand({
  name: 'home',
  reads: true,
  quiet: true,
  fields: {},
  async run(_input, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).work;
    const today = await todayCard(ctx);
    return {
      key: `home:${ctx.person.id}`,
      title: t.hello(ctx.person.name),
      tone: 'neutral',
      nodes: [
        ...actions(
          button(textsIn(ctx.locale).common.log, 'log', {}, { style: 'primary' }),
          button(t.newLead, 'lead'),
          button(textsIn(ctx.locale).common.newDeal, 'deal'),
          button(t.pool, 'pool'),
        ),
        divider,
        text(today.title, 'strong'),
        ...today.nodes,
        divider,
        ...(await ownPipeline(ctx)),
        ...(await teamWeek(ctx)),
        context(momentWords(ctx, ctx.now)),
      ],
    };
  },
});

/** Lists the speaker's open deals by stage, with their weighted amounts. */
async function ownPipeline(ctx: Context): Promise<CardNode[]> {
  const t = textsIn(ctx.locale).work;
  const c = textsIn(ctx.locale).common;
  const deals = await openDealsOwnedBy(ctx.db, ctx.person.id);
  if (deals.length === 0) return [text(t.noOwnDeals, 'strong')];
  const own = { ownerId: ctx.person.id };
  const known = openStages(ctx.process);
  const rows = known.flatMap((stage, index) => {
    // Deals of a stage that no longer exists count in the first one.
    const here = deals.filter(
      (deal) => deal.stage === stage.key || (index === 0 && !stageOf(ctx.process, deal.stage)),
    );
    const amount = here.reduce((sum, deal) => sum + (deal.amount ?? 0), 0);
    const likely = weighted(amount, stage.probability);
    return here.length === 0
      ? []
      : [
          [
            stage.name[ctx.locale],
            `${here.length}`,
            amountWords(ctx, amount, own),
            amountWords(ctx, likely, own),
          ],
        ];
  });
  return [
    text(t.ownPipeline(deals.length), 'strong'),
    table([c.stage, right(t.count), right(c.amount), right(t.weighted)], rows),
  ];
}

/** Shows a manager the team's last week in a sentence and three figures. */
async function teamWeek(ctx: Context): Promise<CardNode[]> {
  const team = ctx.person.teamId ? await teamById(ctx.db, ctx.person.teamId) : undefined;
  const leads = hasRole(ctx.person.role, 'manager') && (team || ctx.person.role === 'admin');
  if (!leads) return [];
  const asked = { team, asOf: ctx.now };
  const { figures } = await weeklyReport(ctx, asked);
  return [
    divider,
    ...weekNodes(ctx, asked, figures),
    ...actions(button(textsIn(ctx.locale).work.teamReport, 'weekly')),
  ];
}
