import Database from 'better-sqlite3';
import { drizzle as sqlite } from 'drizzle-orm/better-sqlite3';
import { drizzle as postgres } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
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
import { pgTables } from '../../store/schema/pg-tables.js';
import { sqliteTables } from '../../store/schema/sqlite-tables.js';
import type { Db } from '../../store/statements/db.js';
import { isUsed } from '../../store/unit/undo-events.js';
import { freshPostgres, freshSqlite } from '../support/databases.js';
import { afterwards } from '../support/endings.js';

const at = new Date('2026-03-09T01:00:00Z');
const span = { from: new Date('2026-03-02T01:00:00Z'), to: at };
const ofTeam = { ...span, teamId: 'east' };
const old = { answers: at, posts: at, cards: at, drafts: at, sights: at, told: at, modelCalls: at };

/** A database that explains what it does. */
interface Opened {
  db: Db;
  /** What the database does for each statement of a query, from its own plan. */
  plansOf(query: () => Promise<unknown>): Promise<string[]>;
  /** Those that read a whole table. The people of a company are few, and a scan of what a subquery has picked is none. */
  scansIn(plans: readonly string[]): string[];
}

let opened: Opened;
let db: Db;

async function onSqlite(): Promise<Opened> {
  const { url } = await freshSqlite();
  const database = new Database(url.slice('file:'.length));
  const { asked, logger } = listening();
  return {
    db: { dialect: 'sqlite', q: sqlite(database, { logger }) as unknown as Db['q'], t: sqliteTables },
    async plansOf(query) {
      return (await asked(query)).flatMap(({ text, values }) =>
        (database.prepare(`explain query plan ${text}`).all(...values) as { detail: string }[]).map(
          ({ detail }) => detail,
        ),
      );
    },
    scansIn: (plans) =>
      plans.filter((plan) => plan.startsWith('SCAN') && !/^SCAN (people|subquery|\(subquery)/.test(plan)),
  };
}

/** PostgreSQL chooses by the rows that it has, and here it has none: told to avoid it, it scans what it cannot look up. */
async function onPostgres(): Promise<Opened> {
  const { url } = await freshPostgres();
  const client = new pg.Client(url);
  await client.connect();
  afterwards(() => client.end());
  await client.query('set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off');
  const { asked, logger } = listening();
  return {
    db: { dialect: 'pg', q: postgres(client, { logger }) as unknown as Db['q'], t: pgTables },
    async plansOf(query) {
      const plans: string[] = [];
      for (const { text, values } of await asked(query)) {
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
        plans.push(...rows.map((row) => row['QUERY PLAN']));
      }
      return plans;
    },
    scansIn: (plans) =>
      plans.filter((plan, at) => {
        const isWhole =
          /\bSeq Scan on /.test(plan) ||
          (/\bIndex (Only )?Scan (using|Backward)/.test(plan) && !/ Index Cond: /.test(plans[at + 1] ?? ''));
        return isWhole && !/ on people /.test(plan);
      }),
  };
}

/** Hears which statements a query consists of. */
function listening() {
  const heard: { text: string; values: unknown[] }[] = [];
  return {
    logger: { logQuery: (text: string, values: unknown[]) => void heard.push({ text, values }) },
    async asked(query: () => Promise<unknown>) {
      heard.length = 0;
      await query();
      return [...heard];
    },
  };
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

describe.each(Object.entries({ SQLite: onSqlite, PostgreSQL: onPostgres }))('on %s', (_, open) => {
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });

  test.each(Object.entries(queries))('%s: reads every table through an index', async (_name, query) => {
    const plans = await opened.plansOf(query);
    expect(plans.length).toBeGreaterThan(0);
    expect(opened.scansIn(plans), plans.join('\n')).toEqual([]);
  });
});

describe('on SQLite', () => {
  beforeAll(async () => {
    opened = await onSqlite();
    db = opened.db;
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
    const plans = await opened.plansOf(queries[name] as () => Promise<unknown>);
    expect(plans.filter((plan) => plan.startsWith('SEARCH'))).toEqual(expected);
  });
});
