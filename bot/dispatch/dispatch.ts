import { withAllowedActions } from '../../kernel/card/allowed-actions.js';
import {
  type Call,
  type Card,
  type CardNode,
  callsOf,
  type Drawing,
  context as note,
  wordsOf,
} from '../../kernel/card/card.js';
import type {
  Answer,
  ChatHost,
  Inbound,
  LatePost,
  PlaceRef,
  Platform,
  ShowAnew,
  Suggesting,
} from '../../kernel/chat/chat.js';
import { unchosenCall } from '../../kernel/chat/unchosen-call.js';
import { type Choice, type Command, fitted, type Speaking } from '../../kernel/command/command.js';
import { complete } from '../../kernel/command/complete.js';
import { DeniedError, InputError } from '../../kernel/command/errors.js';
import { hasRole } from '../../kernel/command/roles.js';
import { sayIn } from '../../kernel/command/say-in.js';
import { provisionalName } from '../../kernel/names/provisional-name.js';
import { markInWords } from '../../kernel/names/self-given-name.js';
import { yieldToEventLoop } from '../../reports/figures/forecaster.js';
import { noteViews } from '../../store/customers/view-log.js';
import { whileBusy } from '../../store/engine/while-busy.js';
import { conversationOf, forgetMisses, saveShown } from '../../store/messages/conversation-queries.js';
import { findAnswer, storeAnswer } from '../../store/messages/inbox-queries.js';
import { enqueue } from '../../store/messages/outbox-queries.js';
import { personByIdentity } from '../../store/people/person-queries.js';
import { findPlace } from '../../store/people/place-queries.js';
import type { Place } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import { topicOf } from '../views/view-rows.js';
import { askCard, plainCard, whoCard } from './dispatch-cards.js';
import { choicesOf, formOf, willAsk } from './dispatch-forms.js';
import type { ActGiven, DispatchOptions, InboundAct } from './dispatch-options.js';
import { AlreadyAnswered, explainError } from './explain-error.js';
import { noteOutsider, noteSpeaker, type PresenceDeps } from './group-presence.js';
import { identify } from './identify.js';
import { looseError } from './loose-words.js';
import { linesOf, type MessageLine } from './message-lines.js';
import { demandOfferStands, noteOfferTaken } from './offer-once.js';
import { clearDraft, picksOf } from './open-drafts.js';
import { answerInWords, choicesInWords, inReadersLanguage } from './readers-language.js';
import { setAsideNodes } from './set-aside.js';
import { cardsOfLines } from './several-reports.js';
import { audienceOfAnswer, sharedAnswer, withRefusal, withShare } from './share-answer.js';
import { labelsOf } from './shown-labels.js';
import { otherAsked, tapAnswer, tappedCard, tappedMessage } from './tap-answer.js';
import { explainLine, understand } from './understand.js';
import { unreadCard, withUnread } from './unread-parts.js';
import { storeWithoutEffect } from './without-effect.js';

/**
 * The only way in: what a person says or taps becomes at most one effect and one answer. Typing, tapping,
 * forms, the sandbox, the command line and outside agents all come through `receive`.
 */
export class Dispatch<C extends Speaking & ActGiven> implements ChatHost {
  /** People whom this process has asked for their name. */
  private readonly askedForName = new Set<string>();
  /** Messages that are being kept, by their ids. */
  private readonly keeping = new Map<string, Promise<unknown>>();

  constructor(private readonly options: DispatchOptions<C>) {}

  say = (call: Call) =>
    markInWords(sayIn(this.options.registry, this.options.locale)(call), this.options.locale);

  asks = (act: Inbound['act']): boolean => willAsk(this.options.registry, act);

  knows = async (platform: Platform, place: PlaceRef): Promise<boolean> =>
    (await findPlace(this.options.store.db, platform, place.id)) !== undefined;

  async suggest({ platform, speaker, place, command, field, words }: Suggesting): Promise<Choice[]> {
    const { store, registry, lookups, clock } = this.options;
    const person = speaker.outsider ? undefined : await personByIdentity(store.db, platform, speaker.id);
    const at = person && (await findPlace(store.db, platform, place.id));
    const asking = registry.get(command);
    if (!asking || !person?.active || !at) return [];
    const given = { db: store.db, person, place: at, platform, now: clock.now(), words, actId: '' };
    const context = await this.options.context(given);
    const lookup = lookups[fitted(asking, context).fields[field]?.lookup ?? ''];
    if (!lookup) return [];
    const found = (await lookup.search?.(words, context)) ?? (await lookup.choices?.(context)) ?? [];
    return choicesInWords(found, context.locale);
  }

