import { common } from '../../crm/texts/common-texts.js';
import { reportTexts } from '../../crm/texts/report-texts.js';
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
import { answersIn } from '../figures/lead-answers.js';
import { asOfWords, reportTitle, sameAsked } from '../nodes/headings.js';
import { type Asked, type Desk, deskOf, endAsOf } from '../request/report-context.js';
import { type Period, type PeriodKind, periodOf } from '../request/report-period.js';

/** Lines of a table; a phone shows about that many. */
const most = 10;

type Named = ResponseFigures & { key: string; name: string };

export interface ResponseReport {
  team: string | null;
  period: { from: Date; to: Date };
  all: ResponseFigures;
  people: Named[];
  sources: Named[];
}

/** How fast the leads of a period were answered, by person and by source; by default this month up to `asOf`. */
export async function responseReport(
  given: Desk,
  asked: Asked & { period?: PeriodKind | Period; said?: string },
): Promise<{ figures: ResponseReport; card: Card }> {
  const desk = deskOf(given, asked.team);
  const t = reportTexts(desk.locale);
  const period = periodOf(asked.period ?? 'thisMonth', asked.asOf, desk.zone, desk.locale);
  const to = endAsOf(period.to, asked.asOf);
  const teamId = asked.team?.id;
  const answers = await answersIn(desk, { from: period.from, to, teamId }, asked.asOf);
  const limit = desk.process.lead.respondWithinMinutes;
  const all = responseFigures(answers, limit);
  const people = await named(
    desk,
    responsesBy(answers, (one) => one.personId, limit),
  );
  const sources = responsesBy(answers, (one) => one.source, limit).map((row) => ({
    ...row,
    name:
      desk.process.sources.find((one) => one.key === row.key)?.name[desk.locale] ?? (row.key || t.noSource),
  }));
  const same = sameAsked(asked, asked.said);
  const card: Card = {
    key: `report:response:${teamId ?? 'all'}:${period.kind}`,
    title: reportTitle(desk, asked, t.response, period.label),
    tone: all.unanswered > 0 ? 'warn' : 'info',
    nodes: [
      text(conclusion(desk, all, period.label), 'strong'),
      ...figuresTable(desk, t.columns.name, people),
      ...figuresTable(desk, common(desk.locale).source, sources),
      context(t.responseRule(limit)),
      ...actions(button(t.ranking, 'ranking', same), button(t.weekly, 'weekly', same)),
      context(asOfWords(desk, asked.asOf)),
    ],
  };
  const span = { from: period.from, to: period.to };
  return { figures: { team: asked.team?.name ?? null, period: span, all, people, sources }, card };
}

async function named(desk: Desk, rows: readonly (ResponseFigures & { key: string })[]): Promise<Named[]> {
  const known = new Map((await listPeople(desk.db)).map((person) => [person.id, person.name]));
  const found: Named[] = [];
  for (const row of rows) {
    const gone = known.has(row.key) || row.key === '' ? undefined : await personById(desk.db, row.key);
    found.push({ ...row, name: known.get(row.key) ?? gone?.name ?? common(desk.locale).nobody });
  }
  return found;
}

function conclusion(desk: Desk, all: ResponseFigures, label: string): string {
  const t = reportTexts(desk.locale);
  if (all.leads === 0) return t.noResponses(label);
  return t.responseLine(label, all.leads, minutesWords(desk, all.median), all.inTime, all.unanswered);
}

function figuresTable(desk: Desk, first: string, rows: readonly Named[]): CardNode[] {
  const t = reportTexts(desk.locale);
  const { leads, median, inTime, unanswered } = t.columns;
  if (rows.length === 0) return [];
  const shown = rows
    .slice(0, most)
    .map((row) => [
      row.name,
      `${row.leads}`,
      minutesWords(desk, row.median),
      row.inTime === null ? '' : `${row.inTime}%`,
      row.unanswered > 0 ? `${row.unanswered}` : '',
    ]);
  const rest = rows.length - shown.length;
  return [
    table([first, right(leads), right(median), right(inTime), right(unanswered)], shown),
    ...(rest > 0 ? [context(t.more(rest))] : []),
  ];
}
