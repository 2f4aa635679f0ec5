import type { Call, Card } from '../../kernel/card/card.js';
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
import { type Choice, fitted, type Speaking } from '../../kernel/command/command.js';
import { DeniedError } from '../../kernel/command/errors.js';
import { sayIn, sayOnCard } from '../../kernel/command/say-in.js';
import { provisionalName } from '../../kernel/names/provisional-name.js';
import { markInWords } from '../../kernel/names/self-given-name.js';
import { yieldToEventLoop } from '../../reports/figures/forecaster.js';
import { whileBusy } from '../../store/engine/while-busy.js';
import { conversationOf, saveShown } from '../../store/messages/conversation-queries.js';
import { findAnswer } from '../../store/messages/inbox-queries.js';
import { enqueue } from '../../store/messages/outbox-queries.js';
import { personByIdentity } from '../../store/people/person-queries.js';
import { findPlace } from '../../store/people/place-queries.js';
import { textsIn } from '../../texts/languages.js';
import { carryOut } from './carry-out.js';
import { plainCard, whoCard } from './dispatch-cards.js';
import { willAsk } from './dispatch-forms.js';
import type { ActGiven, DispatchOptions, InboundAct } from './dispatch-options.js';
import { explainError } from './explain-error.js';
import { noteOutsider, noteSpeaker, type PresenceDeps } from './group-presence.js';
import { identify } from './identify.js';
import { linesOf, type MessageLine } from './message-lines.js';
import { clearDraft } from './open-drafts.js';
import { answerInWords, choicesInWords } from './readers-language.js';
import { cardsOfLines } from './several-reports.js';
import { labelsOf } from './shown-labels.js';
import { otherAsked, tappedMessage } from './tap-answer.js';
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

  say = (call: Call, locale = this.options.locale) =>
    markInWords(sayOnCard(this.options.registry, locale, this.options.keyNames.nameOf)(call), locale);

  /** The line that somebody would type to make the call. */
  typed = (call: Call, locale = this.options.locale) =>
    markInWords(sayIn(this.options.registry, locale, this.options.keyNames.nameOf)(call), locale);

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

  async askedInWindow(
    platform: Platform,
    { id }: PlaceRef,
    speakerId: string,
    thread?: string,
  ): Promise<void> {
    const { store } = this.options;
    const person = await personByIdentity(store.db, platform, speakerId);
    const place = person && (await findPlace(store.db, platform, id));
    if (!place) return;
    await whileBusy(() => store.tx((tx) => clearDraft(tx, conversationOf({ person, place, thread }))));
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
    await this.options.keyNames.fresh();
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
        return await carryOut(this.options, { inbound, eventId, say: this.typed }, act);
      });
    };
    const answered = await answer().catch((error) =>
      explainError(this.options, error, { inbound, eventId, line, act, locale }),
    );
    return answerInWords(line === '' ? answered : withUnread(answered, unread, locale), locale);
  }
}