  async posted(platform: Platform, place: PlaceRef, messageId: string, card: Card): Promise<void> {
    const { store, clock, views } = this.options;
    const key = { platform, placeExternalId: place.id, messageId };
    // A quick tap waits for it: what it taps has to be known.
    const keeping = whileBusy(() => store.tx((tx) => views.keep(tx, key, card, { at: clock.now() })));
    this.keeping.set(messageId, keeping);
    const isLost = await keeping.finally(() => this.keeping.delete(messageId));
    const known = isLost ? await findPlace(store.db, platform, place.id) : undefined;
    if (known) this.options.changed?.({ acts: [], places: [known] });
  }

  async redraw(platform: Platform, place: PlaceRef, messageId: string, show: ShowAnew): Promise<boolean> {
    const key = { platform, placeExternalId: place.id, messageId };
    try {
      return (await this.options.views.redrawTapped(key, show)) === 'sent';
    } catch (error) {
      this.options.incident(error, { platform, message: messageId });
      return false;
    }
  }

  async later(
    platform: Platform,
    { key, place, card, locale, mention, mayHaveArrived }: LatePost,
  ): Promise<void> {
    const { store, clock, committed } = this.options;
    const tried = mayHaveArrived ? { attempts: 1, triedAt: clock.now() } : {};
    const post = { dedupeKey: key, locale, card, mention: mention ?? [], ...tried };
    await whileBusy(() =>
      store.tx(async (tx) => {
        const known = await findPlace(tx, platform, place.id);
        if (known) await enqueue(tx, { ...post, placeId: known.id }, clock.now());
      }),
    );
    committed?.();
  }

  /** Every reading of a line that a person might say, the one that is meant first; nothing is carried out. */
  explainLine(said: Pick<ActGiven, 'person' | 'place' | 'platform'> & { line: string }) {
    return explainLine(this.options, said);
  }

  async membersChanged(platform: Platform, place: PlaceRef): Promise<void> {
    await this.options.members?.again(platform, place.id);
  }

  /** What is needed to know who is in a group. */
  private get presence(): PresenceDeps {
    const { store, platforms, members } = this.options;
    return { store, platforms, members };
  }

  async receive(inbound: Inbound): Promise<Answer> {
    if (inbound.speaker.outsider) {
      await noteOutsider(this.presence, inbound);
      const locale = inbound.speaker.locale ?? this.options.locale;
      return {
        cards: [plainCard('outsider', 'Genjin', textsIn(locale).dispatch.outsider)],
        quiet: true,
        open: true,
      };
    }
    const lines = await linesOf(this.options, inbound);
    const answers: Answer[] = [];
    for (const [index, line] of lines.entries()) {
      // Others are answered between two lines of a message.
      if (index > 0) await yieldToEventLoop();
      answers.push(await this.answerOnce(inbound, index === 0 ? inbound.id : `${inbound.id}#${index}`, line));
    }
    const cards = cardsOfLines(answers, {
      isGroup: inbound.place.kind === 'group',
      reads: ({ drawing }) =>
        drawing !== undefined && this.options.registry.get(drawing.call.command)?.reads === true,
      locale: answers[0]?.cards[0]?.drawing?.locale ?? this.options.locale,
    });
    if (answers.length > 1) await this.keepLabels(inbound, cards);
    return {
      // Who is not spoken with is not asked for a name.
      cards: cards.length > 0 ? [...cards, ...(await this.who(inbound))] : [],
      form: answers.at(-1)?.form,
      // Whatever came of a tap, the tapped card shows the present state.
      redraws: tappedMessage(inbound) !== undefined,
      replaces: answers.some((answer) => answer.replaces),
      // What is for the speaker alone stays so, whatever else the message asked for.
      quiet: answers.some((answer) => answer.quiet),
      open: answers.every((answer) => answer.open),
      secret: answers.some((answer) => answer.secret),
    };
  }

