import {
  type Action,
  actions,
  button,
  type Card,
  type CardNode,
  context,
  fields,
  text,
} from '../../kernel/card/card.js';
import type { Sum } from '../../kernel/pieces/amount.js';
import { customerNo, dealNo, taskNo } from '../../kernel/records/record-number.js';
import { addDays } from '../../kernel/time/dates.js';
import type { ActRead } from '../../language/reading/sentence-reading.js';
import { mayChange } from '../../sales/people/policy.js';
import { nextStage } from '../../sales/process/stages.js';
import type { Contact, Deal, Person, Task } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { redacted, taskWords } from '../access/visibility.js';
import { rivalArticle } from '../lookup/article-lookup.js';
import type { Subject } from '../lookup/open-subject.js';
import { isSameSum, sumOfMoney } from '../words/deal-price.js';
import { currencyNotes, stageName, sumWords } from '../words/deal-words.js';
import { dateWords, dueWords, momentWords, todayOf } from '../words/zoned-dates.js';
import { rivalButton } from './article-card.js';
import { askModel } from './ask-model.js';
import { undoButton } from './deal-card.js';
import { followUpCard, type LoggedFollowUp } from './follow-up-card.js';
import { numberOffer, type OtherNumber } from './other-number.js';
import { taskCard } from './task-card.js';

/** Most buttons on one card. */
export const mostTaps = 4;

/** Shows what was written for one act, what else was understood, and what waits for a tap. */
export async function recordedCard(ctx: Context, told: RecordedAct, words: string): Promise<Card> {
  const { act, subject, logged, task } = told;
  const proposals = proposalsOf(ctx, told, words);
  const others = words.replaceAll(subject.customer.name, ' ');
  const rival = await rivalArticle(ctx, act.competitor?.value ?? others, subject.deal?.product);
  const base = logged
    ? followUpCard(ctx, subject, logged, rival && rivalButton(ctx, rival))
    : task
      ? await taskCard(ctx, task, textsIn(ctx.locale).work.plannedTitle(dueWords(ctx, task)), true)
      : told.introduced
        ? introducedCard(ctx, told, words)
        : unplannedCard(ctx, told, words);
  const facts = fields(...factsShown(ctx, told));
  const first = base.nodes.find((node) => node.kind === 'fields');
  const nodes = base.nodes.flatMap((node): CardNode[] => {
    if (node === first) return [joined(first, facts)];
    if (node.kind !== 'actions') return [node];
    const own = node.items.filter(isKept);
    const undo = own.filter((one) => one.kind === 'button' && one.call.command === 'undo');
    const helps = own.filter(isOffered);
    const rest = [...helps, ...own.filter((one) => !undo.includes(one) && !helps.includes(one))];
    const moves = closesOneOf(told) ? [] : movesTo(ctx, told);
    const offered = proposals.slice(0, mostTaps - undo.length - moves.length);
    const room = Math.max(0, mostTaps - undo.length - moves.length - offered.length);
    const asks = moves.length + proposals.length + rest.length < mostTaps - undo.length;
    return [
      ...(first ? [] : facts),
      ...numberOffer(ctx, subject.customer, told.other).line,
      ...waitingNote(ctx, offered),
      ...currencyNotes(ctx, act.amount && sumOfMoney(act.amount.value)).map((note) => text(note)),
      ...actions(
        ...moves,
        ...offered,
        ...rest.slice(0, room),
        asks && askModel(ctx, subject, act, words),
        ...undo,
      ),
    ];
  });
  const tone = act.act === 'plan' && !task ? 'info' : base.tone;
  return { ...base, nodes, tone, askedOf: holdsWords(told) ? ctx.person.id : undefined };
}

/** Whether a proposal would write the speaker's words. */
export const holdsWords = ({ act }: RecordedAct): boolean => act.next?.how === 'proposed';

/** Joins all facts of an act in one block. */
const joined = (facts: Facts, more: CardNode[]): CardNode => ({
  ...facts,
  items: [...facts.items, ...more.flatMap((one) => (one.kind === 'fields' ? one.items : []))],
});

type Facts = Extract<CardNode, { kind: 'fields' }>;

/** Buttons that move what was written to another deal of the customer. */
export const movesTo = (ctx: Context, { others = [] }: Pick<RecordedAct, 'others'>): Action[] =>
  others.slice(0, 2).map((deal) =>
    button(textsIn(ctx.locale).sentence.onDeal(redacted(ctx, deal.name, deal)), 'told-move', {
      act: ctx.actId,
      to: dealNo(deal),
    }),
  );

