/** What only one process of several may hold: a connection that a platform grants once. */
export interface Lease {
  /** Takes or renews it for the next seconds; false while another process holds it. */
  hold(): Promise<boolean>;
  /** Says that this process would take it over. */
  want(): Promise<void>;
  /** Whether another process would. */
  wanted(): Promise<boolean>;
  release(): Promise<void>;
}
