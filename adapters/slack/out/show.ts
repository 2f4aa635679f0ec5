import { actions, button, type Card, context, localeOfCard, text } from '../../../kernel/card/card.js';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { Answer, ChatHost, PlaceRef } from '../../../kernel/chat/chat.js';
import type { FileCourier } from '../../../kernel/chat/file-courier.js';
import type { Locale } from '../../../texts/languages.js';
import { textsIn } from '../../../texts/languages.js';
import { failureOf, slackSent } from '../api/web.js';
import { formModal, noteModal } from '../draw/modal.js';
import type { SlackChannel, SlackChannels } from '../in/channels.js';
import { isUnreachable, type SlackMessages } from './messages.js';
import type { Windows } from './windows.js';

/** Where an answer goes. */
export interface SlackPlace {
  /** The id of the act that is answered. */
  act: string;
  user: string;
  locale: Locale;
  channel: SlackChannel;
  /** The thread it was asked in. */
  thread?: string;
  /** Shows something to the speaker without asking whether the bot is a member. */
  responseUrl?: string;
  /** The message that was tapped. */
  message?: { ts: string; ephemeral: boolean };
  /** A window that waits for the answer. */
  window?: string;
  /** A trigger that can still open one. */
  trigger?: string;
}

/** Puts answers where the people who asked see them. */
export class SlackShow {
  constructor(
    private readonly host: ChatHost,
    private readonly messages: SlackMessages,
    private readonly windows: Windows,
    private readonly channels: SlackChannels,
    private readonly files: FileCourier,
    private readonly log: PlatformLog,
  ) {}

  async answer(answer: Answer, where: SlackPlace): Promise<void> {
    if (await this.inWindow(answer, where)) return;
    const cards = answer.form ? withForm(answer, where.locale) : answer.cards;
    const [first] = cards;
    if (!first) return;
    const redrawn = answer.redraws === true && (await this.redraw(where));
    const isTold = redrawn && answer.replaces === true;
    for (const [at, card] of cards.entries()) {
      if (isTold && at === 0) continue;
      await this.deliver(card, answer.quiet === true, where, `answer:${where.act}:${at}`);
    }
  }

  /** A question as a window, and any answer to an act that a window was opened for. */
  private async inWindow(answer: Answer, where: SlackPlace): Promise<boolean> {
    const { locale, window, trigger, channel, thread } = where;
    const modal =
      answer.form && formModal(answer.form, { place: channel.place, thread }, locale, wordsOf(answer));
    if (window !== undefined) {
      const blocks = await Promise.all(answer.cards.map((card) => this.messages.draw(card, locale, 'modal')));
      const note = noteModal(
        blocks.flat().flatMap((message) => message.blocks),
        locale,
      );
      const shown = await this.windows.update(window, modal ?? note);
      if (shown && modal) await this.askedInWindow(where);
      // What was done is told in the chat as well: a window leaves nothing behind.
      return shown && answer.open === true;
    }
    if (!modal || !trigger || (await this.windows.open(trigger, modal)) === undefined) return false;
    await this.askedInWindow(where);
    return true;
  }

  /** Closed without an answer, a window leaves nothing open. */
  async askedInWindow({ channel, user, thread }: SlackPlace): Promise<void> {
    await this.host.askedInWindow('slack', channel.place, user, thread);
  }

  /** The tapped message shows what has become of it; one that only the speaker sees cannot be found again. */
  private async redraw({ message, channel }: SlackPlace): Promise<boolean> {
    if (!message || message.ephemeral) return false;
    const { id } = channel.place;
    return await this.host.redraw('slack', channel.place, message.ts, async (card, locale, isWhole) => {
      const updated = await this.messages.update(id, message.ts, card, locale, isWhole);
      if (!updated.ok) this.log.info({ reason: updated.reason }, 'a tapped card could not be redrawn');
      return updated;
    });
  }

