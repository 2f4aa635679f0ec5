import type { Kit } from './kit/kit.js';
import { declareModelCalls } from './schema-model.js';

/**
 * Every table, declared once for both databases. `store/tables.pg.ts` and `store/tables.sqlite.ts` build it
 * with their kit; the PostgreSQL build is the typed truth.
 *
 * Conventions: `id` is a short random text key; `no` is the human number (D-12); moments are epoch ms read as
 * Date; money is in minor units; `version` grows by one at each change of the record.
 */
export function declareTables(k: Kit) {
  const teams = k.table('teams', {
    id: k.id(),
    name: k.text().notNull().unique(),
    managerId: k.text(),
    /** The team it belongs to; whoever manages that one manages it too. */
    parentId: k.text(),
    timeZone: k.text().notNull(),
    createdAt: k.at().notNull(),
  });

  const people = k.table(
    'people',
    {
      id: k.id(),
      name: k.text().notNull(),
      role: k.oneOf('viewer', 'rep', 'manager', 'admin').notNull(),
      teamId: k.text(),
      email: k.text(),
      locale: k.oneOf('zh', 'en'),
      timeZone: k.text(),
      active: k.bool().notNull(),
      /** Alerts are held back until then. */
      mutedUntil: k.at(),
      /** All alerts come as one list a day. */
      digestOnly: k.bool().notNull().default(false),
      /** On leave from then until then. */
      awayFrom: k.at(),
      awayUntil: k.at(),
      /** Who decides for them meanwhile. */
      deputyId: k.text(),
      /** When the last lead was handed to them; equal claims go to who waited longest. */
      lastAssignedAt: k.at(),
      /** How far the leads handed to them are behind their share, in millionths of a lead. */
      leadCredit: k.int().notNull().default(0),
      createdAt: k.at().notNull(),
    },
    (t) => [k.index('people_team').on(t.teamId)],
  );

  const identities = k.table(
    'identities',
    {
      platform: k.text().notNull(),
      externalId: k.text().notNull(),
      personId: k.text().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [k.primaryKey(t.platform, t.externalId), k.index('identities_person').on(t.personId)],
  );

  const places = k.table(
    'places',
    {
      id: k.id(),
      platform: k.text().notNull(),
      externalId: k.text().notNull(),
      kind: k.oneOf('group', 'private').notNull(),
      name: k.text().notNull(),
      teamId: k.text(),
      /** The person of a private place. */
      personId: k.text(),
      /** What is posted there: 'report', 'stall', 'lead', 'pool'. */
      posts: k.json<string[]>().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.uniqueIndex('places_external').on(t.platform, t.externalId),
      k.index('places_team').on(t.teamId),
      k.index('places_person').on(t.personId),
    ],
  );

  const customers = k.table(
    'customers',
    {
      id: k.id(),
      no: k.int().notNull().unique(),
      name: k.text().notNull(),
      ownerId: k.text(),
      teamId: k.text(),
      region: k.text(),
      industry: k.text(),
      tags: k.json<string[]>().notNull(),
      /** Further facts of an import, kept as they came. */
      facts: k.json<Record<string, string>>().notNull(),
      /** Set when merged into another: the name then leads there. */
      mergedInto: k.text(),
      /** One of the process file's grades. */
      grade: k.text(),
      /** Local date on which its contract ends. */
      contractEnd: k.text(),
      lastFollowUpAt: k.at(),
      /** From then on silence is a risk; null while no rhythm is known, and once it was told. */
      silentAt: k.at(),
      /** When it is looked at next for a return to the pool; null: at the next look. */
      poolAt: k.at(),
      /** The warning before the return was sent. */
      poolWarnedAt: k.at(),
      /** In the pool since then; null while it is not. */
      pooledAt: k.at(),
      /** Who may claim it alone, and until when. */
      offeredTo: k.text(),
      offerUntil: k.at(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.index('customers_owner').on(t.ownerId),
      k.index('customers_pool').on(t.poolAt, t.ownerId),
      k.index('customers_pooled').on(t.pooledAt),
      k.index('customers_offer').on(t.offerUntil),
      k.index('customers_silent').on(t.silentAt),
    ],
  );

  /** The name index: exact and folded names, pinyin, initials, and one-letter-off keys. */
  const customerNames = k.table(
    'customer_names',
    {
      key: k.text().notNull(),
      kind: k.oneOf('name', 'alias', 'pinyin', 'initials', 'near').notNull(),
      customerId: k.text().notNull(),
    },
    (t) => [k.primaryKey(t.key, t.kind, t.customerId), k.index('customer_names_customer').on(t.customerId)],
  );

  /** What corrections taught a team: other words for a customer, or a title for one of its contacts. */
  const learntNames = k.table(
    'learnt_names',
    {
      id: k.id(),
      teamId: k.text().notNull(),
      /** The words folded, as the name index keeps names. */
      key: k.text().notNull(),
      words: k.text().notNull(),
      customerId: k.text().notNull(),
      /** Set where the words are a contact's of that customer. */
      contactId: k.text(),
      personId: k.text().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [k.index('learnt_names_team').on(t.teamId, t.key)],
  );

  const contacts = k.table(
    'contacts',
    {
      id: k.id(),
      customerId: k.text().notNull(),
      name: k.text().notNull(),
      title: k.text(),
      phone: k.text(),
      email: k.text(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.index('contacts_customer').on(t.customerId),
      k.index('contacts_phone').on(t.phone),
      k.index('contacts_email').on(t.email),
    ],
  );

  const leads = k.table(
    'leads',
    {
      id: k.id(),
      no: k.int().notNull().unique(),
      customerId: k.text().notNull(),
      contactId: k.text(),
      /** Null = in the pool. */
      ownerId: k.text(),
      teamId: k.text(),
      status: k.oneOf('open', 'pool', 'converted', 'dropped').notNull(),
      source: k.text(),
      region: k.text(),
      tags: k.json<string[]>().notNull(),
      note: k.text().notNull(),
      /** What it may be worth, as it was said. */
      amount: k.money(),
      /** First follow-up is due by then; null once answered. */
      respondBy: k.at(),
      /** The response alert already sent: 0 none, 1 owner reminded, 2 manager told. */
      respondAlerts: k.int().notNull(),
      respondedAt: k.at(),
      /** Goes back to the pool then, unless followed; null where it cannot. */
      poolAt: k.at(),
      /** The warning before the return was sent. */
      poolWarnedAt: k.at(),
      /** In the pool: who may claim it alone, and until when. */
      offeredTo: k.text(),
      offerUntil: k.at(),
      dealId: k.text(),
      lastFollowUpAt: k.at(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.index('leads_customer').on(t.customerId),
      k.index('leads_owner').on(t.ownerId, t.status),
      k.index('leads_status').on(t.status, t.createdAt),
      k.index('leads_respond').on(t.respondBy),
      k.index('leads_pool').on(t.poolAt),
      k.index('leads_created').on(t.createdAt),
      k.index('leads_offer').on(t.offerUntil),
    ],
  );

  const deals = k.table(
    'deals',
    {
      id: k.id(),
      no: k.int().notNull().unique(),
      customerId: k.text().notNull(),
      name: k.text().notNull(),
      ownerId: k.text(),
      teamId: k.text(),
      status: k.oneOf('open', 'won', 'lost').notNull(),
      /** Stage key of the process file. */
      stage: k.text().notNull(),
      stageSince: k.at().notNull(),
      amount: k.money(),
      /** Local date the deal is expected to close. */
      closeDate: k.text(),
      closedAt: k.at(),
      /** How sure its owner calls it; null: not called. */
      called: k.oneOf('commit', 'best', 'pipeline', 'omit'),
      lossReason: k.text(),
      lossStage: k.text(),
      product: k.text(),
      tags: k.json<string[]>().notNull(),
      /** SOP steps ticked, and values of the stage's required fields. */
      facts: k.json<Record<string, string>>().notNull(),
      lastFollowUpAt: k.at(),
      /** From then on the deal counts as stalled; null when closed. */
      stallAt: k.at(),
      /** The stall that was alerted (its stallAt), so that each stall is told once. */
      stallAlertedAt: k.at(),
      /** When the unanswered alert goes to the manager; null when none is waiting. */
      escalateAt: k.at(),
      processVersion: k.int().notNull(),
      /** The key of the record in the system it was imported from. */
      importKey: k.text().unique(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.index('deals_customer').on(t.customerId),
      k.index('deals_owner').on(t.ownerId, t.status),
      // Holds what tells a stall that was alerted, and the worth of those that stand.
      k.index('deals_stall').on(t.stallAt, t.stallAlertedAt, t.teamId, t.ownerId, t.amount),
      k.index('deals_escalate').on(t.escalateAt),
      k.index('deals_closed').on(t.closedAt),
      k.index('deals_created').on(t.createdAt),
    ],
  );

  /** Each state a deal was in, so that any report can be asked as of any past moment. */
  const dealVersions = k.table(
    'deal_versions',
    {
      dealId: k.text().notNull(),
      version: k.int().notNull(),
      validFrom: k.at().notNull(),
      /** `forever` for the present state. */
      validTo: k.at().notNull(),
      ownerId: k.text(),
      teamId: k.text(),
      status: k.oneOf('open', 'won', 'lost').notNull(),
      stage: k.text().notNull(),
      stageSince: k.at().notNull(),
      amount: k.money(),
      closeDate: k.text(),
      called: k.oneOf('commit', 'best', 'pipeline', 'omit'),
    },
    (t) => [
      k.primaryKey(t.dealId, t.version),
      // Holds all that a pipeline sum needs, so that it reads no row.
      k.index('deal_versions_valid').on(t.status, t.validTo, t.validFrom, t.teamId, t.stage, t.amount),
    ],
  );

  const followUps = k.table(
    'follow_ups',
    {
      id: k.id(),
      customerId: k.text().notNull(),
      dealId: k.text(),
      leadId: k.text(),
      contactId: k.text(),
      personId: k.text().notNull(),
      teamId: k.text(),
      channel: k.oneOf('call', 'visit', 'wechat', 'email', 'meeting', 'other').notNull(),
      /** The original words, whole. */
      words: k.text().notNull(),
      /** Facts read from the words ('quoted 30万'), not written to the deal. */
      facts: k.json<Record<string, string>>().notNull(),
      at: k.at().notNull(),
      createdAt: k.at().notNull(),
      undone: k.bool().notNull(),
    },
    (t) => [
      k.index('follow_ups_customer').on(t.customerId, t.at),
      k.index('follow_ups_deal').on(t.dealId, t.at),
      // Holds all that a report counts, so that it reads no row.
      k.index('follow_ups_at').on(t.at, t.undone, t.personId, t.channel, t.teamId),
      k.index('follow_ups_person').on(t.personId, t.at),
    ],
  );

  const tasks = k.table(
    'tasks',
    {
      id: k.id(),
      no: k.int().notNull().unique(),
      customerId: k.text().notNull(),
      dealId: k.text(),
      leadId: k.text(),
      ownerId: k.text().notNull(),
      teamId: k.text(),
      title: k.text().notNull(),
      /** Local date in the owner's zone; `dueAt` is the moment it is over. */
      dueDate: k.text().notNull(),
      dueTime: k.text(),
      dueAt: k.at().notNull(),
      status: k.oneOf('open', 'done', 'dropped').notNull(),
      doneAt: k.at(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.index('tasks_owner').on(t.ownerId, t.status, t.dueAt),
      k.index('tasks_due').on(t.status, t.dueAt),
      k.index('tasks_customer').on(t.customerId, t.status),
    ],
  );

  /** A deal that waits at a gate: asked for, and let through, turned back or run out. */
  const approvals = k.table(
    'approvals',
    {
      id: k.id(),
      dealId: k.text().notNull(),
      teamId: k.text(),
      /** The stage that is asked for. */
      stage: k.text().notNull(),
      requestedBy: k.text().notNull(),
      note: k.text().notNull(),
      status: k.oneOf('open', 'approved', 'rejected', 'expired').notNull(),
      /** Ids of those who have said yes. */
      votes: k.json<string[]>().notNull(),
      /** Why it was turned back. */
      reason: k.text(),
      remindAt: k.at(),
      expiresAt: k.at().notNull(),
      decidedAt: k.at(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.index('approvals_deal').on(t.dealId, t.status),
      k.index('approvals_remind').on(t.status, t.remindAt),
      k.index('approvals_expire').on(t.status, t.expiresAt),
    ],
  );

  /** Who else works on a customer beside its owner. */
  const collaborators = k.table(
    'collaborators',
    {
      customerId: k.text().notNull(),
      personId: k.text().notNull(),
      addedBy: k.text().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [k.primaryKey(t.customerId, t.personId), k.index('collaborators_person').on(t.personId)],
  );

  /** Who looked at what of others, one row a day. */
  const sights = k.table(
    'sights',
    {
      personId: k.text().notNull(),
      /** 'customer', 'lead', 'deal', 'person', 'pool'. */
      recordType: k.text().notNull(),
      recordId: k.text().notNull(),
      /** Local day of who looked. */
      day: k.text().notNull(),
      /** Whose it was. */
      ownerId: k.text(),
      times: k.int().notNull(),
      at: k.at().notNull(),
    },
    (t) => [
      k.primaryKey(t.personId, t.recordType, t.day, t.recordId),
      k.index('sights_owner').on(t.ownerId, t.at),
      k.index('sights_at').on(t.at),
    ],
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
      personId: k.text(),
      teamId: k.text(),
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
      dealId: k.text().notNull(),
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

  /** What somebody says a period will bring, beside what their deals add up to. */
  const calls = k.table(
    'calls',
    {
      id: k.id(),
      /** Of a person, or of a team by its manager; '' for the company. */
      personId: k.text(),
      teamId: k.text(),
      period: k.text().notNull(),
      commit: k.money().notNull(),
      best: k.money(),
      saidBy: k.text().notNull(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [k.index('calls_of').on(t.period, t.teamId, t.personId)],
  );

  /** Reports as they were sent, with the figures they were made of. */
  const sentReports = k.table(
    'sent_reports',
    {
      id: k.id(),
      kind: k.text().notNull(),
      teamId: k.text(),
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

  /** A meeting over a list of records; what was decided is what the log says was done to them meanwhile. */
  const meetings = k.table(
    'meetings',
    {
      id: k.id(),
      teamId: k.text(),
      /** Where it is held, and its minutes go. */
      placeId: k.text().notNull(),
      startedBy: k.text().notNull(),
      /** Numbers of its records. */
      items: k.json<string[]>().notNull(),
      startedAt: k.at().notNull(),
      endedAt: k.at(),
      version: k.int().notNull(),
    },
    (t) => [k.index('meetings_place').on(t.placeId, t.endedAt)],
  );

  /** What the team knows, written in chat or taken from a folder. */
  const articles = k.table(
    'articles',
    {
      id: k.id(),
      no: k.int().notNull().unique(),
      title: k.text().notNull(),
      body: k.text().notNull(),
      tags: k.json<string[]>().notNull(),
      /** What it is about, where it is about one. */
      stage: k.text(),
      product: k.text(),
      competitor: k.text(),
      /** Its path in the folder that it came from. */
      sourceKey: k.text().unique(),
      /** Where the original stands, as its file says. */
      url: k.text(),
      /** Its place in a path of several. */
      position: k.int(),
      authorId: k.text(),
      /** Proposed to its author and not kept yet: nobody else sees it, and it is gone then. */
      draftUntil: k.at(),
      removed: k.bool().notNull(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
      updatedAt: k.at().notNull(),
    },
    (t) => [
      k.index('articles_stage').on(t.stage),
      k.index('articles_competitor').on(t.competitor),
      k.index('articles_draft').on(t.draftUntil),
    ],
  );

  /** Words and pairs of characters, by which articles are found on every database alike. */
  const articleTerms = k.table(
    'article_terms',
    { term: k.text().notNull(), articleId: k.text().notNull(), times: k.int().notNull() },
    (t) => [k.primaryKey(t.term, t.articleId), k.index('article_terms_article').on(t.articleId)],
  );

  /** What nobody had an answer to. */
  const openQuestions = k.table(
    'open_questions',
    {
      id: k.id(),
      words: k.text().notNull(),
      askedBy: k.text().notNull(),
      /** Others who asked as well. */
      askers: k.json<string[] | null>(),
      teamId: k.text(),
      times: k.int().notNull(),
      answeredBy: k.text(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [k.index('open_questions_team').on(t.answeredBy, t.teamId, t.createdAt)],
  );

  /** What somebody new has done of their first steps and is no record: an article read, a list looked at. */
  const firstSteps = k.table(
    'first_steps',
    { id: k.id(), personId: k.text().notNull(), step: k.text().notNull(), at: k.at().notNull() },
    (t) => [k.uniqueIndex('first_steps_one').on(t.personId, t.step)],
  );

  /** Somebody says that a customer of another is theirs; the manager of the team that has it decides. */
  const disputes = k.table(
    'disputes',
    {
      id: k.id(),
      customerId: k.text().notNull(),
      /** The team and the person that had it when it was disputed. */
      teamId: k.text(),
      ownerId: k.text(),
      raisedBy: k.text().notNull(),
      /** Why it is theirs, and what they had of the customer. */
      reason: k.text().notNull(),
      contact: k.text(),
      phone: k.text(),
      email: k.text(),
      status: k.oneOf('open', 'given', 'kept', 'merged').notNull(),
      decidedBy: k.text(),
      /** Why it was decided so. */
      verdict: k.text(),
      decidedAt: k.at(),
      remindAt: k.at(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.index('disputes_customer').on(t.customerId, t.status),
      k.index('disputes_remind').on(t.status, t.remindAt),
    ],
  );

  /** Which records of the pool a person looked at, each once a local day. */
  const poolViews = k.table(
    'pool_views',
    {
      personId: k.text().notNull(),
      day: k.text().notNull(),
      recordId: k.text().notNull(),
      at: k.at().notNull(),
    },
    (t) => [
      k.primaryKey(t.personId, t.day, t.recordId),
      k.index('pool_views_record').on(t.recordId, t.at),
      k.index('pool_views_at').on(t.at),
    ],
  );

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
      setBy: k.text().notNull(),
      setAt: k.at().notNull(),
    },
    (t) => [
      k.uniqueIndex('targets_one').on(t.month, t.scope, t.ownerId, t.metric),
      k.index('targets_owner').on(t.ownerId),
    ],
  );

  const processVersions = k.table('process_versions', {
    version: k.int().primaryKey(),
    /** SHA-256 of the text: the same file is one version. */
    hash: k.text().notNull().unique(),
    yaml: k.text().notNull(),
    createdAt: k.at().notNull(),
  });

  /** The log of everything that changed: append-only; feeds audit, undo and the activity list. */
  const events = k.table(
    'events',
    {
      id: k.id(),
      /** One act = one undo; all events of one inbound share it. */
      actId: k.text().notNull(),
      at: k.at().notNull(),
      /** 'deal.moved', 'lead.created', … */
      kind: k.text().notNull(),
      personId: k.text(),
      recordType: k.text().notNull(),
      recordId: k.text().notNull(),
      before: k.json<Record<string, unknown> | null>(),
      after: k.json<Record<string, unknown> | null>(),
      words: k.text(),
      /** 'sandbox', 'slack', …, 'clock', 'import'. */
      origin: k.text().notNull(),
      undoneAt: k.at(),
    },
    (t) => [
      k.index('events_record').on(t.recordType, t.recordId, t.at),
      k.index('events_act').on(t.actId),
      k.index('events_person').on(t.personId, t.at),
      k.index('events_kind').on(t.kind, t.at, t.undoneAt, t.personId),
    ],
  );

  const inbox = k.table(
    'inbox',
    {
      platform: k.text().notNull(),
      eventId: k.text().notNull(),
      /** The answer given, to be given again at a redelivery. */
      answer: k.json<unknown>(),
      at: k.at().notNull(),
    },
    (t) => [k.primaryKey(t.platform, t.eventId), k.index('inbox_at').on(t.at)],
  );

  const outbox = k.table(
    'outbox',
    {
      id: k.id(),
      dedupeKey: k.text().notNull().unique(),
      placeId: k.text().notNull(),
      locale: k.oneOf('zh', 'en').notNull(),
      card: k.json<unknown>().notNull(),
      mention: k.json<string[]>().notNull(),
      status: k.oneOf('waiting', 'sent', 'dead').notNull(),
      attempts: k.int().notNull(),
      notBefore: k.at().notNull(),
      lastError: k.text(),
      createdAt: k.at().notNull(),
      sentAt: k.at(),
    },
    (t) => [
      k.index('outbox_due').on(t.status, t.notBefore),
      k.index('outbox_place').on(t.placeId, t.status, t.sentAt),
    ],
  );

  /** Which message shows which card, so that a reply keeps its subject and a change redraws the card. */
  const postedCards = k.table(
    'posted_cards',
    {
      platform: k.text().notNull(),
      placeExternalId: k.text().notNull(),
      messageId: k.text().notNull(),
      cardKey: k.text().notNull(),
      at: k.at().notNull(),
    },
    (t) => [
      k.primaryKey(t.platform, t.placeExternalId, t.messageId),
      k.index('posted_cards_key').on(t.cardKey, t.at),
      k.index('posted_cards_at').on(t.at),
    ],
  );

  /** A sentence that waits for an answer: one per person and place. */
  const drafts = k.table(
    'drafts',
    {
      personId: k.text().notNull(),
      placeId: k.text().notNull(),
      draft: k.json<unknown>().notNull(),
      at: k.at().notNull(),
    },
    (t) => [k.primaryKey(t.personId, t.placeId), k.index('drafts_at').on(t.at)],
  );

  /** What a talk with somebody in a place goes on from: the last question about figures, and misses in a row. */
  const talks = k.table(
    'talks',
    {
      personId: k.text().notNull(),
      placeId: k.text().notNull(),
      /** In words that are read as it again. */
      question: k.text(),
      askedAt: k.at(),
      /** Lines in a row that were not understood or were wrong. */
      misses: k.int().notNull().default(0),
      /** When the last of them was said. */
      at: k.at().notNull(),
    },
    (t) => [k.primaryKey(t.personId, t.placeId), k.index('talks_at').on(t.at)],
  );

  /** A slice that somebody keeps under a name, and when it is posted to the channels of a team. */
  const savedReports = k.table(
    'saved_reports',
    {
      id: k.id(),
      name: k.text().notNull(),
      personId: k.text().notNull(),
      /** What is shown, in words that hold keys in place of names. */
      slice: k.text().notNull(),
      /** The team whose channels get it; null while it is not scheduled. */
      teamId: k.text(),
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

  /** Job slots claimed: the latest slot run of each job and scope. */
  const jobSlots = k.table(
    'job_slots',
    {
      job: k.text().notNull(),
      scope: k.text().notNull(),
      slotAt: k.at().notNull(),
      startedAt: k.at().notNull(),
      finishedAt: k.at(),
      lateMinutes: k.int().notNull(),
      counts: k.json<Record<string, number>>(),
      error: k.text(),
    },
    (t) => [k.primaryKey(t.job, t.scope)],
  );

  const leases = k.table('leases', {
    name: k.text().primaryKey(),
    holder: k.text().notNull(),
    until: k.at().notNull(),
  });

  const counters = k.table('counters', {
    name: k.text().primaryKey(),
    value: k.int().notNull(),
  });

  const settings = k.table('settings', {
    name: k.text().primaryKey(),
    value: k.json<unknown>().notNull(),
  });

  return {
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
    firstSteps,
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
    talks,
    savedReports,
    jobSlots,
    leases,
    counters,
    settings,
    modelCalls: declareModelCalls(k),
  };
}
