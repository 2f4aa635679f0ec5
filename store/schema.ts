import type { Kit } from './kit/kit.js';
import { declareCustomers } from './schema/customers.js';
import { declareKnowledge } from './schema/knowledge.js';
import { declareMessages } from './schema/messages.js';
import { declareModel } from './schema/model.js';
import { declarePeople } from './schema/people.js';
import { declareReports } from './schema/reports.js';
import { declareRunning } from './schema/running.js';
import { declareSelling } from './schema/selling.js';

/**
 * Every table, declared once for both databases. `store/tables.pg.ts` and `store/tables.sqlite.ts` build it
 * with their kit; the PostgreSQL build is the typed truth.
 *
 * Conventions: `id` is a short random text key; `no` is the human number (D-12); moments are epoch ms read as
 * Date; money is in minor units; `version` grows by one at each change of the record.
 */
export const declareTables = (k: Kit) => ({
  ...declarePeople(k),
  ...declareCustomers(k),
  ...declareSelling(k),
  ...declareReports(k),
  ...declareKnowledge(k),
  ...declareMessages(k),
  ...declareRunning(k),
  ...declareModel(k),
});
