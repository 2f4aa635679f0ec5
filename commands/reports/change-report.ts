import type { Context } from '../../crm/access/context.js';
import { lookups } from '../../crm/field-lookups/lookups.js';
import type { Call } from '../../kernel/card/card.js';
import { readMonths } from '../../kernel/pieces/month-list.js';
import { addDays, addMonths } from '../../kernel/time/dates.js';
import type { WordReader, WordReading } from '../../language/arbiter/reading.js';
import { changedPart, nameAlone, spansBack } from '../../language/question/follow-up-question.js';
import { QuestionLine } from '../../language/question/question-line.js';
import { takePeriod } from '../../language/question/question-periods.js';
import {
  type FigureKind,
  figureKinds,
  type QuestionReading,
} from '../../language/question/question-reading.js';
import { nothingKnown, questionIn } from '../../language/question/read-question.js';
import { whoMostAsked } from '../../language/question/who-most.js';
import { writeQuestion } from '../../language/question/write-question.js';
import { readKnowing } from '../../reports/answers/read-known-question.js';
import { flowKinds } from '../../reports/request/explainable.js';
import { periodChoices } from '../../reports/request/report-fields.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { listPeople } from '../../store/people/person-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import { textsIn } from '../../texts/languages.js';
import { lastReport } from './last-report.js';
import { goingOn } from './name-alone.js';

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
  explain: { field: 'span' },
};

/** The reviews of each length: the weekly report of last month is the monthly one. */
const reviews: readonly string[] = ['weekly', 'monthly', 'quarterly'];

/** The field of each report that holds a colleague. */
const people: Record<string, string> = { doings: 'who', explain: 'who', stalled: 'owner', target: 'whose' };

/** The field of each report that holds a team, where it is not `team`. */
const teams: Record<string, string> = { target: 'whose' };

/**
 * Reads a line that changes one thing of the last report and keeps the rest: 那上周的呢 ("and last week's?"), 只看李雷的 ("only
 * Li Lei's"), "just Amy's". What the report itself cannot show is asked of the figures.
 */
export const readReportChange: WordReader<Context> = async ({ line }, ctx) => {
  const most = whoMostAsked(line);
  if (most) return await readWhoMost(ctx, most);
  const back = spansBack(line);
  const part = changedPart(await goingOn(ctx, line));
  if (part === undefined && back === undefined && nameAlone(line) === undefined) return undefined;
  const last = (await lastReport(ctx))?.call;
  if (!last) return undefined;
  const call =
    earlier(ctx, last, part, back) ?? (part === undefined ? undefined : await changed(ctx, last, part));
  if (call) return { kind: 'change', strength: 'strong', call };
  if (part !== undefined && last.command in periods && (await colleagueCalled(ctx, part.toLowerCase())))
    return {
      kind: 'change',
      strength: 'fair',
      call: { command: 'small-talk', input: { kind: 'teamOnly' } },
    };
  const unknown = await unknownAlone(ctx, line);
  return unknown === undefined
    ? undefined
    : {
        kind: 'change',
        strength: 'fair',
        isAside: true,
        call: { command: 'find', input: { name: unknown } },
      };
};

/** What each report is counted by, colleague by colleague. */
const countedBy: Partial<Record<string, FigureKind>> = {
  ...{ weekly: 'won', monthly: 'won', quarterly: 'won', ranking: 'points', target: 'target' },
  ...{ forecast: 'open', funnel: 'open', stalled: 'stalled', loss: 'lostCount', response: 'response' },
};

/** Reads a question for who has most of what the last report shows, which is asked of the figures. */
async function readWhoMost(ctx: Context, most: 'most' | 'least'): Promise<WordReading | undefined> {
  const last = (await lastReport(ctx))?.call;
  const figure = last?.command === 'explain' ? String(last.input.figure) : undefined;
  const measure = figureKinds.find((one) => one === figure) ?? (last && countedBy[last.command]);
  if (!last || !measure) return undefined;
  const said = last.input[periods[last.command]?.field ?? ''] ?? shownByDefault[last.command];
  const isNow = measure === 'open' || measure === 'stalled' || measure === 'weighted';
  const { team } = last.input;
  const reading: QuestionReading = {
    ...{ measure, by: 'owner', shape: 'rank', filters: { values: [] } },
    ...(most === 'least' ? { least: true } : {}),
    ...(typeof said === 'string' && !isNow ? { period: said } : {}),
    ...(typeof team === 'string' ? { whose: { team } } : {}),
  };
  const words = writeQuestion(reading, ctx.locale, dimensionsOf(ctx.process));
  return { kind: 'change', strength: 'strong', call: { command: 'ask', input: { words, figures: true } } };
}

