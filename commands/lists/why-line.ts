import type { Context } from '../../crm/access/context.js';
import { colleagueCalled } from '../../crm/acts/colleague-task.js';
import { lookups } from '../../crm/field-lookups/lookups.js';
import type { Call } from '../../kernel/card/card.js';
import type { WordReader, WordReading } from '../../language/arbiter/reading.js';
import { writeList } from '../../language/look-up/write-list.js';
import { asksForThem } from '../../language/question/follow-up-question.js';
import type { AskedFor } from '../../language/question/question-reading.js';
import { readQuestion } from '../../language/question/read-question.js';
import { asksWhy, recordAskedWhy } from '../../language/question/why-asked.js';
import { readKnowing } from '../../reports/answers/read-known-question.js';
import { type Explainable, explainable } from '../../reports/request/explainable.js';
import { periodChoices } from '../../reports/request/report-fields.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { conversationOf, findTalk, lastQuestion } from '../../store/messages/conversation-queries.js';
import { lastReport } from '../reports/last-report.js';
import { listOfCall } from './change-list.js';

/** How long after a question it may be asked why, in ms. */
const followsFor = 15 * 60_000;

/**
 * Reads a question for the reasons of what was shown last (为什么, "how come"): the records that make a figure, what speaks against
 * the deals of a list, what changed since the last meeting. Where the product knows none, it says so.
 */
export const readWhy: WordReader<Context> = async ({ line }, ctx) => {
  const about = recordAskedWhy(line);
  const who = about === undefined ? undefined : await colleagueCalled(ctx, about);
  if (who)
    return { kind: 'lookUp', strength: 'strong', call: { command: 'stalled', input: { owner: who.id } } };
  if (about !== undefined && (await lookups.name?.knows?.(about, ctx)))
    return { kind: 'lookUp', strength: 'strong', call: { command: 'find', input: { name: about } } };
  if (asksForThem(line)) return await readWhichOnes(ctx);
  if (!asksWhy(line)) return undefined;
  const last = await lastReport(ctx);
  const isOfFigure = last?.isTopic || (await isQuestionLast(ctx));
  const subject = ctx.subject ?? (isOfFigure ? undefined : ctx.topic);
  const call = subject
    ? { command: 'find', input: { name: subject } }
    : last && last.call.command !== 'ask'
      ? await reasonsOf(ctx, last.call)
      : await reasonsOfQuestion(ctx);
  const none: Call = { command: 'small-talk', input: { kind: 'why' } };
  return { kind: 'change', strength: 'strong', isAside: call === undefined, call: call ?? none };
};

/** Whether a question was answered after the last record was shown. */
async function isQuestionLast(ctx: Context): Promise<boolean> {
  const talk = conversationOf(ctx);
  const asked = await lastQuestion(ctx.db, talk, new Date(ctx.now.getTime() - followsFor));
  const shownAt = (await findTalk(ctx.db, talk))?.subjectAt;
  return asked !== undefined && (!shownAt || asked.at > shownAt);
}

/** The figure of each report that counts deals, and the span that it shows if none was said. */
const dealFigures: Partial<Record<string, { figure: Explainable; span?: string }>> = {
  bridge: { figure: 'won', span: 'thisQuarter' },
  forecast: { figure: 'stage' },
  funnel: { figure: 'open' },
  loss: { figure: 'lost', span: 'thisQuarter' },
  monthly: { figure: 'won', span: 'lastMonth' },
  quarterly: { figure: 'won', span: 'lastQuarter' },
  ranking: { figure: 'won', span: 'thisMonth' },
  target: { figure: 'won', span: 'thisMonth' },
  weekly: { figure: 'won', span: 'lastWeek' },
};

/** Reads a question for the deals behind the report shown last: 是哪几单 ("which deals are those"). */
async function readWhichOnes(ctx: Context): Promise<WordReading | undefined> {
  const last = (await lastReport(ctx))?.call;
  const shown = last && dealFigures[last.command];
  const call = last && (shown ? explained(ctx, last, shown.figure, shown.span) : listedAgain(last));
  return call && { kind: 'change', strength: 'strong', call };
}

/** The same report, where it lists its deals itself. */
function listedAgain({ command, input }: Call): Call | undefined {
  if (command === 'stalled') return { command, input };
  if (command !== 'explain') return undefined;
  return { command, input: { ...input, ...(input.figure === 'attainment' ? { figure: 'won' } : {}) } };
}

/** The call that shows what the figure of a report counts: of the same people, span and moment. */
function explained(ctx: Context, { command, input }: Call, figure: Explainable, usual?: string): Call {
  const kept = ['team', 'asof', 'who'].flatMap((name) =>
    input[name] === undefined ? [] : [[name, input[name]] as const],
  );
  const span = input.period ?? input.week ?? input.month ?? usual;
  const owner =
    input.owner ?? input.whose ?? (command === 'target' && isRep(ctx) ? ctx.person.id : undefined);
  return {
    command: 'explain',
    input: {
      figure,
      ...Object.fromEntries(kept),
      ...(span === undefined ? {} : { span }),
      ...(owner === undefined ? {} : { who: owner }),
    },
  };
}

const isRep = ({ person }: Context): boolean => person.role === 'rep';

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
  if (command === 'target') return explained(ctx, { command, input }, 'attainment', 'thisMonth');
  if (command === 'ranking') return explained(ctx, { command, input }, 'won', 'thisMonth');
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

/** The figure that explains another one. */
const figureOf: Partial<Record<AskedFor, Explainable>> = {
  forecast: 'stage',
  lostCount: 'lost',
  openCount: 'open',
  averageSize: 'won',
  target: 'attainment',
  winRate: 'won',
  wins: 'won',
};

/** The records that make the figure that was asked for last. */
async function reasonsOfQuestion(ctx: Context): Promise<Call | undefined> {
  const last = await lastQuestion(ctx.db, conversationOf(ctx), new Date(ctx.now.getTime() - followsFor));
  const asked = last && (await readKnowing(ctx, last.words, (known) => readQuestion(last.words, known)));
  if (!asked || asked.unknown !== undefined || asked.filters.values.length > 0) return undefined;
  if (asked.measure === 'lossReasons') return { command: 'loss', input: {} };
  const figure = figureOf[asked.measure] ?? asked.measure;
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
