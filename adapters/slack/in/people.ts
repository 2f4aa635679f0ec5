import type { WebClient } from '@slack/web-api';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { Speaker } from '../../../kernel/chat/chat.js';
import { type Clock, systemClock } from '../../../kernel/time/clock.js';
import { isLocale, type Locale } from '../../../texts/languages.js';
import { failureOf, persist } from '../api/web.js';

/** The workspace the bot is of. */
export interface Workspace {
  teamId: string;
  enterpriseId?: string;
  botUserId: string;
}

/** How long what Slack says of a person is believed, in ms. */
const believedMs = 60 * 60_000;
const kept = 10_000;

/** People as Slack knows them; asked once an hour, since every act begins with them. */
export class SlackPeople {
  private readonly known = new Map<string, { at: number; speaker: Promise<Speaker> }>();

  constructor(
    private readonly client: WebClient,
    private readonly workspace: Workspace,
    private readonly log: PlatformLog,
    private readonly clock: Clock = systemClock,
  ) {}

  /** Rejects where Slack could not be asked; who is not surely of the company is an outsider. */
  speaker(id: string): Promise<Speaker> {
    const now = this.clock.now().getTime();
    const before = this.known.get(id);
    if (before && Math.abs(now - before.at) < believedMs) return before.speaker;
    const speaker = this.ask(id);
    if (this.known.size >= kept) this.known.clear();
    this.known.set(id, { at: now, speaker });
    speaker.catch(() => this.known.delete(id));
    return speaker;
  }

  private async ask(id: string): Promise<Speaker> {
    const outsider: Speaker = { id, outsider: true };
    try {
      const { user } = await persist(() => this.client.users.info({ user: id, include_locale: true }));
      if (!user || !this.isColleague(user)) return outsider;
      return {
        id,
        name: user.profile?.display_name || user.real_name || user.name,
        email: user.profile?.email,
        timeZone: user.tz,
        locale: localeOf(user.locale),
      };
    } catch (error) {
      const failure = failureOf(error);
      if (!failure.final) throw error;
      this.log.warn({ user: id, reason: failure.reason }, 'Slack does not say who this is');
      return outsider;
    }
  }

  /** Members of this company; no bots, no guests, nobody who joined by a shared channel or has left. */
  private isColleague(user: NonNullable<Awaited<ReturnType<WebClient['users']['info']>>['user']>): boolean {
    const { teamId, enterpriseId } = this.workspace;
    const ours =
      user.team_id === teamId ||
      (enterpriseId !== undefined && user.enterprise_user?.enterprise_id === enterpriseId);
    const other =
      user.is_bot || user.is_restricted || user.is_ultra_restricted || user.is_stranger || user.deleted;
    return ours && !other;
  }
}

/** 'zh-CN' → 'zh'; the product's own default where it does not speak the language. */
function localeOf(name: string | undefined): Locale | undefined {
  const language = name?.slice(0, 2).toLowerCase();
  return isLocale(language) ? language : undefined;
}
