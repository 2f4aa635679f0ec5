import { clocksOf } from '../../crm/acts/deal-acts.js';
import { stageOf } from '../../sales/process/stages.js';
import { appendEvent } from '../../store/activity/event-queries.js';
import { changeDeal, dealsClockedBefore, touchDeal } from '../../store/deals/deal-queries.js';
import type { Deal } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { calendarOf, type Ground } from './product.js';

/** Deals reckoned in one transaction: a change of the rules never holds the writers up for long. */
const batch = 200;

/**
 * Sets the clocks of open deals by the process file in force: another threshold makes another moment at which
 * they count as stalled. Deals it was done for carry the version's number, so a run that is cut off goes on
 * where it stopped. Answers how many were set.
 */
export async function reclockDeals(
  ground: Pick<Ground, 'store' | 'process' | 'timeZone' | 'clock'>,
): Promise<number> {
  const { process, version } = ground.process.inForce;
  const zone = process.timeZone ?? ground.timeZone;
  const calendar = calendarOf(process);
  let count = 0;
  for (let after = ''; ; ) {
    const last = await ground.store.tx(async (tx) => {
      const deals = await dealsClockedBefore(tx, version, after, batch);
      for (const deal of deals) {
        const stage = stageOf(process, deal.stage)?.key ?? deal.stage;
        const { stallAt } = await clocksOf({ db: tx, process, calendar, zone }, { ...deal, stage });
        if (stage !== deal.stage) await remap(tx, deal, stage, ground.clock.now());
        await touchDeal(tx, deal.id, { stallAt, processVersion: version });
      }
      return { id: deals.at(-1)?.id, size: deals.length };
    });
    if (last.id === undefined) return count;
    count += last.size;
    after = last.id;
  }
}

/** Where the file says that the deals of a stage that is gone stand now. */
async function remap(tx: Db, deal: Deal, stage: string, at: Date): Promise<void> {
  const moved = await changeDeal(tx, deal, { stage }, at);
  if (!moved) return;
  await appendEvent(tx, {
    actId: `process:${deal.id}:${moved.version}`,
    at,
    kind: 'deal.remapped',
    personId: null,
    recordType: 'deal',
    recordId: deal.id,
    before: { stage: deal.stage },
    after: { stage, version: moved.version },
    words: null,
    origin: 'process',
  });
}
