import { eventually, matches } from '../waiting.js';

type Words = RegExp | string;

/** What somebody does: awaited like a promise, with what they are to see afterwards. */
export class Act<T> implements PromiseLike<T> {
  private readonly wanted: Words[] = [];
  private readonly unwanted: Words[] = [];

  constructor(
    private readonly work: Promise<T>,
    /** Everything that changed before the person's eyes since the act began. */
    private readonly screen: () => string,
    private readonly settled: () => Promise<void>,
  ) {
    // It is under way before anybody awaits it; whoever does is told.
    work.catch(() => undefined);
  }

  /** These words come up: in a message, an ephemeral one, a window, the Home tab or a notice. */
  sees(...words: Words[]): this {
    this.wanted.push(...words);
    return this;
  }

  /** These do not, once everything has settled. */
  misses(...words: Words[]): this {
    this.unwanted.push(...words);
    return this;
  }

  // biome-ignore lint/suspicious/noThenProperty: it is awaited like the promise it wraps
  then<A = T, B = never>(
    done?: ((value: T) => A | PromiseLike<A>) | null,
    failed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.checked().then(done, failed);
  }

  private async checked(): Promise<T> {
    const value = await this.work;
    for (const words of this.wanted)
      await eventually(
        () => matches(this.screen(), words),
        () => `${words}; what came up is:\n${this.screen() || '(nothing)'}`,
      );
    if (this.unwanted.length > 0) await this.settled();
    for (const words of this.unwanted)
      if (matches(this.screen(), words)) throw new Error(`${words} came up:\n${this.screen()}`);
    return value;
  }
}
