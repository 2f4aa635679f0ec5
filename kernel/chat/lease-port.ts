/** A lease on what only one process may hold: a connection that a platform grants once. */
export interface Lease {
  /** Takes or renews the lease for some seconds; false while another process holds it. */
  hold(): Promise<boolean>;
  /** Announces that this process wants to take over. */
  want(): Promise<void>;
  /** Whether another process wants to take over. */
  wanted(): Promise<boolean>;
  release(): Promise<void>;
}
