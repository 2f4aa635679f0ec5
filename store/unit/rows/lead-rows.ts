import type { Lead } from '../../schema/row-types.js';
import { nextNumber } from '../../statements/counters.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { insertRow } from '../../statements/rows.js';
export type NewLead = Pick<Lead, 'customerId' | 'ownerId' | 'teamId' | 'status' | 'note'> &
  Partial<
    Pick<
      Lead,
      | 'contactId'
      | 'source'
      | 'region'
      | 'tags'
      | 'amount'
      | 'told'
      | 'currency'
      | 'respondBy'
      | 'poolAt'
      | 'isPrivate'
    >
  >;

/** Creates a lead under the next lead number (L-1, L-2, …). */
export async function createLead(tx: Db, given: NewLead, now: Date): Promise<Lead> {
  const lead: Lead = {
    isPrivate: false,
    contactId: null,
    source: null,
    region: null,
    amount: null,
    told: null,
    currency: null,
    tags: [],
    respondBy: null,
    poolAt: null,
    ...given,
    id: newId(),
    no: await nextNumber(tx, 'leads'),
    respondAlerts: 0,
    respondedAt: null,
    poolWarnedAt: null,
    offeredTo: null,
    offerUntil: null,
    dealId: null,
    lastFollowUpAt: null,
    version: 1,
    createdAt: now,
  };
  await insertRow(tx, tx.t.leads, lead);
  return lead;
}
