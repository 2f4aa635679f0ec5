import type { Role } from '../../kernel/command/roles.js';
import { selfGivenName } from '../../kernel/names/self-given-name.js';
import { dayMs } from '../../kernel/time/moments.js';
import { openStore } from '../../store/open.js';
import { listPeople } from '../../store/people/person-queries.js';
import type {
  Approval,
  Article,
  Contact,
  Customer,
  Deal,
  Dispute,
  FollowUp,
  Lead,
  LearntName,
  Person,
  Place,
  SavedReport,
  Task,
  Team,
} from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { updateRow } from '../../store/statements/rows.js';
import { createApproval } from '../../store/unit/rows/approval-rows.js';
import { createArticle } from '../../store/unit/rows/article-rows.js';
import { addCollaborator } from '../../store/unit/rows/collaborator-rows.js';
import { createContact } from '../../store/unit/rows/contact-rows.js';
import { createCustomer } from '../../store/unit/rows/customer-rows.js';
import { createDeal } from '../../store/unit/rows/deal-rows.js';
import { createDispute } from '../../store/unit/rows/dispute-rows.js';
import { createFollowUp } from '../../store/unit/rows/follow-up-rows.js';
import { createLead } from '../../store/unit/rows/lead-rows.js';
import { createLearntName } from '../../store/unit/rows/learnt-name-rows.js';
import { createPerson } from '../../store/unit/rows/person-rows.js';
import { createSavedReport } from '../../store/unit/rows/saved-report-rows.js';
import { createTask } from '../../store/unit/rows/task-rows.js';
import { bindPlace } from '../support/change-rows.js';
import { freshCopy, migratedSqlite } from '../support/databases.js';
import { ensurePlace } from '../support/ensure-place.js';
import { type Actor, type World, world } from '../support/world.js';

/** The roles that act, the least first. */
export const actingRoles = ['viewer', 'rep', 'manager', 'admin'] as const satisfies Role[];

/** Whose the record is that is acted on, as seen by the person who acts; all people but the admin are of 华东. */
export const recordStates = [
  'mine',
  'teammate',
  'other',
  /** In the pool of 华东, and offered to the person who acts. */
  'pool',
  'otherPool',
  /** Another team's, on whose customer the person who acts collaborates. */
  'shared',
  /** Theirs, but over: a lost deal, a converted lead, a task that is done. */
  'closed',
] as const;
export type RecordState = (typeof recordStates)[number];

/** Records of one owner, on customers of their own. */
export interface Records {
  /** Without leads or deals. */
  customer: Customer;
  twin: Customer;
  lead: Lead;
  deal: Deal;
  /** Waits at the gate for an approval. */
  waiting: Deal;
  approval: Approval;
  /** Large enough for the gate, which nobody has asked to open. */
  large: Deal;
  task: Task;
  contact: Contact;
  followUp: FollowUp;
  dispute: Dispute;
  learnt: LearntName;
  report: SavedReport;
  /** Every Monday to its team. */
  posted: SavedReport;
  article: Article;
  draft: Article;
}

/** Two teams and an admin, who each did something a moment ago, and records of every state for each role. */
export interface Company {
  /** The closed database, to be copied. */
  url: string;
  world: World;
  east: Team;
  south: Team;
  actors: Record<Role, Actor>;
  /** Another rep of 华东, who owns a teammate's records, and one who may be given some. */
  teammate: Actor;
  taker: Actor;
  /** Reps of 华南 and of no team. */
  other: Actor;
  newcomer: Actor;
  otherManager: Actor;
  /** Reps of both teams whose names nobody has confirmed. */
  selfNamed: Record<'teammate' | 'other', Actor>;
  /** A colleague without an account. */
  imported: Person;
  /** Everybody, as they were. */
  people: ReadonlyMap<string, Person>;
  records: Record<Role, Record<RecordState, Records>>;
  question: string;
  group: Place;
}

export const groupName = '华东群';

