import type { Call, Json } from '../../kernel/card/card.js';
import type { Inbound } from '../../kernel/chat/chat.js';
import type { Command, Speaking } from '../../kernel/command/command.js';
import { hasRole } from '../../kernel/command/roles.js';
import { askedOrder, tapWords } from '../../kernel/command/say-in.js';
import { recordNumber, recordNumbersIn } from '../../kernel/records/record-number.js';
import { putsOff } from '../../language/arbiter/picked-words.js';
import { type ReadingKind, type Strength, weighed } from '../../language/arbiter/reading.js';
import {
  conversationOf,
  findTalk,
  lastSubjectIn,
  type Talk,
} from '../../store/messages/conversation-queries.js';
import { findPostedCard, newestMessageAt } from '../../store/messages/posted-cards.js';
import type { Person, Place } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { textsIn, wordsInEach } from '../../texts/languages.js';
import { keptCard } from '../views/kept-card.js';
import { isQuestionCard, recordOfAnswer } from '../views/view-rows.js';
import { plainCard, stillWaiting, unknownCard } from './dispatch-cards.js';
import type { ActGiven, DispatchOptions, InboundAct } from './dispatch-options.js';
import { type Draft, findDraft } from './open-drafts.js';
import { type LineReading, readAnswer, readReply, readVerb, readWords, type SaidLine } from './readings.js';
import { readNamedOffer } from './set-aside.js';
import { readShare } from './share-answer.js';
import { labelsAnswered, labelsShown, readLabel, withoutTasks } from './shown-labels.js';

/** Understands an act: a command with its input, or an answer without a run. */
export async function understand<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  inbound: Inbound,
  said: { eventId: string; line: string; isPassedOn?: boolean | undefined; person: Person; place: Place },
): Promise<InboundAct<C>> {
  const { store, clock } = options;
  const { eventId, line, person, place } = said;
  const { act } = inbound;
  const replyTo = act.kind === 'say' ? act.replyTo : act.kind === 'tap' ? act.messageId : undefined;
  const { platform, thread } = inbound;
  const message = { platform, placeExternalId: inbound.place.id, messageId: replyTo ?? '' };
  const answered = replyTo ? await findPostedCard(store.db, message) : undefined;
  const talk = await findTalk(store.db, conversationOf({ person, place, thread }));
  const now = clock.now();
  const subject = replyTo ? recordOfAnswer(answered?.cardKey ?? '') : subjectOfWords(act);
  const post = replyTo || subject ? undefined : await taskPosted(store.db, inbound, { place, talk, now });
  const given: ActGiven = {
    ...{ db: store.db, person, place, thread, platform, now },
    isShared: inbound.place.isShared === true,
    words: line,
    actId: `${platform}:${eventId}`,
    subject,
    topic: post ?? topicOfTalk(talk, now),
    posted: post,
    groupTopic:
      place.kind === 'group' ? await lastSubjectIn(store.db, place.id, minutesBefore(now)) : undefined,
    labels: labelsAnswered(withoutTasks(labelsShown(talk, now), post), subject, keptCard(answered)),
    answersQuestion: answered !== undefined && isQuestionCard(answered.cardKey),
    isOverheard: place.kind === 'group' && !replyTo && act.kind === 'say' && act.isOverheard === true,
    hasMissed: talk !== undefined && talk.misses > 0 && talk.at >= missedSince(now),
    isUnwritten: talk !== undefined && talk.misses !== 0 && talk.at >= missedSince(now),
    isForm: act.kind === 'form',
    quoted: act.kind === 'say' ? act.quoted?.trim() || undefined : undefined,
  };
  const context = await options.context(given);
  if (act.kind === 'say' && said.isPassedOn) return passedOn(options, line, context);
  if (act.kind === 'say') {
    const order = askedOrder(options.registry, line);
    if (order !== undefined) context.isTapped = true;
    return await understandLine(options, order ?? line, context, act.spoken === true);
  }
  const input = act.kind === 'form' ? { ...act.call.input, ...act.fields } : act.call.input;
  if (act.kind === 'tap') context.isTapped = true;
  return await tapped(options, { command: act.call.command, input }, context);
}

