import { speaksToColleague } from '../../crm/access/colleague-address.js';
import type { Context } from '../../crm/access/context.js';
import { colleagueCalled, mayRecordFor } from '../../crm/acts/colleague-task.js';
import { lastDay } from '../../crm/corrections/last-recorded.js';
import { recentActs, undoEarliest } from '../../crm/corrections/recent-acts.js';
import { customersNamedIn, strangersIn } from '../../crm/lookup/customers-named-in.js';
import { heard } from '../../crm/lookup/hear-sentence.js';
import { openSubject, ownedBy } from '../../crm/lookup/open-subject.js';
import type { Call } from '../../kernel/card/card.js';
import { oddPieceOf } from '../../kernel/pieces/odd-pieces.js';
import { customerNo, recordNumbersIn } from '../../kernel/records/record-number.js';
import type { WordReader, WordReading } from '../../language/arbiter/reading.js';
import { saysCorrection } from '../../language/correction/correction.js';
import { isTheirs } from '../../language/names/of-the-talk.js';
import {
  callsOff,
  changesUnnamed,
  givesToUnnamed,
  namesUnnamed,
  ordersChange,
} from '../../language/order/change-order.js';
import { isManagersOrder } from '../../language/order/managers-order.js';
import type { ActRead, Mention, SentenceReading } from '../../language/reading/sentence-reading.js';
import { doneCue } from '../../language/sentence/cues.js';
import { remindsSpeaker } from '../../language/sentence/own-reminder.js';
import { personById } from '../../store/people/person-queries.js';

/** Reads a line without a verb as a sentence: a report, a plan, a correction, or a question about a record. */
export const readSaid: WordReader<Context> = async ({ line, isSpoken }, ctx) => {
  const reading = await heard(ctx, line, { isSpoken });
  if (!reading || reading.intent === 'none') return ownMatter(line);
  if (reading.intent === 'question') return questionRead(line, reading.acts[0]?.mention);
  const input = { words: line, ...(isSpoken ? { isSpoken } : {}) };
  if (reading.intent === 'correction')
    return {
      kind: 'correction',
      strength: 'fair',
      isAside: !(await mayCorrect(
        ctx,
        reading.mend?.not,
        saysCorrection.test(line) ? undoEarliest(ctx) : undefined,
      )),
      call: { command: 'say', input },
    };
  if (ctx.isOverheard && reading.isPraise) return undefined;
  // An order is no report; where no reader carries it out, nothing is written.
  if (givesToUnnamed(line) || changesUnnamed(line)) return undefined;
  const isToldOnly = ordersChange(line) || namesUnnamed(line, '')?.isLoose === false;
  if (callsOff(line) || (isToldOnly && reading.acts.every(({ act }) => act === 'log'))) return undefined;
  if (ctx.isOverheard && (await speaksToColleague(ctx, line)) && !(await givesTask(ctx, reading)))
    return undefined;
  const told = await readManagersOrder(ctx, line, reading);
  if (told) return told;
  // A reply to a card is about that card, unless it names somebody else.
  if (ctx.subject && !(await namesOther(ctx, ctx.subject, line, reading))) return undefined;
  const [act] = reading.acts;
  const hit = act?.mention?.how === 'sure' ? act.mention.hits[0] : undefined;
  const by = act?.by ? await colleagueCalled(ctx, act.by) : undefined;
  const mayPlan = !act?.by || (by !== undefined && mayRecordFor(ctx, by));
  const isOdd = oddPieceOf(line, ctx.at) !== undefined;
  const isUndated = !isOdd && act?.act === 'plan' && reading.acts.length === 1 && !act.next && mayPlan;
  const isSure =
    act?.given !== undefined ||
    reading.acts.every(({ how, mention }) => how === 'sure' && mention?.how === 'sure');
  const meant = await unnamedSubject(ctx, line, reading);
  const subject = hit?.name ?? meant;
  const call: Call =
    subject && isUndated
      ? { command: 'plan', input: { subject, note: act.given ?? line, ...(by ? { who: by.id } : {}) } }
      : {
          command: 'say',
          input: meant ? { ...input, meant, goesOn: true } : input,
        };
  const isAside = !meant && !reading.acts.some(({ mention }) => mention?.how === 'sure');
  return { kind: 'statement', strength: isSure ? 'strong' : 'fair', isAside, call };
};

/** A reminder that has no customer is refused with the reason. */
const ownMatter = (line: string): WordReading | undefined =>
  remindsSpeaker(line)
    ? {
        kind: 'talk',
        strength: 'fair',
        isAside: true,
        call: { command: 'small-talk', input: { kind: 'ownMatter' } },
      }
    : undefined;

/** Reads a manager's answer to the card of somebody else's record: an order with a day is the owner's task, one without is only talk. */
async function readManagersOrder(
  ctx: Context,
  line: string,
  { acts }: SentenceReading,
): Promise<WordReading | undefined> {
  if (!ctx.subject || !isManagersOrder(line) || doneCue.test(line)) return undefined;
  const subject = await openSubject(ctx, ctx.subject).catch(() => undefined);
  const ownerId = subject && ownedBy(subject).ownerId;
  const owner = ownerId && ownerId !== ctx.person.id ? await personById(ctx.db, ownerId) : undefined;
  if (!subject || !owner || !mayRecordFor(ctx, owner)) return undefined;
  const next = acts[0]?.next?.value;
  if (!next)
    return { kind: 'talk', strength: 'exact', call: { command: 'small-talk', input: { kind: 'ok' } } };
  const input = { subject: subject.number, next, note: line, who: owner.id };
  return { kind: 'statement', strength: 'exact', call: { command: 'plan', input } };
}

