import { defineCommand } from '../../crm/access/context.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { f } from '../../kernel/command/fields.js';
import { asOfWords, reportTitle, sameAsked } from '../../reports/nodes/headings.js';
import { contextOfTeam } from '../../reports/request/report-context.js';
import { requestOf, teamField } from '../../reports/request/report-fields.js';
import { teamsAsked } from '../../reports/request/teams-asked.js';
import { badgesAt, ruleLine } from '../../reports/targets/badge-nodes.js';
import { badgeKinds } from '../../sales/figures/badge-rules.js';
import { textsIn } from '../../texts/languages.js';

/** `徽章` ("badges"): lists each badge, its rule and its holders. */
export const badges = defineCommand({
  name: 'badges',
  reads: true,
  seldom: true,
  fields: { asof: f.asof(), team: teamField },
  async run(input, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).badge;
    const asked = await requestOf(ctx, input);
    const reportCtx = contextOfTeam(ctx, asked.team);
    const held = await badgesAt(reportCtx, await teamsAsked(reportCtx, asked), asked.asOf);
    return {
      key: `report:badges:${asked.team?.id ?? 'all'}`,
      title: reportTitle(reportCtx, asked, t.badges),
      tone: 'info',
      nodes: [
        text(ctx.process.badges ? t.on : t.off, 'strong'),
        text(badgeKinds.map((kind) => ruleLine(reportCtx, kind, held)).join('\n')),
        ...actions(button(textsIn(ctx.locale).report.ranking, 'ranking', sameAsked(asked, asked.said))),
        context(asOfWords(reportCtx, asked.asOf)),
      ],
    };
  },
});
