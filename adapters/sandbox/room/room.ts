import { randomBytes } from 'node:crypto';
import { actionsOf, type Call, type Card, localeOfCard } from '../../../kernel/card/card.js';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type {
  Answer,
  ChatHost,
  Form,
  Inbound,
  PlaceRef,
  Post,
  Sent,
  Speaker,
} from '../../../kernel/chat/chat.js';
import { encodeCall } from '../../../kernel/render/call-code.js';
import type { Locale } from '../../../texts/languages.js';
import { ChatLog, type Entry, type Shown, visibleEntries } from './chat-log.js';
import type { ChatMemory } from './options.js';

/** One act of a person, as it comes from the page. */
export interface RoomAct {
  /** Made by the page; the same for every attempt to send the act. */
  id: string;
  speaker: Speaker;
  locale: Locale;
  place: PlaceRef;
  act:
    | Exclude<Inbound['act'], { kind: 'form' }>
    | { kind: 'form'; call: Call; fields: Record<string, string>; messageId?: string };
}

/** Acts and posts remembered so that a repetition shows nothing twice. */
const remembered = 2_000;

/** Takes acts to the host and puts its answers into the chat. */
export class Room {
  readonly log = new ChatLog();
  readonly #acts = new Map<string, Promise<Answer>>();
  readonly #posts = new Map<string, string>();
  readonly #running = new Set<Promise<Answer>>();
  #host: ChatHost | null = null;
  #isRestored = false;

  constructor(
    private readonly now: () => Date,
    private readonly logger: PlatformLog,
    private readonly memory?: ChatMemory,
  ) {}

  /** Takes acts from now on; what the memory holds is in the chats by then. */
  async open(host: ChatHost): Promise<void> {
    if (this.memory && !this.#isRestored) this.log.restore(await this.memory.load());
    this.#isRestored = true;
    this.#host = host;
  }

  /** Takes no more acts; resolves when those under way are answered. */
  async close(): Promise<void> {
    this.#host = null;
    await Promise.allSettled(this.#running);
    await this.memory?.settled();
  }

  /** Resolves with the answer when the act's effect is durable and the answer is in the chat; a repetition joins the first. */
  perform(act: RoomAct): Promise<Answer> {
    const known = this.#acts.get(act.id);
    if (known) return known;
    const run = this.#perform(act);
    this.#acts.set(act.id, run);
    this.#running.add(run);
    trim(this.#acts);
    const ended = () => this.#running.delete(run);
    run.then(ended, () => {
      ended();
      this.#acts.delete(act.id);
    });
    return run;
  }

  post(post: Post): Sent {
    const before = this.#posts.get(post.key);
    if (before !== undefined) return { ok: true, messageId: before };
    const body = shown(post.card, post.locale, { mention: post.mention ?? [] });
    const entry = this.#add(post.place.id, body, { author: null, to: null });
    this.#posts.set(post.key, entry.id);
    trim(this.#posts);
    return { ok: true, messageId: entry.id };
  }

  update(messageId: string, card: Card, locale: Locale): Sent {
    const entry = this.log.find(messageId);
    if (entry?.body.kind !== 'card') return { ok: false, final: true, reason: 'no such message' };
    this.#redraw(entry, { ...entry.body, card, locale });
    return { ok: true, messageId };
  }

  async #perform(act: RoomAct): Promise<Answer> {
    const host = this.#host;
    if (!host) throw new Error('the sandbox is not open');
    const said = act.act.kind === 'say' ? this.#said(act, act.act.text, act.act.replyTo) : null;
    const source = act.act.kind === 'say' ? undefined : this.#source(act, act.act.messageId);
    const answer = await host.receive(this.#inboundOf(act));
    await this.#show(host, act, answer, said ? undefined : source);
    return answer;
  }

  #inboundOf({ id, speaker, place, act }: RoomAct): Inbound {
    if (act.kind === 'form')
      return {
        id,
        platform: 'sandbox',
        speaker,
        place,
        act: { kind: 'form', call: act.call, fields: act.fields },
      };
    if (act.kind !== 'say' || act.replyTo === undefined)
      return { id, platform: 'sandbox', speaker, place, act };
    const entry = this.log.find(act.replyTo);
    const isTheirs = entry !== undefined && entry.place === place.id && visibleEntries(entry, speaker.id);
    const quoted = isTheirs ? wordsOfEntry(entry) : '';
    return { id, platform: 'sandbox', speaker, place, act: { ...act, ...(quoted ? { quoted } : {}) } };
  }

  /** The person's own line, visible to all before the answer is there. */
  #said(act: RoomAct, text: string, replyTo: string | undefined): Entry {
    const id = `said-${act.id}`;
    const known = this.log.find(id);
    if (known) return known;
    const replied = replyTo === undefined ? undefined : this.log.find(replyTo);
    const title = replied?.body.kind === 'card' ? replied.body.card.title : (replied?.body.text ?? null);
    return this.#add(
      act.place.id,
      { kind: 'said', text, replyTo: title },
      { author: act.speaker.id, to: null, id },
    );
  }

  #source(act: RoomAct, messageId: string | undefined): Entry | undefined {
    const entry = messageId === undefined ? undefined : this.log.find(messageId);
    if (!entry || entry.place !== act.place.id) return undefined;
    return entry.to === null || entry.to === act.speaker.id ? entry : undefined;
  }

