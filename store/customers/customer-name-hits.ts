import { and, asc, eq, gte, inArray, isNull, lt, type Placeholder } from 'drizzle-orm';
import type { Customer } from '../schema/row-types.js';
import { run } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import type { NameKey } from './name-keys.js';

/** A customer found under a key of the name index. */
export interface KeyHit {
  key: string;
  kind: NameKey['kind'];
  customer: Pick<Customer, 'id' | 'no' | 'name' | 'ownerId' | 'teamId'>;
}

/** Keys per query; shorter lists are padded, so that one prepared statement serves every sentence. */
const batch = 96;

/** Most hits read per batch of keys; more would be of no use. */
const mostHits = 200;

/** Finds customers under any of the folded keys, of the given kinds; merged customers are left out. */
export async function customersUnder(db: Db, keys: string[], kinds: NameKey['kind'][]): Promise<KeyHit[]> {
  const hits: KeyHit[] = [];
  for (let from = 0; from < keys.length; from += batch) {
    const asked = keys.slice(from, from + batch);
    // A folded key never contains a hyphen, so the padding matches nothing.
    for (let n = asked.length; n < batch; n++) asked.push(`-${n}`);
    hits.push(...(await underBatch(db, asked, kinds)));
  }
  return hits;
}

async function underBatch(db: Db, asked: string[], kinds: NameKey['kind'][]): Promise<KeyHit[]> {
  return await run(db, `underBatch:${kinds}`, { asked: new Set(asked) }, ({ q, t }, param) =>
    q
      .select({ key: t.customerNames.key, kind: t.customerNames.kind, customer: columns(t.customers) })
      .from(t.customerNames)
      .innerJoin(t.customers, eq(t.customers.id, t.customerNames.customerId))
      .where(
        and(
          inArray(t.customerNames.key, param.asked as unknown as Placeholder[]),
          inArray(t.customerNames.kind, kinds),
          isNull(t.customers.mergedInto),
        ),
      )
      .limit(atMost(mostHits)),
  );
}

/** Lists customers whose name or alias begins with the folded words, ordered by name. */
export async function customersBeginning(db: Db, folded: string, limit: number): Promise<KeyHit[]> {
  const values = { from: folded, to: `${folded}\u{10FFFF}` };
  return await run(db, `customersBeginning:${limit}`, values, ({ q, t }, param) =>
    q
      .select({ key: t.customerNames.key, kind: t.customerNames.kind, customer: columns(t.customers) })
      .from(t.customerNames)
      .innerJoin(t.customers, eq(t.customers.id, t.customerNames.customerId))
      .where(
        and(
          gte(t.customerNames.key, param.from),
          lt(t.customerNames.key, param.to),
          inArray(t.customerNames.kind, ['name', 'alias']),
          isNull(t.customers.mergedInto),
        ),
      )
      .orderBy(asc(t.customerNames.key))
      .limit(atMost(limit)),
  );
}

/** Lists the name keys, of the given kinds, of the customers a person owns. */
export async function customersOfOwner(
  db: Db,
  ownerId: string,
  kinds: NameKey['kind'][],
  limit: number,
): Promise<KeyHit[]> {
  return await run(db, `customersOfOwner:${limit}:${kinds}`, { ownerId }, ({ q, t }, param) =>
    q
      .select({ key: t.customerNames.key, kind: t.customerNames.kind, customer: columns(t.customers) })
      .from(t.customers)
      .innerJoin(t.customerNames, eq(t.customerNames.customerId, t.customers.id))
      .where(
        and(
          eq(t.customers.ownerId, param.ownerId),
          isNull(t.customers.mergedInto),
          inArray(t.customerNames.kind, kinds),
        ),
      )
      .limit(atMost(limit)),
  );
}

const columns = ({ id, no, name, ownerId, teamId }: Db['t']['customers']) => ({
  id,
  no,
  name,
  ownerId,
  teamId,
});
