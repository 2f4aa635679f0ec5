/** Result of one check of `genjin doctor`. */
export interface Finding {
  check: string;
  state: 'ok' | 'warn' | 'fail';
  /** What was found. */
  found: string;
  /** What to do about it; absent if all is well. */
  fix?: string;
}
