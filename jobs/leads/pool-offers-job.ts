import { tellTeamOf } from '../../crm/acts/return-to-pool.js';
import type { PoolItem } from '../../crm/cards/pool-card.js';
import { poolRecord } from '../../crm/cards/pool-card.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { leadById } from '../../store/leads/lead-queries.js';
import { offersOver } from '../../store/leads/pool-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Db } from '../../store/statements/db.js';
import { changeCustomer } from '../../store/unit/rows/customer-rows.js';
import { changeLead } from '../../store/unit/rows/lead-rows.js';
import { textsIn } from '../../texts/languages.js';
import { Batch } from '../shared/batch.js';
import { defineJob, type JobContext } from '../shared/job-context.js';
import { clockPoolGround, notedByClock } from './pool-reason.js';

const idOf = (item: PoolItem): string => ('lead' in item ? item.lead.id : item.customer.id);

/** Opens records of the pool to everybody if the person they were offered to did not claim them in time. */
export const poolOffers = defineJob({
  name: 'pool-offers',
  summary: 'Opens records of the pool to all that whose turn it was did not claim',
  slots: async (ctx) => [{ scope: '', cron: '*/5 * * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const counts = { opened: 0 };
    const { store } = ctx;
    const batch = new Batch();
    await batch.all(
      (limit) => offersOver(store.db, slot.at, limit),
      idOf,
      async ([item]) => {
        const opened = await store.tx((tx) => open(tx, ctx, item, slot.at));
        if (opened) counts.opened++;
        return opened;
      },
    );
    batch.end();
    return { counts };
  },
});

async function open(tx: Db, ctx: JobContext, found: PoolItem, at: Date): Promise<boolean> {
  const type = 'lead' in found ? 'lead' : 'customer';
  const now = type === 'lead' ? await leadById(tx, idOf(found)) : await customerById(tx, idOf(found));
  if (!now?.offerUntil || now.offerUntil > at) return false;
  const { offeredTo, offerUntil } = now;
  const change = { offeredTo: null, offerUntil: null };
  const item = await changed(tx, type, now, change);
  if (!item) return false;
  const key = `pool-offer:${now.id}:${offerUntil.getTime()}`;
  const inPool = 'lead' in item ? item.lead.status === 'pool' : item.customer.ownerId === null;
  if (!inPool) return true;
  await notedByClock(tx, at, key)(`${type}.opened`, { type, id: now.id }, { offeredTo, offerUntil }, change);
  const first = offeredTo ? await personById(tx, offeredTo) : undefined;
  const record = await poolRecord(tx, item);
  await tellTeamOf(clockPoolGround(tx, ctx, at, key), item, (locale) => {
    const t = textsIn(locale).pool;
    return { title: t.opened(record.number, record.customer), said: t.openedSaid(first?.name ?? '') };
  });
  return true;
}

async function changed(
  tx: Db,
  type: 'lead' | 'customer',
  record: { id: string; version: number },
  change: { offeredTo: null; offerUntil: null },
): Promise<PoolItem | undefined> {
  if (type === 'lead') {
    const lead = await changeLead(tx, record, change);
    return lead && { lead };
  }
  const customer = await changeCustomer(tx, record, change);
  return customer && { customer };
}
