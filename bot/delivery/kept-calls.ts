import { type Call, type Card, callsOf } from '../../kernel/card/card.js';
import type { Answer, Chat, ChatHost, Form, Inbound, Platform, Post } from '../../kernel/chat/chat.js';
import { callToken, encodeCall, tokenOf } from '../../kernel/render/call-code.js';
import { utf8Bytes } from '../../kernel/render/text-width.js';
import type { Clock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import { callOfToken, keepCalls } from '../../store/messages/call-tokens.js';
import { storeBusy } from '../../store/statements/db.js';

export interface KeptCallsOptions {
  store: Store;
  clock: Clock;
  /** Bytes of a call that every control of the platform carries; longer calls are kept. */
  mostBytes: number;
  log: { error(details: object, message: string): void };
}

/**
 * A chat whose controls carry only short calls. Whatever the product shows there, its longer calls are kept before it
 * is drawn; a tap that comes with a token goes on to the product as the call that was kept.
 */
export class KeepingChat implements Chat {
  readonly update?: Chat['update'];
  readonly members?: Chat['members'];

  constructor(
    private readonly chat: Chat,
    private readonly options: KeptCallsOptions,
  ) {
    const { update, members } = chat;
    if (members) this.members = (place) => members.call(chat, place);
    if (!update) return;
    this.update = async (place, messageId, card, locale) => {
      await this.keep([card]);
      return await update.call(chat, place, messageId, card, locale);
    };
  }

  get platform(): Platform {
    return this.chat.platform;
  }

  get postsPerMinute(): number {
    return this.chat.postsPerMinute;
  }

  get digestOver(): number | undefined {
    return this.chat.digestOver;
  }

  get mostRedraws(): number | undefined {
    return this.chat.mostRedraws;
  }

  away(): boolean {
    return this.chat.away?.() ?? false;
  }

  async start(host: ChatHost): Promise<void> {
    await this.chat.start({
      receive: (inbound) => this.receive(host, inbound),
      asks: (act) => host.asks(act),
      knows: (platform, place) => host.knows(platform, place),
      suggest: (wanted) => host.suggest(wanted),
      posted: (platform, place, messageId, card) => host.posted(platform, place, messageId, card),
      redraw: (platform, place, messageId, show) =>
        host.redraw(platform, place, messageId, async (card, locale, isWhole) => {
          await this.keep([card]);
          return await show(card, locale, isWhole);
        }),
      later: (platform, post) => host.later(platform, post),
      membersChanged: (platform, place) => host.membersChanged(platform, place),
      askedInWindow: (platform, place, speakerId, thread) =>
        host.askedInWindow(platform, place, speakerId, thread),
      say: (call, locale) => host.say(call, locale),
    });
  }

  async stop(): Promise<void> {
    await this.chat.stop();
  }

  async send(post: Post) {
    await this.keep([post.card]);
    return await this.chat.send(post);
  }

  private async receive(host: ChatHost, inbound: Inbound): Promise<Answer> {
    const answer = await host.receive(await this.resolved(inbound));
    try {
      await this.keep(answer.cards, answer.form);
    } catch (error) {
      if (inbound.isKept && storeBusy(error)) throw error;
      // What was done is told all the same; a tap on a long call then finds nothing.
      this.options.log.error({ err: error, event: inbound.id }, 'the calls of an answer could not be kept');
    }
    return answer;
  }

  /** The act with the call that its token stands for; as it came if there is none any more. */
  private async resolved(inbound: Inbound): Promise<Inbound> {
    const { act } = inbound;
    const token = act.kind === 'say' ? undefined : tokenOf(act.call);
    if (act.kind === 'say' || token === undefined) return inbound;
    try {
      const call = await callOfToken(this.options.store.db, token);
      return call ? { ...inbound, act: { ...act, call } } : inbound;
    } catch (error) {
      if (inbound.isKept && storeBusy(error)) throw error;
      this.options.log.error({ err: error, event: inbound.id }, 'a kept call could not be looked up');
      return inbound;
    }
  }

  private async keep(cards: readonly Card[], form?: Form): Promise<void> {
    const { store, clock, mostBytes } = this.options;
    const calls = [...cards.flatMap(callsOf), ...(form ? [form.call] : [])];
    const long = new Map<string, Call>();
    for (const call of calls) if (utf8Bytes(encodeCall(call)) > mostBytes) long.set(callToken(call), call);
    if (long.size === 0) return;
    const at = clock.now();
    await store.tx((tx) =>
      keepCalls(
        tx,
        [...long].map(([token, call]) => ({ token, call, at })),
      ),
    );
  }
}