/** Builds the company in a database of its own, and closes it. */
export async function buildCompany(locale: 'zh' | 'en'): Promise<Company> {
  const url = await migratedSqlite();
  const w = await world({ store: await openStore(url), locale });
  const south = await w.team('华南');
  const actors = {
    viewer: await w.viewer('东观'),
    rep: await w.rep('东甲'),
    manager: await w.manager('周经理'),
    admin: await w.admin('陈管'),
  };
  const teammate = await w.rep('东乙');
  const taker = await w.rep('东丁');
  const other = await w.rep('南丙', south);
  const otherManager = await w.manager('吴经理', south);
  const newcomer = await w.rep('新人', null);
  const selfNamed = {
    teammate: await w.rep(selfGivenName('陈总')),
    other: await w.rep(selfGivenName('丁总'), south),
  };
  const owners = { teammate, other, taker };
  const made = await w.store.tx(async (tx) => {
    const records = {} as Company['records'];
    for (const role of actingRoles) {
      const sets = {} as Record<RecordState, Records>;
      for (const state of recordStates) {
        const about = { role, state, me: actors[role], ...owners, east: w.east, south };
        sets[state] = await recordsOf(tx, about, w.clock.now());
      }
      records[role] = sets;
    }
    const place = { platform: 'sandbox', externalId: groupName, kind: 'group' as const, name: groupName };
    const group = await ensurePlace(tx, { ...place, personId: null }, w.clock.now());
    await bindPlace(tx, group.id, w.east.id, ['report']);
    const imported = await createPerson(tx, { name: '张伟' }, w.clock.now());
    return { records, group, imported };
  });
  for (const one of [teammate, taker, other, otherManager, newcomer]) await one.says('我的数据');
  const asked = await actors.rep.says('问 午餐在哪里吃');
  if (asked.cards.length === 0) throw new Error('nothing was answered');
  // What each did before: an undo of a later act must leave it in place.
  await actors.viewer.says('静音 2小时');
  for (const role of ['rep', 'manager', 'admin'] as const) {
    const subject = `C-${made.records[role].mine.twin.no}`;
    await actors[role].calls({ command: 'plan', input: { subject, next: w.today, note: '早先' } });
  }
  const question = await w.store.db.q.select().from(w.store.db.t.openQuestions);
  if (w.incidents.length > 0) throw w.incidents[0];
  const people = new Map((await listPeople(w.store.db)).map((person) => [person.id, person]));
  await w.close();
  return {
    ...{ url, world: w, east: w.east, south, actors, teammate, taker, other, otherManager, newcomer },
    ...{ ...made, selfNamed, people },
    question: question[0]?.id ?? '',
  };
}

/** The company in a copy of its database. */
export async function companyCopy(company: Company): Promise<World> {
  const { store } = await freshCopy(company.url);
  return company.world.onCopy(store);
}

interface About {
  role: Role;
  state: RecordState;
  me: Actor;
  teammate: Actor;
  other: Actor;
  taker: Actor;
  east: Team;
  south: Team;
}

