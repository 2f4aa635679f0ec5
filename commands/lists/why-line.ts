import type { Context } from '../../crm/access/context.js';
import type { Call } from '../../kernel/card/card.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { writeList } from '../../language/look-up/write-list.js';
import { readQuestion } from '../../language/question/read-question.js';
import { asksWhy } from '../../language/question/why-asked.js';
import { readKnowing } from '../../reports/answers/read-known-question.js';
import { type Explainable, explainable } from '../../reports/request/explainable.js';
import { periodChoices } from '../../reports/request/report-fields.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { conversationOf, lastQuestion } from '../../store/messages/conversation-queries.js';
import { lastReport } from '../reports/last-report.js';
import { listOfCall } from './change-list.js';

/** How long after a question it may be asked why, in ms. */
const followsFor = 15 * 60_000;

/**
 * Reads a question for the reasons of what was shown last (为什么, "how come"): the records that make a figure, what speaks against
 * the deals of a list, what changed since the last meeting. Where the product knows none, it says so.
 */
export const readWhy: WordReader<Context> = async ({ line }, ctx) => {
  if (!asksWhy(line)) return undefined;
  const last = await lastReport(ctx);
  const subject = ctx.subject ?? (last?.isTopic ? undefined : ctx.topic);
  const call = subject
    ? { command: 'find', input: { name: subject } }
    : last
      ? await reasonsOf(ctx, last.call)
      : await reasonsOfQuestion(ctx);
  const none: Call = { command: 'small-talk', input: { kind: 'why' } };
  return { kind: 'change', strength: 'strong', isAside: call === undefined, call: call ?? none };
};

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

/** The records that make the figure that was asked for last. */
async function reasonsOfQuestion(ctx: Context): Promise<Call | undefined> {
  const last = await lastQuestion(ctx.db, conversationOf(ctx), new Date(ctx.now.getTime() - followsFor));
  const asked = last && (await readKnowing(ctx, last.words, (known) => readQuestion(last.words, known)));
  if (!asked || asked.unknown !== undefined || asked.filters.values.length > 0) return undefined;
  const figure = asked.measure === 'forecast' ? 'stage' : asked.measure === 'wins' ? 'won' : asked.measure;
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
