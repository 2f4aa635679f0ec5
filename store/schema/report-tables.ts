import type { Kit, Referable } from '../kit/kit.js';

/** What is aimed at, foretold, reported, decided and warned of. */
export function declareReports(
  k: Kit,
  { people, teams, places, deals }: Record<'people' | 'teams' | 'places' | 'deals', Referable>,
) {
  /** What somebody, a team or the company is to reach in a month; what it was before stands in the log. */
  const targets = k.table(
    'targets',
    {
      id: k.id(),
      scope: k.oneOf('person', 'team', 'company').notNull(),
      /** Of the person or the team; '' for the company. */
      ownerId: k.text().notNull(),
      /** 'YYYY-MM'. */
      month: k.text().notNull(),
      /** 'won', 'visits', … as sales/targets.ts names them. */
      metric: k.text().notNull(),
      /** Money in minor units, a count or minutes; 0: there is none any more. */
      value: k.money().notNull(),
      /** More than is asked for. */
      stretch: k.money(),
      setBy: k.ref(() => people.id).notNull(),
      setAt: k.at().notNull(),
    },
    (t) => [
      k.uniqueIndex('targets_one').on(t.month, t.scope, t.ownerId, t.metric),
      k.index('targets_owner').on(t.ownerId),
    ],
  );

  /** What somebody says a period will bring, beside what their deals add up to. */
  const calls = k.table(
    'calls',
    {
      id: k.id(),
      /** Of a person, or of a team by its manager; '' for the company. */
      personId: k.ref(() => people.id),
      teamId: k.ref(() => teams.id),
      period: k.text().notNull(),
      commit: k.money().notNull(),
      best: k.money(),
      saidBy: k.ref(() => people.id).notNull(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [k.index('calls_of').on(t.period, t.teamId, t.personId)],
  );

  /** What was learnt of the team's own deals by a moment. */
  const forecastModels = k.table('forecast_models', {
    asOf: k.at().notNull(),
    body: k.json<object>().notNull(),
    id: k.id(),
  });

  /** What was told of an open deal, to be scored once it is closed. In tenths of a percent. */
  const dealForecasts = k.table(
    'deal_forecasts',
    {
      dealId: k.ref(() => deals.id, 'cascade').notNull(),
      at: k.at().notNull(),
      ever: k.int().notNull(),
      /** Within 90 days. */
      soon: k.int().notNull(),
      stage: k.int().notNull(),
      called: k.oneOf('commit', 'best', 'pipeline', 'omit'),
    },
    (t) => [k.primaryKey(t.dealId, t.at), k.index('deal_forecasts_at').on(t.at)],
  );

  /** What a period was told to bring, each way of telling; '' for the company. Amounts in minor units. */
  const forecasts = k.table(
    'forecasts',
    {
      teamId: k.text().notNull(),
      /** '2026-Q4', '2026-11'. */
      period: k.text().notNull(),
      at: k.at().notNull(),
      /** The period is over then. */
      until: k.at().notNull(),
      won: k.money().notNull(),
      stage: k.money().notNull(),
      commit: k.money().notNull(),
      best: k.money().notNull(),
      /** What the manager or the admin said. */
      said: k.money(),
      model: k.money(),
      low: k.money(),
      high: k.money(),
      /** What was won in the period, once it was over. */
      became: k.money(),
    },
    (t) => [
      k.primaryKey(t.teamId, t.period, t.at),
      k.index('forecasts_until').on(t.became, t.until),
      k.index('forecasts_team').on(t.teamId, t.until),
    ],
  );

  /** Reports as they were sent, with the figures they were made of. */
  const sentReports = k.table(
    'sent_reports',
    {
      id: k.id(),
      kind: k.text().notNull(),
      teamId: k.ref(() => teams.id),
      asOf: k.at().notNull(),
      processVersion: k.int().notNull(),
      /** Of the figures as JSON, to tell at once whether a re-run says the same. */
      hash: k.text().notNull(),
      figures: k.json<object>().notNull(),
      card: k.json<object>().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [k.index('sent_reports_of').on(t.kind, t.teamId, t.asOf)],
  );

  /** A slice that somebody keeps under a name, and when it is posted to the channels of a team. */
  const savedReports = k.table(
    'saved_reports',
    {
      id: k.id(),
      name: k.text().notNull(),
      personId: k.ref(() => people.id).notNull(),
      /** What is shown, in words that hold keys in place of names. */
      slice: k.text().notNull(),
      /** The team whose channels get it; null while it is not scheduled. */
      teamId: k.ref(() => teams.id),
      /** Five fields, read in the zone of the team. */
      cron: k.text(),
      removedAt: k.at(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.index('saved_reports_person').on(t.personId, t.removedAt),
      k.index('saved_reports_team').on(t.teamId, t.removedAt),
    ],
  );

  /** What a source of leads cost in a month; what it was before stands in the log. */
  const sourceCosts = k.table(
    'source_costs',
    {
      id: k.id(),
      /** A key of the process file's sources, or a source as it was typed. */
      source: k.text().notNull(),
      /** 'YYYY-MM'. */
      month: k.text().notNull(),
      /** In the company's currency, minor units; 0: there is none any more. */
      amount: k.money().notNull(),
      setBy: k.ref(() => people.id).notNull(),
      setAt: k.at().notNull(),
    },
    (t) => [k.uniqueIndex('source_costs_one').on(t.month, t.source)],
  );

  /** A meeting over a list of records; what was decided is what the log says was done to them meanwhile. */
  const meetings = k.table(
    'meetings',
    {
      id: k.id(),
      teamId: k.ref(() => teams.id),
      /** Where it is held, and its minutes go. */
      placeId: k.ref(() => places.id).notNull(),
      startedBy: k.ref(() => people.id).notNull(),
      /** Numbers of its records. */
      items: k.json<string[]>().notNull(),
      startedAt: k.at().notNull(),
      endedAt: k.at(),
      version: k.int().notNull(),
    },
    (t) => [k.index('meetings_place').on(t.placeId, t.endedAt)],
  );

  /** What an alert rule told, or would have told, and whether somebody acted on it. */
  const alerts = k.table(
    'alerts',
    {
      id: k.id(),
      /** Rule and occurrence: each is told once. */
      dedupeKey: k.text().notNull().unique(),
      rule: k.text().notNull(),
      mode: k.oneOf('on', 'shadow').notNull(),
      recordType: k.text().notNull(),
      recordId: k.text().notNull(),
      /** Who is, or would have been, told. */
      personId: k.ref(() => people.id),
      teamId: k.ref(() => teams.id),
      /** What is at stake, in minor units. */
      value: k.money(),
      /** The figures of the reason. */
      why: k.json<Record<string, string | number | null>>().notNull(),
      /** By itself, in the day's list, or not at all. */
      sent: k.oneOf('sent', 'digest', 'none').notNull(),
      /** When the list it is in went out. */
      digestedAt: k.at(),
      at: k.at().notNull(),
      /** It is judged then; null once it was, and where there is nothing to act on. */
      judgeAt: k.at(),
      actedAt: k.at(),
      judgedAt: k.at(),
    },
    (t) => [
      k.index('alerts_rule').on(t.rule, t.at),
      k.index('alerts_at').on(t.at),
      k.index('alerts_person').on(t.personId, t.sent, t.at),
      k.index('alerts_judge').on(t.judgeAt),
    ],
  );

  return {
    targets,
    calls,
    forecastModels,
    dealForecasts,
    forecasts,
    sentReports,
    savedReports,
    sourceCosts,
    meetings,
    alerts,
  };
}
