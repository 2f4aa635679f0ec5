import { redacted } from '../../crm/access/visibility.js';
import { type Card, type CardNode, context, right, table, text } from '../../kernel/card/card.js';
import { formatMoment } from '../../kernel/time/format-time.js';
import { earnsPoints } from '../../sales/figures/points-rules.js';
import { type RankingRow, ranking } from '../../sales/figures/ranking-rows.js';
import { type PersonFigures, personFigures } from '../../store/reports/figure-queries.js';
import type { Span } from '../../store/reports/report-conditions.js';
import { textsIn } from '../../texts/languages.js';
import { type Judged, judgedIn, proven } from '../figures/alert-precision.js';
import { activityOfPeople } from '../figures/span-figures.js';
import { asOfWords } from '../nodes/headings.js';
import { pointsRule } from '../nodes/points-rule.js';
import { recordNumberOf } from '../request/record-number-of.js';
import { endAsOf, type ReportContext, type ReportRequest } from '../request/report-context.js';
import { begunPeriod, type Period } from '../request/report-period.js';

/** Activities without points on the card, about what a phone shows. */
const most = 12;

/** Computes one person's points in a span and what they consist of. */
export async function ownPoints(
  ctx: ReportContext,
  personId: string,
  span: Span,
  at: Date,
): Promise<{ row: RankingRow | undefined; judged: Judged[]; done: PersonFigures | undefined }> {
  const done = (await personFigures(ctx.db, span)).filter((row) => row.personId === personId);
  // A person's id as team id finds no other people.
  const activities = await activityOfPeople(ctx, done, personId);
  const judged = ctx.process.ranking.usefulOnly
    ? (await judgedIn(ctx, span, at)).filter((one) => one.personId === personId)
    : [];
  const counted = ctx.process.ranking.usefulOnly ? proven(activities, judged) : activities;
  const [row] = ranking(counted, ctx.process);
  return { row, judged, done: done[0] };
}

/**
 * `排行 我` ("my ranking"): the points of a period, their breakdown, and exactly what earned none and why.
 */
export async function ownPointsCard(
  ctx: ReportContext,
  person: { id: string; name: string },
  asked: ReportRequest & { period?: string | Period },
): Promise<Card> {
  const t = textsIn(ctx.locale).points;
  const r = textsIn(ctx.locale).report;
  const period = begunPeriod(ctx, asked, 'thisMonth');
  const span = { from: period.from, to: endAsOf(period.to, asked.asOf) };
  const { row, judged } = await ownPoints(ctx, person.id, span, asked.asOf);
  return {
    key: `report:points:${person.id}:${period.key}`,
    title: r.title([r.ranking, person.name, period.label]),
    tone: 'info',
    nodes: [
      text(t.line(period.label, row?.points ?? 0, row?.provisional ?? 0), 'strong'),
      ...partsTable(ctx, row),
      ...withoutPoints(ctx, person, judged),
      ...pointsRule(ctx),
      ...(ctx.process.ranking.usefulOnly ? [] : [context(t.allCount)]),
      context(asOfWords(ctx, span.to)),
    ],
  };
}

export function partsTable(ctx: ReportContext, row: RankingRow | undefined): CardNode[] {
  const t = textsIn(ctx.locale).points;
  const r = textsIn(ctx.locale).report;
  const parts = row?.parts ?? [];
  if (parts.length === 0) return [];
  const rows = parts.map(({ doing, count, worth, points }) => [
    r.doing[doing],
    `${count}`,
    `${worth}`,
    `${points}`,
  ]);
  return [table([t.doing, right(t.count), right(t.each), right(r.columns.points)], rows)];
}

/** Lists activities that earned no points, latest first. */
function withoutPoints(ctx: ReportContext, person: { id: string }, judged: readonly Judged[]): CardNode[] {
  const t = textsIn(ctx.locale).points;
  const r = textsIn(ctx.locale).report;
  const lost = judged
    .filter(({ fate }) => !earnsPoints(fate))
    .toSorted((a, b) => b.record.at.getTime() - a.record.at.getTime());
  if (lost.length === 0) return [];
  const lines = lost.slice(0, most).map(({ record, doing, fate }) => {
    const said = 'words' in record ? record.words : record.note;
    const head = r.title([
      formatMoment(record.at, ctx, ctx.now),
      r.doing[doing],
      recordNumberOf(record),
      record.customer ?? '',
    ]);
    const words = redacted(ctx, said, { ownerId: person.id });
    return `${head}\n${t.said(words)} ${t.fates[fate]}`;
  });
  const rest = lost.length - lines.length;
  return [
    text(t.without(lost.length), 'strong'),
    text(lines.join('\n')),
    ...(rest > 0 ? [context(r.more(rest))] : []),
  ];
}