/** The act of a tap, or of a line that says what a button is called. */
function tapped<C extends Speaking & ActGiven>(
  { registry, lookups, keyNames }: DispatchOptions<C>,
  { command, input: given }: Call,
  context: C,
): InboundAct<C> {
  const { v, askedOf: _, sure, ...input } = given;
  if (sure === true) context.isSure = true;
  if (v !== undefined && v !== null) context.v = versionOf(v);
  const call = { command, input };
  context.words = tapWords(registry, context.locale, keyNames.nameOf)(call);
  return { context, command: registry.get(command), call, lookups };
}

/** How long words without a name are about the record shown last, in ms. */
const topicLifetimeMs = 30 * 60_000;

/** The task whose card somebody was sent in private after the last answer: that is what they see last. */
async function taskPosted(
  db: Db,
  { platform, place: { id } }: Inbound,
  { place, talk, now }: { place: Place; talk: Talk | undefined; now: Date },
): Promise<string | undefined> {
  if (place.kind !== 'private') return undefined;
  const earliest = new Date(now.getTime() - topicLifetimeMs);
  const since = talk && talk.at > earliest ? talk.at : earliest;
  const newest = await newestMessageAt(db, { platform, placeExternalId: id }, since);
  const number = newest?.actId === null ? recordOfAnswer(newest.cardKey) : undefined;
  return number && recordNumber(number)?.type === 'task' ? number : undefined;
}

/** The record that the next words of a talk are about, or undefined. */
const topicOfTalk = (talk: Talk | undefined, now: Date): string | undefined =>
  talk?.subjectAt && talk.subjectAt >= new Date(now.getTime() - topicLifetimeMs)
    ? (talk.subject ?? undefined)
    : undefined;

/** How long a question in a group may be about what a colleague was shown there, in ms. */
const groupTopicMs = 10 * 60_000;
const minutesBefore = (now: Date): Date => new Date(now.getTime() - groupTopicMs);

/** How long a line that was not understood counts, in ms. */
const missLifetimeMs = 10 * 60_000;
/** Lines that were not understood before this moment do not count any more. */
export const missedSince = (now: Date): Date => new Date(now.getTime() - missLifetimeMs);

/** The version in a tap, also as text; what is no version fits no record, so that the tap is on an old card. */
const versionOf = (v: Json): number => (/^\d{1,15}$/.test(String(v)) ? Number(v) : Number.NaN);

/** The first record number in a quoted message. */
const subjectOfWords = (act: Inbound['act']): string | undefined =>
  act.kind === 'say' ? recordNumbersIn(act.quoted ?? '')[0] : undefined;

/** A whole message that somebody else wrote is one thing, which the speaker may have written down. */
function passedOn<C extends Speaking & ActGiven>(
  { registry, lookups, onPassedOn }: DispatchOptions<C>,
  words: string,
  context: C,
): InboundAct<C> {
  const call = { command: onPassedOn, input: { words, isPassedOn: true } };
  return { context, lookups, command: registry.get(call.command), call };
}

/** Weighs what a line may mean: the open question takes it only if it fits and nothing else fits better. */
async function understandLine<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  line: string,
  context: C,
  isSpoken: boolean,
): Promise<InboundAct<C>> {
  const { lookups } = options;
  const draft = await draftOf(options, context);
  if (draft) context.isUnwritten = true;
  const isPassedBy = context.isOverheard === true && !draft;
  const silence = { context, lookups, answer: { cards: [] } };
  const isCancel = wordsInEach(({ dispatch }) => dispatch.cancelWords).includes(line.trim().toLowerCase());
  if (isCancel || (draft && putsOff(line))) {
    if (isPassedBy) return silence;
    const { cancelled, nothingToCancel } = textsIn(context.groupLocale ?? context.locale).dispatch;
    const said = draft ? cancelled : nothingToCancel;
    return { context, lookups, endsDraft: true, answer: { cards: [plainCard('cancelled', said, said)] } };
  }
  const said = { line, context, isSpoken, draft };
  const { readings, verb } = await readingsOf(options, said, isPlain);
  const [meant] = readings;
  if (isPassedBy && (!meant || meant.isAside)) return silence;
  // What is said to a colleague is not answered; what they are given to do may be noted.
  if (isPassedBy && meant?.kind !== 'statement' && (await options.isForColleague?.(line, context)))
    return silence;
  if (!meant) return await missed(options, verb, said);
  if (meant.kind === 'label' && meant.act.call) return await tapped(options, meant.act.call, context);
  // A command said again takes the place of the one that was asked about.
  const isAgain = meant.kind === 'command' && meant.act.call?.command === draft?.call.command;
  const isAnswer = meant.kind === 'answer' || meant.kind === 'label';
  const act = meant.kind === 'correction' ? { ...meant.act, corrects: true } : meant.act;
  if (!draft || isAnswer) return act;
  return isAgain ? { ...act, endsDraft: true } : { ...act, setsAside: draft };
}

