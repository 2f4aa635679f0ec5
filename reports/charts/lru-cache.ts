/** Caches a function's latest results; drops the one not asked for longest. */
export class Lru<Value> {
  private readonly kept = new Map<string, Value>();

  constructor(private readonly most: number) {}

  /** Returns the value stored under the key, or stores what `make` returns. */
  get(key: string, make: () => Value): Value {
    const value = this.kept.get(key) ?? make();
    // A Map remembers insertion order: setting the key again makes it the newest.
    this.kept.delete(key);
    this.kept.set(key, value);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) break;
      this.kept.delete(oldest);
    }
    return value;
  }

  delete(key: string): void {
    this.kept.delete(key);
  }
}
