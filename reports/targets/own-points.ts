import { redacted } from '../../crm/access/visibility.js';
import { reportTexts } from '../../crm/texts/report-texts.js';
import { type Card, type CardNode, context, right, table, text } from '../../kernel/card/card.js';
import { formatMoment } from '../../kernel/time/format-time.js';
import { earns } from '../../sales/figures/points-rules.js';
import { type RankingRow, ranking } from '../../sales/figures/ranking-rows.js';
import { type PersonFigures, personFigures } from '../../store/reports/figure-queries.js';
import type { Span } from '../../store/reports/report-conditions.js';
import { type Judged, judgedIn, proven } from '../figures/alert-precision.js';
import { doingsOf } from '../figures/span-figures.js';
import { asOfWords } from '../nodes/headings.js';
import { pointsRule } from '../nodes/points-rule.js';
import { recordNumberOf } from '../request/record-number-of.js';
import { type Asked, type Desk, endAsOf } from '../request/report-context.js';
import { type PeriodKind, periodOf } from '../request/report-period.js';
import { pointsTexts } from '../texts/points-texts.js';

/** Lines of what earned nothing; a phone's screen holds about that many. */
const most = 12;

/** One person's points in a span and what they are made of. */
export async function ownPoints(
  desk: Desk,
  personId: string,
  span: Span,
  at: Date,
): Promise<{ row: RankingRow | undefined; judged: Judged[]; done: PersonFigures | undefined }> {
  const done = (await personFigures(desk.db, span)).filter((row) => row.personId === personId);
  // Nobody beside them: no team has the id of a person.
  const doings = await doingsOf(desk, done, personId);
  const judged = desk.process.ranking.usefulOnly
    ? (await judgedIn(desk, span, at)).filter((one) => one.personId === personId)
    : [];
  const counted = desk.process.ranking.usefulOnly ? proven(doings, judged) : doings;
  const [row] = ranking(counted, desk.process);
  return { row, judged, done: done[0] };
}

/** `排行 我`: the points of a period, how they add up, and word for word what earned none and why. */
export async function ownPointsCard(
  desk: Desk,
  person: { id: string; name: string },
  asked: Asked & { period?: PeriodKind },
): Promise<Card> {
  const t = pointsTexts(desk.locale);
  const r = reportTexts(desk.locale);
  const period = periodOf(asked.period ?? 'thisMonth', asked.asOf, desk.zone, desk.locale);
  const span = { from: period.from, to: endAsOf(period.to, asked.asOf) };
  const { row, judged } = await ownPoints(desk, person.id, span, asked.asOf);
  return {
    key: `report:points:${person.id}:${period.kind}`,
    title: r.title([r.ranking, person.name, period.label]),
    tone: 'info',
    nodes: [
      text(t.line(period.label, row?.points ?? 0, row?.provisional ?? 0), 'strong'),
      ...partsTable(desk, row),
      ...withoutPoints(desk, person, judged),
      ...pointsRule(desk),
      ...(desk.process.ranking.usefulOnly ? [] : [context(t.allCount)]),
      context(asOfWords(desk, span.to)),
    ],
  };
}

export function partsTable(desk: Desk, row: RankingRow | undefined): CardNode[] {
  const t = pointsTexts(desk.locale);
  const r = reportTexts(desk.locale);
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

/** What was said and earned nothing, the latest first. */
function withoutPoints(desk: Desk, person: { id: string }, judged: readonly Judged[]): CardNode[] {
  const t = pointsTexts(desk.locale);
  const r = reportTexts(desk.locale);
  const lost = judged
    .filter(({ fate }) => !earns(fate))
    .toSorted((a, b) => b.record.at.getTime() - a.record.at.getTime());
  if (lost.length === 0) return [];
  const lines = lost.slice(0, most).map(({ record, doing, fate }) => {
    const said = 'words' in record ? record.words : record.note;
    const head = r.title([
      formatMoment(record.at, desk.zone, desk.locale, desk.now),
      r.doing[doing],
      recordNumberOf(record),
      record.customer ?? '',
    ]);
    const words = redacted(desk, said, { ownerId: person.id });
    return `${head}\n${t.said(words)} ${t.fates[fate]}`;
  });
  const rest = lost.length - lines.length;
  return [
    text(t.without(lost.length), 'strong'),
    text(lines.join('\n')),
    ...(rest > 0 ? [context(r.more(rest))] : []),
  ];
}
