import type { Json } from '../../kernel/card/card.js';
import type { Role } from '../../kernel/command/roles.js';
import { bareName } from '../../kernel/names/self-given-name.js';
import { recordNo } from '../../kernel/records/record-number.js';
import type { Company, RecordState, Records } from './company.js';

/** Who may make the change on a record of that state; everybody else is refused. */
export type WhoMay = Partial<Record<RecordState, readonly Role[]>>;

/** One way to make the changes of a command on a given record. */
export interface LawfulAct {
  command: string;
  /** How it differs from the command's other acts. */
  about?: string;
  input(records: Records, company: Company, role: Role): Record<string, Json>;
  /** By the words of docs/permissions.md; a state that is not named here does not apply. */
  may: WhoMay;
  /** Where it can be done; both, if absent. */
  only?: 'private' | 'group';
  /** What `undo` does right afterwards: 'never' it says that this cannot be undone, 'passes' the log alone changed. */
  undo?: 'never' | 'passes';
  /** Said before, by the same person. */
  first?(records: Records, company: Company, role: Role): { command: string; input: Record<string, Json> };
}

const nobody: readonly Role[] = [];
const admin: readonly Role[] = ['admin'];
const leads: readonly Role[] = ['manager', 'admin'];
const reps: readonly Role[] = ['rep', 'manager', 'admin'];
const all: readonly Role[] = ['viewer', 'rep', 'manager', 'admin'];

/** Its owner, a collaborator on the customer, the manager of its team, an admin; never a viewer. */
const work: WhoMay = {
  mine: reps,
  teammate: leads,
  other: admin,
  pool: leads,
  otherPool: admin,
  shared: reps,
  closed: nobody,
};
/** The same without collaborators. */
const own: WhoMay = { ...work, shared: admin };
/** What the process lets be done to a closed record too. */
const alsoClosed = { closed: reps };
/** Of a record that is held: one in the pool is claimed first. */
const held = { pool: nobody, otherPool: nobody };
const notClosed = ({ closed: _, ...rest }: WhoMay): WhoMay => rest;
/** Customers are never closed. */
const ofCustomer = notClosed(work);
const ownCustomer = notClosed(own);
const { pool: _, otherPool: __, ...heldWork } = work;

const D = (r: Records) => recordNo('deal', r.deal.no);
const L = (r: Records) => recordNo('lead', r.lead.no);
const C = (r: Records) => recordNo('customer', r.customer.no);
const T = (r: Records) => recordNo('task', r.task.no);
const A = (no: number) => `A-${no}`;

/** Whom somebody acts on: themselves, a teammate, somebody of another team. */
const aboutPerson = ({ actors, teammate, other }: Company, records: Records, role: Role) => {
  if (isOf(records, 'mine')) return actors[role];
  return isOf(records, 'teammate') ? teammate : other;
};

/** Whether the records are those of that state. */
const isOf = (records: Records, state: RecordState): boolean => records.report.name.endsWith(state);

const teamOf = (company: Company, records: Records, role: Role): string =>
  aboutPerson(company, records, role) === company.other ? '华南' : '华东';

