/** What `genjin doctor` says of one thing it looked at. */
export interface Finding {
  check: string;
  state: 'ok' | 'warn' | 'fail';
  /** What was found. */
  found: string;
  /** What to do about it; absent where all is well. */
  fix?: string;
}
