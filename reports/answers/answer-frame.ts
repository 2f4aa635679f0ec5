import type { Context } from '../../crm/access/context.js';
import {
  type Action,
  actions,
  button,
  type Card,
  type CardNode,
  context,
  text,
} from '../../kernel/card/card.js';
import { formatAmount } from '../../kernel/pieces/amount.js';
import { type AskedFor, isFact, type QuestionReading } from '../../language/question/question-reading.js';
import { askedNames, periodNames } from '../../language/question/question-words.js';
import { writeQuestion } from '../../language/question/write-question.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { listPeople } from '../../store/people/person-queries.js';
import { formatsIn, textsIn } from '../../texts/languages.js';

/** A question as it was read, with what answering it needs. */
export interface AskedQuestion {
  ctx: Context;
  /** The words as typed. */
  words: string;
  reading: QuestionReading;
  /** Filters that the figure cannot be narrowed by, in words. */
  ignored?: readonly string[];
}

/** The contents of an answer: a conclusion, its details, and how the question was read. */
export interface AnswerWords {
  conclusion: string;
  nodes?: CardNode[];
  /** The parts of the reading in words: who, when, what. */
  read: (string | undefined)[];
  actions?: (Action | false | undefined)[];
  tone?: Card['tone'];
}

/** Most buttons on one card, likeliest first. */
const mostButtons = 4;

/**
 * Makes the answer's card, with buttons for other periods and people, and the line that says how the question
 * was read.
 */
export async function answerCard(asked: AskedQuestion, said: AnswerWords): Promise<Card> {
  const { words, reading } = asked;
  const own = (said.actions ?? []).filter((one): one is Action => Boolean(one));
  const people = isFact(reading.measure) ? [] : await otherPeople(asked.ctx, reading);
  const times = isFact(reading.measure) ? [] : otherTimes(asked);
  const room = Math.max(0, mostButtons - own.length - people.length);
  return {
    key: `answer:${words}`,
    title: words,
    tone: said.tone ?? 'info',
    nodes: [
      ...(said.conclusion === '' ? [] : [text(said.conclusion, 'strong')]),
      ...(said.nodes ?? []),
      ...actions(...[...own, ...times.slice(0, room), ...people].slice(0, mostButtons)),
      readingLine(asked, said.read),
    ],
  };
}

/**
 * Writes how the question was read and that it can be corrected: `按：本月 · 负责人张三 · 赢单金额` ("basis: this month,
 * owner Zhang San, won amount").
 */
export function readingLine(
  { ctx, reading, ignored = [] }: AskedQuestion,
  parts: readonly (string | undefined)[],
): CardNode {
  const t = textsIn(ctx.locale).question;
  const name = reading.period && periodNames[reading.period]?.[ctx.locale];
  const [when, ...others] = parts;
  const isNamed = name && when && !when.startsWith(name) && reading.shape !== 'trend';
  const said = [
    isNamed ? formatsIn(ctx.locale).namedSpan(name, when) : when,
    ...others,
    ...filterWords(ctx, reading),
    nounOf(ctx, reading),
  ];
  const left = [...ignored, ...(reading.unknown ? [reading.unknown] : [])].map((words) => t.ignored(words));
  return context(t.read([...said, ...left].filter((one): one is string => Boolean(one))));
}

/** Names the measure in words. */
export function nounOf({ locale }: Context, { measure, days, ofCustomers, period }: QuestionReading): string {
  const t = textsIn(locale).question;
  const customersOf = textsIn(locale).asking.customersOf as Partial<Record<AskedFor, string>>;
  if (ofCustomers) return customersOf[measure] ?? askedNames[measure][locale];
  if (measure === 'silent' && period && days === undefined) return t.silentIn;
  return measure === 'silent' ? t.silentFor(days ?? usualSilence) : askedNames[measure][locale];
}

/** Days of silence meant if no number is said. */
export const usualSilence = 14;

export function filterWords(
  { locale, process }: Context,
  { filters, by }: Pick<QuestionReading, 'filters' | 'by'>,
): string[] {
  const t = textsIn(locale).question;
  const dimensions = dimensionsOf(process);
  const dimension = dimensions.find(({ key }) => key === by);
  return [
    ...(dimension ? [t.by(dimension.name[locale])] : []),
    ...filters.values.map(({ dimension, words }) => {
      const name = dimensions.find(({ key }) => key === dimension)?.name[locale] ?? dimension;
      return t.filter(name, words);
    }),
    ...(filters.amount
      ? [t.amount(filters.amount.than, formatAmount(filters.amount.value, { locale, process }))]
      : []),
  ];
}

/** Makes a button that asks another question. */
export const askButton = ({ ctx }: Pick<AskedQuestion, 'ctx'>, label: string, reading: QuestionReading) =>
  button(label, 'ask', askInput(ctx, reading));

export const askInput = (ctx: Context, reading: QuestionReading) => ({
  words: writeQuestion(reading, ctx.locale, dimensionsOf(ctx.process)),
  figures: true,
});

const usual = ['thisMonth', 'lastMonth', 'thisQuarter', 'thisYear', 'thisWeek', 'lastWeek'];
const byWeek = ['thisWeek', 'lastWeek', 'thisMonth', 'lastMonth'];
const comingUp = ['thisWeek', 'nextWeek', 'thisMonth', 'nextMonth'];
const standing = ['open', 'openCount', 'weighted', 'stalled', 'silent', 'tasks'];

/** Makes buttons for the same question in other periods. */
function otherTimes({ ctx, reading }: AskedQuestion): Action[] {
  const times = standing.includes(reading.measure)
    ? []
    : reading.measure === 'closing'
      ? comingUp
      : reading.period?.endsWith('Week') || reading.period === 'yesterday' || reading.period === 'today'
        ? byWeek
        : usual;
  return times
    .filter((key) => key !== (reading.period ?? 'thisMonth'))
    .map((key) => askButton({ ctx }, periodNames[key]?.[ctx.locale] ?? key, { ...reading, period: key }));
}

/** Makes buttons for the same question about colleagues. */
async function otherPeople(ctx: Context, reading: QuestionReading): Promise<Action[]> {
  const { whose } = reading;
  if (reading.by === 'owner') return [];
  const now = typeof whose === 'object' && 'person' in whose ? whose.person : ctx.person.name;
  const team = ctx.person.sight?.scope === 'all' ? undefined : ctx.person.teamId;
  const people = (await listPeople(ctx.db, team)).filter(
    (one) => one.active && one.role !== 'viewer' && one.name !== now,
  );
  if (people.length === 0 || ctx.person.sight?.scope === 'self') return [];
  const label = textsIn(ctx.locale).question.others;
  const options = people.slice(0, 9).map(({ name }) => ({
    label: name,
    call: { command: 'ask', input: askInput(ctx, { ...reading, whose: { person: name } }) },
  }));
  return [{ kind: 'select', label, options }];
}
