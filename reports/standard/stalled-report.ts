import { dueAhead } from '../../crm/words/zoned-dates.js';
import { actions, button, type Card, type CardNode, context, table, text } from '../../kernel/card/card.js';
import { recordNo } from '../../kernel/records/record-number.js';
import { percentOf } from '../../sales/figures/percentages.js';
import { listPeople } from '../../store/people/person-queries.js';
import { overdueTasks } from '../../store/reports/counted-tasks.js';
import { pipelineAt } from '../../store/reports/figure-queries.js';
import type { TeamFilter } from '../../store/reports/report-conditions.js';
import type { Person } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { overdueSince } from '../figures/span-figures.js';
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
      ...(page === 1 && !asked.owner ? await overdueNodes(ctx, asked.asOf, teamId) : []),
      ...actions(left > 0 && button(t.details, 'stalled', { ...same, ...owner, page: String(page + 1) })),
      context(t.title([asOfWords(ctx, asked.asOf), count > 0 ? t.order : ''])),
    ],
  };
  const figures = { team: asked.team?.name ?? null, asOf: asked.asOf, count, amount, share, items };
  return { figures, card };
}

/** Shows the tasks that are overdue, which a report counts beside the stalled deals. */
async function overdueNodes(ctx: ReportContext, at: Date, teamId?: TeamFilter): Promise<CardNode[]> {
  const t = textsIn(ctx.locale);
  const tasks = await overdueTasks(ctx.db, at, overdueSince(at), teamId);
  if (tasks.length === 0) return [];
  const people = new Map((await listPeople(ctx.db)).map((person) => [person.id, person.name]));
  const rows = tasks
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.no ?? 0) - (b.no ?? 0))
    .slice(0, pageSize)
    .map((task) => [
      [task.no === null ? '' : recordNo('task', task.no), task.customer].filter(Boolean).join(' '),
      dueAhead({ ...ctx, now: at }, task),
      people.get(task.personId ?? '') ?? t.common.nobody,
    ]);
  return [
    text(t.report.overdueTasks(tasks.length), 'strong'),
    table([t.work.columns.what, t.work.columns.due, t.common.owner], rows),
    ...(tasks.length > rows.length ? [context(t.report.more(tasks.length - rows.length))] : []),
  ];
}