  /** The card without what the speaker, who alone reads it, may not do. */
  private forSpeaker(card: Card, { person }: C): Card {
    const { registry } = this.options;
    return withAllowedActions(card, ({ command }) => {
      const needed = registry.get(command)?.role;
      return needed === undefined || hasRole(person.role, needed);
    });
  }

  /** Keeps the labels of all cards that answer the lines of a message. */
  private async keepLabels(inbound: Inbound, cards: readonly Card[]): Promise<void> {
    const { store, clock } = this.options;
    const labels = labelsOf(cards);
    if (labels.length === 0) return;
    const { person, place } = await identify(store, inbound, this.options);
    const talk = conversationOf({ person, place, thread: inbound.thread });
    await whileBusy(() => store.tx((tx) => saveShown(tx, talk, { labels }, clock.now())));
  }

  /** Asks a speaker without a name for it, once. */
  private async who({ platform, speaker, act }: Inbound): Promise<Card[]> {
    if (speaker.name !== undefined || act.kind !== 'say' || this.askedForName.has(speaker.id)) return [];
    this.askedForName.add(speaker.id);
    const person = await personByIdentity(this.options.store.db, platform, speaker.id);
    const nameless = person?.name === provisionalName(speaker.id);
    return nameless ? [whoCard(person.locale ?? speaker.locale ?? this.options.locale)] : [];
  }

  /** Answers one line; a redelivery gets the stored answer. */
  private async answerOnce(
    inbound: Inbound,
    eventId: string,
    { line, refusal, isPassedOn, unread }: MessageLine,
  ): Promise<Answer> {
    const { store } = this.options;
    let act: InboundAct<C> | undefined;
    let locale = inbound.speaker.locale ?? this.options.locale;
    const answer = async (): Promise<Answer> => {
      await this.keeping.get(tappedMessage(inbound)?.messageId ?? '')?.catch(() => undefined);
      return await whileBusy(async () => {
        const stored = await findAnswer(store.db, inbound.platform, eventId);
        if (stored) return stored as Answer;
        const { person, place } = await identify(store, inbound, this.options);
        locale = person.locale ?? locale;
        if (!person.active) throw new DeniedError(textsIn(locale).dispatch.inactive);
        await noteSpeaker(this.presence, inbound, place, locale);
        const asked = await otherAsked(store.db, inbound, person.id);
        if (asked) throw new DeniedError(textsIn(locale).dispatch.asksOther(asked));
        if (refusal) {
          const refused = { cards: [refusal(locale)], quiet: inbound.place.kind === 'group' };
          return await storeWithoutEffect(this.options, inbound, eventId, refused);
        }
        if (inbound.act.kind === 'tap' && inbound.act.call.command === unchosenCall.command) {
          const told = plainCard('error:unchosen', textsIn(locale).dispatch.chooseFirst, '', 'info');
          const answer = { cards: [{ ...told, nodes: [] }], quiet: inbound.place.kind === 'group' };
          return await storeWithoutEffect(this.options, inbound, eventId, answer);
        }
        if (line === '' && unread) {
          const told = { cards: [unreadCard(unread, locale)], quiet: inbound.place.kind === 'group' };
          return await storeWithoutEffect(this.options, inbound, eventId, told);
        }
        act = await understand(this.options, inbound, { eventId, line, isPassedOn, person, place });
        if (act.command) act.command = fitted(act.command, act.context);
        if (act.answer)
          return await storeWithoutEffect(this.options, inbound, eventId, act.answer, act, act.missed);
        return await this.carryOut(inbound, eventId, act);
      });
    };
    const answered = await answer().catch((error) =>
      explainError(this.options, error, { inbound, eventId, line, act, locale }),
    );
    return answerInWords(line === '' ? answered : withUnread(answered, unread, locale), locale);
  }

