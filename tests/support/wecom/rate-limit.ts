const minute = 60_000;
const hour = 60 * minute;

/** So many in any minute and so many in any hour, for each key by itself. */
export class RateLimit<Key> {
  private readonly taken = new Map<Key, number[]>();

  constructor(private readonly allowed: { perMinute: number; perHour: number }) {}

  /** Whether one more fits now; if so it counts. */
  take(key: Key, now: Date): boolean {
    const at = now.getTime();
    const recent = (this.taken.get(key) ?? []).filter((one) => one > at - hour);
    const lastMinute = recent.filter((one) => one > at - minute).length;
    const fits = recent.length < this.allowed.perHour && lastMinute < this.allowed.perMinute;
    this.taken.set(key, fits ? [...recent, at] : recent);
    return fits;
  }
}
