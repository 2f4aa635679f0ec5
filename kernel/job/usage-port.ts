/** Counts uses of something that a platform limits per month. */
export interface Usage {
  count(what: string, times?: number): void;
  /** This month's count, including the latest. */
  of(what: string): number;
}
