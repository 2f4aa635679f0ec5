import type { Context } from '../../crm/access/context.js';
import { visible } from '../../crm/access/visibility.js';
import { onlyCustomerCalled } from '../../crm/lookup/only-customer.js';
import type { Call, Json } from '../../kernel/card/card.js';
import { customerNo, dealNo, isRecordNo } from '../../kernel/records/record-number.js';
import type { WordReader, WordReading } from '../../language/arbiter/reading.js';
import { writeList } from '../../language/look-up/write-list.js';
import { asksWhichOnes } from '../../language/question/follow-up-question.js';
import type { QuestionReading } from '../../language/question/question-reading.js';
import { readQuestion } from '../../language/question/read-question.js';
import { asksWhy, whyOfRecord } from '../../language/question/why-asked.js';
import { readKnowing } from '../../reports/answers/read-known-question.js';
import { type Explainable, explainable } from '../../reports/request/explainable.js';
import { periodChoices } from '../../reports/request/report-fields.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import { conversationOf, lastQuestion } from '../../store/messages/conversation-queries.js';
import { figuresAsked } from '../reports/figure-answers.js';
import { lastReport } from '../reports/last-report.js';
import { listOfCall } from './change-list.js';

/** How long after a question it may be asked why, in ms. */
const followsFor = 15 * 60_000;

/**
 * Reads a question for the reasons of what was shown last (为什么, "how come"): the records that make a figure, what speaks against
 * the deals of a list, what changed since the last meeting. Where the product knows none, it says so.
 */
export const readWhy: WordReader<Context> = async ({ line }, ctx) => {
  const about = whyOfRecord(line);
  const number = about && (await recordAbout(ctx, about));
  if (number)
    return { kind: 'change', strength: 'strong', call: { command: 'find', input: { name: number } } };
  if (asksWhichOnes(line)) return await readWhich(line, ctx);
  if (!asksWhy(line)) return undefined;
  const last = await reportShown(ctx);
  const subject = ctx.subject ?? (last?.isTopic ? undefined : ctx.topic);
  const call = subject
    ? { command: 'find', input: { name: subject } }
    : last
      ? await reasonsOf(ctx, last.call)
      : await reasonsOfQuestion(ctx);
  const none: Call = { command: 'small-talk', input: { kind: 'why' } };
  return { kind: 'change', strength: 'strong', isAside: call === undefined, call: call ?? none };
};

/** The report or list shown last, unless it answered a question about figures. */
async function reportShown(ctx: Context) {
  const last = await lastReport(ctx);
  return last?.call.command === 'ask' ? undefined : last;
}

/** The record that "why is D-12 stuck?" is about: its card says what speaks against it. */
async function recordAbout(ctx: Context, about: string): Promise<string | undefined> {
  if (isRecordNo(about.toUpperCase())) return about.toUpperCase();
  const customer = await onlyCustomerCalled(ctx, about);
  if (!customer) return undefined;
  const deals = await visible(ctx, await openDealsOf(ctx.db, customer.id));
  const [deal, ...others] = deals;
  return deal && others.length === 0 ? dealNo(deal) : customerNo(customer);
}

/**
 * Reads "which deals are those?": the records of the figure that was asked for last, or that make the figure of a report. A
 * list holds them itself.
 */
async function readWhich(line: string, ctx: Context): Promise<WordReading | undefined> {
  const last = await reportShown(ctx);
  if (last) {
    if (await listOfCall(ctx, last.call)) return undefined;
    const call = await reasonsOf(ctx, last.call);
    return call && { kind: 'change', strength: 'strong', call };
  }
  const reading = await figuresAsked(ctx, line);
  const call: Call | undefined =
    reading?.shape === 'list'
      ? { command: 'ask', input: { words: line, figures: true } }
      : await reasonsOfQuestion(ctx);
  return call && { kind: 'change', strength: 'strong', call };
}