/** Every way in which a command changes records; each command that declares changes is here. */
export const lawfulActs: LawfulAct[] = [
  // Leads and the pool.
  {
    command: 'lead',
    input: () => ({ customer: '昆山新材', contact: '孙总', phone: '13800000001', isNew: true }),
    may: { mine: reps },
  },
  {
    command: 'lead',
    about: 'of a customer',
    input: (r) => ({ customer: C(r), isNew: true }),
    may: { mine: reps, teammate: reps, other: admin, pool: reps, otherPool: admin, shared: reps },
  },
  {
    command: 'lead',
    about: 'given to a teammate',
    input: (_r, { taker }) => ({ customer: '昆山新材', owner: taker.person.id, isNew: true }),
    may: { mine: reps },
  },
  {
    command: 'lead',
    about: 'given to another team',
    input: (_r, { other }) => ({ customer: '昆山新材', owner: other.person.id, isNew: true }),
    may: { mine: admin },
  },
  { command: 'claim', input: (r) => ({ lead: L(r) }), may: { ...claims() } },
  { command: 'claim', about: 'a customer', input: (r) => ({ lead: C(r) }), may: notClosed(claims()) },
  {
    command: 'decline',
    input: (r) => ({ record: L(r) }),
    may: { mine: nobody, teammate: nobody, other: nobody, pool: reps, otherPool: nobody, shared: nobody },
  },
  {
    command: 'release',
    input: (r) => ({ record: L(r), reason: '暂时没有需求' }),
    may: { ...own, ...held },
  },
  {
    command: 'release',
    about: 'a customer',
    input: (r) => ({ record: C(r), reason: '暂时没有需求' }),
    may: { ...ownCustomer, ...held },
  },
  {
    command: 'lead-merge',
    input: (r) => ({ into: D(r), contact: '孙总', phone: '13800000001', note: '又来问过' }),
    may: { ...work, ...alsoClosed },
  },
  {
    command: 'assign',
    input: (r, { taker }) => ({ record: D(r), to: taker.person.id }),
    may: gives(),
  },
  {
    command: 'assign',
    about: 'a lead',
    input: (r, { taker }) => ({ record: L(r), to: taker.person.id }),
    may: gives(),
  },
  {
    command: 'assign',
    about: 'a customer',
    input: (r, { taker }) => ({ record: C(r), to: taker.person.id }),
    may: notClosed(gives()),
  },
  {
    command: 'assign',
    about: 'to another team',
    input: (r, { other }) => ({ record: D(r), to: other.person.id }),
    may: { mine: admin, teammate: admin, pool: admin, otherPool: admin, closed: nobody },
  },
  // Deals.
  {
    command: 'move',
    input: (r) => ({ record: D(r), contact: '王总', note: '要报价' }),
    may: work,
  },
  { command: 'move', about: 'a lead', input: (r) => ({ record: L(r) }), may: { ...work, ...held } },
  {
    command: 'move',
    about: 'back',
    input: (r) => ({ record: recordNo('deal', r.large.no), stage: 'contact', note: '客户换人' }),
    may: work,
  },
  { command: 'pipeline', input: (r) => ({ deal: D(r), pipeline: 'renewal' }), may: work },
  {
    command: 'deal',
    input: () => ({ customer: '昆山新材', contact: '孙总', amount: 30_000_000, isNew: true }),
    may: { mine: reps },
  },
  {
    command: 'deal',
    about: 'of a customer',
    input: (r) => ({ customer: C(r), amount: 30_000_000 }),
    may: { mine: reps, teammate: leads, other: admin, pool: reps, otherPool: admin, shared: reps },
  },
  { command: 'edit', input: (r) => ({ deal: D(r), amount: 28_000_000, close: '2026-12-31' }), may: work },
  { command: 'note', input: (r) => ({ deal: D(r), note: '等总部批' }), may: { ...work, ...alsoClosed } },
  { command: 'step', input: (r) => ({ deal: D(r), step: 'intro' }), may: work },
  {
    command: 'won',
    input: (r) => ({
      deal: D(r),
      sure: true,
      amount: 20_000_000,
      close: '2026-11-26',
      contact: '王总',
      product: '标准版',
      note: '电话 条款谈定',
    }),
    may: own,
  },
  { command: 'lost', input: (r) => ({ deal: D(r), reason: 'price', note: '输在价格' }), may: own },
  {
    command: 'request',
    input: (r) => ({ deal: recordNo('deal', r.large.no), stage: 'negotiation', note: '客户催' }),
    may: work,
  },
  { command: 'approve', input: (r) => ({ deal: recordNo('deal', r.waiting.no) }), may: approves() },
  {
    command: 'reject',
    input: (r) => ({ deal: recordNo('deal', r.waiting.no), reason: '没过财务' }),
    may: { ...approves(), closed: ['manager'] },
  },
  { command: 'call', input: (r) => ({ deal: D(r), called: 'commit' }), may: work },
  {
    command: 'call',
    about: 'of a period',
    input: () => ({ period: 'thisQuarter', commit: 300_000_000, best: 360_000_000 }),
    may: { mine: reps },
  },
  // Follow-ups and tasks.
  {
    command: 'log',
    input: (r) => ({ subject: D(r), channel: 'call', contact: '孙总', next: '2026-12-02', note: '价格偏高' }),
    may: { ...work, ...alsoClosed },
  },
  {
    command: 'log',
    about: 'of a lead',
    input: (r) => ({ subject: L(r), channel: 'visit', note: '见了面' }),
    may: { ...work, ...alsoClosed },
  },
  {
    command: 'log',
    about: 'of a customer',
    input: (r) => ({ subject: C(r), channel: 'visit', note: '见了面' }),
    may: ofCustomer,
  },
  {
    command: 'plan',
    input: (r) => ({ subject: D(r), next: '2026-12-02', note: '讲方案' }),
    may: { ...work, ...alsoClosed },
  },
  { command: 'task-done', input: (r) => ({ task: T(r) }), may: heldWork },
  {
    command: 'contact-edit',
    input: (r) => ({ contact: r.contact.id, title: '副总裁', confirmed: true }),
    may: ofCustomer,
  },
  {
    command: 'task-give',
    input: (r, company, role) => ({
      task: T(r),
      to: isOf(r, 'mine') ? company.teammate.id : company.actors[role].person.id,
    }),
    may: { mine: leads, teammate: leads, other: admin, shared: admin, closed: nobody },
  },
  { command: 'task-snooze', input: (r) => ({ task: T(r), to: '2026-12-07' }), may: heldWork },
  { command: 'task-drop', input: (r) => ({ task: T(r) }), may: heldWork },
  { command: 'tasks-change', input: (r) => ({ tasks: T(r), what: 'done', confirmed: true }), may: heldWork },
  {
    command: 'tasks-change',
    about: 'drops',
    input: (r) => ({ tasks: T(r), what: 'drop', confirmed: true }),
    may: heldWork,
  },
  {
    command: 'tasks-change',
    about: 'moves',
    input: (r) => ({ tasks: T(r), what: 'move', to: '2026-12-07', confirmed: true }),
    may: heldWork,
  },
  {
    command: 'say',
    // With the record that a tap would carry: what a bare name may mean is asked, as if the record were not there.
    input: (r) => ({ words: `今天拜访了${r.customer.name}的孙总，对方觉得贵`, isMine: true, meant: C(r) }),
    may: ofCustomer,
  },
  {
    command: 'who-is',
    input: (r) => ({ customer: D(r), said: '老王', contact: '王工' }),
    // A team's words for whom its people see; the admin of no team teaches none.
    may: {
      ...{ mine: ['rep', 'manager'], teammate: ['rep', 'manager'], other: nobody },
      ...{ pool: ['rep', 'manager'], otherPool: nobody, shared: ['rep', 'manager'] },
    },
  },
  {
    command: 'forget',
    input: (r) => ({ name: r.learnt.words }),
    may: { mine: ['rep', 'manager'], teammate: ['rep', 'manager'], other: nobody },
  },
  // Customers.
  { command: 'customer', input: (r) => ({ customer: C(r), grade: 'A级' }), may: ofCustomer },
  {
    command: 'customer',
    about: 'its facts',
    input: (r) => ({ customer: C(r), industry: '制造', source: '官网' }),
    may: ofCustomer,
  },
  { command: 'rename', input: (r) => ({ record: C(r), to: '昆山新材' }), may: ofCustomer },
  {
    command: 'rename',
    about: 'a deal',
    input: (r) => ({ record: D(r), to: '三期' }),
    may: { ...work, ...alsoClosed },
  },
  {
    command: 'rename',
    about: 'a contact',
    input: (r) => ({ record: `contact:${r.contact.id}`, to: '孙总' }),
    may: ofCustomer,
  },
  { command: 'tag', input: (r) => ({ record: C(r), tags: '+KA' }), may: ofCustomer },
  {
    command: 'tag',
    about: 'a deal',
    input: (r) => ({ record: D(r), tags: '+KA' }),
    may: { ...work, ...alsoClosed },
  },
  { command: 'tag', about: 'a lead', input: (r) => ({ record: L(r), tags: '+KA' }), may: notClosed(work) },
  { command: 'reopen', input: (r) => ({ record: D(r) }), may: { closed: reps } },
  { command: 'remove', input: (r) => ({ record: C(r), confirmed: true }), may: ownCustomer },
  {
    command: 'remove',
    about: 'a deal',
    input: (r) => ({ record: D(r), confirmed: true }),
    may: { ...own, ...alsoClosed },
  },
  {
    command: 'remove',
    about: 'a lead',
    input: (r) => ({ record: L(r), confirmed: true }),
    may: notClosed(own),
  },
  {
    command: 'remove',
    about: 'a contact',
    input: (r) => ({ record: `contact:${r.contact.id}` }),
    may: ofCustomer,
  },
  {
    command: 'void',
    input: (r) => ({ record: L(r) }),
    may: { ...notClosed(work), pool: nobody, otherPool: nobody },
  },
  {
    command: 'share',
    input: (r, { teammate, other, actors }, role) => ({
      customer: C(r),
      who: (r.customer.ownerId === teammate.person.id || role === 'admin'
        ? actors.viewer
        : r.customer.ownerId === other.person.id
          ? actors.viewer
          : other
      ).person.id,
    }),
    may: ownCustomer,
  },
  {
    command: 'unshare',
    input: (r, { taker }) => ({ customer: C(r), who: taker.person.id }),
    may: ownCustomer,
  },
  {
    command: 'unshare',
    about: 'by the collaborator',
    input: (r, { actors }, role) => ({ customer: C(r), who: actors[role].person.id }),
    may: { shared: reps },
  },
  {
    command: 'merge',
    input: (r) => ({ from: C(r), into: recordNo('customer', r.twin.no) }),
    may: ownCustomer,
  },
  {
    command: 'dispute',
    // By what the claimant knows: the number of a customer whom they may not see is no record to them.
    input: (r) => ({
      customer: r.customer.name,
      reason: '我先联系的',
      contact: '孙总',
      phone: '13800000001',
    }),
    may: { mine: nobody, teammate: reps, other: reps, shared: reps },
  },
  ...(['given', 'kept', 'merged'] as const).map(
    (verdict): LawfulAct => ({
      command: 'dispute-decide',
      about: verdict,
      input: (r) => ({ dispute: r.dispute.id, verdict, reason: '有记录' }),
      may: { mine: leads, teammate: leads, other: admin, pool: leads, otherPool: admin, shared: admin },
    }),
  ),
  {
    command: 'handover',
    input: (r, c, role) => ({
      who: aboutPerson(c, r, role).person.id,
      to: c.taker.person.id,
      confirmed: true,
    }),
    may: { teammate: leads, other: admin },
  },
  {
    command: 'handover',
    about: 'of somebody who leaves',
    input: (r, c, role) => ({
      who: aboutPerson(c, r, role).person.id,
      to: c.taker.person.id,
      leaves: true,
      confirmed: true,
    }),
    may: { teammate: leads, other: admin },
  },
  // Figures.
  {
    command: 'target',
    input: (r, c, role) => ({ ...aimAt(r, c, role), metric: 'won', value: 50_000_000 }),
    may: { mine: leads, teammate: leads, other: admin },
  },
  {
    command: 'target',
    about: 'of a team',
    input: (r, c, role) => ({
      whose: teamOf(c, r, role),
      month: '2026-12',
      metric: 'won',
      value: 90_000_000,
    }),
    may: { mine: leads, other: admin },
  },
  {
    command: 'target',
    about: 'of the company',
    input: () => ({ whose: 'company', month: '2026-12', metric: 'won', value: 90_000_000 }),
    may: { mine: admin },
  },
  {
    command: 'target-take',
    input: (r, c, role) => ({
      month: '2026-12',
      list: `${aboutPerson(c, r, role).person.id}:won=4400000,visits=2200`,
    }),
    may: { mine: leads, teammate: leads, other: admin },
  },
  {
    command: 'export',
    input: () => ({ what: '商机 数量 按阶段' }),
    may: { mine: leads },
    undo: 'passes',
  },
  {
    command: 'meeting',
    input: (r, c, role) => ({ team: teamOf(c, r, role) }),
    may: { mine: leads, other: admin },
  },
  {
    command: 'end-meeting',
    first: (r, c, role) => ({ command: 'meeting', input: { team: teamOf(c, r, role) } }),
    input: () => ({}),
    may: { mine: leads, other: admin },
  },
  {
    command: 'slice-save',
    input: () => ({ name: '我的切片', slice: '商机 数量 按阶段' }),
    may: { mine: all },
  },
  {
    command: 'cost',
    input: () => ({ source: '展会', month: '2026-11', amount: '2万' }),
    may: { mine: leads },
  },
  {
    command: 'slice-post',
    input: (r) => ({ words: `${r.report.name} 每周一 9:00 华东` }),
    may: { mine: leads, teammate: nobody, other: nobody },
  },
  {
    command: 'slice-stop',
    input: (r) => ({ name: r.posted.name }),
    may: { mine: all, teammate: ['manager'], other: nobody },
  },
  {
    command: 'slice-remove',
    about: 'that is posted',
    input: (r) => ({ name: r.posted.name }),
    may: { mine: all, teammate: ['manager'], other: nobody },
  },
  // Until it is posted, a report is its owner's alone.
  {
    command: 'slice-remove',
    input: (r) => ({ name: r.report.name }),
    may: { mine: all, teammate: nobody, other: nobody },
  },
  // Knowledge.
  {
    command: 'article',
    input: () => ({ words: '客户嫌贵怎么回：先算三年总成本' }),
    may: { mine: reps },
  },
  {
    command: 'article-edit',
    input: (r) => ({ article: A(r.article.no), words: '先算五年' }),
    may: { mine: reps, teammate: leads, other: leads },
  },
  {
    command: 'article-title',
    input: (r) => ({ article: A(r.article.no), title: '换个题目' }),
    may: { mine: reps, teammate: leads, other: leads },
  },
  {
    command: 'article-remove',
    input: (r) => ({ article: A(r.article.no) }),
    may: { mine: reps, teammate: leads, other: leads },
  },
  {
    command: 'article-answer',
    input: (_r, c) => ({ question: c.question, words: '楼下食堂，周五有面' }),
    may: { mine: reps },
  },
  { command: 'article-propose', input: () => ({ note: '嫌贵就算三年' }), may: { mine: reps } },
  {
    command: 'article-note',
    input: (r) => ({ followUp: r.followUp.id }),
    may: { mine: reps, teammate: reps, other: admin, shared: reps },
  },
  {
    command: 'article-case',
    input: (r) => ({ deal: D(r) }),
    may: {
      ...work,
      ...alsoClosed,
      mine: nobody,
      teammate: nobody,
      other: nobody,
      pool: nobody,
      otherPool: nobody,
      shared: nobody,
    },
  },
  {
    command: 'article-keep',
    input: (r) => ({ article: A(r.draft.no) }),
    may: { mine: reps, teammate: nobody, other: nobody },
  },
  { command: 'article-read', input: (r) => ({ article: A(r.article.no) }), may: { mine: reps } },
  { command: 'ask', input: () => ({ words: '打印机在哪里' }), may: { mine: all }, undo: 'passes' },
  { command: 'ask-missed', input: () => ({ words: '打印机在哪里' }), may: { mine: reps }, undo: 'passes' },
  // People, teams and rules.
  { command: 'call-me', input: () => ({ name: '新名字' }), may: { mine: all } },
  {
    command: 'leave',
    input: (r, c, role) => ({ who: aboutPerson(c, r, role).person.id, days: '明天' }),
    may: { mine: all, teammate: leads, other: admin },
  },
  {
    command: 'back',
    first: (r, c, role) => ({
      command: 'leave',
      input: { who: aboutPerson(c, r, role).person.id, days: '明天' },
    }),
    input: (r, c, role) => ({ who: aboutPerson(c, r, role).person.id }),
    may: { mine: all, teammate: leads, other: admin },
  },
  { command: 'alerts', input: () => ({ how: 'digest' }), may: { mine: reps } },
  { command: 'notices', input: () => ({ at: '9:00' }), may: { mine: all } },
  { command: 'language', input: () => ({ to: 'en' }), may: { mine: all } },
  { command: 'timezone', input: () => ({ zone: '伦敦' }), may: { mine: all } },
  { command: 'mute', input: () => ({ length: '3小时' }), may: { mine: all } },
  { command: 'unmute', first: () => ({ command: 'mute', input: {} }), input: () => ({}), may: { mine: all } },
  {
    command: 'join-decline',
    input: (r, c, role) => ({ team: teamOf(c, r, role), who: c.newcomer.person.id }),
    may: { mine: leads, other: admin },
  },
  {
    command: 'name-confirm',
    input: (r, c) => {
      const { person } = isOf(r, 'other') ? c.selfNamed.other : c.selfNamed.teammate;
      return { who: person.id, name: bareName(person.name) };
    },
    may: { teammate: leads, other: admin },
  },
  {
    command: 'account-give',
    input: (_r, c) => ({ from: c.newcomer.person.id, into: c.imported.id }),
    may: { mine: admin },
    undo: 'never',
  },
  {
    command: 'join',
    about: 'of a newcomer',
    input: (r, c, role) => ({ team: teamOf(c, r, role), who: c.newcomer.person.id }),
    may: { mine: leads, other: admin },
  },
  {
    command: 'join',
    about: 'of somebody of another team',
    input: (r, c, role) => ({ team: '华东', who: aboutPerson(c, r, role).person.id }),
    may: { other: admin },
  },
  {
    command: 'join',
    about: 'to another team',
    input: (_r, c) => ({ team: '华南', who: c.teammate.person.id }),
    may: { teammate: admin },
  },
  {
    command: 'role',
    input: (r, c, role) => ({ who: aboutPerson(c, r, role).person.id, role: 'viewer' }),
    may: { teammate: leads, other: admin },
  },
  {
    command: 'role',
    about: 'of a peer',
    input: (_r, c) => ({ who: c.otherManager.person.id, role: 'viewer' }),
    may: { other: admin },
  },
  {
    command: 'role',
    about: 'above their own',
    input: (r, c, role) => ({ who: aboutPerson(c, r, role).person.id, role: 'admin' }),
    may: { teammate: admin, other: admin },
  },
  {
    command: 'team',
    input: (_r, c) => ({ name: '西北', manager: c.newcomer.person.id, parent: '华东' }),
    may: { mine: admin },
  },
  {
    command: 'team',
    about: 'that is there',
    input: (_r, c) => ({ name: '华南', manager: c.teammate.person.id }),
    may: { mine: admin },
  },
  {
    command: 'bind',
    only: 'group',
    input: (r, c, role) => ({ team: teamOf(c, r, role), posts: '周报 停滞' }),
    may: { mine: leads, other: admin },
  },
  {
    command: 'bind',
    about: 'to the company',
    only: 'group',
    input: () => ({ team: 'company', posts: '周报' }),
    may: { mine: admin },
  },
  { command: 'setup', input: () => ({ code: '123' }), may: { mine: nobody }, only: 'private' },
  { command: 'link', input: () => ({ code: '000000' }), may: { mine: nobody }, only: 'private' },
  {
    command: 'rule-apply',
    input: () => ({ key: 'undoMinutes', value: '20' }),
    may: { mine: admin },
    undo: 'never',
  },
  {
    command: 'rule-restore',
    first: () => ({ command: 'rule-apply', input: { key: 'undoMinutes', value: '20' } }),
    input: () => ({ version: '1' }),
    may: { mine: admin },
    undo: 'never',
  },
  // Nothing is offered here: what an admin does with an offered file, `tests/jobs/process-file.test.ts` shows.
  {
    command: 'rule-adopt',
    input: () => ({ hash: 'none', version: '1' }),
    may: { mine: nobody },
  },
  { command: 'rule-discard', input: () => ({ hash: 'none' }), may: { mine: nobody } },
];

/** A rep who sees it, while nobody owns it. */
function claims(): WhoMay {
  return {
    ...{ mine: nobody, teammate: nobody, other: nobody, shared: nobody, closed: nobody },
    ...{ pool: reps, otherPool: admin },
  };
}

/** To somebody of 华东: a rep within the team, a manager within their teams, an admin. */
function gives(): WhoMay {
  return {
    ...{ mine: reps, teammate: leads, other: admin, pool: leads, otherPool: admin },
    ...{ shared: admin, closed: nobody },
  };
}

/** The manager of the deal's team; admins stand in where there is none. */
function approves(): WhoMay {
  const manager: readonly Role[] = ['manager'];
  return {
    ...{ mine: manager, teammate: manager, other: nobody, pool: manager, otherPool: nobody },
    ...{ shared: nobody, closed: nobody },
  };
}

function aimAt(records: Records, company: Company, role: Role): Record<string, Json> {
  return { whose: aboutPerson(company, records, role).person.id, month: '2026-12' };
}
