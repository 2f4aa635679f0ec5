import type { Loss } from '../card/card.js';

/** Collects changes of form in order; reports the same change once. */
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
