import { actions, button, type Card, context, text } from '../bot/kernel/card.js';
import { f } from '../bot/kernel/fields.js';
import { badgeKinds } from '../sales/badges.js';
import { defineCommand } from './context.js';
import { askedOf, teamField } from './reports/asked.js';
import { badgesAt, ruleLine } from './reports/badges.js';
import { deskOf } from './reports/desk.js';
import { asOfWords, reportTitle, sameAsked } from './reports/headings.js';
import { teamsAsked } from './reports/teams.js';
import { badgeTexts } from './texts/badges.js';
import { reportTexts } from './texts/reports.js';

/** `徽章`: what each badge is for, and who has it. */
export const badges = defineCommand({
  name: 'badges',
  words: { zh: ['徽章', '勋章'], en: ['badges', 'badge'] },
  summary: { zh: '徽章的规则和得主', en: 'Badges: their rules and who has them' },
  examples: { zh: ['徽章'], en: ['badges'] },
  reads: true,
  seldom: true,
  fields: { asof: f.asof(), team: teamField },
  async run(input, ctx): Promise<Card> {
    const t = badgeTexts(ctx.locale);
    const asked = await askedOf(ctx, input);
    const desk = deskOf(ctx, asked.team);
    const held = await badgesAt(desk, await teamsAsked(desk, asked), asked.asOf);
    return {
      key: `report:badges:${asked.team?.id ?? 'all'}`,
      title: reportTitle(desk, asked, t.badges),
      tone: 'info',
      nodes: [
        text(ctx.process.badges ? t.on : t.off, 'strong'),
        text(badgeKinds.map((kind) => ruleLine(desk, kind, held)).join('\n')),
        ...actions(button(reportTexts(ctx.locale).ranking, 'ranking', sameAsked(asked, asked.said))),
        context(asOfWords(desk, asked.asOf)),
      ],
    };
  },
});