/** Marks what is not written yet. */
export function waitingNote(ctx: Context, taps: readonly Action[]): CardNode[] {
  const { list } = formatsIn(ctx.locale);
  return taps.length === 0
    ? []
    : [text(textsIn(ctx.locale).sentence.proposed(list(taps.map(({ label }) => label))))];
}

/** Drops the general edit button: a proposal names the new amount instead. */
const isKept = (one: Action): boolean => one.kind !== 'button' || one.call.command !== 'edit';

/** Finds the buttons that open the team's articles. */
const isOffered = (one: Action): boolean =>
  one.kind === 'button' && (one.call.command === 'article' || one.call.command === 'article-note');

/** Shows the people who were stored as contacts. */
function introducedCard(ctx: Context, { subject, introduced = [], other }: RecordedAct, words: string): Card {
  const c = textsIn(ctx.locale).common;
  const { name: customer } = subject.customer;
  const told = introduced.map(({ name, title, phone }) => [name, title, phone].filter(Boolean).join(' · '));
  return {
    key: `receipt:customer:${subject.number}`,
    title: other
      ? textsIn(ctx.locale).work.changeContact(other.contact.name, customer)
      : textsIn(ctx.locale).sentence.introduced(customer),
    tone: other ? 'info' : 'good',
    nodes: [
      text(words, 'quote'),
      ...fields([c.contact, told.join('\n')]),
      ...actions(button(c.find, 'find', { name: subject.number }), !other && undoButton(ctx)),
      context(c.footer(subject.number, ctx.person.name, momentWords(ctx, ctx.now))),
    ],
  };
}

/** Asks for the day of a plan that has no certain one. */
function unplannedCard(ctx: Context, { act, subject, by }: RecordedAct, words: string): Card {
  const c = textsIn(ctx.locale).common;
  const t = textsIn(ctx.locale).work;
  const given = { subject: subject.number, note: act.given ?? words, ...(by ? { who: by.id } : {}) };
  const on = (label: string, days: number) =>
    button(label, 'plan', { ...given, next: addDays(todayOf(ctx), days) });
  return {
    key: `plan:${subject.number}`,
    title: subject.customer.name,
    tone: 'info',
    nodes: [
      text(words, 'quote'),
      ...actions(
        ...(act.next ? [] : [on(t.tomorrow, 1), on(t.nextWeek, 7)]),
        button(c.find, 'find', { name: subject.number }),
      ),
      context(c.footer(subject.number, ctx.person.name, momentWords(ctx, ctx.now))),
    ],
  };
}

function factsShown(
  ctx: Context,
  { act, subject, by, laterTasks = [] }: RecordedAct,
): [string, string | undefined][] {
  const t = textsIn(ctx.locale).sentence;
  const amount = act.amount?.how === 'sure' && act.act !== 'deal' ? act.amount.value : undefined;
  const money = amount && sumWords(ctx, sumOfMoney(amount), subject.deal);
  return [
    [amount?.isBudget ? t.budget : t.price, money && (amount?.approximate ? t.about(money) : money)],
    [t.competitor, act.competitor?.value],
    [t.obstacle, act.obstacle && t.obstacles[act.obstacle.value]],
    [t.who, by?.name],
    [textsIn(ctx.locale).work.laterSteps, stepLines(ctx, laterTasks).join('\n') || undefined],
  ];
}

/** A line for each task: its number, title and day. */
export const stepLines = (ctx: Context, tasks: readonly Task[]): string[] =>
  tasks.map((task) => [taskNo(task), taskWords(ctx, task), dueWords(ctx, task)].join(' · '));

