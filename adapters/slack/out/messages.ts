import type { KnownBlock, WebClient } from '@slack/web-api';
import type { Card, SayIn } from '../../../kernel/card/card.js';
import type { Sent } from '../../../kernel/chat/chat.js';
import type { Locale } from '../../../texts/languages.js';
import { failureOf, persist, slackSent } from '../api/web.js';
import type { SlackMessage } from '../draw/blocks.js';
import { renderSlack } from '../draw/render.js';
import type { RateLimiter } from './pace.js';
import type { SlackPictures } from './pictures.js';

/** How an answer's URL shows it (https://docs.slack.dev/interactivity/handling-user-interaction). */
export type Response = 'ephemeral' | 'replace_original';

/** A request to such a URL that is not answered by then is given up, in ms. */
const responseMs = 10_000;

/** Cards as messages: what does not fit into one goes on in its thread. */
export class SlackMessages {
  constructor(
    private readonly client: WebClient,
    private readonly pace: RateLimiter,
    private readonly pictures: SlackPictures,
    private readonly say: SayIn,
  ) {}

  async draw(card: Card, locale: Locale, surface?: 'home' | 'modal'): Promise<SlackMessage[]> {
    const picture = surface === undefined ? await this.pictures.of(card, locale) : undefined;
    return renderSlack(card, { say: (call) => this.say(call, locale), locale, picture, surface }).messages;
  }

  /**
   * Posts a card and answers the ts of its first message. Throws what Slack answered where that one was not
   * taken.
   */
  async post(
    channel: string,
    card: Card,
    locale: Locale,
    more: { thread?: string; mention?: readonly string[]; once?: boolean } = {},
  ): Promise<string> {
    const [first, ...rest] = await this.draw(card, locale);
    if (!first) throw new Error('a card without a message');
    const attempt = more.once ? <T>(call: () => Promise<T>) => call() : persist;
    const ts = await this.postMessage(channel, mentioning(first, more.mention), attempt, more.thread);
    for (const message of rest) await this.postMessage(channel, message, persist, more.thread ?? ts);
    return ts;
  }

  /** Redraws a message; what does not fit into it goes on in its thread, unless it stands there already. */
  async update(channel: string, ts: string, card: Card, locale: Locale, isWhole: boolean): Promise<Sent> {
    const [first, ...rest] = await this.draw(card, locale);
    if (!first) return { ok: false, reason: 'a card without a message', final: true };
    try {
      await persist(() =>
        this.client.chat.update({ channel, ts, text: first.text, blocks: first.blocks as KnownBlock[] }),
      );
      for (const message of isWhole ? rest : []) await this.postMessage(channel, message, persist, ts);
      return { ok: true, messageId: ts };
    } catch (error) {
      return slackSent(error);
    }
  }

  /** For one person's eyes, in a conversation that the bot is in. */
  async ephemeral(channel: string, user: string, card: Card, locale: Locale, thread?: string): Promise<void> {
    for (const { text, blocks } of await this.draw(card, locale)) {
      await this.pace.turn(channel);
      await persist(() =>
        this.client.chat.postEphemeral({
          channel,
          user,
          text,
          blocks: blocks as KnownBlock[],
          ...(thread ? { thread_ts: thread } : {}),
        }),
      );
    }
  }

  /** By the URL that came with a tap or a command: works where the bot is not a member. */
  async respond(url: string, card: Card, locale: Locale, how: Response): Promise<void> {
    for (const [at, { text, blocks }] of (await this.draw(card, locale)).entries()) {
      const first = at === 0 && how === 'replace_original';
      const body = { text, blocks, ...(first ? { replace_original: true } : { response_type: 'ephemeral' }) };
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(responseMs),
      });
      if (!answer.ok) throw new Error(`HTTP ${answer.status} for an answer`);
    }
  }

  private async postMessage(
    channel: string,
    { text, blocks }: SlackMessage,
    attempt: <T>(call: () => Promise<T>) => Promise<T>,
    thread: string | undefined,
  ): Promise<string> {
    await this.pace.turn(channel);
    const { ts } = await attempt(() =>
      this.client.chat.postMessage({
        channel,
        text,
        blocks: blocks as KnownBlock[],
        unfurl_links: false,
        unfurl_media: false,
        ...(thread ? { thread_ts: thread } : {}),
      }),
    );
    if (!ts) throw new Error('Slack took a message and gave it no ts');
    return ts;
  }
}

/** Says at the top whom it concerns, so that they are told; ids come from Slack alone. */
function mentioning(message: SlackMessage, ids: readonly string[] = []): SlackMessage {
  const people = ids.filter((id) => /^[UW][A-Z0-9]+$/.test(id)).map((id) => `<@${id}>`);
  if (people.length === 0) return message;
  const text = people.join(' ');
  return {
    text: `${text} ${message.text}`,
    blocks: [
      { type: 'context', block_id: 'mention', elements: [{ type: 'mrkdwn', text, verbatim: true }] },
      ...message.blocks,
    ],
  };
}

/** The conversation is not there for the bot: it has to be answered another way. */
export const isUnreachable = (error: unknown): boolean =>
  /^(?:not_in_channel|channel_not_found|is_archived|restricted_action|user_not_in_channel|cannot_reply_to_message)/.test(
    failureOf(error).reason,
  );
