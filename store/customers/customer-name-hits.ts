import { and, asc, eq, gte, inArray, isNull, like, lt, type Placeholder, type SQL } from 'drizzle-orm';
import type { Customer } from '../schema/row-types.js';
import { run } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { inKeyBatches } from '../statements/pages.js';
import type { NameKey } from './name-keys.js';

/** A customer found under a key of the name index. */
export interface KeyHit {
  key: string;
  kind: NameKey['kind'];
  customer: Pick<Customer, 'id' | 'no' | 'name' | 'ownerId' | 'teamId'>;
}

/** Most hits read per batch of keys; more would be of no use. */
const mostHits = 200;

/** Finds customers under any of the folded keys, of the given kinds; merged customers are left out. */
export async function customersUnder(db: Db, keys: string[], kinds: NameKey['kind'][]): Promise<KeyHit[]> {
  return await inKeyBatches(keys, (asked) =>
    run(db, `customersUnder:${kinds}`, { asked }, (on, param) =>
      keyHits(on, kinds, inArray(on.t.customerNames.key, param.asked as unknown as Placeholder[])).limit(
        atMost(mostHits),
      ),
    ),
  );
}

/** The names of the given kinds with their customers; merged customers are left out. */
const keyHits = ({ q, t }: Db, kinds: NameKey['kind'][], condition: SQL | undefined) =>
  q
    .select({ key: t.customerNames.key, kind: t.customerNames.kind, customer: columns(t.customers) })
    .from(t.customerNames)
    .innerJoin(t.customers, eq(t.customers.id, t.customerNames.customerId))
    .where(and(condition, inArray(t.customerNames.kind, kinds), isNull(t.customers.mergedInto)));

/** Lists customers whose name or alias begins with the folded words, ordered by name. */
export async function customersBeginning(
  db: Db,
  folded: string,
  limit: number,
  kinds: NameKey['kind'][] = ['name', 'alias'],
): Promise<KeyHit[]> {
  const values = { from: folded, to: `${folded}\u{10FFFF}` };
  return await run(db, `customersBeginning:${limit}:${kinds}`, values, (on, param) => {
    const { key } = on.t.customerNames;
    return keyHits(on, kinds, and(gte(key, param.from), lt(key, param.to)))
      .orderBy(asc(key))
      .limit(atMost(limit));
  });
}

/** Lists customers whose name holds the folded words behind its beginning; reads every name, so only where nothing else is found. */
export async function customersHolding(db: Db, folded: string, limit: number): Promise<KeyHit[]> {
  const values = { pattern: `_%${folded.replace(/[\\%_]/gu, '')}%` };
  return await run(db, `customersHolding:${limit}`, values, (on, param) => {
    const { key } = on.t.customerNames;
    return keyHits(on, ['name'], like(key, param.pattern)).orderBy(asc(key)).limit(atMost(limit));
  });
}

/** Lists the name keys, of the given kinds, of the customers a person owns. */
export async function customersOfOwner(
  db: Db,
  ownerId: string,
  kinds: NameKey['kind'][],
  limit: number,
): Promise<KeyHit[]> {
  return await run(db, `customersOfOwner:${limit}:${kinds}`, { ownerId }, (on, param) =>
    keyHits(on, kinds, eq(on.t.customers.ownerId, param.ownerId)).limit(atMost(limit)),
  );
}

const columns = ({ id, no, name, ownerId, teamId }: Db['t']['customers']) => ({
  id,
  no,
  name,
  ownerId,
  teamId,
});
