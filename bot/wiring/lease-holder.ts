import type { Lease } from '../../kernel/chat/lease-port.js';
import type { Clock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import { holdLease, releaseLease } from '../../store/running/lease-queries.js';
import { newId } from '../../store/statements/ids.js';

/** A holder that does not renew for this long is considered dead. */
const heldMs = 15_000;
/** How long a request to take over counts; waiting processes repeat it. */
const wantedMs = 5_000;

/** Creates a lease on a name in the database; each call is another holder. */
export function leaseOf(store: Store, clock: Clock, name: string): Lease {
  const holder = newId();
  const next = `${name}:next`;
  const take = (of: string, ms: number) => {
    const now = clock.now();
    return store.tx((tx) => holdLease(tx, of, holder, new Date(now.getTime() + ms), now));
  };
  return {
    hold: () => take(name, heldMs),
    want: async () => {
      await take(next, wantedMs);
    },
    wanted: async () => {
      if (!(await take(next, 0))) return true;
      await store.tx((tx) => releaseLease(tx, next, holder));
      return false;
    },
    release: async () => {
      await store.tx(async (tx) => {
        await releaseLease(tx, name, holder);
        await releaseLease(tx, next, holder);
      });
    },
  };
}
