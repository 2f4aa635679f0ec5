import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { percentOf } from '../../sales/figures/percentages.js';
import { pipelineAt } from '../../store/reports/figure-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { type StalledDeal, stalledAt } from '../figures/stalled-deals.js';
import { asOfWords, reportTitle, sameAsked, worth } from '../nodes/headings.js';
import { itemNodes } from '../nodes/item-nodes.js';
import { contextOfTeam, type ReportContext, type ReportRequest } from '../request/report-context.js';
import { teamsAsked } from '../request/teams-asked.js';

/** Items per page, about what a phone shows. */
export const pageSize = 7;

export interface StalledFigures {
  team: string | null;
  asOf: Date;
  count: number;
  /** In minor units. */
  amount: number;
  /** Whole percent of the open amount; null for one person's deals, and if nothing is open. */
  share: number | null;
  items: StalledDeal[];
}

/** Lists the deals stalled at `asOf`, largest first, of a team or one of its people. */
export async function stalledReport(
  given: ReportContext,
  asked: ReportRequest & { owner?: Person; page?: number; said?: string },
): Promise<{ figures: StalledFigures; card: Card }> {
  const ctx = contextOfTeam(given, asked.team);
  const t = textsIn(ctx.locale).report;
  const page = asked.page ?? 1;
  const teamId = asked.owner ? undefined : await teamsAsked(ctx, asked);
  const whose = { teamId, ownerId: asked.owner?.id };
  const offset = (page - 1) * pageSize;
  const { count, amount, items } = await stalledAt(ctx, asked.asOf, whose, { limit: pageSize, offset });
  const open = asked.owner ? [] : await pipelineAt(ctx.db, asked.asOf, teamId);
  const share = asked.owner
    ? null
    : percentOf(
        amount,
        open.reduce((sum, row) => sum + row.amount, 0),
      );
  const left = count - offset - items.length;
  const line = t.stalledLine(count, worth(ctx, amount), share === null ? '' : t.shareOfOpen(share));
  const same = sameAsked(asked, asked.said);
  const owner: Record<string, string> = asked.owner ? { owner: asked.owner.name } : {};
  const card: Card = {
    key: `report:stalled:${asked.owner?.id ?? asked.team?.id ?? 'all'}`,
    title: asked.owner ? t.title([t.stalled, asked.owner.name]) : reportTitle(ctx, asked, t.stalled),
    subtitle: page > 1 ? t.page(page) : undefined,
    tone: count > 0 ? 'warn' : 'good',
    nodes: [
      text(count > 0 ? formatsIn(ctx.locale).sentence(line) : t.noneStalled, 'strong'),
      ...(await itemNodes(
        ctx,
        items.map((deal) => ({ kind: 'deal', deal })),
        asked.asOf,
      )),
      ...(left > 0 ? [context(t.more(left))] : []),
      ...actions(left > 0 && button(t.details, 'stalled', { ...same, ...owner, page: String(page + 1) })),
      context(t.title([asOfWords(ctx, asked.asOf), count > 0 ? t.order : ''])),
    ],
  };
  const figures = { team: asked.team?.name ?? null, asOf: asked.asOf, count, amount, share, items };
  return { figures, card };
}
