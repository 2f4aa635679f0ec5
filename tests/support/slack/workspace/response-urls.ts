import type { Clock } from '../../../../kernel/time/clock.js';
import { randomHex } from '../ids.js';
import type { Channel } from './channel.js';
import type { Message } from './message.js';
import type { User } from './user.js';

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const uses = 5;
const lifeMs = 30 * 60_000;

export interface ResponseUrl {
  readonly kind: 'actions' | 'commands';
  readonly channel: Channel;
  readonly user: User;
  /** The message that was acted on; a command has none. */
  readonly original: Message | undefined;
  readonly issuedAt: number;
  used: number;
}

export class ResponseUrls {
  private readonly known = new Map<string, ResponseUrl>();

  constructor(
    private readonly clock: Clock,
    private readonly base: () => string,
    private readonly teamId: string,
  ) {}

  issue(kind: ResponseUrl['kind'], channel: Channel, user: User, original?: Message): string {
    const path = `/${kind}/${this.teamId}/${randomHex(12)}/${randomHex(24)}`;
    this.known.set(path, { kind, channel, user, original, issuedAt: this.clock.now().getTime(), used: 0 });
    return `${this.base()}${path}`;
  }

  /** What the path answers for, or why it does not any more. */
  find(path: string): ResponseUrl | 'expired_url' | 'used_url' | 'invalid_url' {
    const url = this.known.get(path);
    if (!url) return 'invalid_url';
    if (this.clock.now().getTime() - url.issuedAt > lifeMs) return 'expired_url';
    if (url.used >= uses) return 'used_url';
    return url;
  }
}
