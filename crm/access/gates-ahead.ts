import { gatesBetween, gatesOutgrown } from '../../sales/deals/gates.js';
import type { Process, Stage } from '../../sales/process/parse-process.js';
import { isForward } from '../../sales/process/stages.js';
import { dealSizes } from '../../store/deals/deal-sizes.js';
import type { Deal } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';

/**
 * Lists the gates that a deal has to be let through to enter a stage: those that it has outgrown since it passed them, then
 * those on the way.
 */
export async function gatesAhead(
  { db, process }: { db: Db; process: Process },
  deal: Deal,
  to: string,
): Promise<Stage[]> {
  if (!isForward(process, deal.stage, to)) return [];
  return [
    ...gatesOutgrown(process, deal, await dealSizes(db, deal.id)),
    ...gatesBetween(process, deal.stage, to, deal),
  ];
}