  private async deliver(card: Card, quiet: boolean, where: SlackPlace, key: string): Promise<void> {
    const { channel, user } = where;
    const locale = localeOfCard(card, where.locale);
    if (card.files) return await this.withFiles(card, where, key);
    const open = channel.place.kind === 'private' || (channel.member && !channel.shared);
    if (quiet || !open) return await this.aside(hinted(card, quiet, where), where);
    const thread = where.thread ?? (channel.place.kind === 'group' ? where.message?.ts : undefined);
    try {
      await this.post(channel.place, card, locale, thread);
    } catch (error) {
      const sent = slackSent(error);
      if (!sent.ok && !sent.final) {
        this.log.warn({ reason: sent.reason }, 'an answer goes out later');
        return await this.host.later('slack', { key, place: channel.place, card, locale });
      }
      if (!isUnreachable(error)) throw error;
      this.channels.forget(channel.place.id);
      const away = { ...channel, member: false };
      await this.aside(hinted(card, quiet, { ...where, channel: away }), { ...where, channel: away });
      this.log.info({ channel: channel.place.id, user }, 'answered aside: the bot is not in the channel');
    }
  }

  /** A file is shown to nobody else, so it goes to the private chat with its card; a channel is told where it is. */
  private async withFiles(card: Card, where: SlackPlace, key: string): Promise<void> {
    const { channel, user } = where;
    const locale = localeOfCard(card, where.locale);
    const id = await this.channels.privateChat(user);
    const chat = { id, kind: 'private' as const };
    try {
      await this.post(chat, card, locale, channel.place.id === id ? where.thread : undefined);
    } catch (error) {
      const sent = slackSent(error);
      if (sent.ok || sent.final) throw error;
      this.log.warn({ reason: sent.reason }, 'an answer goes out later');
      return await this.host.later('slack', { key, place: chat, card, locale });
    }
    await this.files.follow(chat, card, key, locale);
    if (channel.place.kind === 'private') return;
    const t = textsIn(locale).file;
    const line = { key: 'file', title: t.sentPrivately, tone: 'good' as const, nodes: [text(t.onlyYou)] };
    await this.aside(line, where);
  }

  /** For the speaker alone: by the URL that came along, else as an ephemeral message, else in private. */
  private async aside(card: Card, where: SlackPlace): Promise<void> {
    const { channel, user, responseUrl, thread } = where;
    const locale = localeOfCard(card, where.locale);
    const { id, kind } = channel.place;
    if (responseUrl && kind === 'group') {
      if (await this.tried(() => this.messages.respond(responseUrl, card, locale, 'ephemeral'))) return;
    }
    if (kind === 'group' && channel.member) {
      if (await this.tried(() => this.messages.ephemeral(id, user, card, locale, thread))) return;
    }
    const chat = await this.channels.privateChat(user);
    await this.post({ id: chat, kind: 'private' }, card, locale);
  }

  private async post(place: PlaceRef, card: Card, locale: Locale, thread?: string): Promise<void> {
    const ts = await this.messages.post(place.id, card, locale, { thread });
    await this.host.posted('slack', place, ts, card);
  }

  private async tried(way: () => Promise<void>): Promise<boolean> {
    try {
      await way();
      return true;
    } catch (error) {
      this.log.info({ reason: failureOf(error).reason }, 'an answer is shown another way');
      return false;
    }
  }
}

/** What the question says besides its fields. */
const wordsOf = ({ cards }: Answer): string =>
  (cards.at(-1)?.nodes ?? []).flatMap((node) => (node.kind === 'text' ? [node.text] : [])).join('\n');

/** A question that stands in a message can still be answered in a window. */
function withForm(answer: Answer, locale: Locale): Card[] {
  const { form, cards } = answer;
  const last = cards.at(-1);
  if (!form || !last) return cards;
  const fill = button(textsIn(locale).slack.fill, form.call.command, form.call.input, { style: 'primary' });
  return [...cards.slice(0, -1), { ...last, nodes: [...last.nodes, ...actions(fill)] }];
}

/** Why an answer that was not asked to be private is shown to the speaker alone. */
function hinted(card: Card, quiet: boolean, { channel, locale }: SlackPlace): Card {
  const t = textsIn(locale).slack;
  const { place, member, shared } = channel;
  if (quiet || place.kind === 'private') return card;
  const name = place.name ? `#${place.name}` : t.thisChannel;
  const why = member && shared ? t.shared : t.invite(name);
  return { ...card, nodes: [...card.nodes, context(why)] };
}
