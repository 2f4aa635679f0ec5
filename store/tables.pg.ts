import { pgKit } from './kit/pg.js';
import { declareTables } from './schema.js';

export const pgTables = declareTables(pgKit);

export const {
  teams,
  people,
  identities,
  places,
  customers,
  customerNames,
  learntNames,
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
  articles,
  articleTerms,
  openQuestions,
  forecastModels,
  dealForecasts,
  forecasts,
  calls,
  sentReports,
  meetings,
  poolViews,
  targets,
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
} = pgTables;

export type Tables = typeof pgTables;
