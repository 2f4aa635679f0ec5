import { sqliteKit } from './kit/sqlite.js';
import { declareTables } from './schema.js';

export const sqliteTables = declareTables(sqliteKit);

export const {
  teams,
  people,
  identities,
  places,
  customers,
  customerNames,
  contacts,
  leads,
  deals,
  dealVersions,
  followUps,
  tasks,
  approvals,
  alerts,
  collaborators,
  sights,
  disputes,
  poolViews,
  processVersions,
  events,
  inbox,
  outbox,
  postedCards,
  drafts,
  savedReports,
  jobSlots,
  leases,
  counters,
  settings,
} = sqliteTables;