/** Whether the words give a colleague a task that the speaker may give; else they are theirs alone. */
async function givesTask(ctx: Context, { acts }: SentenceReading): Promise<boolean> {
  for (const { given, by } of acts) {
    const colleague = given && by ? await colleagueCalled(ctx, by) : undefined;
    if (given && (!colleague || mayRecordFor(ctx, colleague))) return true;
  }
  return false;
}

/** How long after an act words that colleagues may mean for each other correct it, in ms. */
const overheardMs = 60_000;

/**
 * Whether there is something that the words may correct; a day that they deny tells which, however long ago it was. Of what
 * colleagues may mean for each other, since when.
 */
async function mayCorrect(
  ctx: Context,
  not: string | undefined,
  since = new Date(ctx.now.getTime() - overheardMs),
): Promise<boolean> {
  const at = (await recentActs(ctx))[0]?.events.at(-1)?.at;
  if (not !== undefined && (await lastDay(ctx))?.slice(0, 10) === not) return true;
  return at !== undefined && (!ctx.isOverheard || at >= since);
}

/**
 * The record that words without a customer's name are about: that of the only customer whose contact they name, or the one
 * that was shown last if they go on about it.
 */
async function unnamedSubject(ctx: Context, line: string, { acts, goesOn, intent }: SentenceReading) {
  const mentions = acts.flatMap(({ mention }) => mention ?? []);
  if (intent === 'lead' || mentions.some(({ how }) => how !== 'new')) return undefined;
  const [number, ...numbers] = recordNumbersIn(line);
  if (number && numbers.length === 0 && (await openSubject(ctx, number).catch(() => undefined)))
    return number;
  const by = acts[0]?.by ? await colleagueCalled(ctx, acts[0].by) : undefined;
  const words = (acts[0]?.introduced ?? []).reduce(
    (left, name) => left.replaceAll(name, ''),
    acts[0]?.given ?? line,
  );
  const named = await customersNamedIn(ctx, words, by?.id);
  if (mentions.length > 0) {
    const [only, ...others] = await customersNamedIn(ctx, mentions.map((one) => one.words).join(' '));
    return only && others.length === 0 && named.length === 1 ? customerNo(only) : undefined;
  }
  // A first name that contacts of several customers share is asked about, whoever was talked of last.
  if (named.length > 1 && /^[^\p{Script=Han}]*$/u.test(words)) return undefined;
  const topic = ctx.topic && (await openSubject(ctx, ctx.topic).catch(() => undefined));
  if (
    topic &&
    (named.some(({ id }) => id === topic.customer.id) ||
      (goesOn &&
        // What was asked in vain may have been about somebody else: "ping her".
        !(ctx.hasMissed && !ctx.subject) &&
        named.length === 0 &&
        !namesPerson(acts, words) &&
        (await strangersIn(ctx, words)).length === 0))
  )
    return ctx.topic;
  const [only, ...others] = named;
  return only && others.length === 0 ? customerNo(only) : undefined;
}

/** Whether words in answer to a card name another customer, or somebody whom no record knows. */
async function namesOther(
  ctx: Context,
  subject: string,
  line: string,
  { acts }: SentenceReading,
): Promise<boolean> {
  const about = await openSubject(ctx, subject).catch(() => undefined);
  const others = acts.flatMap(({ mention }) => (mention?.how === 'sure' ? mention.hits : []));
  if (others.some(({ id }) => id !== about?.customer.id)) return true;
  return others.length === 0 && (await strangersIn(ctx, line)).length > 0;
}

/** Two names, or one after a word that takes a person: "Karen Lowe", "spoke with Karen". */
const latinPerson = /\b\p{Lu}\p{Ll}+ \p{Lu}[\p{Ll}'-]+|\b(?:with|to|met|saw|called|for|from) \p{Lu}\p{Ll}+/u;

/** Whether the words name somebody, who may well be a contact of another customer than the one shown last. */
const namesPerson = (acts: readonly ActRead[], line: string): boolean =>
  acts.some(({ contacts, introduces = [], introduced = [] }) => {
    const told = new Set([...introduces.map(({ name }) => name), ...introduced]);
    return contacts.some((one) => !told.has(one) && !isTheirs(one, line));
  }) || latinPerson.test(line);

/** A question about a record shows it; one about anything else is left to the articles. */
function questionRead(line: string, mention: Mention | undefined): WordReading | undefined {
  if (!mention)
    return {
      kind: 'question',
      strength: 'fair',
      isAside: true,
      call: { command: 'ask', input: { words: line, inPassing: true } },
    };
  if (mention.how === 'new') return undefined;
  const hit = mention.how === 'sure' ? mention.hits[0] : undefined;
  const call = { command: 'find', input: { name: hit ? hit.number : mention.words } };
  return { kind: 'question', strength: hit ? 'strong' : 'fair', isAside: !hit, call };
}
