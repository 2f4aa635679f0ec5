import type { Db } from '../../store/db.js';
import { findAnswer, storeAnswer } from '../../store/inbox.js';
import type { Store } from '../../store/open.js';
import { type Person, personByIdentity } from '../../store/people.js';
import { findPlace, type Place } from '../../store/places.js';
import { recordPostedCard, subjectOfMessage } from '../../store/posted-cards.js';
import { recordsOfAct } from '../../store/undo.js';
import { clearDraft, type Draft, findDraft, saveDraft } from '../drafts.js';
import type { Call, Card } from '../kernel/card.js';
import type {
  Answer,
  ChatHost,
  Form,
  Inbound,
  PlaceRef,
  Platform,
  Speaker,
  Suggesting,
} from '../kernel/chat.js';
import type { Choice, Command, Lookups, Registry, Role, Speaking } from '../kernel/command.js';
import { complete } from '../kernel/complete.js';
import {
  ChooseError,
  DeniedError,
  errorClass,
  InputError,
  MissingError,
  StaleError,
} from '../kernel/errors.js';
import { readFields, readLine } from '../kernel/read.js';
import { sayIn } from '../kernel/say.js';
import type { Locale } from '../kernel/texts.js';
import type { Clock } from '../kernel/time/clock.js';
import type { Changed } from '../redraw.js';
import { askCard, errorCard, plainCard, signed, unknownCard } from './cards.js';
import { choicesOf, formOf, willAsk } from './forms.js';
import { identify } from './identify.js';
import { texts } from './texts.js';

/** What the dispatcher knows of an act; the product's own context is made from it. */
export interface Given {
  db: Db;
  person: Person;
  place: Place;
  platform: Platform;
  now: Date;
  /** The line as it was said, or how the tap would be typed. */
  words: string;
  /** One per inbound line: what one undo takes back. */
  actId: string;
  /** The version of the record that the tapped card showed. */
  v?: number;
  /** What the answered or quoted card shows, e.g. 'D-12'. */
  subject?: string;
}

export interface DispatchOptions<C extends Speaking & Given> {
  store: Store;
  clock: Clock;
  registry: Registry<C>;
  lookups: Lookups<C>;
  context(given: Given): C;
  /** Logs an unexpected fault and returns its incident number. */
  incident(error: unknown, about: Record<string, unknown>): string;
  locale: Locale;
  timeZone: string;
  /** Names of the commands that stand for a bare name and for a reply to a card without a verb. */
  onName: string;
  onReply: string;
  /** Told after an act was committed: the outbox may have something to send. */
  committed?(): void;
  /** Told of a record whose card may stand in older messages. */
  changed?(change: Changed): void;
}

const rank: Record<Role, number> = { rep: 0, manager: 1, admin: 2 };

/**
 * The one way in: what a person said or tapped becomes at most one effect and one answer. Typing, tapping,
 * forms, the sandbox, the command line and outside agents all come through `receive`.
 */
export class Dispatch<C extends Speaking & Given> implements ChatHost {
  constructor(private readonly options: DispatchOptions<C>) {}

  say = (call: Call) => sayIn(this.options.registry, this.options.locale)(call);

  asks = (act: Inbound['act']): boolean => willAsk(this.options.registry, act);

  async suggest({ platform, speaker, place, command, field, words }: Suggesting): Promise<Choice[]> {
    const { store, registry, lookups, clock } = this.options;
    const lookup = lookups[registry.get(command)?.fields[field]?.lookup ?? ''];
    const person = speaker.outsider ? undefined : await personByIdentity(store.db, platform, speaker.id);
    const at = person && (await findPlace(store.db, platform, place.id));
    if (!lookup || !person?.active || !at) return [];
    const given = { db: store.db, person, place: at, platform, now: clock.now(), words, actId: '' };
    const context = this.options.context(given);
    return (await lookup.search?.(words, context)) ?? (await lookup.choices?.(context)) ?? [];
  }

  async posted(platform: Platform, place: PlaceRef, messageId: string, card: Card): Promise<void> {
    const { store, clock } = this.options;
    await store.tx((tx) =>
      recordPostedCard(tx, {
        platform,
        placeExternalId: place.id,
        messageId,
        cardKey: card.key,
        at: clock.now(),
      }),
    );
  }

