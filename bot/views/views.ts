import { createHash } from 'node:crypto';
import type { Context } from '../../crm/access/context.js';
import { withAllowedActions } from '../../kernel/card/allowed-actions.js';
import {
  actions,
  button,
  type Call,
  type Card,
  type CardNode,
  context,
  type Drawing,
} from '../../kernel/card/card.js';
import { cardInWords } from '../../kernel/card/shown-texts.js';
import type { ShowAnew } from '../../kernel/chat/chat.js';
import { sentWithin } from '../../kernel/chat/sent-within.js';
import type { Command } from '../../kernel/command/command.js';
import { DeniedError, InputError } from '../../kernel/command/errors.js';
import { eventsOfAct } from '../../store/activity/event-queries.js';
import type { Store } from '../../store/engine/store.js';
import {
  findPostedCard,
  forgetPostedCard,
  type MessageKey,
  noteRedrawn,
  recordPostedCard,
  rowsOfPostedCard,
} from '../../store/messages/posted-cards.js';
import { personById } from '../../store/people/person-queries.js';
import type { Event, PostedCard } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import { asDrawn, type KeptCard, sameCall } from './kept-card.js';
import { markedCard, type RowNow } from './marked-card.js';
import { hasLost, rightsTo, type ShownRecord, shownRecord } from './shown-record.js';
import { type Mark, markOf, type Since, takenBackWords } from './view-marks.js';
import { type ReaderDeps, seesLess, type ViewReader, viewReader } from './view-reader.js';
import { recordOfKey, recordsOn } from './view-rows.js';

export interface ViewOptions extends ReaderDeps {
  store: Store;
  /** For cards of which nobody knows the language. */
  locale: Locale;
  /** The command that shows a record as it is now. */
  find: Command<Context>;
  /** Whether a call only looks. */
  isLook(call: Call): boolean;
  /** Resolves when it is known who reads there now; absent: what is stored holds. */
  fresh?(platform: string, placeExternalId: string): Promise<void>;
}

/** A view as it is to look now. */
interface Drawn {
  card: Card;
  locale: Locale;
  /** Its readers may no longer see what it shows. */
  isGone: boolean;
}

export type Redrawn = 'sent' | 'same' | 'unknown' | 'failed';

/** Gives up a message whose platform does not answer, in ms. */
const sendMs = 20_000;

/**
 * The cards on the wall: each is kept with the call that drew it, whom it was drawn for, its moment and its rows, and is
 * drawn anew for them alone, never for who acted (docs/decisions/0035-a-card-on-the-wall-is-a-view.md).
 */
export class Views {
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(private readonly options: ViewOptions) {}

  /**
   * Keeps what a message shows from now on; `isShown` is false if it is to be shown first. True if it must be taken back:
   * somebody who may see nothing has come in since it was drawn.
   */
  async keep(
    tx: Db,
    { platform, placeExternalId, messageId }: MessageKey,
    card: Card,
    given: { at: Date; locale?: Locale; moment?: Date; isShown?: boolean },
  ): Promise<boolean> {
    const key = { platform, placeExternalId, messageId };
    const { drawing, ...plain } = card;
    const locale = drawing?.locale ?? given.locale ?? this.options.locale;
    const of = { ...key, locale, personId: drawing?.by ?? null, teamId: await this.teamOf(tx, drawing) };
    const reader = await viewReader(tx, of, this.options);
    const rows: { record: string; rights: string }[] = [];
    for (const record of recordsOn(card)) {
      const shown = reader && (await shownRecord(tx, record));
      rows.push({ record, rights: reader ? await rightsTo(reader.context, shown) : '' });
    }
    const record = recordOfKey(card.key);
    const facts = {
      ...key,
      cardKey: card.key,
      at: given.at,
      call: drawing?.call ?? (record ? { command: this.options.find.name, input: { name: record } } : null),
      audience: reader?.audience ?? null,
      moment: drawing ? new Date(drawing.at) : (given.moment ?? given.at),
      actId: drawing?.act ?? null,
      card: record && given.isShown !== false ? null : plain,
      sentHash: given.isShown === false ? null : hashOf(plain, locale),
    };
    await recordPostedCard(tx, facts, rows);
    return isForNobody(facts);
  }

  /** Shows a message anew after a tap on it, unless nothing has happened to its record. */
  async redrawTapped(key: MessageKey, show: ShowAnew): Promise<Redrawn> {
    const view = await findPostedCard(this.options.store.db, key);
    return view && (await this.isUntouched(view)) ? 'same' : await this.redraw(key, show);
  }

  /** Shows a message anew, one drawing after the other; nothing is sent that would look the same. */
  async redraw(key: MessageKey, show: ShowAnew): Promise<Redrawn> {
    const turn = JSON.stringify([key.platform, key.placeExternalId, key.messageId]);
    const before = this.turns.get(turn) ?? Promise.resolve();
    const run = before.then(() => this.shown(key, show));
    const tail = run.catch(() => undefined);
    this.turns.set(turn, tail);
    tail.then(() => {
      if (this.turns.get(turn) === tail) this.turns.delete(turn);
    });
    return await run;
  }

