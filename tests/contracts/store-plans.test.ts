import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { lastAct } from '../../store/activity/event-queries.js';
import { dueTasks } from '../../store/activity/task-queries.js';
import { dealsToEscalate, stallsToAlert } from '../../store/deals/deal-queries.js';
import { nextStepsOf } from '../../store/deals/next-steps.js';
import { stageStays } from '../../store/deals/stage-stays.js';
import {
  leadsToAnswer,
  leadsToReturn,
  leadsToWarn,
  poolLeads,
  unfollowedLeads,
} from '../../store/leads/lead-queries.js';
import { unansweredOf } from '../../store/leads/open-work.js';
import { waitingLeads } from '../../store/leads/waiting-leads.js';
import { lastModelCalls } from '../../store/messages/model-calls.js';
import { duePosts, placesInRetry, postsSentSince } from '../../store/messages/outbox-queries.js';
import { firstWins, tasksDueIn, wonAfterStall } from '../../store/reports/badge-queries.js';
import {
  closedDealsIn,
  dealsCreatedThen,
  movesIn,
  newDealsIn,
  openDealsThen,
} from '../../store/reports/counted-deals.js';
import {
  allFollowUpsIn,
  countedFollowUpsIn,
  followUpsAbout,
} from '../../store/reports/counted-follow-ups.js';
import {
  leadsAbout,
  leadsAnsweredAfter,
  newLeadsIn,
  unansweredLeads,
  unconvertedLeads,
} from '../../store/reports/counted-leads.js';
import { overdueTasks } from '../../store/reports/counted-tasks.js';
import {
  liveLeadCount,
  lossReasons,
  personFigures,
  pipelineAt,
  stalledTotals,
} from '../../store/reports/figure-queries.js';
import {
  answeredAfter,
  dealsChangedSince,
  furthestStages,
  largestStalled,
  leadsConvertedSince,
  overdueCount,
  unansweredCount,
  unconvertedLeadCount,
} from '../../store/reports/report-lists.js';
import { findTarget, targetsOf } from '../../store/reports/target-queries.js';
import { cleanUp } from '../../store/running/cleanup-queries.js';
import { sqliteTables } from '../../store/schema/sqlite-tables.js';
import type { Db } from '../../store/statements/db.js';
import { isUsed } from '../../store/unit/undo-events.js';
import { freshSqlite } from '../support/databases.js';

const at = new Date('2026-03-09T01:00:00Z');
const span = { from: new Date('2026-03-02T01:00:00Z'), to: at };
const ofTeam = { ...span, teamId: 'east' };
const old = { answers: at, posts: at, cards: at, drafts: at, sights: at, told: at, modelCalls: at };

let database: Database.Database;
let db: Db;
const asked: { text: string; values: unknown[] }[] = [];

beforeAll(async () => {
  const { url } = await freshSqlite();
  database = new Database(url.slice('file:'.length));
  const logger = {
    logQuery: (text: string, values: unknown[]) => {
      asked.push({ text, values });
    },
  };
  db = { dialect: 'sqlite', q: drizzle(database, { logger }) as unknown as Db['q'], t: sqliteTables };
});

/** What the database does for each statement of a query, from its own plan. */
async function plansOf(query: () => Promise<unknown>): Promise<string[]> {
  asked.length = 0;
  await query();
  return asked.flatMap(({ text, values }) =>
    (database.prepare(`explain query plan ${text}`).all(...values) as { detail: string }[]).map(
      ({ detail }) => detail,
    ),
  );
}