async function recordsOf(tx: Db, about: About, now: Date): Promise<Records> {
  const { role, state, me, teammate, other, taker, east, south } = about;
  const isPool = state === 'pool' || state === 'otherPool';
  const theirs = { teammate, other, shared: other } as Partial<Record<RecordState, Actor>>;
  const owner = isPool ? null : (theirs[state] ?? me);
  const isFar = state === 'other' || state === 'shared' || state === 'otherPool';
  const whose = { ownerId: owner?.person.id ?? null, teamId: (isFar ? south : east).id };
  const isClosed = state === 'closed';
  const at = now;

  let made = 0;
  const customer = async (): Promise<Customer> => {
    made += 1;
    const trade = trades[recordStates.indexOf(state)];
    const name = `${brands[made]}${trade}${cities[actingRoles.indexOf(role)]}`;
    const one = await createCustomer(tx, { name, ...whose, pooledAt: isPool ? at : null }, at);
    if (state === 'shared')
      await addCollaborator(tx, { customerId: one.id, personId: me.person.id, addedBy: other.person.id }, at);
    return one;
  };
  const deal = async (given: Partial<Deal>): Promise<Deal> => {
    const { id: customerId, name } = await customer();
    const about = { customerId, name, ...whose, stage: 'contact', stallAt: null, processVersion: 1 };
    const closed = isClosed ? { status: 'lost' as const, closedAt: at } : {};
    return await createDeal(tx, { ...about, product: '标准版', ...given, ...closed }, at);
  };

  const bare = await customer();
  await addCollaborator(tx, { customerId: bare.id, personId: taker.person.id, addedBy: taker.person.id }, at);
  const twin = await customer();
  const leads = await customer();
  const status = isClosed ? ('converted' as const) : isPool ? ('pool' as const) : ('open' as const);
  const lead = await createLead(tx, { customerId: leads.id, ...whose, status, note: '想看方案' }, at);
  const offer = { offeredTo: me.person.id, offerUntil: new Date(at.getTime() + dayMs) };
  if (state === 'pool') await updateRow(tx, tx.t.leads, { id: lead.id }, offer);
  const first = await deal({});
  const gated = { stage: 'proposal', amount: 60_000_000, closeDate: '2026-12-20' };
  const waiting = await deal(gated);
  const large = await deal(gated);
  const until = { remindAt: null, expiresAt: new Date(at.getTime() + 9 * dayMs) };
  const asked = { stage: 'negotiation', requestedBy: teammate.person.id, note: '' };
  const approval = await createApproval(
    tx,
    { dealId: waiting.id, teamId: whose.teamId, ...asked, ...until },
    at,
  );
  const due = { dueDate: '2026-11-28', dueTime: null, dueAt: new Date(at.getTime() + 2 * dayMs) };
  const task = await createTask(
    tx,
    {
      ...{ customerId: first.customerId, dealId: first.id, leadId: null, teamId: whose.teamId },
      ...{ ownerId: (owner ?? (isFar ? other : teammate)).person.id, title: '回电话', ...due },
    },
    at,
  );
  if (isClosed) await updateRow(tx, tx.t.tasks, { id: task.id }, { status: 'done', doneAt: at });
  const contact = await createContact(tx, { customerId: first.customerId, name: '王总' }, at);
  await createContact(tx, { customerId: first.customerId, name: '王工' }, at);
  const dispute = await createDispute(
    tx,
    {
      ...{ customerId: twin.id, teamId: whose.teamId, ownerId: whose.ownerId, raisedBy: taker.person.id },
      ...{ reason: '先联系的', contact: null, phone: null, email: null, remindAt: null },
    },
    at,
  );
  const writer = (owner ?? me).person;
  const followUp = await createFollowUp(tx, {
    ...{ customerId: first.customerId, dealId: first.id, leadId: null, contactId: contact.id },
    ...{
      personId: writer.id,
      teamId: whose.teamId,
      channel: 'call',
      isPrivate: false,
      words: '客户嫌贵，先讲三年成本',
    },
    ...{ facts: {}, at, createdAt: at },
  });
  const learnt = await createLearntName(
    tx,
    {
      ...{ teamId: whose.teamId, words: `口误${role}${state}`, customerId: first.customerId },
      ...{ contactId: null, personId: writer.id },
    },
    at,
  );
  const report = await createSavedReport(
    tx,
    { name: `报表${role}${state}`, personId: writer.id, slice: '商机 数量 按阶段' },
    at,
  );
  const weekly = await createSavedReport(
    tx,
    { name: `周报${role}${state}`, personId: writer.id, slice: '商机 数量 按阶段' },
    at,
  );
  const post = { teamId: whose.teamId, cron: '0 9 * * 1' };
  const posted = await updateRow(tx, tx.t.savedReports, { id: weekly.id }, post);
  const written = { title: `打法${role}${state}`, body: '先讲三年成本', authorId: writer.id };
  const article = await createArticle(tx, written, at);
  const draft = await createArticle(
    tx,
    { ...written, title: `草稿${role}${state}`, draftUntil: new Date(at.getTime() + 9 * dayMs) },
    at,
  );
  return {
    ...{ customer: bare, twin, lead, deal: first, waiting, approval, large, task, contact, followUp },
    ...{ dispute, learnt, report, posted: posted ?? weekly, article, draft },
  };
}

const cities = ['青岛', '宁波', '成都', '长沙'];
const brands = ['', '宏远', '恒信', '博雅', '天成', '万里', '金鼎'];
const trades = ['钢铁', '纺织', '食品', '制药', '电缆', '轴承', '水泥'];
