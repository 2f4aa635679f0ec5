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
import { isFact, type QuestionReading } from '../../language/question/question-reading.js';
import { askedNames, periodNames } from '../../language/question/question-words.js';
import { writeQuestion } from '../../language/question/write-question.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { listPeople } from '../../store/people/person-queries.js';
import { textsIn } from '../../texts/languages.js';

/** What an answer is made from. */
export interface AskedQuestion {
  ctx: Context;
  /** The words as they were asked. */
  words: string;
  reading: QuestionReading;
  /** What of it the figure cannot be looked at by, in words. */
  ignored?: readonly string[];
}

/** What is said: a conclusion, what it is made of, and how the question was read. */
export interface AnswerWords {
  conclusion: string;
  nodes?: CardNode[];
  /** Who, when, what: the parts of the reading, in words. */
  read: (string | undefined)[];
  actions?: (Action | false | undefined)[];
  tone?: Card['tone'];
}

/** The likeliest first; no more fit a card. */
const mostButtons = 4;

/** The card of an answer, with other times and people a tap away, and how it was read. */
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

/** `按：本月 · 负责人张三 · 赢单金额`, and that it can be corrected. */
export function readingLine(
  { ctx, reading, ignored = [] }: AskedQuestion,
  parts: readonly (string | undefined)[],
): CardNode {
  const t = textsIn(ctx.locale).question;
  const name = reading.period && periodNames[reading.period]?.[ctx.locale];
  const [when, ...others] = parts;
  const isNamed = name && when && !when.startsWith(name) && reading.shape !== 'trend';
  const said = [
    isNamed ? `${name} ${when}` : when,
    ...others,
    ...filterWords(ctx, reading),
    nounOf(ctx, reading),
  ];
  const left = [...ignored, ...(reading.unknown ? [reading.unknown] : [])].map((words) => t.ignored(words));
  return context(t.read([...said, ...left].filter((one): one is string => Boolean(one))));
}

/** What is asked for, in words. */
export function nounOf({ locale }: Context, { measure, days }: QuestionReading): string {
  const t = textsIn(locale).question;
  return measure === 'silent' ? t.silentFor(days ?? usualSilence) : askedNames[measure][locale];
}

/** Days without a word that are meant where no number is said. */
export const usualSilence = 14;

export function filterWords({ locale, process }: Context, { filters, by }: QuestionReading): string[] {
  const t = textsIn(locale).question;
  const dimensions = dimensionsOf(process);
  const dimension = dimensions.find(({ key }) => key === by);
  return [
    ...(dimension ? [t.by(dimension.name[locale])] : []),
    ...filters.values.map(({ dimension, words }) => {
      const name = dimensions.find(({ key }) => key === dimension)?.name[locale] ?? dimension;
      return t.filter(name, words);
    }),
    ...(filters.amount ? [t.amount(filters.amount.than, formatAmount(filters.amount.value, locale))] : []),
  ];
}

/** A button that asks another question. */
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

/** The same question of other times. */
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

/** The same question of a colleague. */
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