const queries: Record<string, () => Promise<unknown>> = {
  'stall alerts': () => stallsToAlert(db, at, 100),
  'largest stalled': () => largestStalled(db, at, { teamId: 'east' }, { limit: 10 }),
  'stalled totals': () => stalledTotals(db, at, 'east'),
  escalations: () => dealsToEscalate(db, at, 100),
  'leads to answer': () => leadsToAnswer(db, at, 2, 100),
  'leads to return': () => leadsToReturn(db, at, 100),
  'leads to warn of': () => leadsToWarn(db, at, 100),
  'leads of the pool': () => poolLeads(db, { teams: ['east'], limit: 5 }),
  'leads not followed': () => unfollowedLeads(db, { teamId: 'east', since: span.from, limit: 10 }),
  'unanswered leads of somebody': () => unansweredOf(db, 'me', at, 10),
  'tasks due': () => dueTasks(db, 'me', at),
  'posts due': () => duePosts(db, at, 100),
  'places in retry': () => placesInRetry(db, at),
  'posts sent lately': () => postsSentSince(db, 'p1', at, at),
  'last act': () => lastAct(db, { personId: 'me', placeId: 'p1' }, at),
  'what hangs on a lead': () => isUsed(db, 'lead', { id: 'l1', customerId: 'c1' }),
  'clean-up': () => cleanUp(db, old),
  'last model calls of somebody': () => lastModelCalls(db, { personId: 'me', limit: 10 }),
  'figures of people': () => personFigures(db, span),
  'figures of people of a team': () => personFigures(db, ofTeam),
  'targets of a quarter': () => targetsOf(db, { from: '2026-01', to: '2026-03' }),
  'one target': () => findTarget(db, { scope: 'person', ownerId: 'me', month: '2026-03', metric: 'won' }),
  pipeline: () => pipelineAt(db, at),
  'pipeline of a team': () => pipelineAt(db, at, 'east'),
  'live leads': () => liveLeadCount(db, at, 'east'),
  'loss reasons': () => lossReasons(db, span),
  'loss reasons of a team': () => lossReasons(db, ofTeam),
  'touched since': () => dealsChangedSince(db, at, { teamId: 'east' }),
  'furthest stages': () => furthestStages(db, ofTeam, at),
  'leads not converted': () => unconvertedLeadCount(db, ofTeam, at),
  'leads converted since': () => leadsConvertedSince(db, at, 'east'),
  'leads past their time': () => unansweredCount(db, at, 'east'),
  'leads answered after': () => answeredAfter(db, ofTeam),
  'tasks overdue then': () => overdueCount(db, at, span.from, 'east'),
  'leads that wait': () => waitingLeads(db, { teamId: 'east', followed: false, until: at, limit: 10 }),
  'days in stages': () => stageStays(db, ofTeam, at),
  'records of new deals': () => newDealsIn(db, ofTeam),
  'records of closed deals': () => closedDealsIn(db, ofTeam),
  'records of open deals': () => openDealsThen(db, at, 'east'),
  'records of a cohort': () => dealsCreatedThen(db, ofTeam, at),
  'records of leads not converted': () => unconvertedLeads(db, ofTeam, at),
  'records of moves': () => movesIn(db, ofTeam),
  'records of new leads': () => newLeadsIn(db, ofTeam),
  'records of follow-ups': () => countedFollowUpsIn(db, ofTeam),
  'records of all follow-ups': () => allFollowUpsIn(db, ofTeam),
  'records of leads past their time': () => unansweredLeads(db, at, 'east'),
  'records of leads answered after': () => leadsAnsweredAfter(db, ofTeam),
  'records of overdue tasks': () => overdueTasks(db, at, span.from, 'east'),
  'follow-ups about customers': () => followUpsAbout(db, ['c1', 'c2'], span),
  'leads about customers': () => leadsAbout(db, ['c1', 'c2'], span),
  'next steps of customers': () => nextStepsOf(db, ['c1', 'c2'], span),
  'first wins': () => firstWins(db, ['me', 'you']),
  'won after a stall': () => wonAfterStall(db, ofTeam),
  'tasks that fell due': () => tasksDueIn(db, ofTeam),
};

test.each(Object.entries(queries))('%s: reads every table through an index', async (_, query) => {
  const plans = await plansOf(query);
  expect(plans.length).toBeGreaterThan(0);
  // The people of a company are few, and a scan of what a subquery has picked is no scan of a table.
  const scans = plans.filter(
    (plan) => plan.startsWith('SCAN') && !/^SCAN (people|subquery|\(subquery)/.test(plan),
  );
  expect(scans).toEqual([]);
});

test.each([
  ['pipeline', ['SEARCH deal_versions USING COVERING INDEX deal_versions_valid (status=? AND valid_to>?)']],
  [
    'pipeline of a team',
    ['SEARCH deal_versions USING COVERING INDEX deal_versions_valid (status=? AND valid_to>?)'],
  ],
  ['loss reasons of a team', ['SEARCH deals USING INDEX deals_closed (closed_at>? AND closed_at<?)']],
  [
    'stall alerts',
    [
      'SEARCH deals USING INDEX deals_stall (stall_at>? AND stall_at<?)',
      // Whether the owner could not be reached, by its key.
      'SEARCH unreached USING COVERING INDEX sqlite_autoindex_unreached_1 (dedupe_key=?)',
    ],
  ],
])('%s: reads the range of the moment through the expected index', async (name, expected) => {
  const plans = await plansOf(queries[name] as () => Promise<unknown>);
  expect(plans.filter((plan) => plan.startsWith('SEARCH'))).toEqual(expected);
});
