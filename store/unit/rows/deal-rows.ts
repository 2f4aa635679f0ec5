import type { Deal, DealVersion } from '../../schema/row-types.js';
import { nextNumber } from '../../statements/counters.js';
import { type Db, forever } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { changeRow, insertRow, updateRow } from '../../statements/rows.js';
export type NewDeal = Pick<
  Deal,
  'customerId' | 'name' | 'ownerId' | 'teamId' | 'stage' | 'stallAt' | 'processVersion'
> &
  Partial<
    Pick<
      Deal,
      | 'amount'
      | 'told'
      | 'currency'
      | 'closeDate'
      | 'called'
      | 'product'
      | 'tags'
      | 'facts'
      | 'status'
      | 'closedAt'
      | 'importKey'
    >
  >;

export type DealPatch = Partial<Omit<Deal, 'id' | 'no' | 'version'>>;

/** Creates a deal under the next deal number (D-1, D-2, …), with its first version. */
export async function createDeal(tx: Db, given: NewDeal, now: Date): Promise<Deal> {
  const deal: Deal = {
    amount: null,
    told: null,
    currency: null,
    closeDate: null,
    called: null,
    product: null,
    tags: [],
    facts: {},
    status: 'open',
    closedAt: null,
    importKey: null,
    ...given,
    id: newId(),
    no: await nextNumber(tx, 'deals'),
    stageSince: now,
    lossReason: null,
    lossStage: null,
    lastFollowUpAt: null,
    stallAlertedAt: null,
    escalateAt: null,
    version: 1,
    createdAt: now,
  };
  await insertRow(tx, tx.t.deals, deal);
  await insertRow(tx, tx.t.dealVersions, versionOf(deal, now));
  return deal;
}

/** Builds the version row of a deal's present state, valid from `validFrom` on. */
export function versionOf(deal: Deal, validFrom: Date): DealVersion {
  const {
    id,
    version,
    ownerId,
    teamId,
    status,
    stage,
    stageSince,
    amount,
    told,
    currency,
    closeDate,
    called,
  } = deal;
  return {
    dealId: id,
    version,
    validFrom,
    validTo: forever,
    ownerId,
    teamId,
    status,
    stage,
    stageSince,
    amount,
    told,
    currency,
    closeDate,
    called,
  };
}

/**
 * Changes what a deal is (stage, amount, owner, outcome…): closes its current version at `at` and begins a
 * new one. Returns undefined if the deal is no longer at `deal.version`.
 */
export async function changeDeal(
  tx: Db,
  deal: Pick<Deal, 'id' | 'version'>,
  patch: DealPatch,
  at: Date,
): Promise<Deal | undefined> {
  const { deals, dealVersions } = tx.t;
  const row = await changeRow(tx, deals, deal, patch);
  if (!row) return undefined;
  await updateRow(tx, dealVersions, { dealId: deal.id, version: deal.version }, { validTo: at });
  await insertRow(tx, dealVersions, versionOf(row, at));
  return row;
}
