import type { Clock } from '../../../../kernel/time/clock.js';
import { randomHex } from '../ids.js';
import type { User } from './user.js';

/** A trigger_id is good for three seconds and one use (https://docs.slack.dev/interactivity/handling-user-interaction). */
const triggerLifeMs = 3_000;

export interface Trigger {
  user: User;
  at: number;
  used: boolean;
  /** The act was done inside a window: only then another one can be pushed. */
  inWindow: boolean;
}

export type TriggerState = Trigger | 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

export class Triggers {
  private readonly known = new Map<string, Trigger>();
  private count = 100;

  constructor(
    private readonly clock: Clock,
    private readonly lifeMs = triggerLifeMs,
  ) {}

  issue(user: User, inWindow: boolean): string {
    this.count += 1;
    const id = `${this.count}.${this.clock.now().getTime()}.${randomHex(32)}`;
    this.known.set(id, { user, at: this.clock.now().getTime(), used: false, inWindow });
    return id;
  }

  /** Takes it, unless it was taken or is too old. */
  exchange(id: string): TriggerState {
    const trigger = this.known.get(id);
    if (!trigger) return 'invalid_trigger_id';
    if (trigger.used) return 'exchanged_trigger_id';
    if (this.clock.now().getTime() - trigger.at > this.lifeMs) return 'expired_trigger_id';
    trigger.used = true;
    return trigger;
  }
}