  async #show(host: ChatHost, act: RoomAct, answer: Answer, source: Entry | undefined): Promise<void> {
    const { speaker, place, locale } = act;
    const to = answer.quiet && place.kind === 'group' ? speaker.id : null;
    const isForm = act.act.kind === 'form';
    // A quiet answer must not stand in a card that others see.
    const inPlace = isForm && (to === null || source?.to === to);
    const redrawn =
      answer.redraws === true && source !== undefined && (await this.#redrawn(host, place, source));
    const cause =
      act.act.kind === 'say' ? null : { person: speaker.id, label: labelOf(act.act.call, source, host) };
    for (const [at, card] of answer.cards.entries()) {
      if (at === 0 && redrawn && answer.replaces && to === null) continue;
      const asked = answer.form && at === answer.cards.length - 1 ? answer.form : undefined;
      const form = asked ? { person: speaker.id, form: keepValues(asked, act) } : null;
      const replaced = at === 0 && inPlace && source?.body.kind === 'card' ? source : undefined;
      const id = replaced?.id ?? newId();
      try {
        // What one pair of eyes sees is no card of the place.
        if (to === null) await host.posted('sandbox', place, id, card);
      } catch (error) {
        this.logger.error({ err: error, messageId: id }, 'a card could not be remembered');
      }
      if (replaced?.body.kind === 'card')
        this.#redraw(replaced, { ...replaced.body, card, locale: localeOfCard(card, locale), form });
      else
        this.#add(
          place.id,
          shown(card, localeOfCard(card, locale), { form, cause: at === 0 ? cause : null }),
          {
            author: null,
            to,
            id,
          },
        );
    }
    if (isForm && source?.body.kind === 'card' && !inPlace && source.body.form) {
      this.#redraw(source, { ...source.body, form: null });
    }
  }

  /** The tapped card shows what has become of it. */
  async #redrawn(host: ChatHost, place: PlaceRef, entry: Entry): Promise<boolean> {
    return await host.redraw('sandbox', place, entry.id, async (card, locale) =>
      this.update(entry.id, card, locale),
    );
  }

  #redraw(entry: Entry, body: Shown): void {
    entry.body = { ...body, changedAt: this.now() };
    this.log.changed(entry);
    this.memory?.save(entry);
  }

  #add(
    place: string,
    body: Entry['body'],
    who: { author: string | null; to: string | null; id?: string },
  ): Entry {
    const entry: Entry = {
      id: who.id ?? newId(),
      place,
      at: this.now(),
      author: who.author,
      to: who.to,
      body,
    };
    this.log.add(entry);
    this.memory?.save(entry);
    return entry;
  }
}

/** What a reply quotes: what a person said, which a card of ours shows as a quote; else the card's own words. */
function wordsOfEntry({ body }: Entry): string {
  if (body.kind === 'said') return body.text;
  const texts = body.card.nodes.flatMap((node) => (node.kind === 'text' ? [node] : []));
  const quotes = texts.filter(({ style }) => style === 'quote');
  const own = quotes.length > 0 ? quotes : [{ text: body.card.title }, ...texts];
  return own.map(({ text }) => text).join('\n');
}

function shown(card: Card, locale: Locale, more: Partial<Shown>): Shown {
  return { kind: 'card', card, locale, form: null, cause: null, mention: [], changedAt: null, ...more };
}

/** Words typed before stay in a form that is asked again. */
function keepValues(form: Form, { act }: RoomAct): Form {
  if (act.kind !== 'form') return form;
  const fields = form.fields.map((field) => {
    const typed = act.fields[field.name];
    return field.value === undefined && typed ? { ...field, value: typed } : field;
  });
  return { ...form, fields };
}

/** The words on the button that was tapped. */
function labelOf(call: Call, source: Entry | undefined, host: ChatHost): string {
  const body = source?.body;
  if (body?.kind === 'card') {
    if (body.form && body.form.form.call.command === call.command) return body.form.form.submit;
    const code = encodeCall(call);
    for (const action of actionsOf(body.card)) {
      const buttons = action.kind === 'button' ? [action] : action.kind === 'select' ? action.options : [];
      const tapped = buttons.find((button) => encodeCall(button.call) === code);
      if (tapped) return tapped.label;
    }
  }
  return host.say(call);
}

const newId = (): string => randomBytes(12).toString('base64url');

/** Forgets the oldest; a Map keeps the order of insertion. */
function trim(map: Map<string, unknown>): void {
  for (const key of map.keys()) {
    if (map.size <= remembered) return;
    map.delete(key);
  }
}
