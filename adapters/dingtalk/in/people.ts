import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { Speaker } from '../../../kernel/chat/chat.js';
import { plainReason } from '../../../kernel/command/plain-reason.js';
import { type Clock, systemClock } from '../../../kernel/time/clock.js';
import type { Api } from '../api/client.js';
import { meaningOf } from '../api/failure.js';

/** How long what the directory says of a person is believed, in ms; a refusal is, for as long. */
const believedMs = 60 * 60_000;
const kept = 10_000;

/** People as the company's directory knows them; where it may not be asked, as they call themselves. */
export class DingtalkPeople {
  private readonly known = new Map<string, { at: number; speaker: Promise<Speaker> }>();
  private closedUntil = 0;

  constructor(
    private readonly api: Api,
    private readonly log: PlatformLog,
    private readonly clock: Clock = systemClock,
  ) {}

  speaker(id: string, nick?: string): Promise<Speaker> {
    const now = this.clock.now().getTime();
    const before = this.known.get(id);
    if (before && Math.abs(now - before.at) < believedMs) return before.speaker;
    const speaker = this.ask(id, nick, now);
    if (this.known.size >= kept) this.known.clear();
    this.known.set(id, { at: now, speaker });
    return speaker;
  }

  /** Asking for names counts towards no quota. */
  private async ask(id: string, nick: string | undefined, now: number): Promise<Speaker> {
    const asTold: Speaker = { id, ...(nick ? { name: nick } : {}) };
    const left = this.closedUntil - now;
    if (left > 0 && left <= believedMs) return asTold;
    try {
      const { result } = await this.api.old('/topapi/v2/user/get', { userid: id, language: 'zh_CN' });
      const { name, email } = (result ?? {}) as { name?: string; email?: string };
      return { ...asTold, ...(name ? { name } : {}), ...(email ? { email } : {}) };
    } catch (error) {
      const reason = plainReason(error);
      if (meaningOf(error) === 'permission') {
        this.closedUntil = this.clock.now().getTime() + believedMs;
        this.log.info({ reason }, 'names are taken from messages: the app may not ask the directory');
      } else {
        this.known.delete(id);
        this.log.warn({ reason }, 'the directory could not be asked');
      }
      return asTold;
    }
  }
}
