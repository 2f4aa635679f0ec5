import type { Kit } from '../kit/kit.js';
import { declareCustomers } from './customer-tables.js';
import { declareKnowledge } from './knowledge-tables.js';
import { declareMessages } from './message-tables.js';
import { declareModel } from './model-tables.js';
import { declarePeople } from './people-tables.js';
import { declareReports } from './report-tables.js';
import { declareRunning } from './running-tables.js';
import { declareSelling } from './selling-tables.js';

/**
 * Every table, declared once for both databases. `pg-tables.ts` and `sqlite-tables.ts` build it
 * with their kit; the PostgreSQL build is the typed truth.
 *
 * Conventions: `id` is a short random text key; `no` is the human number (D-12); moments are epoch ms read as
 * Date; money is in minor units; `version` grows by one at each change of the record.
 *
 * A column that holds the id of another row is a `k.ref`, and the database keeps it true. Three kinds are plain
 * text: `recordType` with `recordId`, since a row points to one of several tables; the ids in `events`, since
 * history outlives its record; and keys from outside, which are unique beside where they come from.
 */
export function declareTables(k: Kit) {
  const people = declarePeople(k);
  const customers = declareCustomers(k, people);
  const selling = declareSelling(k, { ...people, ...customers });
  return {
    ...people,
    ...customers,
    ...selling,
    ...declareReports(k, { ...people, ...selling }),
    ...declareKnowledge(k, people),
    ...declareMessages(k, people),
    ...declareRunning(k),
    ...declareModel(k, people),
  };
}
