import { clocksOf } from '../commands/acts/deal.js';
import { dealsClockedBefore, touchDeal } from '../store/deals.js';
import { calendarOf, type Ground } from './product.js';

/** Deals reckoned in one transaction: a change of the rules never holds the writers up for long. */
const batch = 200;

/**
 * Sets the clocks of open deals by the process file in force: another threshold makes another moment at which
 * they count as stalled. Deals it was done for carry the version's number, so a run that is cut off goes on
 * where it stopped. Answers how many were set.
 */
export async function reclockDeals(ground: Pick<Ground, 'store' | 'process' | 'timeZone'>): Promise<number> {
  const { process, version } = ground.process.inForce;
  const zone = process.timeZone ?? ground.timeZone;
  const calendar = calendarOf(process);
  let count = 0;
  for (let after = ''; ; ) {
    const last = await ground.store.tx(async (tx) => {
      const deals = await dealsClockedBefore(tx, version, after, batch);
      for (const deal of deals) {
        const { stallAt } = await clocksOf({ db: tx, process, calendar, zone }, deal);
        await touchDeal(tx, deal.id, { stallAt, processVersion: version });
      }
      return { id: deals.at(-1)?.id, size: deals.length };
    });
    if (last.id === undefined) return count;
    count += last.size;
    after = last.id;
  }
}
