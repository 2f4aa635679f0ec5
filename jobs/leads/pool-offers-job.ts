import { tellTeamOf } from '../../crm/acts/return-to-pool.js';
import type { PoolItem } from '../../crm/cards/pool-card.js';
import { poolRecord } from '../../crm/cards/pool-card.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { leadById } from '../../store/leads/lead-queries.js';
import { offersOver } from '../../store/leads/pool-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Customer, Lead } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { Unit } from '../../store/unit/unit.js';
import { textsIn } from '../../texts/languages.js';
import { Batch } from '../shared/batch.js';
import { clockPoolDeps, clockUnit } from '../shared/clock-unit.js';
import { defineJob, type JobContext } from '../shared/job-context.js';

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
  const key = `pool-offer:${now.id}:${offerUntil.getTime()}`;
  const item = await opened(clockUnit(tx, at, key), now, change);
  if (!item) return false;
  const inPool = 'lead' in item ? item.lead.status === 'pool' : item.customer.ownerId === null;
  if (!inPool) return true;
  const first = offeredTo ? await personById(tx, offeredTo) : undefined;
  const record = await poolRecord(tx, item);
  await tellTeamOf(clockPoolDeps(tx, ctx, at, key), item, (locale) => {
    const t = textsIn(locale).pool;
    return { title: t.opened(record.number, record.customer), said: t.openedSaid(first?.name ?? '') };
  });
  return true;
}

async function opened(
  unit: Unit,
  record: Lead | Customer,
  change: { offeredTo: null; offerUntil: null },
): Promise<PoolItem | undefined> {
  if ('status' in record) {
    const lead = await unit.changeIfCurrent('lead.opened', record, change);
    return lead && { lead };
  }
  const customer = await unit.changeIfCurrent('customer.opened', record, change);
  return customer && { customer };
}
