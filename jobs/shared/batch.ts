/** Items read at a time. */
const round = 500;

/**
 * Processes many items so that a failing one does not block the others. `end` throws the failures, so that
 * the run is logged as failed and tried again.
 */
export class Batch {
  private readonly failed: unknown[] = [];

  /** Acts on each item. */
  async each<T>(items: Iterable<T>, act: (item: T) => Promise<unknown>): Promise<void> {
    for (const item of items) await act(item).catch((error) => this.failed.push(error));
  }

  /**
   * Acts on everything that `find` returns, items of one key together, until `find` returns less than a full
   * round or a round changes nothing; `act` returns whether it changed something.
   */
  async all<T>(
    find: (limit: number) => Promise<T[]>,
    keyOf: (item: T) => string,
    act: (group: [T, ...T[]]) => Promise<boolean>,
  ): Promise<void> {
    const hopeless = new Set<string>();
    for (let goesOn = true; goesOn; ) {
      const found = await find(round);
      goesOn = false;
      for (const [key, group] of grouped(found, keyOf)) {
        if (hopeless.has(key)) continue;
        try {
          if ((await act(group)) && found.length === round) goesOn = true;
        } catch (error) {
          hopeless.add(key);
          this.failed.push(error);
        }
      }
    }
  }

  end(): void {
    const [first] = this.failed;
    if (this.failed.length === 0) return;
    const reason = first instanceof Error ? first.message : String(first);
    const all = this.failed.length === 1 ? reason : `${this.failed.length} failed, the first: ${reason}`;
    throw new AggregateError(this.failed, all);
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, [T, ...T[]]> {
  const found = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = found.get(keyOf(item));
    if (group) group.push(item);
    else found.set(keyOf(item), [item]);
  }
  return found;
}
