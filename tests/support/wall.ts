import { makeDispatch, makeViews, type ProductDeps } from '../../bot/product/product.js';
import { Redraw } from '../../bot/views/redraw.js';
import { type Action, actionsOf, type Call, type Card, callsOf } from '../../kernel/card/card.js';
import { askedCall } from '../../kernel/card/sure-call.js';
import type { Answer, Chat, Inbound, PlaceRef, Sent } from '../../kernel/chat/chat.js';
import type { Process } from '../../sales/process/parse-process.js';
import type { Locale } from '../../texts/languages.js';
import { type Actor, printed, type World } from './world.js';

/** A message on the wall, as its readers see it now. */
export interface WallMessage {
  id: string;
  place: PlaceRef;
  card: Card;
  locale: Locale;
  /** How often it was drawn anew. */
  redrawn: number;
  /** The card as it was posted. */
  posted: Card;
}

/**
 * The company of a world in front of a wall: whatever is answered is posted where people read it, as a platform does,
 * taps come from a message, and messages are drawn anew.
 */
export class Wall {
  readonly messages: WallMessage[] = [];
  readonly redraw: Redraw;
  readonly warnings: object[] = [];
  /** Whether messages can be drawn anew without a tap. */
  edits = true;
  /** As a chat with a budget says it. */
  mostRedraws: number | undefined;
  rules: Process;
  private readonly dispatch;
  private readonly deps: ProductDeps;
  private count = 0;

  constructor(
    readonly world: World,
    private readonly platform = 'sandbox',
  ) {
    const { store, clock, locale } = world;
    this.rules = world.process;
    const wall = this;
    this.deps = {
      ...{ store, clock, locale, timeZone: 'Asia/Shanghai' },
      process: {
        get inForce() {
          return { process: wall.rules, version: 1 };
        },
        current: async () => ({ process: wall.rules, version: 1 }),
      },
      incident: (error) => {
        world.incidents.push(error);
        return `I-${world.incidents.length}`;
      },
      changed: (change) => this.redraw.changed(change),
    };
    const views = makeViews(this.deps);
    this.deps.views = views;
    const log = { warn: (about: object) => void this.warnings.push(about) };
    this.redraw = new Redraw({ store, views, chats: new Map([[platform, this.chat()]]), log });
    this.dispatch = makeDispatch(this.deps);
  }

  /** Says a line and posts what is answered; resolves when the wall is up to date. */
  async says(actor: Actor, where: PlaceRef | string, text: string): Promise<WallMessage[]> {
    return await this.acts(actor, this.placeOf(actor, where), { kind: 'say', text });
  }

  /** Says what is answered in private, and shares the answer with the group. */
  async shares(actor: Actor, group: PlaceRef | string, text: string): Promise<WallMessage[]> {
    const [answer] = await this.says(actor, group, text);
    const call = answer && callsOf(answer.card).find(({ input }) => input.share !== undefined);
    if (!call) throw new Error(`nothing to share after ${text}`);
    return await this.acts(actor, this.placeOf(actor, group), { kind: 'tap', call });
  }

  /** Taps a button or an option of a message, as it stands there now. */
  async taps(actor: Actor, message: WallMessage, label: string): Promise<WallMessage[]> {
    return await this.calls(actor, message, callOf(message.card, label));
  }

  async calls(actor: Actor, message: WallMessage, call: Call): Promise<WallMessage[]> {
    return await this.acts(actor, message.place, { kind: 'tap', call, messageId: message.id });
  }

  /** Posts a card that the clock made, as the outbox does. */
  async posts(actor: Actor, where: PlaceRef | string, card: Card): Promise<WallMessage> {
    return await this.posted(this.placeOf(actor, where), card);
  }

  /** What a message says, as printed. */
  static words(message: WallMessage): string {
    return printed(message.card);
  }

  /** Every word of every message that a place shows. */
  wordsAt(place: string): string {
    return this.messages
      .filter((one) => one.place.id === place)
      .map(Wall.words)
      .join('\n---\n');
  }

  placeOf(actor: Actor, where: PlaceRef | string): PlaceRef {
    if (typeof where !== 'string') return where;
    return where === 'private'
      ? { id: `private-${actor.id}`, kind: 'private', name: actor.id }
      : { id: where, kind: 'group', name: where };
  }

  async settled(): Promise<void> {
    await this.redraw.settled();
  }

  private async acts(actor: Actor, place: PlaceRef, act: Inbound['act']): Promise<WallMessage[]> {
    this.world.clock.advance(1000);
    const { platform } = this;
    const id = `w${++this.count}`;
    const speaker = { id: actor.id, name: actor.id };
    const answer = await this.dispatch.receive({ id, platform, speaker, place, act });
    const shown = await this.shows(answer, actor, place, act);
    await this.settled();
    return shown;
  }

  private async shows(answer: Answer, actor: Actor, place: PlaceRef, act: Inbound['act']) {
    const tapped = act.kind === 'tap' ? this.messages.find(({ id }) => id === act.messageId) : undefined;
    const redrawn =
      answer.redraws === true &&
      tapped !== undefined &&
      (await this.dispatch.redraw(this.platform, place, tapped.id, async (card, locale) =>
        this.update(tapped.id, card, locale),
      ));
    const to = answer.quiet && place.kind === 'group' ? this.placeOf(actor, 'private') : place;
    const posted: WallMessage[] = [];
    for (const card of answer.cards.slice(redrawn && answer.replaces ? 1 : 0))
      posted.push(await this.posted(to, card));
    return posted;
  }

  private async posted(place: PlaceRef, card: Card): Promise<WallMessage> {
    const { locale } = this.world;
    const message = { id: `m${++this.count}`, place, card, locale, redrawn: 0, posted: card };
    this.messages.push(message);
    await this.dispatch.posted(this.platform, place, message.id, card);
    return message;
  }

  private update(id: string, card: Card, locale: Locale): Sent {
    const message = this.messages.find((one) => one.id === id);
    if (!message) return { ok: false, final: true, reason: 'no such message' };
    Object.assign(message, { card, locale, redrawn: message.redrawn + 1 });
    return { ok: true, messageId: id };
  }

  private chat(): Chat {
    const wall = this;
    return {
      platform: this.platform,
      postsPerMinute: 600,
      get mostRedraws() {
        return wall.mostRedraws;
      },
      start: async () => undefined,
      stop: async () => undefined,
      send: async () => ({ ok: true, messageId: 'sent' }),
      get update() {
        return wall.edits
          ? async (_place: PlaceRef, id: string, card: Card, locale: Locale) => wall.update(id, card, locale)
          : undefined;
      },
    } as Chat;
  }
}

/** The call of the button or option with that label. */
export function callOf(card: Card, label: string): Call {
  for (const action of actionsOf(card)) {
    const [found] = callsWith(action, label);
    if (found) return found;
  }
  throw new Error(`no button ${label} on:\n${printed(card)}`);
}

function callsWith(action: Action, label: string): Call[] {
  if (action.kind === 'button') return action.label.includes(label) ? [askedCall(action)] : [];
  if (action.kind === 'link') return [];
  return action.options.filter((one) => one.label.includes(label)).map(({ call }) => call);
}
