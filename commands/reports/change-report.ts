import type { Context } from '../../crm/access/context.js';
import type { Call } from '../../kernel/card/card.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { changedPart } from '../../language/question/follow-up-question.js';
import { QuestionLine } from '../../language/question/question-line.js';
import { takePeriod } from '../../language/question/question-periods.js';
import { nothingKnown, questionIn } from '../../language/question/read-question.js';
import { readKnowing } from '../../reports/answers/read-known-question.js';
import { periodChoices } from '../../reports/request/report-fields.js';
import { listPeople } from '../../store/people/person-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import { textsIn } from '../../texts/languages.js';
import { lastReport } from './last-report.js';

/** The field of each report that holds its period, and the periods it takes: all, or those that end so. */
const periods: Record<string, { field: string; of?: string }> = {
  weekly: { field: 'week', of: 'Week' },
  monthly: { field: 'period', of: 'Month' },
  quarterly: { field: 'period', of: 'Quarter' },
  forecast: { field: 'period' },
  funnel: { field: 'period' },
  ranking: { field: 'period' },
  loss: { field: 'period' },
  response: { field: 'period' },
  bridge: { field: 'period' },
  yield: { field: 'period' },
  breakdown: { field: 'period' },
};

/** The reviews of each length: the weekly report of last month is the monthly one. */
const reviews: readonly string[] = ['weekly', 'monthly', 'quarterly'];

/** The field of each report that holds a colleague. */
const people: Record<string, string> = { stalled: 'owner', target: 'whose' };

/** The field of each report that holds a team, where it is not `team`. */
const teams: Record<string, string> = { target: 'whose' };

/**
 * Reads a line that changes one thing of the last report and keeps the rest: 那上周的呢 ("and last week's?"), 只看李雷的 ("only
 * Li Lei's"), "just Amy's". What the report itself cannot show is asked of the figures.
 */
export const readReportChange: WordReader<Context> = async ({ line }, ctx) => {
  const part = changedPart(line);
  if (part === undefined) return undefined;
  const last = (await lastReport(ctx))?.call;
  if (!last) return undefined;
  const call =
    periodChanged(last, part) ?? (await whoseChanged(ctx, last, part)) ?? (await asFigures(ctx, last, part));
  return call && { kind: 'change', strength: 'strong', call };
};

/** The report of another period. */
function periodChanged({ command, input }: Call, part: string): Call | undefined {
  const said = periodSaid(part);
  const own = periods[command];
  if (!said || !own) return undefined;
  const { page: _, ...kept } = input;
  if (!own.of || said.endsWith(own.of)) return { command, input: { ...kept, [own.field]: said } };
  const other = reviews.find((name) => said.endsWith(periods[name]?.of ?? '–'));
  if (!other) return undefined;
  const { [own.field]: __, ...rest } = kept;
  return { command: other, input: { ...rest, [periods[other]?.field ?? 'period']: said } };
}

function periodSaid(part: string): string | undefined {
  const line = new QuestionLine(part);
  const key = takePeriod(line, nothingKnown, false);
  if (key && line.left.trim() === '' && periodChoices.some(({ value }) => value === key)) return key;
  const said = part.toLowerCase();
  return periodChoices.find(({ value, words, label }) =>
    [value, ...words, ...Object.values(label)].some((one) => one.toLowerCase() === said),
  )?.value;
}

/** The report of a colleague or of another team. */
async function whoseChanged(ctx: Context, { command, input }: Call, part: string): Promise<Call | undefined> {
  const { page: _, ...kept } = input;
  const said = part.toLowerCase();
  const team = (await listTeams(ctx.db)).find(({ name }) => name.toLowerCase() === said);
  if (team) {
    const { [people[command] ?? '']: __, ...rest } = kept;
    return command in periods || command in people || command === 'trend'
      ? { command, input: { ...rest, [teams[command] ?? 'team']: team.name } }
      : undefined;
  }
  const field = people[command];
  const called = await colleagueCalled(ctx, said);
  return field && called ? { command, input: { ...kept, [field]: called } } : undefined;
}

async function colleagueCalled(ctx: Context, said: string): Promise<string | undefined> {
  const active = (await listPeople(ctx.db)).filter((one) => one.active);
  const exact = active.filter(({ name }) => name.toLowerCase() === said);
  const begun = active.filter(({ name }) => name.toLowerCase().split(' ')[0] === said);
  const [only, ...others] = exact.length > 0 ? exact : begun;
  return only && others.length === 0 ? only.name : undefined;
}

/** What the report shows, as a question about figures with the part that is changed. */
async function asFigures(ctx: Context, { command, input }: Call, part: string): Promise<Call | undefined> {
  const t = textsIn(ctx.locale).report;
  const what = (t.asQuestion as Partial<Record<string, string>>)[command];
  if (!what) return undefined;
  const isTime = takePeriod(new QuestionLine(part), nothingKnown, false) !== undefined;
  const period = isTime ? undefined : periodSaid(String(input[periods[command]?.field ?? ''] ?? ''));
  const kept = periodChoices.find(({ value }) => value === period)?.label[ctx.locale];
  const words = t.askedAgain(part, kept ? t.withPeriod(kept, what) : what);
  const reading = await readKnowing(ctx, words, (known) => questionIn(words, known));
  return reading && reading.unknown === undefined
    ? { command: 'ask', input: { words, figures: true } }
    : undefined;
}