  private async carryOut(inbound: Inbound, eventId: string, act: InboundAct<C>): Promise<Answer> {
    const { store, lookups, clock } = this.options;
    const { command, call, context } = act;
    const t = textsIn(context.locale).dispatch;
    if (!command || !call) throw new InputError(null, t.gone);
    if (!hasRole(context.person.role, command.role)) throw new DeniedError(t.needsRole(t[command.role]));
    const { input, missing } = await complete(call, command, lookups, context);
    const reads = command.reads || command.looks?.(input) === true;
    const blank = missing[0];
    const tapped = reads ? undefined : await tappedCard(store.db, inbound);
    if (tapped) await demandOfferStands(store.db, tapped, call);
    if (!reads && (blank || call.loose)) await this.options.demandRights(context, command, input);
    if (call.loose && !reads)
      throw looseError(command, call, call.loose, { locale: context.locale, say: this.say });
    if (blank) {
      const { answer, choices } = await this.ask(command, call, blank, context);
      const draft = { call, asking: blank, words: context.words, ...picksOf(choices) };
      return await storeWithoutEffect(this.options, inbound, eventId, answer, { ...act, draft });
    }
    const read = await audienceOfAnswer(this.options, command, input, context);
    const finish = async (drawn: Card, own: C): Promise<Answer & { isAnew?: boolean }> => {
      const aside =
        act.setsAside && !act.setsAside.tried
          ? await setAsideNodes(this.options, act.setsAside, drawn, own)
          : [];
      const who = inbound.place.kind === 'group' ? context.person.name : undefined;
      const quiet = (command.quiet || own.isPrivate === true) && inbound.place.kind === 'group';
      const whole = {
        ...drawn,
        nodes: [...drawn.nodes, ...undoneBy(drawn, who), ...aside],
        drawing: drawingOf(command, call, own),
      };
      // In a group others read the card, who may do more than the speaker.
      const card = quiet || inbound.place.kind === 'private' ? this.forSpeaker(whole, context) : whole;
      if (quiet && !command.quiet && !read.offers && own.reduced)
        card.nodes.push(note(textsIn(own.locale).members.alone[own.reduced]));
      if (!tapped) return { cards: [card], replaces: false, quiet };
      // What is for the speaker alone stands on no card that others read.
      return quiet ? { cards: [card], quiet } : tapAnswer(tapped, card, { command: command.name, who });
    };
    if (reads)
      return await inReadersLanguage(read.context, command, async (own, drawn) => {
        const card = await command.run(input as never, own);
        drawn(own);
        const isRefused = read.isShared && own.isPrivate && !read.postsTo;
        const shown = isRefused ? withRefusal(card, own.locale) : card;
        const answer = await finish(
          read.offers ? withShare(shown, call, read.offers, own.locale) : shown,
          own,
        );
        await this.note(own, command, call, answer.cards[0] ?? card, act);
        if (read.postsTo) return await this.share(read.postsTo, { card, command, call }, own, context.locale);
        return answer;
      });
    const answer = await inReadersLanguage(context, command, (acting, drawn) =>
      store.tx(async (tx) => {
        const own = this.options.within(acting, tx, command);
        if (tapped) await demandOfferStands(tx, tapped, call);
        const card = await this.options.afterAct(await command.run(input as never, own), own);
        drawn(own);
        const { isAnew, ...done } = await finish(card, own);
        const [first] = done.cards;
        if (isAnew && first && tapped)
          await this.options.views.keep(tx, tapped, first, { at: clock.now(), isShown: false });
        else if (tapped) await noteOfferTaken(tx, tapped, call, own.actId);
        await clearDraft(tx, conversationOf(context));
        await this.goOnFrom(tx, context, call, first);
        // What the buttons of earlier cards would do is not meant any more: 撤 ('undo') takes this act back.
        await saveShown(tx, conversationOf(context), { labels: labelsOf(done.cards) }, context.now);
        if (own.unit) await own.after?.(own.unit);
        const fresh = await storeAnswer(tx, inbound.platform, eventId, done, clock.now());
        if (!fresh) throw new AlreadyAnswered();
        return done;
      }),
    );
    this.options.committed?.();
    const undone = command.name === 'undo' ? answer.cards[0]?.key.replace(/^undo:/, '') : undefined;
    this.options.changed?.({
      acts: [context.actId, ...(undone ? [undone] : [])],
      except: tappedMessage(inbound),
    });
    return answer;
  }