  async receive(inbound: Inbound): Promise<Answer> {
    if (inbound.speaker.outsider) {
      const locale = inbound.speaker.locale ?? this.options.locale;
      return { cards: [plainCard('outsider', 'Genjin', texts(locale).outsider)], quiet: true };
    }
    const lines = inbound.act.kind === 'say' ? linesOf(inbound.act.text) : [''];
    const answers: Answer[] = [];
    for (const [index, line] of lines.entries()) {
      answers.push(await this.answerOnce(inbound, index === 0 ? inbound.id : `${inbound.id}#${index}`, line));
    }
    return {
      cards: answers.flatMap((answer) => answer.cards),
      form: answers.at(-1)?.form,
      replaces: answers.some((answer) => answer.replaces),
      quiet: answers.length > 0 && answers.every((answer) => answer.quiet),
    };
  }

  /** One line, one effect: a redelivery is given the stored answer. */
  private async answerOnce(inbound: Inbound, eventId: string, line: string): Promise<Answer> {
    const { store } = this.options;
    let act: Act<C> | undefined;
    let locale = inbound.speaker.locale ?? this.options.locale;
    try {
      const stored = await findAnswer(store.db, inbound.platform, eventId);
      if (stored) return stored as Answer;
      const { person, place } = await identify(store, inbound, this.options);
      locale = person.locale ?? locale;
      if (!person.active) throw new DeniedError(texts(locale).inactive);
      act = await this.understand(inbound, eventId, line, person, place);
      if (act.answer) return await this.keep(inbound, eventId, act.answer, act);
      return await this.carryOut(inbound, eventId, act);
    } catch (error) {
      return await this.explain(error, inbound, eventId, line, act, locale);
    }
  }

  private async understand(
    inbound: Inbound,
    eventId: string,
    line: string,
    person: Person,
    place: Place,
  ): Promise<Act<C>> {
    const { store, clock, registry, lookups } = this.options;
    const said = inbound.act;
    const replyTo = said.kind === 'say' ? said.replyTo : said.kind === 'tap' ? said.messageId : undefined;
    const given: Given = {
      db: store.db,
      person,
      place,
      platform: inbound.platform,
      now: clock.now(),
      words: line,
      actId: `${inbound.platform}:${eventId}`,
      subject: replyTo
        ? await subjectOfMessage(store.db, inbound.platform, inbound.place.id, replyTo)
        : undefined,
    };
    const context = this.options.context(given);
    if (said.kind === 'say') return await this.understandLine(line, context);
    const typed = said.kind === 'form' ? { ...said.call.input, ...said.fields } : said.call.input;
    const { v, ...input } = typed;
    if (typeof v === 'number') context.v = v;
    const call = { command: said.call.command, input };
    context.words = sayIn(registry, context.locale)(call);
    return { context, command: registry.get(call.command), call, lookups };
  }

  private async understandLine(line: string, context: C): Promise<Act<C>> {
    const { registry, lookups, store } = this.options;
    const t = texts(context.locale);
    const draft = await findDraft(store.db, context.person.id, context.place.id);
    if (/^(取消|算了|cancel)$/i.test(line.trim())) {
      const said = draft ? t.cancelled : t.nothingToCancel;
      return { context, lookups, endsDraft: true, answer: { cards: [plainCard('cancelled', said, said)] } };
    }
    const first = /^\s*\/?([^\s:：=＝]+)/.exec(line)?.[1] ?? '';
    if (draft && !registry.said(first) && !/^\s*[>＞]/.test(line))
      return await fill(draft, line, context, this.options);
    const reading = await readLine(line, registry, lookups, context);
    if (reading.kind === 'call') {
      return {
        context,
        lookups,
        command: reading.command,
        call: this.aboutSubject(reading.command, reading.call, context),
      };
    }
    if (reading.kind === 'name') return this.meant(this.options.onName, reading.words, context);
    if (context.subject) return await this.reply(line, context);
    const may = (command: Command<C>) => rank[context.person.role] >= rank[command.role];
    const card = unknownCard(reading.words, reading.first, registry, may, context.locale);
    return { context, lookups, answer: { cards: [card] } };
  }

  /** A verbless reply to a card is about that card's record. */
  private async reply(line: string, context: C): Promise<Act<C>> {
    const { registry, lookups, onReply } = this.options;
    const verb = registry.get(onReply)?.words.zh[0] ?? '';
    const reading = await readLine(`${verb} ${context.subject} ${line}`, registry, lookups, context);
    if (reading.kind !== 'call') throw new InputError(null, texts(context.locale).notUnderstood);
    return { context, lookups, command: reading.command, call: reading.call };
  }

  private meant(name: string, words: string, context: C): Act<C> {
    const command = this.options.registry.get(name);
    const field = Object.keys(command?.fields ?? {})[0] ?? '';
    return {
      context,
      lookups: this.options.lookups,
      command,
      call: { command: name, input: { [field]: words } },
    };
  }

