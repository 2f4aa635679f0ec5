import { clocksOf } from '../../crm/acts/deal-acts.js';
import { localDate } from '../../kernel/time/zone.js';
import { homeAmount } from '../../sales/deals/prices.js';
import { stageOf } from '../../sales/process/stages.js';
import { dealsClockedBefore } from '../../store/deals/deal-queries.js';
import type { Deal } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { unitOfNobody } from '../../store/unit/unit.js';
import { calendarOf, type ProductDeps } from './product.js';

/** Deals per transaction, so that a change of rules does not block writers for long. */
const batch = 200;

/**
 * Recomputes the stall clocks of open deals by the process file in force, and converts those told in a currency that
 * has a rate now. Each deal stores the version, so a
 * run that was cut off resumes where it stopped. Returns how many were recomputed.
 */
export async function recomputeDealClocks(
  deps: Pick<ProductDeps, 'store' | 'process' | 'timeZone' | 'clock'>,
): Promise<number> {
  const { process, version } = deps.process.inForce;
  const zone = process.timeZone ?? deps.timeZone;
  const calendar = calendarOf(process);
  /** Gives a deal its value if a rate is known now for the currency it was told in; one act for all deals. */
  const withValue = async (tx: Db, deal: Deal): Promise<Deal | undefined> => {
    const { amount, told, currency } = deal;
    if (amount !== null || told === null || currency === null) return deal;
    const now = deps.clock.now();
    const value = homeAmount(process, told, currency, localDate(now, zone));
    if (value === null) return deal;
    const unit = unitOfNobody(tx, now, 'process', `process:rates:${version}`);
    return await unit.changeIfCurrent('deal.valued', deal, { amount: value });
  };
  let count = 0;
  for (let after = ''; ; ) {
    const last = await deps.store.tx(async (tx) => {
      const deals = await dealsClockedBefore(tx, version, after, batch);
      for (const deal of deals) {
        const stage = stageOf(process, deal.stage)?.key ?? deal.stage;
        const { stallAt } = await clocksOf({ db: tx, process, calendar, zone }, { ...deal, stage });
        const unit = unitOfNobody(tx, deps.clock.now(), 'process', `process:${deal.id}:${version}`);
        // A deal of a removed stage goes to the stage that the file names.
        const moved =
          stage === deal.stage ? deal : await unit.changeIfCurrent('deal.remapped', deal, { stage });
        const valued = moved && (await withValue(tx, moved));
        if (valued) await unit.touch('deal', valued, { stallAt, processVersion: version });
      }
      return { id: deals.at(-1)?.id, size: deals.length };
    });
    if (last.id === undefined) return count;
    count += last.size;
    after = last.id;
  }
}