const changed = async (ctx: Context, last: Call, part: string): Promise<Call | undefined> =>
  monthsChanged(ctx, last, part) ??
  periodChanged(last, part) ??
  (await whoseChanged(ctx, last, part)) ??
  (await asFigures(ctx, last, part));

/** A name with a question mark alone that nobody here is called. */
async function unknownAlone(ctx: Context, line: string): Promise<string | undefined> {
  const name = nameAlone(line);
  return name === undefined || (await lookups.name?.knows?.(name, ctx)) ? undefined : name;
}

/** The spans that reports show by default. */
const shownByDefault: Record<string, string> = {
  weekly: 'lastWeek',
  monthly: 'lastMonth',
  quarterly: 'lastQuarter',
};

/**
 * The report of a span before those that its words name: 那上周的呢 ("and last week's?") after last week's report means the week before
 * it. Such a report is that of the last span, as of the end of the one after it.
 */
function earlier(
  { at: { today } }: Context,
  { command, input }: Call,
  part: string | undefined,
  back: number | undefined,
): Call | undefined {
  const last = shownByDefault[command];
  const field = periods[command]?.field ?? '';
  const shown = input[field] ?? last;
  const isAgain = part !== undefined && last !== undefined && periodSaid(part) === last && shown === last;
  if (!last || (!isAgain && back === undefined)) return undefined;
  const asof = typeof input.asof === 'string' && shown === last ? input.asof.slice(0, 10) : today;
  const from = back === undefined || back === 0 ? asof : today;
  const steps = back === undefined || back === 0 ? 1 : back - 1;
  const { page: _, ...kept } = input;
  return {
    command,
    input: { ...kept, [field]: last, asof: `${endBefore(command, from, steps)}${endOfDay}` },
  };
}

/** The last minute of a day. */
const endOfDay = 'T23:59';

/** The last day of the span so many before the one that holds a day. */
function endBefore(command: string, day: string, steps: number): string {
  if (command === 'weekly') {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
    return addDays(day, -weekday - 7 * (steps - 1));
  }
  const months = command === 'monthly' ? 1 : 3;
  const month = Number(day.slice(5, 7)) - 1;
  const first = addMonths(`${day.slice(0, 7)}-01`, -(month % months) - months * (steps - 1));
  return addDays(first, -1);
}

/** The targets of another month, quarter or year. */
function monthsChanged({ at: { today } }: Context, { command, input }: Call, part: string): Call | undefined {
  const month = command === 'target' ? readMonths(part.replace(/^the /iu, ''), today) : undefined;
  const { asof: _, ...kept } = input;
  return month === undefined ? undefined : { command, input: { ...kept, month } };
}

/** The report of another period. */
function periodChanged({ command, input }: Call, part: string): Call | undefined {
  const said = periodSaid(part);
  const own = periods[command];
  if (!said || !own) return undefined;
  const { page: _, asof, ...rest } = input;
  // An earlier span was asked for: another one is meant as of now again.
  const kept = asof === undefined || `${asof}`.endsWith(endOfDay) ? rest : { ...rest, asof };
  if (!own.of || said.endsWith(own.of)) return { command, input: { ...kept, [own.field]: said } };
  const other = reviews.find((name) => said.endsWith(periods[name]?.of ?? '–'));
  if (!other) return undefined;
  const { [own.field]: __, ...others } = kept;
  return { command: other, input: { ...others, [periods[other]?.field ?? 'period']: said } };
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

const mayBeOfPerson = new Set<string>([...flowKinds, 'attainment', 'conversion', 'points']);

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
  // What stands at a moment is explained of a team alone.
  const isOfTeam = command === 'explain' && !mayBeOfPerson.has(String(input.figure));
  const field = isOfTeam ? undefined : people[command];
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
