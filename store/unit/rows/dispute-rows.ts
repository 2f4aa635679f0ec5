import type { Dispute } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { insertRow } from '../../statements/rows.js';
export type NewDispute = Pick<
  Dispute,
  'customerId' | 'teamId' | 'ownerId' | 'raisedBy' | 'reason' | 'contact' | 'phone' | 'email' | 'remindAt'
>;

/** Creates an open dispute about a customer's owner. */
export async function createDispute(tx: Db, given: NewDispute, now: Date): Promise<Dispute> {
  const dispute: Dispute = {
    ...given,
    id: newId(),
    status: 'open',
    decidedBy: null,
    verdict: null,
    decidedAt: null,
    version: 1,
    createdAt: now,
  };
  await insertRow(tx, tx.t.disputes, dispute);
  return dispute;
}
