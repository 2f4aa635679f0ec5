/** The only source of "now"; whatever depends on the time is given one. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Runs like the system clock, but can be set to another moment: the sandbox's clock. */
export class MovableClock implements Clock {
  #offset = 0;

  constructor(private readonly base: Clock = systemClock) {}

  now(): Date {
    return new Date(this.base.now().getTime() + this.#offset);
  }

  moveTo(date: Date): void {
    this.#offset = date.getTime() - this.base.now().getTime();
  }

  /** Moves by `ms` milliseconds; negative goes back. */
  advance(ms: number): void {
    this.#offset += ms;
  }
}

/** Stands still until it is set: the clock of tests and of a slot that runs late. */
export class FixedClock implements Clock {
  #now: number;

  constructor(now: Date | string) {
    this.#now = new Date(now).getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  set(now: Date | string): void {
    this.#now = new Date(now).getTime();
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}
