import type { Clock } from '../../../../kernel/time/clock.js';

export interface RateLimits {
  /** Messages to one channel a second (https://docs.slack.dev/apis/web-api/rate-limits). */
  postsPerSecond?: number;
  /** Short bursts are tolerated; how many is not said. */
  postBurst?: number;
  /** Other methods: calls a minute, instead of what their tier allows. */
  perMinute?: Record<string, number>;
}

/** Counts calls and tells when one comes too early. Off unless it is switched on. */
export class RateLimiter {
  private limits: RateLimits | undefined;
  private readonly posts = new Map<string, { left: number; at: number }>();
  private readonly calls = new Map<string, number[]>();

  constructor(private readonly clock: Clock) {}

  enforce(limits: RateLimits = {}): void {
    this.limits = limits;
    this.posts.clear();
    this.calls.clear();
  }

  off(): void {
    this.limits = undefined;
  }

  /** Seconds to wait, or 0 where the call is in time. */
  take(method: string, perMinute: number, channel: string): number {
    if (!this.limits) return 0;
    if (method === 'chat.postMessage') return this.takePost(channel, this.limits);
    return this.takeCall(method, this.limits.perMinute?.[method] ?? perMinute);
  }

  /** A bucket that refills at the allowed rate. */
  private takePost(channel: string, { postsPerSecond = 1, postBurst = 3 }: RateLimits): number {
    const now = this.clock.now().getTime();
    const bucket = this.posts.get(channel) ?? { left: postBurst, at: now };
    const left = Math.min(postBurst, bucket.left + ((now - bucket.at) / 1_000) * postsPerSecond);
    const isEarly = left < 1;
    this.posts.set(channel, { left: isEarly ? left : left - 1, at: now });
    return isEarly ? Math.max(1, Math.ceil((1 - left) / postsPerSecond)) : 0;
  }

  /** A window of a minute that moves on. */
  private takeCall(method: string, most: number): number {
    const now = this.clock.now().getTime();
    const recent = (this.calls.get(method) ?? []).filter((at) => now - at < 60_000);
    const [oldest = now] = recent;
    const isEarly = recent.length >= most;
    this.calls.set(method, isEarly ? recent : [...recent, now]);
    return isEarly ? Math.max(1, Math.ceil((oldest + 60_000 - now) / 1_000)) : 0;
  }
}