  /** `推` in answer to a card means that card's record. */
  private aboutSubject(command: Command<C>, call: Call, context: C): Call {
    const [name, field] = Object.entries(command.fields)[0] ?? [];
    const blank = name && field?.kind === 'lookup' && field.required && call.input[name] === undefined;
    return blank && context.subject ? { ...call, input: { ...call.input, [name]: context.subject } } : call;
  }

  private async carryOut(inbound: Inbound, eventId: string, act: Act<C>): Promise<Answer> {
    const { store, lookups, clock } = this.options;
    const { command, call, context } = act;
    const t = texts(context.locale);
    if (!command || !call) throw new InputError(null, t.gone);
    if (rank[context.person.role] < rank[command.role]) throw new DeniedError(t.needsRole(t[command.role]));
    const { input, missing } = await complete(call, command, lookups, context);
    const blank = missing[0];
    if (blank) {
      const { answer, choices } = await this.ask(command, call, blank, context);
      return await this.keep(inbound, eventId, answer, {
        ...act,
        draft: { call, asking: blank, words: context.words, choices },
      });
    }
    const replaces = inbound.act.kind === 'tap' && inbound.act.messageId !== undefined && !command.reads;
    const finish = (card: Card): Answer => ({
      cards: [replaces ? signed(card, t.actedBy(context.person.name, context.words)) : card],
      replaces,
      quiet: command.quiet && inbound.place.kind === 'group',
    });
    if (command.reads) return finish(await command.run(input as never, context));
    const answer = await store.tx(async (tx) => {
      const done = finish(await command.run(input as never, { ...context, db: tx }));
      await clearDraft(tx, context.person.id, context.place.id);
      const fresh = await storeAnswer(tx, inbound.platform, eventId, done, clock.now());
      if (!fresh) throw new AlreadyAnswered();
      return done;
    });
    this.options.committed?.();
    this.tellChanges(inbound, answer, act).catch((error) =>
      this.options.incident(error, { platform: inbound.platform, event: eventId, after: 'the act' }),
    );
    return answer;
  }

  /** The answer's card shows a record as it is now, or an act that was taken back; other messages are older. */
  private async tellChanges(inbound: Inbound, answer: Answer, { context }: Act<C>): Promise<void> {
    const { changed, store, registry } = this.options;
    const find = registry.get(this.options.onName);
    const field = Object.keys(find?.fields ?? {})[0] ?? '';
    const [, type = '', shown = ''] = /^([a-z]+):(.+)$/i.exec(answer.cards[0]?.key ?? '') ?? [];
    if (!changed || !find || !shown) return;
    const records =
      type === 'undo'
        ? await recordsOfAct(store.db, shown)
        : numbered.test(shown)
          ? [{ type, number: shown }]
          : [];
    const by = texts(context.locale).actedBy(context.person.name, context.words);
    const except = inbound.act.kind === 'tap' && answer.replaces ? inbound.act.messageId : undefined;
    for (const { type, number } of records) {
      const card = async (locale: Locale) =>
        signed(await find.run({ [field]: number } as never, { ...context, db: store.db, locale }), by);
      changed({ key: `${type}:${number}`, except, card });
    }
  }

  private async ask(
    command: Command<C>,
    call: Call,
    field: string,
    context: C,
  ): Promise<{ answer: Answer; choices: string[] | undefined }> {
    const { lookups } = this.options;
    const { locale } = context;
    const choices = await choicesOf(command, lookups, context);
    const answer: Answer = {
      cards: [askCard(command, call, field, choices[field] ?? [], locale)],
      form: formOf(command, call, { choices, lookups, locale }),
      quiet: context.place.kind === 'group',
    };
    return { answer, choices: choices[field]?.map((one) => one.value) };
  }

  /** Stores an answer that had no effect of its own, and what the person may go on with. */
  private async keep(inbound: Inbound, eventId: string, answer: Answer, act?: Act<C>): Promise<Answer> {
    const { store, clock } = this.options;
    return await store.tx(async (tx) => {
      const given = await findAnswer(tx, inbound.platform, eventId);
      if (given) return given as Answer;
      if (act?.draft)
        await saveDraft(tx, act.context.person.id, act.context.place.id, act.draft, clock.now());
      if (act?.endsDraft) await clearDraft(tx, act.context.person.id, act.context.place.id);
      await storeAnswer(tx, inbound.platform, eventId, answer, clock.now());
      return answer;
    });
  }

