import type { Lease } from '../../kernel/chat/lease-port.js';
import type { Clock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import { holdLease, leaseHolder, releaseLease } from '../../store/running/lease-queries.js';
import { holderName, isGone } from './process-identity.js';

/** A holder that does not renew for this long is considered dead. */
const heldMs = 15_000;
/** How long a request to take over counts; waiting processes repeat it. */
const wantedMs = 5_000;

/** Creates a lease on a name in the database; each call is another holder. */
export function leaseOf(store: Store, clock: Clock, name: string): Lease {
  const holder = holderName();
  const next = `${name}:next`;
  const take = async (of: string, ms: number) => {
    const now = clock.now();
    const until = new Date(now.getTime() + ms);
    if (await store.tx((tx) => holdLease(tx, of, holder, until, now))) return true;
    const other = await leaseHolder(store.db, of);
    if (!other || !isGone(other)) return false;
    // A process of this machine that was killed; nobody has to wait until its lease runs out.
    return await store.tx(async (tx) => {
      await releaseLease(tx, of, other);
      return await holdLease(tx, of, holder, until, now);
    });
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