  /** Posts an answer to a group, unless somebody there may not see it. */
  private async share(
    group: Place,
    { card, command, call }: { card: Card; command: Command<C>; call: Call },
    own: C,
    locale: Locale,
  ): Promise<Answer> {
    const { store, clock, committed } = this.options;
    if (own.isPrivate) return { cards: [withRefusal(card, own.locale)] };
    const drawn = { ...card, drawing: drawingOf(command, call, own) };
    const post = { dedupeKey: `share:${own.actId}`, placeId: group.id, locale: own.locale, card: drawn };
    await store.tx((tx) => enqueue(tx, post, clock.now()));
    committed?.();
    return sharedAnswer(group, locale);
  }

  /**
   * Logs views of others' records, for their owners to see, and writes what else the answer leaves behind.
   */
  private async note(
    context: C,
    command: Command<C>,
    call: Call,
    card: Card,
    { setsAside }: InboundAct<C>,
  ): Promise<void> {
    const { seen = [], after, person, now, at, isUnwritten, topic } = context;
    const { store } = this.options;
    const others = seen.filter((one) => one.ownerId !== person.id);
    const isNew = (topicOf(card) ?? topic) !== topic || isReport(card) || labelsOf([card]).length > 0;
    if (others.length === 0 && !after && !isUnwritten && !setsAside && !isNew) return;
    await store.tx(async (tx) => {
      if (setsAside) await clearDraft(tx, conversationOf(context));
      await this.goOnFrom(tx, context, call, card);
      if (others.length > 0) await noteViews(tx, person.id, others, at.today, now);
      const { unit } = this.options.within(context, tx, command);
      if (unit) await after?.(unit);
    });
  }

  /** Keeps what the next words of the talk may be about. */
  private async goOnFrom(tx: Db, context: C, call: Call, card: Card | undefined): Promise<void> {
    const talk = conversationOf(context);
    if (context.isUnwritten) await forgetMisses(tx, talk, { isWritten: !card || !isAsking(card) });
    const topic = card && topicOf(card);
    const report = card && isReport(card) ? call : undefined;
    const labels = card ? labelsOf([card]) : [];
    if (!topic && !report && labels.length === 0) return;
    const shown = {
      ...(topic ? { subject: topic } : {}),
      ...(report ? { report } : {}),
      ...(labels.length > 0 ? { labels } : {}),
    };
    await saveShown(tx, talk, shown, context.now);
  }

  private async ask(
    command: Command<C>,
    call: Call,
    field: string,
    context: C,
  ): Promise<{ answer: Answer; choices: Choice[] | undefined }> {
    const { lookups } = this.options;
    const { locale } = context;
    const choices = await choicesOf(command, lookups, context);
    const card = askCard(command, call, field, choices[field] ?? [], context);
    const about = await this.options.askedAbout?.(call, context);
    const answer: Answer = {
      cards: [about ? { ...card, subtitle: [card.subtitle, about].filter(Boolean).join(' · ') } : card],
      form: formOf(command, call, { choices, lookups, locale }),
      quiet: context.place.kind === 'group',
    };
    return { answer, choices: choices[field] };
  }
}

/** Who alone can undo what a card of a group tells of, unless the card names them already. */
function undoneBy(card: Card, who: string | undefined): CardNode[] {
  const canUndo = callsOf(card).some(({ command }) => command === 'undo');
  return who && canUndo && !wordsOf(card).some((words) => words.includes(who)) ? [note(who)] : [];
}

/** How the answer of an act was drawn. */
const drawingOf = <C extends Speaking & ActGiven>(
  command: Command<C>,
  call: Call,
  { locale, now, person, actId }: C,
): Drawing => ({
  call: withoutSecrets(command, call),
  at: now.toISOString(),
  locale,
  by: person.id,
  act: actId,
});

/** A call as it may be stored. */
const withoutSecrets = <C extends Speaking>({ fields }: Command<C>, { command, input }: Call): Call => ({
  command,
  input: Object.fromEntries(Object.entries(input).filter(([field]) => !fields[field]?.secret)),
});

/** Whether a card only asks, so that nothing of the line before it is written yet either. */
const isAsking = ({ key }: Card): boolean => /^(?:ask:|choose$)/.test(key);

/** Whether a card is a report or a list, which the next words may change. */
const isReport = ({ key }: Card): boolean => /^(?:report|list|today|contacts|target):/.test(key);
