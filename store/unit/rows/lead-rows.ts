import { eq } from 'drizzle-orm';
import type { Lead } from '../../schema/row-types.js';
import { nextNumber } from '../../statements/counters.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { changeRow, insertRow } from '../../statements/rows.js';

export type NewLead = Pick<Lead, 'customerId' | 'ownerId' | 'teamId' | 'status' | 'note'> &
  Partial<Pick<Lead, 'contactId' | 'source' | 'region' | 'tags' | 'amount' | 'respondBy' | 'poolAt'>>;

/** Creates a lead under the next lead number (L-1, L-2, …). */
export async function createLead(tx: Db, given: NewLead, now: Date): Promise<Lead> {
  const lead: Lead = {
    contactId: null,
    source: null,
    region: null,
    amount: null,
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

/** Changes a lead, or returns undefined if it is no longer at `lead.version`. */
export async function changeLead(
  tx: Db,
  lead: Pick<Lead, 'id' | 'version'>,
  patch: Partial<Omit<Lead, 'id' | 'no' | 'version'>>,
): Promise<Lead | undefined> {
  return await changeRow(tx, tx.t.leads, lead, patch);
}

/**
 * Records an alert or the pool clock on a lead without a new version, so that buttons on its cards stay
 * valid.
 */
export async function touchLead(
  tx: Db,
  id: string,
  patch: Partial<Pick<Lead, 'respondAlerts' | 'poolAt' | 'poolWarnedAt'>>,
): Promise<void> {
  await tx.q.update(tx.t.leads).set(patch).where(eq(tx.t.leads.id, id));
}