  /** Whether those who read a message may see less than when it was drawn. */
  async hasLost(view: PostedCard): Promise<boolean> {
    const { audience } = view;
    if (!audience) return false;
    const { db } = this.options.store;
    const { locale, personId, teamId } = audience;
    await this.options.fresh?.(view.platform, view.placeExternalId);
    const reader = await viewReader(db, { ...view, locale, personId, teamId }, this.options);
    if (reader?.isUnread) return false;
    if (!reader || isForNobody(view) || seesLess(audience, reader.audience)) return true;
    for (const { record, rights } of await rowsOfPostedCard(db, view))
      if (hasLost(rights, await rightsTo(reader.context, await shownRecord(db, record)))) return true;
    return false;
  }

  private async shown(key: MessageKey, show: ShowAnew): Promise<Redrawn> {
    const { store, now } = this.options;
    await this.options.fresh?.(key.platform, key.placeExternalId);
    const view = await findPostedCard(store.db, key);
    const drawn = view && (await this.draw(view));
    if (!view || !drawn) return 'unknown';
    const { locale, isGone } = drawn;
    const card = cardInWords(drawn.card, locale);
    const sentHash = hashOf(card, locale);
    if (sentHash === view.sentHash) return 'same';
    const isWhole = view.sentHash === null || recordOfKey(view.cardKey) !== undefined;
    const sent = await sentWithin(sendMs, show(card, locale, isWhole));
    const isOver = sent.ok ? isGone : sent.final === true;
    if (isOver) await store.tx((tx) => forgetPostedCard(tx, key));
    else if (sent.ok) await store.tx((tx) => noteRedrawn(tx, key, { sentHash, redrawnAt: now() }));
    return sent.ok ? 'sent' : 'failed';
  }

  /**
   * Whether a record's card is as it was posted, since nothing has happened to the record and its readers see no less: a
   * tap that was refused takes nothing off it, such as the way to undo what it tells of.
   */
  private async isUntouched(view: PostedCard): Promise<boolean> {
    const { store } = this.options;
    const number = recordOfKey(view.cardKey);
    if (!number || !view.audience || view.redrawnAt || view.sentHash === null) return false;
    const reader = await viewReader(store.db, { ...view, ...view.audience }, this.options);
    const shown = reader && (await shownRecord(store.db, number));
    if (!shown || (await this.hasLost(view))) return false;
    return (await markOf(reader.context, shown, sinceOf(view))) === undefined;
  }

  /** Draws a view for those who read it now; undefined if nothing but its key is known of it. */
  private async draw(view: PostedCard): Promise<Drawn | undefined> {
    const { store } = this.options;
    const record = recordOfKey(view.cardKey);
    const then = view.audience;
    const locale = then?.locale ?? this.options.locale;
    if (!record && !view.card) return undefined;
    const of = { ...view, locale, personId: then?.personId ?? null, teamId: then?.teamId ?? null };
    const reader = await viewReader(store.db, of, this.options);
    const gone = { card: goneCard(locale), locale, isGone: true };
    if (!reader) return gone;
    if (reader.isUnread) return undefined;
    // An answer that takes the place of its question is shown as it was given.
    if (view.sentHash === null && view.card)
      return { card: asDrawn(view.card as KeptCard), locale, isGone: false };
    const card = record
      ? await this.recordNow(view, record, reader)
      : then && (isForNobody(view) || seesLess(then, reader.audience))
        ? undefined
        : await this.listNow(view, reader);
    return card ? { card, locale: record ? reader.context.locale : locale, isGone: false } : gone;
  }

  /** The record's card as it is; undefined if its readers may not see it. */
  private async recordNow(view: PostedCard, record: string, { context: ctx, place }: ViewReader) {
    const shown = await shownRecord(ctx.db, record);
    if (!shown || !(await rightsTo(ctx, shown)).includes('s')) return undefined;
    const mark = await markOf(ctx, shown, sinceOf(view));
    // In private a card shows what asking for it would; to a group it carries no words from after it was posted.
    const quotes = place.kind === 'private' ? {} : { quotesUntil: sinceOf(view).moment };
    const at = async (now: Date) => {
      const own: Context = { ...ctx, now, seen: [], isPrivate: false, ...quotes };
      const card = await this.found(record, own);
      if (!card || (own.isPrivate && place.kind === 'group')) return undefined;
      return mark
        ? { ...card, nodes: [...card.nodes, ...markNodes(own, mark, place.kind === 'group')] }
        : card;
    };
    // A card that would differ from the one before in the time at its foot alone is the same card.
    const before = view.redrawnAt ? await at(view.redrawnAt) : undefined;
    return before && hashOf(before, ctx.locale) === view.sentHash ? before : await at(ctx.now);
  }

  /** The record's card, or undefined if its readers are refused it: they must not go on seeing the old one. */
  private async found(record: string, own: Context): Promise<Card | undefined> {
    try {
      return await this.options.find.run({ name: record }, own);
    } catch (error) {
      // For who may not see it, a record is not there.
      if (error instanceof DeniedError || error instanceof InputError) return undefined;
      throw error;
    }
  }