  private async explain(
    error: unknown,
    inbound: Inbound,
    eventId: string,
    line: string,
    act: Act<C> | undefined,
    locale: Locale,
  ): Promise<Answer> {
    try {
      if (error instanceof AlreadyAnswered) {
        return (await findAnswer(this.options.store.db, inbound.platform, eventId)) as Answer;
      }
      if (error instanceof StaleError && act) return await this.present(error, act);
      const bug = errorClass(error) === 'bug';
      const incident = bug
        ? this.options.incident(error, {
            platform: inbound.platform,
            event: eventId,
            command: act?.call?.command,
          })
        : undefined;
      const card = errorCard(error, act?.call, locale, incident);
      if (line && !act?.command?.quiet) card.nodes.push({ kind: 'context', text: texts(locale).kept(line) });
      const field = error instanceof InputError || error instanceof ChooseError ? error.field : null;
      const draft = field && act?.call ? draftOf(act.call, field, line, error) : undefined;
      const answer: Answer = {
        cards: [card],
        form: field && act ? await this.formAgain(error as Error, field, inbound, act) : undefined,
        quiet: inbound.place.kind === 'group',
      };
      if (bug) return answer;
      return await this.keep(inbound, eventId, answer, act && { ...act, draft });
    } catch (fault) {
      const incident = this.options.incident(fault, { platform: inbound.platform, event: eventId });
      return { cards: [errorCard(fault, undefined, locale, incident)] };
    }
  }

  /** What is still missing as a form; and a form in which a field was wrong, with that said beside it. */
  private async formAgain(
    error: Error,
    field: string,
    inbound: Inbound,
    { command, call, context }: Act<C>,
  ): Promise<Form | undefined> {
    const isForm = inbound.act.kind === 'form';
    if (!command || !call || (!isForm && !(error instanceof MissingError))) return undefined;
    const { lookups } = this.options;
    const choices = await choicesOf(command, lookups, context);
    const errors = isForm ? { [field]: error.message } : {};
    return formOf(command, call, { choices, lookups, locale: context.locale, errors });
  }

  /** A tap on an old card: the present card, and that it has changed. */
  private async present(error: StaleError, act: Act<C>): Promise<Answer> {
    const { context } = act;
    const find = this.options.registry.get(this.options.onName);
    const field = Object.keys(find?.fields ?? {})[0] ?? '';
    const card = await find?.run({ [field]: error.record } as never, context);
    if (!card) throw error;
    const note = { kind: 'context' as const, text: texts(context.locale).stale(error.record) };
    return { cards: [{ ...card, nodes: [note, ...card.nodes] }], replaces: true };
  }
}

/** An act as it was understood: what to run, or an answer that needs no run. */
interface Act<C extends Speaking> {
  context: C;
  lookups: Lookups<C>;
  command?: Command<C>;
  call?: Call;
  draft?: Draft;
  endsDraft?: boolean;
  answer?: Answer;
}

class AlreadyAnswered extends Error {}

/** The number of a record: a card with any other key shows none. */
const numbered = /^[DLCT]-\d+$/;

/** One line is one act; empty lines are none, an empty message asks for help. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.length > 0 ? lines : ['help'];
}

/**
 * The answer to a question: a number picks a choice, pieces and notes are read for whatever is still blank, and
 * anything else is the field's words.
 */
async function fill<C extends Speaking & Given>(
  draft: Draft,
  line: string,
  context: C,
  { registry, lookups }: DispatchOptions<C>,
): Promise<Act<C>> {
  const picked = /^\s*(\d{1,2})\s*$/.exec(line)?.[1];
  const value = (picked && draft.choices?.[Number(picked) - 1]) || line.trim();
  context.words = draft.words ? `${draft.words} ${line.trim()}` : line.trim();
  const command = registry.get(draft.call.command);
  const known = draft.call.input;
  const kind = command?.fields[draft.asking]?.kind;
  let given: Call['input'] = { [draft.asking]: value };
  if (command && !picked && (kind === 'rest' || kind === 'piece')) {
    const blank = Object.entries(command.fields).filter(
      ([name, field]) => name === draft.asking || (field.kind === 'piece' && known[name] === undefined),
    );
    const fields = Object.fromEntries(blank);
    const read = await readFields(line, { ...command, fields }, lookups, context);
    if (Object.keys(read.input).length > 0) given = read.input;
  }
  const call = { command: draft.call.command, input: { ...known, ...given } };
  return { context, lookups, command, call };
}

function draftOf(call: Call, field: string, words: string, error: unknown): Draft {
  const choices = error instanceof ChooseError ? error.options.map((option) => option.value) : undefined;
  return { call, asking: field, words, choices };
}

export type { Speaker };
