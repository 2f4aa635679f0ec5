import type { Approval } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { insertRow } from '../../statements/rows.js';
export type NewApproval = Pick<
  Approval,
  'dealId' | 'teamId' | 'stage' | 'requestedBy' | 'note' | 'remindAt' | 'expiresAt'
> &
  Partial<Pick<Approval, 'amount' | 'told' | 'currency' | 'escalateAt'>>;

/** Creates an open approval without votes. */
export async function createApproval(tx: Db, given: NewApproval, now: Date): Promise<Approval> {
  const approval: Approval = {
    ...given,
    amount: given.amount ?? null,
    told: given.told ?? null,
    currency: given.currency ?? null,
    escalateAt: given.escalateAt ?? null,
    id: newId(),
    status: 'open',
    votes: [],
    reason: null,
    decidedAt: null,
    version: 1,
    createdAt: now,
  };
  await insertRow(tx, tx.t.approvals, approval);
  return approval;
}
