import {
  type Action,
  actions,
  actionsOf,
  button,
  type Call,
  type Card,
  localeOfCard,
} from '../../kernel/card/card.js';
import type { ShownLabel } from '../../kernel/card/shown-label.js';
import { sureCall } from '../../kernel/card/sure-call.js';
import type { Registry, Speaking } from '../../kernel/command/command.js';
import { recordNumber } from '../../kernel/records/record-number.js';
import { LossList } from '../../kernel/render/losses.js';
import { withNamedRows } from '../../kernel/render/named-rows.js';
import { withRowPicker } from '../../kernel/render/row-picker.js';
import { sharesAnswer } from '../../language/talk/share-wish.js';
import type { Talk } from '../../store/messages/conversation-queries.js';
import { newestMessageAt } from '../../store/messages/posted-cards.js';
import type { Db } from '../../store/statements/db.js';
import { locales, textsIn } from '../../texts/languages.js';
import { recordsOfCall } from '../views/view-rows.js';
import type { ActGiven, DispatchOptions } from './dispatch-options.js';
import type { LineReading, SaidLine } from './readings.js';

/** How long the labels of an answer can be typed, in ms. */
const lifetimeMs = 30 * 60_000;

/** How long what a report of the clock offers to look at can be typed, in ms. */
const postedLifetimeMs = 24 * 60 * 60_000;

/** Lists the labels of an answer: of each button, of each picker and of what it holds. */
export function labelsOf(cards: readonly Card[]): ShownLabel[] {
  // A platform that draws a button beside its row shows its bare label, another one the row's name with it, or a picker.
  const labels = cards
    .flatMap((card) => [...new Set([card, withNamedRows(card), ...pickedRows(card)])])
    .flatMap(actionsOf)
    .flatMap(ofAction);
  return [...new Map(labels.map((one) => [JSON.stringify(one), one])).values()];
}

/** The card as platforms draw it that have one picker for its rows: with room for verbs, and without. */
const pickedRows = (card: Card): Card[] =>
  [pickerRoom, { ...pickerRoom, buttons: 0 }].map((room) => {
    const locale = localeOfCard(card, locales[0]);
    return withRowPicker(card, room, { locale, losses: new LossList() }).card;
  });

/** About as much as a platform with a picker has. */
const pickerRoom = { buttons: 6, options: 12 };

/**
 * The labels of an answer, and what takes up the question that was set aside before it, which can still be typed: unless the
 * answer is of that command, which was taken up then.
 */
export function labelsToKeep(
  cards: readonly Card[],
  { labels: before = [] }: ActGiven,
  command: string | undefined,
): ShownLabel[] {
  const labels = labelsOf(cards);
  const isTakeUp = ({ label }: ShownLabel) =>
    locales.some((locale) => textsIn(locale).dispatch.takeUp === label);
  if (labels.some(isTakeUp)) return labels;
  const waits = before.filter(
    (one) => isTakeUp(one) && one.does.every(({ call }) => call.command !== command),
  );
  return [...labels, ...waits];
}

function ofAction(action: Action): ShownLabel[] {
  if (action.kind === 'link') return [];
  if (action.kind === 'button') {
    const { label, call, confirm } = action;
    return [{ label, does: [{ label, call, ...(confirm ? { confirm } : {}) }] }];
  }
  const { label, options } = action;
  const named = options.map((one) => ({ label: `${label} ${one.label}`, call: one.call }));
  return [
    { label, does: options },
    ...options.map((one) => ({
      label: one.label,
      isOption: true as const,
      does: [{ label: `${label} ${one.label}`, call: one.call }],
    })),
    ...named.map((one) => ({ label: one.label, does: [one] })),
  ];
}

/** The labels that may still be typed in a talk. */
export const labelsShown = (talk: Talk | undefined, now: Date): ShownLabel[] =>
  talk?.labelsAt && talk.labelsAt.getTime() >= now.getTime() - lifetimeMs
    ? (talk.labels as ShownLabel[])
    : [];

/**
 * The labels that words in answer to a card may name: that card's own, or, where it is not kept, those of its record; all that
 * are shown where no record is answered.
 */
export function labelsAnswered(
  shown: ShownLabel[],
  subject: string | undefined,
  card: Card | undefined,
): ShownLabel[] {
  if (subject === undefined) return shown;
  if (card) return labelsOf([card]);
  return shown.filter(({ does }) => does.every(({ call }) => recordsOfCall(call).includes(subject)));
}

/** The labels without those of other tasks, once the card of a task was posted below them. */
export const withoutTasks = (shown: ShownLabel[], posted: string | undefined): ShownLabel[] =>
  posted === undefined
    ? shown
    : shown.filter(({ does }) =>
        does.every(({ call }) =>
          recordsOfCall(call).every((one) => one === posted || recordNumber(one)?.type !== 'task'),
        ),
      );

