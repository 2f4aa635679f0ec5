import type { Context } from '../../crm/access/context.js';
import { todayOf } from '../../crm/words/zoned-dates.js';
import type { Call } from '../../kernel/card/card.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { changesAsked } from '../../language/look-up/changes-asked.js';
import { type ReportAsked, reportAsked } from '../../language/look-up/report-asked.js';
import { writeList } from '../../language/look-up/write-list.js';
import { daysOfKey } from '../../language/periods/period-days.js';
import { personDoing } from '../../language/question/person-doing.js';
import { plainQuestion } from '../../language/question/question-line.js';
import { namesAskedBy } from '../../reports/answers/read-known-question.js';
import { periodChoices } from '../../reports/request/report-fields.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { teamById } from '../../store/people/team-queries.js';

/** Longest line that names a report, in characters. */
const longest = 60;

/**
 * Reads a line that asks for a report by its name, 本周周报 ("this week's report"), 李雷的日报 ("Li Lei's day"), or by what it
 * tells: 昨天以来有什么变化 ("what has changed since yesterday"), `team overview`.
 */
export const readReportNamed: WordReader<Context> = async ({ line }, ctx) => {
  if (line.length > longest || line.includes('\n')) return undefined;
  const known = await namesAskedBy(ctx, line);
  if (personDoing(plainQuestion(line), known))
    return {
      kind: 'lookUp',
      strength: 'strong',
      call: { command: 'ask', input: { words: line, figures: true } },
    };
  const since = changesAsked(line, known);
  const asked = since === undefined ? reportAsked(line, known) : undefined;
  const call = since === undefined ? asked && (await callOf(ctx, asked)) : changesCall(ctx, since);
  return call && { kind: 'lookUp', strength: 'strong', call };
};

/** The report of what has changed since the start of a span. */
function changesCall(ctx: Context, since: string): Call {
  if (since === '') return { command: 'bridge', input: {} };
  const isChoice = periodChoices.some(({ value }) => value === since);
  return {
    command: 'bridge',
    input: isChoice ? { period: since } : { since: daysOfKey(since, todayOf(ctx)).first },
  };
}

async function callOf(ctx: Context, { of, period, whose }: ReportAsked): Promise<Call | undefined> {
  const isOfPerson = typeof whose === 'object' && 'person' in whose && whose.person !== ctx.person.name;
  // There is no report of one colleague or one day: what they did then is listed.
  if (of === 'day' || isOfPerson) {
    const span = period ?? (of === 'day' ? 'today' : of === 'week' ? 'lastWeek' : undefined);
    const request = { kind: 'logs' as const, filters: { values: [] }, ...(whose ? { whose } : {}) };
    const words = writeList(
      { ...request, ...(span ? { period: span } : {}) },
      ctx.locale,
      dimensionsOf(ctx.process),
    );
    return { command: 'logs', input: { words } };
  }
  const input: Record<string, string> = {};
  if (period) input[of === 'week' ? 'week' : 'period'] = period;
  const team = await teamNamed(ctx, whose);
  if (team) input.team = team;
  const isMine = whose === 'me' || (typeof whose === 'object' && 'person' in whose);
  if (of === 'week' && isMine) input.whose = 'me';
  return { command: of === 'week' ? 'weekly' : of === 'month' ? 'monthly' : 'quarterly', input };
}

async function teamNamed({ db, person }: Context, whose: ReportAsked['whose']): Promise<string | undefined> {
  if (typeof whose === 'object' && 'team' in whose) return whose.team;
  if (whose !== 'team' || !person.teamId) return undefined;
  return (await teamById(db, person.teamId))?.name;
}
