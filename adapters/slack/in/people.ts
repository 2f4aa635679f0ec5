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

/** A user of Slack. */
export interface SlackPerson {
  speaker: Speaker;
  /** Reads what stands where they are a member; a bot or a deactivated user does not. */
  reads: boolean;
}

/** How long what Slack says of a person is believed, in ms. */
const believedMs = 60 * 60_000;
const kept = 10_000;

/** People as Slack knows them; asked once an hour, since every act begins with them. */
export class SlackPeople {
  private readonly known = new Map<string, { at: number; person: Promise<SlackPerson> }>();

  constructor(
    private readonly client: WebClient,
    private readonly workspace: Workspace,
    private readonly log: PlatformLog,
    private readonly clock: Clock = systemClock,
  ) {}

  /** Rejects where Slack could not be asked; who is not surely of the company is an outsider. */
  async speaker(id: string): Promise<Speaker> {
    return (await this.person(id)).speaker;
  }

  /** The same, with whether a person reads what stands where they are a member. */
  person(id: string): Promise<SlackPerson> {
    const now = this.clock.now().getTime();
    const before = this.known.get(id);
    if (before && Math.abs(now - before.at) < believedMs) return before.person;
    const person = this.ask(id);
    if (this.known.size >= kept) this.known.clear();
    this.known.set(id, { at: now, person });
    person.catch(() => this.known.delete(id));
    return person;
  }

  private async ask(id: string): Promise<SlackPerson> {
    const outsider: Speaker = { id, outsider: true };
    try {
      const { user } = await persist(() => this.client.users.info({ user: id, include_locale: true }));
      const reads = !user?.is_bot && !user?.deleted;
      if (!user || !this.isColleague(user)) return { speaker: outsider, reads };
      const speaker: Speaker = {
        id,
        name: user.profile?.display_name || user.real_name || user.name,
        email: user.profile?.email,
        timeZone: user.tz,
        locale: localeOf(user.locale),
      };
      return { speaker, reads };
    } catch (error) {
      const failure = failureOf(error);
      if (!failure.final) throw error;
      this.log.warn({ user: id, reason: failure.reason }, 'Slack does not say who this is');
      return { speaker: outsider, reads: true };
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
