/** The last few answers of a function; the one asked for longest ago goes first. */
export class Lru<Value> {
  private readonly kept = new Map<string, Value>();

  constructor(private readonly most: number) {}

  /** What is kept under the key, or what `make` makes of it. */
  get(key: string, make: () => Value): Value {
    const value = this.kept.get(key) ?? make();
    // A Map remembers the order of insertion: set anew, it is the youngest.
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