  /** The card as it was drawn, with what has happened since; undefined if its readers may not see it any more. */
  private async listNow(view: PostedCard, { context: present, audience }: ViewReader) {
    const ctx = { ...present, locale: audience.locale };
    const kept = view.card as KeptCard;
    const card = await this.withoutTaken(kept);
    const rows: RowNow[] = [];
    for (const { record: number, rights } of await rowsOfPostedCard(ctx.db, view)) {
      const shown = await shownRecord(ctx.db, number);
      const isLost = hasLost(rights, await rightsTo(ctx, shown));
      const mark = shown && !isLost ? await listMark(ctx, shown, sinceOf(view)) : undefined;
      const { customer = '', record } = shown ?? {};
      rows.push({ number, version: record?.version, mark, isLost, customer });
    }
    if (isAllLost(card, rows)) return undefined;
    return (await this.takenBack(view, card.key, audience.locale)) ?? markedCard(card, rows);
  }

  /** The card without the offers that a tap has taken and that nobody has taken back. */
  private async withoutTaken(kept: KeptCard): Promise<Card> {
    const gone = new Set<string>();
    for (const { call, act } of kept.taken ?? [])
      if (!(await this.isTakenBack({ actId: act }))) gone.add(call);
    const card = asDrawn(kept);
    return gone.size > 0 ? withAllowedActions(card, (call) => !gone.has(sameCall(call))) : card;
  }

  /** Whether the act was undone. */
  private async isTakenBack({ actId }: Pick<PostedCard, 'actId'>): Promise<boolean> {
    return (await this.undoneOf(actId)) !== undefined;
  }

  private async undoneOf(actId: string | null): Promise<Event | undefined> {
    const events = actId ? await eventsOfAct(this.options.store.db, actId) : [];
    return events.find(({ undoneAt }) => undoneAt !== null);
  }

  /** In place of a card whose act was undone: that it was, and by whom, and none of its words. Undefined if it was not. */
  private async takenBack(view: PostedCard, key: string, locale: Locale): Promise<Card | undefined> {
    const undone = await this.undoneOf(view.actId);
    if (!undone) return undefined;
    const { db } = this.options.store;
    const who = undone.personId ? await personById(db, undone.personId) : undefined;
    const t = textsIn(locale).view;
    return { key, title: who ? t.takenBackBy(who.name) : t.takenBack, tone: 'neutral', nodes: [] };
  }

  /** The team of who asked, where a group has none of its own. */
  private async teamOf(db: Db, drawing: Drawing | undefined): Promise<string | null> {
    const asker = drawing?.by ? await personById(db, drawing.by) : undefined;
    return asker?.teamId ?? null;
  }
}

/** What has happened, and as long as it can be taken back, how. */
function markNodes(ctx: Context, { words, newest }: Mark, isGroup: boolean): CardNode[] {
  const { actId, at, personId } = newest;
  // In private only who did it can undo it; in a group they read along, and the mark names them.
  const mayUndo = personId !== null && (isGroup || personId === ctx.person.id);
  const isOpen = mayUndo && ctx.now.getTime() - at.getTime() <= ctx.process.undoMinutes * 60_000;
  return [
    ...actions(isOpen && button(textsIn(ctx.locale).common.undo, 'undo', { act: actId })),
    context(words),
  ];
}

/** What stands beside a row of a list: what was taken back of it, and what was done since. */
async function listMark(ctx: Context, shown: ShownRecord, since: Since): Promise<string | undefined> {
  const marks = [await takenBackWords(ctx, shown, since), (await markOf(ctx, shown, since))?.words];
  return marks.filter(Boolean).join(' ') || undefined;
}

/** Cards that tell nothing of the company, and may stand where somebody of outside reads along. */
const neutral = /^(?:outsider$|held:)/;

/** Whether a card was posted where somebody may see nothing: they have come in while it was on its way. */
const isForNobody = ({ audience, cardKey }: Pick<PostedCard, 'audience' | 'cardKey'>): boolean =>
  audience?.sight.scope === 'none' && !neutral.test(cardKey);

const sinceOf = ({ moment, at, actId }: PostedCard): Since => ({ moment: moment ?? at, actId });

/** Whether nothing is left to show: of its rows, or because its heading is about one that is lost. */
function isAllLost({ title, subtitle = '', key }: Card, rows: readonly RowNow[]): boolean {
  const lost = rows.filter(({ isLost }) => isLost);
  const heading = `${title} ${subtitle} ${key}`;
  const isHeaded = lost.some(({ number, customer }) =>
    [number, customer].some((name) => name !== '' && heading.includes(name)),
  );
  return isHeaded || (lost.length > 0 && lost.length === rows.length);
}

const goneCard = (locale: Locale): Card => ({
  key: 'view:gone',
  title: textsIn(locale).view.gone,
  tone: 'neutral',
  nodes: [],
});

const hashOf = ({ drawing: _, ...card }: Card, locale: Locale): string =>
  createHash('sha256')
    .update(JSON.stringify([locale, card]))
    .digest('base64url');
