import type { Loss } from '../card/card.js';

/** Gathers changes of form in the order they happen; the same change is told once. */
export class LossList {
  readonly #losses: Loss[] = [];

  add(what: Loss['what'], how: string): void {
    if (!this.#losses.some((loss) => loss.what === what && loss.how === how))
      this.#losses.push({ what, how });
  }

  list(): Loss[] {
    return [...this.#losses];
  }
}