/** Reads the line in every way, or until one of them is `enough`; the reading that is meant comes first. */
async function readingsOf<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  said: SaidLine<C>,
  enough: (one: LineReading<C>) => boolean,
): Promise<{ readings: LineReading<C>[]; verb: { words: string; first: string } }> {
  const label =
    (await readLabel(options, said)) ??
    (await readShare(options, said)) ??
    (await readNamedOffer(options, said));
  const answer = label ?? (await readAnswer(options, said));
  const verb = await readVerb(options, said);
  const readings = [answer, ...verb.readings].filter((one) => one !== undefined);
  if (!readings.some(enough)) {
    readings.push(...(await readWords(options, said)));
    const reply = await readReply(options, said);
    if (reply) readings.push(reply);
  }
  return { readings: weighed(readings), verb };
}

/** Every reading of a line that somebody might say now, the one that is meant first; nothing is carried out. */
export async function explainLine<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  { person, place, platform, line }: Pick<ActGiven, 'person' | 'place' | 'platform'> & { line: string },
): Promise<{ kind: ReadingKind; strength: Strength; call: Call | undefined }[]> {
  const { store, clock } = options;
  const talk = await findTalk(store.db, conversationOf({ person, place }));
  const now = clock.now();
  const given = { db: store.db, person, place, platform, now, words: line, actId: 'explain' };
  const shown = { topic: topicOfTalk(talk, now), labels: labelsShown(talk, now) };
  const context = await options.context({ ...given, ...shown });
  const draft = await draftOf(options, context);
  const { readings } = await readingsOf(options, { line, context, isSpoken: false, draft }, () => false);
  return readings.map(({ kind, strength, act }) => ({ kind, strength, call: act.call }));
}

/** Whether a line that is read so needs no further reading. */
const isPlain = ({ strength }: { strength: Strength }): boolean =>
  strength === 'exact' || strength === 'strong';

/**
 * The question that is open in the talk. A question asked outside of threads may be answered in the thread that begins at
 * its card.
 */
async function draftOf<C extends Speaking & ActGiven>(
  { store }: DispatchOptions<C>,
  context: C,
): Promise<Draft | undefined> {
  const talk = conversationOf(context);
  const own = await findDraft(store.db, talk);
  return own ?? (context.answersQuestion ? await findDraft(store.db, { ...talk, thread: '' }) : undefined);
}

/** Nothing reads the line: says so, and which question is open still. */
async function missed<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  verb: { words: string; first: string },
  { context, draft }: SaidLine<C>,
): Promise<InboundAct<C>> {
  const { registry, lookups } = options;
  const missed = { words: verb.words, first: verb.first };
  const near = (await options.onUnknown?.(missed, context)) ?? [];
  const may = (one: Command<C>) => hasRole(context.person.role, one.role);
  const isVerb = registry.nearest(verb.first, may).length > 0;
  const card = unknownCard(verb.words, isVerb ? verb.first : undefined, near, context);
  const quiet = context.place.kind === 'group';
  if (draft) card.nodes.push(stillWaiting(draft, context.locale));
  return { context, lookups, answer: { cards: [card], quiet }, missed };
}
