import { randomBytes } from 'node:crypto';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { Locale } from '../../../texts/languages.js';
import { textsIn } from '../../../texts/languages.js';
import { asError } from '../api/failure.js';
import type { WecomLink } from '../connection/link.js';

/** Whoever waits longer than that is told that something goes on. */
const silenceMs = 2_000;
/** A stream has to end within ten minutes of its first frame; older text says six. */
const longestMs = 5 * 60_000;

/**
 * Shows that a slow answer is on its way: a stream that stands in the chat until the answer comes, and ends in time
 * even if none does.
 */
export class Thinking {
  constructor(
    private readonly link: WecomLink,
    private readonly log: PlatformLog,
  ) {}

  /** The work's result; meanwhile, if it takes long, a sign in the chat. */
  async during<T>(reqId: string, locale: Locale, work: Promise<T>): Promise<T> {
    const t = textsIn(locale).wecom;
    const stream = `s-${randomBytes(8).toString('hex')}`;
    let begun = false;
    const show = (words: string, finish: boolean) =>
      this.link
        .request((client) => client.replyStream({ headers: { req_id: reqId } }, stream, words, finish))
        .catch((error) => this.log.info({ reason: asError(error).message }, 'a stream could not be shown'));
    const begin = setTimeout(() => {
      begun = true;
      void show(t.thinking, false);
    }, silenceMs);
    const giveUp = setTimeout(() => {
      if (begun) void show(t.stillThinking, true);
      begun = false;
    }, longestMs);
    let last = t.stillThinking;
    try {
      const result = await work;
      last = t.thought;
      return result;
    } finally {
      clearTimeout(begin);
      clearTimeout(giveUp);
      if (begun) await show(last, true);
    }
  }
}