/** The call that shows what a report or list is made of. */
async function reasonsOf(ctx: Context, { command, input }: Call): Promise<Call | undefined> {
  const kept = (...names: string[]) =>
    Object.fromEntries(names.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])));
  const span: Call['input'] = input.period === undefined ? {} : { span: input.period };
  const explain = (figure: Explainable): Call => ({
    command: 'explain',
    input: { figure, ...span, ...kept('team', 'asof') },
  });
  if (command === 'forecast') return explain('stage');
  if (command === 'response') return explain('unanswered');
  if (command === 'loss') return { command, input };
  if (command === 'target') {
    const who = whoOfTarget(ctx, input.whose);
    const month: Call['input'] = input.month === undefined ? {} : { span: input.month };
    return {
      command: 'explain',
      input: { figure: 'won', span: 'thisMonth', ...who, ...month, ...kept('asof') },
    };
  }
  if (command === 'monthly' || command === 'quarterly' || command === 'funnel')
    return { command: 'bridge', input: kept('period', 'team', 'asof') };
  if (command === 'weekly' && ctx.person.role !== 'rep' && !input.whose)
    return { command: 'bridge', input: { period: input.week ?? 'lastWeek', ...kept('team', 'asof') } };
  if (command === 'weekly') return atRisk(ctx, { kind: 'deals', whose: 'me', filters: { values: [] } });
  if (command === 'stalled') {
    const owner = typeof input.owner === 'string' ? { person: input.owner } : undefined;
    const team = typeof input.team === 'string' ? { team: input.team } : undefined;
    const whose = owner ?? team;
    return atRisk(ctx, { kind: 'deals', ...(whose ? { whose } : {}), filters: { values: [] } });
  }
  const list = await listOfCall(ctx, { command, input });
  return list?.kind === 'deals' || list?.kind === 'board' ? atRisk(ctx, list) : undefined;
}

/** The deals of a list that something speaks against, and what does. */
function atRisk(ctx: Context, list: Parameters<typeof writeList>[0]): Call {
  const marks = [...new Set([...(list.marks ?? []).filter((mark) => mark !== 'owners'), 'risk' as const])];
  const words = writeList({ ...list, kind: 'deals', marks }, ctx.locale, dimensionsOf(ctx.process));
  return { command: 'deals', input: { words } };
}

/** The figure that explains what was asked for, where it is called otherwise. */
const figures: Partial<Record<QuestionReading['measure'], Explainable>> = {
  forecast: 'stage',
  wins: 'won',
  openCount: 'open',
  visits: 'followUps',
  target: 'won',
};

/** Why deals were lost, in the span that was asked about. */
function lossesOf({ period, whose }: QuestionReading): Call {
  const span = periodChoices.find(({ value }) => value === period)?.value;
  const team = typeof whose === 'object' && 'team' in whose ? whose.team : undefined;
  return { command: 'loss', input: { ...(span ? { period: span } : {}), ...(team ? { team } : {}) } };
}

/** Whose won amount a target measures: a rep's own, if no name was said. */
function whoOfTarget(ctx: Context, whose: Json | undefined): Call['input'] {
  if (whose === undefined) return ctx.person.role === 'rep' ? { who: ctx.person.name } : {};
  return { who: whose };
}

/** The records that make the figure that was asked for last. */
async function reasonsOfQuestion(ctx: Context): Promise<Call | undefined> {
  const last = await lastQuestion(ctx.db, conversationOf(ctx), new Date(ctx.now.getTime() - followsFor));
  const asked = last && (await readKnowing(ctx, last.words, (known) => readQuestion(last.words, known)));
  if (!asked || asked.unknown !== undefined || asked.filters.values.length > 0) return undefined;
  const figure = figures[asked.measure] ?? asked.measure;
  if (asked.measure === 'lostCount' || asked.measure === 'lost') return lossesOf(asked);
  if (!(explainable as readonly string[]).includes(figure) || figure === 'conversion') return undefined;
  const span = periodChoices.find(({ value }) => value === asked.period)?.value;
  if (asked.period && !span) return undefined;
  const { whose } = asked;
  const who =
    whose === 'me'
      ? ctx.person.name
      : typeof whose === 'object' && 'person' in whose
        ? whose.person
        : undefined;
  const team = typeof whose === 'object' && 'team' in whose ? whose.team : undefined;
  const of = { ...(who ? { who } : {}), ...(team ? { team } : {}), ...(span ? { span } : {}) };
  return { command: 'explain', input: { figure, ...of } };
}
