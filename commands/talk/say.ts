import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { mayRecordFor, planForColleague } from '../../crm/acts/colleague-task.js';
import { findOrCreateContact } from '../../crm/acts/customer-acts.js';
import { leadChanges } from '../../crm/acts/lead-acts.js';
import { learnName } from '../../crm/acts/learn-names.js';
import { followUpChanges } from '../../crm/acts/record-follow-up.js';
import { recordSentence } from '../../crm/acts/record-sentence.js';
import { customerCard } from '../../crm/cards/customer-card.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { proposalsOf, type RecordedAct, recordedCard, severalCard } from '../../crm/cards/recorded-card.js';
import { correctionChanges } from '../../crm/corrections/apply-correction.js';
import { correctRecent } from '../../crm/corrections/correct-recent.js';
import { lastDay } from '../../crm/corrections/last-recorded.js';
import { recentActs } from '../../crm/corrections/recent-acts.js';
import { customersNamedIn } from '../../crm/lookup/customers-named-in.js';
import { heard } from '../../crm/lookup/hear-sentence.js';
import { openSubject, ownedBy, type Subject } from '../../crm/lookup/open-subject.js';
import { recentCustomers } from '../../crm/lookup/recent-customers.js';
import { strangersIn } from '../../crm/lookup/strangers-in.js';
import { subjectTold, type ToldSubject } from '../../crm/lookup/told-subject.js';
import { openCustomer } from '../../crm/words/open-records.js';
import { type Action, actions, button, type Call, type Card, text } from '../../kernel/card/card.js';
import { MissingError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { customerNo, recordNumber } from '../../kernel/records/record-number.js';
import type { WordReader, WordReading } from '../../language/arbiter/reading.js';
import { isNameLike } from '../../language/names/name-like.js';
import type { ActRead, Mention, SentenceReading } from '../../language/reading/sentence-reading.js';
import { prepareSentence } from '../../language/sentence/prepare.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Customer, Person } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { leadCreate } from '../leads/lead-create.js';

/** Most choices shown. */
const most = 4;

/**
 * `今天拜访了华为王总，下周三再约` ("visited Mr Wang of Huawei today, meet again next Wednesday"): records a sentence as one
 * would say it to a colleague, and takes the answers to what was asked about it.
 */
export const say = defineCommand({
  name: 'say',
  changes: [
    ...(['name.learnt', 'name.forgotten', 'followUp.corrected'] as const),
    ...leadChanges,
    ...followUpChanges,
    ...correctionChanges,
  ],
  hidden: true,
  fields: {
    meant: f.lookup('name'),
    isNew: f.flag(),
    isMine: f.flag(),
    isSpoken: f.flag(),
    /** The words name nobody and go on about the record that was shown last, which `meant` is. */
    goesOn: f.flag(),
    /** A whole message that somebody else wrote. */
    isPassedOn: f.flag(),
    words: f.rest(),
  },
  async run(input, ctx) {
    const words = input.words ?? '';
    ctx.words = words;
    const reading = await heard(ctx, words, {
      isSpoken: input.isSpoken,
      isMine: input.isMine || input.isNew,
      lastNext: await lastDay(ctx),
    });
    if (reading?.mend) return await correctRecent(ctx, reading.mend, words, input.meant);
    if (input.isPassedOn && !input.isMine) return await passedOnCard(ctx, input);
    if (reading?.intent === 'forward') return forwardedCard(ctx, input);
    const read = reading?.acts ?? [];
    const acts = read.length === 0 && input.isPassedOn ? [{ ...toldToday, at: ctx.at.today }] : read;
    const [first] = acts;
    if (!first) throw await whichCustomer(ctx);
    const isChosen = input.isMine || input.isNew || (input.meant !== undefined && !input.goesOn);
    if (first.how === 'proposed' && acts.length === 1 && !isChosen)
      return await unsureCard(ctx, first, input);
    const by = first.by ? await colleague(ctx, first.by) : undefined;
    if (by && !mayRecordFor(ctx, by)) await demandNamed(ctx, first);
    if (by && !mayRecordFor(ctx, by))
      return whoseCard(ctx, by, { ...input, words: first.given ?? words }, first.act === 'plan');
    const made = input.isNew ? await createNamed(ctx, first, words) : undefined;
    if (made && 'nodes' in made) return made;

    const recorded: RecordedAct[] = [];
    const waiting: Action[] = [];
    for (const act of acts) {
      const given = act === first ? (made ?? (await subjectGiven(ctx, input, act))) : undefined;
      const told = given
        ? { subject: given, others: [] }
        : await subjectOf(ctx, act, words, acts.length === 1, by);
      const next = act.next?.how === 'sure' ? act.next.value : undefined;
      const title = act.given ?? plain(words, input.isSpoken);
      if (told && by && act.act === 'plan' && next && acts.length === 1)
        return await planForColleague(ctx, told.subject, by, { next, title });
      if (told && act.act === 'contact' && acts.length === 1)
        return await newContactCard(ctx, told.subject, act);
      if (told) {
        const more = { words: plain(words, input.isSpoken), by };
        const { others } = told;
        recorded.push({ ...(await recordSentence(ctx, told.subject, act, more)), others });
      }
      if (!told) waiting.push(...choicesFor(ctx, act, input, acts.length > 1));
    }
    const [only] = recorded;
    if (!only && waiting.length === 0) throw await whichCustomer(ctx);
    if (!only) return askWhoCard(ctx, first, waiting);
    const card =
      acts.length === 1
        ? await recordedCard(ctx, only, words)
        : severalCard(ctx, recorded, words, waiting.slice(0, 2));
    return await withTaughtName(ctx, card, first, input.meant, only.subject.customer);
  },
});

interface Input {
  words?: string;
  meant?: string;
  isNew?: boolean;
  isMine?: boolean;
  isSpoken?: boolean;
  goesOn?: boolean;
  isPassedOn?: boolean;
}

/** What is written of words too long to be read. */
const toldToday: ActRead = { act: 'log', how: 'sure', contacts: [], asks: [] };

const plain = (words: string, isSpoken = false): string => prepareSentence(words, isSpoken);

/** Reads a line without a verb as a sentence: a report, a plan, a correction, or a question about a record. */
export const readSaid: WordReader<Context> = async ({ line, isSpoken }, ctx) => {
  const reading = await heard(ctx, line, { isSpoken });
  if (!reading || reading.intent === 'none') return undefined;
  if (reading.intent === 'question') return questionRead(line, reading.acts[0]?.mention);
  const input = { words: line, ...(isSpoken ? { isSpoken } : {}) };
  if (reading.intent === 'correction')
    return {
      kind: 'correction',
      strength: 'fair',
      isAside: (await recentActs(ctx)).length === 0,
      call: { command: 'say', input },
    };
  // A reply to a card is about that card, unless it names somebody else.
  if (ctx.subject && !(await namesOther(ctx, ctx.subject, line, reading))) return undefined;
  const [act] = reading.acts;
  const hit = act?.mention?.how === 'sure' ? act.mention.hits[0] : undefined;
  const by = act?.by ? await colleague(ctx, act.by) : undefined;
  const mayPlan = !act?.by || (by !== undefined && mayRecordFor(ctx, by));
  const isUndated = act?.act === 'plan' && reading.acts.length === 1 && !act.next && mayPlan;
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

/**
 * The record that words without a customer's name are about: that of the only customer whose contact they name, or the one
 * that was shown last if they go on about it.
 */
async function unnamedSubject(ctx: Context, line: string, { acts, goesOn }: SentenceReading) {
  if (acts.some(({ mention }) => mention)) return undefined;
  const by = acts[0]?.by ? await colleague(ctx, acts[0].by) : undefined;
  const words = (acts[0]?.introduced ?? []).reduce(
    (left, name) => left.replaceAll(name, ''),
    acts[0]?.given ?? line,
  );
  const named = await customersNamedIn(ctx, words, by?.id);
  // A first name that contacts of several customers share is asked about, whoever was talked of last.
  if (named.length > 1 && /^[^\p{Script=Han}]*$/u.test(words)) return undefined;
  const topic = ctx.topic && (await openSubject(ctx, ctx.topic).catch(() => undefined));
  if (
    topic &&
    (named.some(({ id }) => id === topic.customer.id) ||
      (goesOn &&
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
  acts.some(({ contacts, introduced = [] }) => contacts.length > introduced.length) || latinPerson.test(line);

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

async function colleague(ctx: Context, name: string): Promise<Person | undefined> {
  return (await listPeople(ctx.db)).find((one) => one.name === name);
}

/** Opens the picked record: a customer's only deal, or the deal itself. */
async function subjectGiven(
  ctx: Context,
  { meant, words = '' }: Input,
  act: ActRead,
): Promise<Subject | undefined> {
  if (!meant) return undefined;
  // The number of a customer named outright means exactly that customer.
  if (recordNumber(meant)?.type !== 'customer' || act.mention?.how === 'sure')
    return await openSubject(ctx, meant);
  return (await subjectTold(ctx, await openCustomer(ctx, meant), words)).subject;
}

/**
 * Finds what a report is written on; undefined if it is unclear which customer is meant. Throws MissingError if it
 * names none and may ask.
 */
async function subjectOf(
  ctx: Context,
  { mention }: ActRead,
  words: string,
  mayAsk: boolean,
  by?: Person,
): Promise<ToldSubject | undefined> {
  if (!mention && mayAsk) throw await whichCustomer(ctx, by, await customersNamedIn(ctx, words, by?.id));
  const hit = mention?.how === 'sure' ? mention.hits[0] : undefined;
  return hit && (await subjectTold(ctx, await openCustomer(ctx, hit.number), words));
}

/** Asks for the customer and offers those whom the speaker, or the colleague who is named, dealt with last. */
async function whichCustomer(
  ctx: Context,
  who: Person = ctx.person,
  named: Customer[] = [],
): Promise<MissingError> {
  const t = textsIn(ctx.locale).sentence;
  const recent = named.length > 1 ? named : await recentCustomers(ctx, most - 1, who.id);
  const offers = recent.map((one) => ({ label: one.name, value: customerNo(one) }));
  return new MissingError('meant', t.whichCustomer, t.customerExample, offers);
}

/** Throws DeniedError if the speaker may not change the customer that is named: no question is asked about it then. */
async function demandNamed(ctx: Context, act: ActRead): Promise<void> {
  const subject = (await subjectOf(ctx, act, ctx.words, false))?.subject;
  if (subject) await demandChange(ctx, subject.number, ownedBy(subject));
}

/** Makes a button for each customer that may be meant, and one for a new customer. */
function choicesFor(ctx: Context, { mention }: ActRead, input: Input, isOneOfSeveral: boolean): Action[] {
  if (!mention) return [];
  const t = textsIn(ctx.locale).sentence;
  const rest = isOneOfSeveral ? { ...input, words: mention.words } : input;
  const taps = mention.hits
    .slice(0, most - 1)
    .map((hit) => button(hit.name, 'say', { ...said(rest), meant: hit.number }));
  const isNew = (mention.how === 'new' || mention.how === 'near') && isNameLike(mention.words);
  return isNew ? [...taps, button(t.create(mention.words), 'say', { ...said(rest), isNew: true })] : taps;
}

const said = (input: Input) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Record<
    string,
    string | true
  >;

function askWhoCard(ctx: Context, { mention }: ActRead, taps: Action[]): Card {
  const t = textsIn(ctx.locale).sentence;
  const words = mention?.words ?? '';
  return {
    key: 'choose',
    title: mention?.how === 'new' ? t.unknown(words) : t.near(words),
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [text(ctx.words, 'quote'), text(t.keptWords), ...actions(...taps)],
  };
}

/**
 * Offers to record a statement that reports nothing done, or to do what it asks for; its words are stored
 * meanwhile.
 */
async function unsureCard(ctx: Context, act: ActRead, input: Input): Promise<Card> {
  const t = textsIn(ctx.locale).sentence;
  const hit = act.mention?.hits[0];
  const subject = (await subjectOf(ctx, act, ctx.words, false))?.subject;
  const changes = subject ? proposalsOf(ctx, { act, subject, twins: [] }, ctx.words).slice(0, 2) : [];
  return {
    key: 'ask:unsure',
    title: hit?.name ?? t.takeDown,
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(ctx.words, 'quote'),
      text(t.unsure),
      ...actions(
        ...changes,
        button(t.takeDown, 'say', { ...said(input), isMine: true }),
        hit && button(textsIn(ctx.locale).common.find, 'find', { name: hit.number }),
      ),
    ],
  };
}

function forwardedCard(ctx: Context, input: Input): Card {
  const t = textsIn(ctx.locale).sentence;
  return {
    key: 'ask:forwarded',
    title: t.forwarded,
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(ctx.words, 'quote'),
      text(t.forwardedBody),
      ...actions(button(t.takeDown, 'say', { ...said(input), isMine: true })),
    ],
  };
}

/** Offers to record a message that somebody else wrote with each customer whom it names, or to name one. */
async function passedOnCard(ctx: Context, input: Input): Promise<Card> {
  const t = textsIn(ctx.locale).sentence;
  const named = await customersNamedIn(ctx, ctx.words);
  const isMine = { ...said(input), isMine: true };
  const taps = named.map((one) => button(t.logAt(one.name), 'say', { ...isMine, meant: customerNo(one) }));
  return {
    key: 'ask:forwarded',
    title: t.forwarded,
    subtitle: named.length > 0 ? formatsIn(ctx.locale).list(named.map(({ name }) => name)) : undefined,
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(ctx.words, 'quote'),
      text(t.forwardedBody),
      ...actions(...(taps.length > 0 ? taps : [button(t.takeDown, 'say', isMine)])),
    ],
  };
}

function whoseCard(ctx: Context, who: Person, input: Input, isTask: boolean): Card {
  const t = textsIn(ctx.locale).sentence;
  return {
    key: 'ask:whose',
    title: isTask ? t.whoseTask(who.name) : t.whose(who.name),
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(ctx.words, 'quote'),
      text(isTask ? t.whoseTaskHint(who.name) : t.whoseBody(who.name)),
      ...actions(button(t.mine, 'say', { ...said(input), isMine: true })),
    ],
  };
}

/** Creates a lead for an unknown customer; returns a card instead if a similar one exists. */
async function createNamed(ctx: Context, act: ActRead, words: string): Promise<Subject | Card | undefined> {
  if (!act.mention) return undefined;
  const [contact] = act.contacts;
  const given = { customer: act.mention.words, contact, phone: act.phone, note: words };
  const card = await leadCreate.run(given as never, ctx);
  const number = /L-\d+/.exec(card.key)?.[0];
  if (!number || act.act === 'lead') return card;
  return await openSubject(ctx, number);
}

/** Writes down the people whom the words introduce, and nothing else: "their new CFO is Priya Raman". */
async function newContactCard(
  ctx: Context,
  { number, customer }: Subject,
  { contacts, phone }: ActRead,
): Promise<Card> {
  await demandChange(ctx, number, customer);
  const only = contacts.length === 1 ? phone : undefined;
  for (const name of contacts) await findOrCreateContact(ctx, customer, name, only);
  const t = textsIn(ctx.locale).sentence;
  const card = await customerCard(ctx, customer, t.contactsAdded(formatsIn(ctx.locale).list(contacts)));
  return { ...card, nodes: [...card.nodes, ...actions(undoButton(ctx))] };
}

/** Teaches the team the picked customer for words that only sounded similar, and says so on the card. */
async function withTaughtName(
  ctx: Context,
  card: Card,
  { mention }: ActRead,
  meant: string | undefined,
  customer: Customer,
): Promise<Card> {
  if (!meant || !teaches(mention)) return card;
  const learnt = await learnName(ctx, mention.words, customer);
  if (!learnt) return card;
  const line = text(textsIn(ctx.locale).sentence.taught(mention.words, customer.name));
  const at = card.nodes.findIndex((node) => node.kind === 'actions');
  return { ...card, nodes: card.nodes.toSpliced(at < 0 ? card.nodes.length : at, 0, line) };
}

const teaches = (mention: Mention | undefined): mention is Mention =>
  mention !== undefined && (mention.how === 'near' || mention.how === 'new');
