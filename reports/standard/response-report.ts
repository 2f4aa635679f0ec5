import { minutesWords } from '../../crm/words/figure-words.js';
import {
  actions,
  button,
  type Card,
  type CardNode,
  context,
  right,
  table,
  text,
} from '../../kernel/card/card.js';
import { type ResponseFigures, responseFigures, responsesBy } from '../../sales/leads/response-figures.js';
import { listPeople, personById } from '../../store/people/person-queries.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { answersIn } from '../figures/lead-answers.js';
import { asOfWords, reportTitle, sameAsked } from '../nodes/headings.js';
import type { ReportContext, ReportRequest } from '../request/report-context.js';
import type { Period } from '../request/report-period.js';
import { reportSpan } from '../request/report-span.js';

/** Lines of a table, about what a phone shows. */
const most = 10;

type Named = ResponseFigures & { key: string; name: string };

export interface ResponseReport {
  team: string | null;
  period: { from: Date; to: Date };
  all: ResponseFigures;
  people: Named[];
  sources: Named[];
}

/**
 * Shows how fast a period's leads were responded to, by person and source; by default this month up to
 * `asOf`.
 */
export async function responseReport(
  given: ReportContext,
  asked: ReportRequest & { period?: string | Period; said?: string },
): Promise<{ figures: ResponseReport; card: Card }> {
  const { ctx, period, span } = await reportSpan(given, asked, 'thisMonth');
  const t = textsIn(ctx.locale).report;
  const answers = await answersIn(ctx, span, asked.asOf);
  const limit = ctx.process.lead.respondWithinMinutes;
  const all = responseFigures(answers, limit);
  const people = await named(
    ctx,
    responsesBy(answers, (one) => one.personId, limit),
  );
  const sources = responsesBy(answers, (one) => one.source, limit).map((row) => ({
    ...row,
    name: ctx.process.sources.find((one) => one.key === row.key)?.name[ctx.locale] ?? (row.key || t.noSource),
  }));
  const same = sameAsked(asked, asked.said);
  const card: Card = {
    key: `report:response:${asked.team?.id ?? 'all'}:${period.key}`,
    title: reportTitle(ctx, asked, t.response, period.label),
    tone: all.unanswered > 0 ? 'warn' : 'info',
    nodes: [
      text(conclusion(ctx, all, period.label), 'strong'),
      ...figuresTable(ctx, t.columns.name, people),
      ...figuresTable(ctx, textsIn(ctx.locale).common.source, sources),
      context(t.responseRule(limit)),
      ...actions(button(t.ranking, 'ranking', same), button(t.weekly, 'weekly', same)),
      context(asOfWords(ctx, asked.asOf)),
    ],
  };
  const whole = { from: period.from, to: period.to };
  return { figures: { team: asked.team?.name ?? null, period: whole, all, people, sources }, card };
}

async function named(
  ctx: ReportContext,
  rows: readonly (ResponseFigures & { key: string })[],
): Promise<Named[]> {
  const known = new Map((await listPeople(ctx.db)).map((person) => [person.id, person.name]));
  const found: Named[] = [];
  for (const row of rows) {
    const gone = known.has(row.key) || row.key === '' ? undefined : await personById(ctx.db, row.key);
    found.push({ ...row, name: known.get(row.key) ?? gone?.name ?? textsIn(ctx.locale).common.nobody });
  }
  return found;
}

function conclusion(ctx: ReportContext, all: ResponseFigures, label: string): string {
  const t = textsIn(ctx.locale).report;
  if (all.leads === 0) return t.noResponses(label);
  return t.responseLine(label, all.leads, minutesWords(ctx, all.median), all.inTime, all.unanswered);
}

function figuresTable(ctx: ReportContext, first: string, rows: readonly Named[]): CardNode[] {
  const t = textsIn(ctx.locale).report;
  const { leads, median, inTime, unanswered } = t.columns;
  if (rows.length === 0) return [];
  const shown = rows
    .slice(0, most)
    .map((row) => [
      row.name,
      `${row.leads}`,
      minutesWords(ctx, row.median),
      row.inTime === null ? '' : formatsIn(ctx.locale).percent(row.inTime),
      row.unanswered > 0 ? `${row.unanswered}` : '',
    ]);
  const rest = rows.length - shown.length;
  return [
    table([first, right(leads), right(median), right(inTime), right(unanswered)], shown),
    ...(rest > 0 ? [context(t.more(rest))] : []),
  ];
}