/** Makes a button of each value that overwrites, closes or is not certain. */
export function proposalsOf(
  ctx: Context,
  { act, subject, twins, others = [], other }: RecordedAct,
  words: string,
): Action[] {
  const t = textsIn(ctx.locale).sentence;
  const c = textsIn(ctx.locale).common;
  const { deal, number } = subject;
  const open = deal?.status === 'open' ? deal : undefined;
  const amount = act.amount && !act.amount.value.isBudget ? sumOfMoney(act.amount.value) : undefined;
  const taps = numberOffer(ctx, subject.customer, other).taps;
  for (const { said, among } of twins.slice(0, 1)) {
    for (const one of among.slice(0, 2)) {
      taps.push(button(`${said}：${one.name}`, 'who-is', { customer: number, said, contact: one.name }));
    }
  }
  if (act.next?.how === 'proposed') {
    taps.push(
      button(t.setNext(dateWords(ctx, act.next.value)), 'plan', {
        subject: number,
        next: act.next.value,
        note: words,
      }),
    );
  }
  if (open && act.decides && act.decides !== open.closeDate) {
    const label = t.closesOn(dateWords(ctx, act.decides));
    taps.push(button(label, 'edit', { deal: dealNo(open), close: act.decides, v: open.version }));
  }
  const stage = act.stage?.value;
  if (open && stage === 'won') {
    // The card asks whether it is to be written.
    const input = { deal: dealNo(open), ...(amount ? { amount } : {}), v: open.version, sure: true };
    taps.push(button(c.win, 'won', input));
  } else if (open && stage === 'lost') {
    taps.push(button(c.lose, 'lost', { deal: dealNo(open), v: open.version }));
  } else if (!open && (stage === 'won' || stage === 'lost')) {
    taps.push(...closings(ctx, others, stage, amount));
  } else if (open && stage === 'next') {
    const next = nextStage(ctx.process, open.stage);
    if (next && !next.won)
      taps.push(
        button(t.moveTo(stageName(ctx, next.key)), 'move', { record: dealNo(open), v: open.version }),
      );
  } else if (open && stage && stage !== open.stage) {
    taps.push(
      button(t.moveTo(stageName(ctx, stage)), 'move', { record: dealNo(open), stage, v: open.version }),
    );
  }
  if (
    open &&
    amount !== undefined &&
    !isSameSum(ctx, open, amount) &&
    stage !== 'won' &&
    act.act !== 'deal'
  ) {
    const label = t.setAmount(sumWords(ctx, amount, open));
    taps.push(button(label, 'edit', { deal: dealNo(open), amount, v: open.version }));
  }
  if (act.act === 'deal') {
    const name = subject.customer.name;
    taps.push(
      button(t.newDeal(name), 'deal', {
        customer: customerNo(subject.customer),
        ...(act.amount ? { amount: sumOfMoney(act.amount.value) } : {}),
        ...(act.newDeal?.close ? { close: act.newDeal.close } : {}),
        ...(act.newDeal?.name ? { name: act.newDeal.name } : {}),
      }),
    );
  }
  return taps;
}

/** Whether the words tell that a deal was won or lost, of a customer with several: which one, a tap says. */
const closesOneOf = ({ act, subject, others = [] }: RecordedAct): boolean =>
  (act.stage?.value === 'won' || act.stage?.value === 'lost') &&
  subject.deal?.status !== 'open' &&
  others.length > 0;

/** A button for each open deal of the customer that may be the one that was won or lost. */
function closings(ctx: Context, deals: readonly Deal[], to: 'won' | 'lost', amount?: Sum): Action[] {
  const t = textsIn(ctx.locale).sentence;
  const c = textsIn(ctx.locale).common;
  return deals
    .filter((deal) => mayChange(ctx.person, deal).ok)
    .slice(0, mostTaps - 1)
    .map((deal) =>
      button(t.closes(to === 'won' ? c.win : c.lose, redacted(ctx, deal.name, deal)), to, {
        deal: dealNo(deal),
        ...(to === 'won' && amount ? { amount } : {}),
        ...(to === 'won' ? { sure: true } : {}),
        v: deal.version,
      }),
    );
}

/** One act of a sentence, as it was recorded. */
export interface RecordedAct {
  act: ActRead;
  subject: Subject;
  logged?: LoggedFollowUp;
  task?: Task;
  /** The tasks of the steps after the next one. */
  laterTasks?: readonly Task[];
  /** The subject is a lead that was created for a customer whom the words call new. */
  isNewLead?: true;
  /** Contacts that were stored, if the words only introduce them. */
  introduced?: Contact[];
  /** The number that was said of a contact who has another one. */
  other?: OtherNumber | undefined;
  /** Names that several contacts share, so that the card asks which one is meant. */
  twins: { said: string; among: Contact[] }[];
  /** The customer's other deals, to which it may be moved. */
  others?: readonly Deal[];
  /** Who did it, if not the speaker. */
  by?: Person;
}
