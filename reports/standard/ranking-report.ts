import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import type { Badge } from '../../sales/figures/badge-rules.js';
import type { RankingRow } from '../../sales/figures/ranking-rows.js';
import { responsesBy } from '../../sales/leads/response-figures.js';
import { personFigures } from '../../store/reports/figure-queries.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { answersIn } from '../figures/lead-answers.js';
import { rankedIn } from '../figures/ranked-people.js';
import { explainSelect } from '../nodes/explain-select.js';
import { exportButton, exportWords } from '../nodes/export-button.js';
import { rankingTable } from '../nodes/figure-tables.js';
import { asOfWords, reportTitle, sameAsked } from '../nodes/headings.js';
import { leaveNote } from '../nodes/leave-note.js';
import { pointsRule } from '../nodes/points-rule.js';
import type { ReportContext, ReportRequest } from '../request/report-context.js';
import type { Period } from '../request/report-period.js';
import { reportSpan } from '../request/report-span.js';
import { badgeNodes, badgesAt } from '../targets/badge-nodes.js';

/** People on the card. */
const most = 10;

export interface RankingFigures {
  team: string | null;
  period: { from: Date; to: Date };
  /** `median`: working minutes to the first response to the period's leads; null without any. */
  rows: (RankingRow & { median: number | null })[];
  /** Current badges and their holders; empty if badges are off. */
  badges: Badge[];
}

const named = (rows: readonly { personId: string; name: string }[]) =>
  rows.map(({ personId, name }) => ({ id: personId, name }));

/** Ranks people by activity and result in a period, by default this month up to `asOf`. */
export async function rankingReport(
  given: ReportContext,
  asked: ReportRequest & { period?: string | Period; said?: string },
): Promise<{ figures: RankingFigures; card: Card }> {
  const { ctx, period, span } = await reportSpan(given, asked, 'thisMonth');
  const t = textsIn(ctx.locale).report;
  const { rows } = await rankedIn(ctx, await personFigures(ctx.db, span), span, asked.asOf);
  const answers = await answersIn(ctx, span, asked.asOf);
  const limit = ctx.process.lead.respondWithinMinutes;
  const responses = responsesBy(answers, (one) => one.personId, limit);
  const medians = new Map(responses.map(({ key, median }) => [key, median]));
  const badges = await badgesAt(ctx, span.teamId, asked.asOf);
  const [first] = rows;
  const lead =
    first && first.points > 0 ? t.rankLead(period.label, first.name, first.points) : t.rankNone(period.label);
  const same = sameAsked(asked, asked.said);
  const card: Card = {
    key: `report:ranking:${asked.team?.id ?? 'all'}:${period.key}`,
    title: reportTitle(ctx, asked, t.ranking, period.label),
    tone: 'info',
    nodes: [
      text(formatsIn(ctx.locale).sentence(lead), 'strong'),
      ...rankingTable(ctx, rows, most, medians),
      ...(await leaveNote(ctx, named(rows.slice(0, most)), span)),
      ...badgeNodes(ctx, badges),
      ...pointsRule(ctx),
      ...actions(
        button(t.weekly, 'weekly', same),
        button(t.funnel, 'funnel', same),
        button(t.response, 'response', same),
        explainSelect(
          ctx,
          asked,
          period.key,
          rows.slice(0, most).map(({ personId, name }) => ({
            figure: 'points' as const,
            label: name,
            input: { who: personId },
          })),
        ),
        button(t.ownPoints, 'ranking', { period: period.key, mine: true }),
        exportButton(ctx, exportWords(ctx, 'ranking', period.key, asked), asked.said),
      ),
      context(asOfWords(ctx, span.to)),
    ],
  };
  const figures = {
    team: asked.team?.name ?? null,
    period: { from: period.from, to: period.to },
    rows: rows.map((row) => ({ ...row, median: medians.get(row.personId) ?? null })),
    badges,
  };
  return { figures, card };
}