/** The labels of what the clock posted last in a place: of those that only show something. */
async function labelsPosted<C extends Speaking & ActGiven>(
  db: Db,
  registry: Registry<C>,
  { platform, place, now }: ActGiven,
): Promise<ShownLabel[]> {
  const since = new Date(now.getTime() - postedLifetimeMs);
  const at = { platform, placeExternalId: place.externalId };
  const posted = await newestMessageAt(db, at, since);
  if (!posted?.card || posted.actId !== null) return [];
  return labelsOf([posted.card as Card]).filter(
    ({ does, isOption }) => !isOption && does.every(({ call }) => registry.get(call.command)?.reads === true),
  );
}

const folded = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[\s:：]+/gu, ' ')
    .trim()
    .toLowerCase();

/** What a label says before the name that it quotes, or undefined if it quotes none. */
const verbBeforeName = (label: string): string | undefined => {
  const verb = /^(?<verb>[^「“"]{2,})[「“"]/u.exec(label)?.groups?.verb;
  return verb && folded(verb);
};

/** Whether the words are the verb of a label that quotes a name; what closes a deal is said in full. */
const isVerbOf = <C extends Speaking & ActGiven>(
  registry: Registry<C>,
  { label, does }: ShownLabel,
  said: string,
): boolean =>
  verbBeforeName(label) === said && does.every(({ call }) => registry.get(call.command)?.closes !== true);

/** Reads a line as what a button of the last answer is called: it does what the tap does. */
export async function readLabel<C extends Speaking & ActGiven>(
  { registry, lookups, store }: DispatchOptions<C>,
  { line, context }: SaidLine<C>,
): Promise<LineReading<C> | undefined> {
  const said = folded(line);
  // A number by itself opens its record, whatever a picker of the row is called.
  if (recordNumber(line)) return undefined;
  const shown = context.labels?.length ? context.labels : await labelsPosted(store.db, registry, context);
  const whole = shown.filter(({ label }) => folded(label) === said);
  // The verb alone of a label that quotes a name: 新建 of 「新建「归雁民宿」」.
  const named = whole.length > 0 ? whole : shown.filter((one) => isVerbOf(registry, one, said));
  const meant = named.length === 0 && sharesAnswer(line) ? shown.filter(isShare) : named;
  const does = distinct(meant.flatMap((one) => one.does)).filter(({ call }) =>
    mayMean(registry, call, context),
  );
  const [only, ...others] = does;
  if (!only) return undefined;
  // A verb that says all by itself keeps its meaning: 撤 ("undo") takes back what was done last, 周报 is the speaker's own.
  const verb = registry.head(line.trim());
  const isWhole = verb?.rest === '' && Object.values(verb.command.fields).every(({ required }) => !required);
  const isVerb = verb?.rest === '' && others.length > 0;
  // 停滞 ("stalled") is that report, although the weekly's picker of figures holds one called so.
  const isPicked = isWhole && meant.every((one) => one.isOption);
  if (isVerb || isPicked || (isWhole && verb?.command.name === only.call.command)) return undefined;
  const reading = { kind: 'label', strength: 'exact' } as const;
  const { call } = only;
  // A name that a picker happens to hold is no order: 海棠 after the names learnt means the customer, not to forget it.
  const writes = registry.get(call.command)?.reads !== true;
  const isOption = writes && others.length === 0 && meant.every((one) => one.isOption);
  if (isOption && (await lookups.name?.knows?.(line.trim(), context))) return undefined;
  if (others.length === 0 && !only.confirm && !isOption)
    return { ...reading, act: { context, lookups, command: registry.get(call.command), call } };
  const t = textsIn(context.groupLocale ?? context.locale).dispatch;
  const title = others.length > 0 ? t.whichOne(line.trim()) : (only.confirm ?? t.isMeant(only.label));
  // Rows whose buttons are called the same are told apart by the row's name.
  const isOneLabel = new Set(does.map(({ label }) => label)).size < does.length;
  const card: Card = {
    key: 'choose',
    title,
    tone: 'info',
    askedOf: context.person.id,
    nodes: actions(
      ...does.map(({ label, call }) =>
        button(
          isOneLabel ? fullLabel(shown, call) : label,
          call.command,
          only.confirm ? sureCall(call).input : call.input,
        ),
      ),
    ),
  };
  return { ...reading, act: { context, lookups, answer: { cards: [card] } } };
}

/** The longest label of those that make the call, which says of which row it is. */
function fullLabel(shown: readonly ShownLabel[], call: Call): string {
  const key = JSON.stringify(call);
  const labels = shown.flatMap(({ does }) => does.filter((one) => JSON.stringify(one.call) === key));
  return labels.reduce((longest, { label }) => (label.length > longest.length ? label : longest), '');
}

/** Whether a button shares the answer with the group. */
const isShare = ({ does }: ShownLabel): boolean =>
  does.every(({ call }) => typeof call.input.share === 'string');

/** What colleagues say to each other acts on nothing. */
const mayMean = <C extends Speaking & ActGiven>(
  registry: Registry<C>,
  call: Call,
  { isOverheard }: C,
): boolean =>
  registry.get(call.command) !== undefined && (!isOverheard || registry.get(call.command)?.reads === true);

const distinct = (does: ShownLabel['does']): ShownLabel['does'] => [
  ...new Map(does.map((one) => [JSON.stringify(one.call), one])).values(),
];
