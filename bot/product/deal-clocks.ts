import { clocksOf } from '../../crm/acts/deal-acts.js';
import { stageOf } from '../../sales/process/stages.js';
import { dealsClockedBefore } from '../../store/deals/deal-queries.js';
import type { Deal } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { changeDeal, touchDeal } from '../../store/unit/rows/deal-rows.js';
import { appendEvent } from '../../store/unit/rows/event-rows.js';
import { calendarOf, type Ground } from './product.js';

/** Deals per transaction, so that a change of rules does not block writers for long. */
const batch = 200;

/**
 * Recomputes the stall clocks of open deals by the process file in force. Each deal stores the version, so a
 * run that was cut off resumes where it stopped. Returns how many were recomputed.
 */
export async function recomputeDealClocks(
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

/** Moves a deal of a removed stage to the stage that the file names, with an event. */
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
