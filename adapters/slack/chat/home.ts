import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { ChatHost } from '../../../kernel/chat/chat.js';
import type { Locale } from '../../../texts/languages.js';
import { failureOf } from '../api/web.js';
import { slackLimits } from '../draw/limits.js';
import type { SlackChannels } from '../in/channels.js';
import type { SlackPeople } from '../in/people.js';
import type { SlackMessages } from '../out/messages.js';
import type { Windows } from '../out/windows.js';

/** The command whose card the Home tab shows. */
const command = 'home';
/** After an act the tab is drawn anew; several acts in a row draw it once. */
const settleMs = 800;
/** People whose tab is kept up to date. */
const kept = 2_000;

/** The Home tabs of those who have opened theirs. */
export class Home {
  private readonly opened = new Set<string>();
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private count = 0;

  constructor(
    private readonly parts: {
      host: ChatHost;
      people: SlackPeople;
      channels: SlackChannels;
      messages: SlackMessages;
      windows: Windows;
      locale: Locale;
      log: PlatformLog;
    },
  ) {}

  async show(user: string): Promise<void> {
    const { host, people, channels, messages, windows, locale, log } = this.parts;
    this.opened.delete(user);
    this.opened.add(user);
    if (this.opened.size > kept) this.opened.delete([...this.opened][0] ?? '');
    try {
      const speaker = await people.speaker(user);
      const place = { id: await channels.privateChat(user), kind: 'private' as const };
      const id = `home:${user}:${++this.count}`;
      const act = { kind: 'tap' as const, call: { command, input: {} } };
      const { cards } = await host.receive({ id, platform: 'slack', speaker, place, act });
      const drawn = await Promise.all(
        cards.map((card) => messages.draw(card, speaker.locale ?? locale, 'home')),
      );
      const blocks = drawn.flat().flatMap((message) => message.blocks);
      await windows.publish(user, blocks.slice(0, slackLimits.viewBlocks));
    } catch (error) {
      log.warn({ user, reason: failureOf(error).reason }, 'a Home tab could not be drawn');
    }
  }

  /** What the person sees there may have changed. */
  changed(user: string): void {
    if (!this.opened.has(user) || this.waiting.has(user)) return;
    const timer = setTimeout(() => {
      this.waiting.delete(user);
      void this.show(user);
    }, settleMs);
    this.waiting.set(user, timer.unref());
  }

  stop(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }
}
