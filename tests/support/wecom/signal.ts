import { patienceMs } from '../patience.js';

/** Wakes whoever waits for something to become true. */
export class Signal {
  private readonly waiting = new Set<() => void>();

  notify(): void {
    for (const wake of [...this.waiting]) wake();
  }

  /** Resolves with the first thing found; looks now and after every notice. */
  until<T>(find: () => T | undefined, failure: () => string): Promise<T> {
    return new Promise((resolve, reject) => {
      const finish = (end: () => void) => {
        clearTimeout(timer);
        this.waiting.delete(look);
        end();
      };
      const look = () => {
        const found = find();
        if (found !== undefined) finish(() => resolve(found));
      };
      const timer = setTimeout(() => finish(() => reject(new Error(failure()))), patienceMs);
      this.waiting.add(look);
      look();
    });
  }

  /** Resolves if no notice comes for so long. */
  quiet(forMs: number, failure: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (end: () => void) => {
        clearTimeout(timer);
        this.waiting.delete(disturbed);
        end();
      };
      const disturbed = () => finish(() => reject(new Error(failure())));
      const timer = setTimeout(() => finish(resolve), forMs);
      this.waiting.add(disturbed);
    });
  }
}
