/** Counts what a platform allows so many times a month. */
export interface Usage {
  count(what: string, times?: number): void;
  /** This month's, what was just counted included. */
  of(what: string): number;
}
