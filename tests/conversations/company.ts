import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseProcess } from '../../sales/process/parse-process.js';
import type { Store } from '../../store/engine/store.js';
import type { Person, Team } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { createContact } from '../../store/unit/rows/contact-rows.js';
import { createCustomer } from '../../store/unit/rows/customer-rows.js';
import { createDeal } from '../../store/unit/rows/deal-rows.js';
import { createLead } from '../../store/unit/rows/lead-rows.js';
import { createTask } from '../../store/unit/rows/task-rows.js';
import type { Locale } from '../../texts/languages.js';
import { bindPlace } from '../support/change-rows.js';
import { ensurePlace } from '../support/ensure-place.js';
import { type Actor, type World, winsAtOnce, world } from '../support/world.js';

interface Dealing {
  name: string;
  amount: number;
  stage: string;
  closeDate?: string;
}

interface Held {
  owner: string;
  name: string;
  contact?: { name: string; title?: string; phone?: string };
  isLead?: true;
  deals?: Dealing[];
  task?: string;
}

interface Cast {
  teams: [string, string];
  managers: [string, string];
  reps: [string, 0 | 1][];
  admin: string;
  groups: [string, string];
  held: Held[];
}

/** The small company in which all conversations are held, as each language tells of it. */
const casts: Record<Locale, Cast> = {
  zh: {
    teams: ['华东', '华南'],
    managers: ['周敏', '林岚'],
    reps: [
      ['李雷', 0],
      ['韩梅', 0],
      ['许诺', 1],
    ],
    admin: '陈晨',
    groups: ['华东销售群', '华南销售群'],
    held: [
      {
        owner: '李雷',
        name: '星河科技',
        contact: { name: '王强', title: '总', phone: '13800001111' },
        deals: [{ name: 'ERP二期', amount: 300_000, stage: 'contact', closeDate: '2026-12-30' }],
      },
      {
        owner: '李雷',
        name: '云帆物流',
        contact: { name: '赵敏', title: '经理' },
        deals: [
          { name: '仓储系统', amount: 500_000, stage: 'qualify' },
          { name: '运费结算', amount: 120_000, stage: 'contact' },
        ],
      },
      { owner: '李雷', name: '远山教育', contact: { name: '覃总', title: '总' }, isLead: true },
      {
        owner: '李雷',
        name: '海棠地产',
        contact: { name: '李建', title: '总' },
        deals: [{ name: '智慧社区', amount: 800_000, stage: 'negotiation' }],
        task: '给海棠地产李总送合同',
      },
      { owner: '韩梅', name: '银狐科技', deals: [{ name: '数据平台', amount: 600_000, stage: 'qualify' }] },
      { owner: '韩梅', name: '初雪服饰', deals: [{ name: 'CRM', amount: 200_000, stage: 'contact' }] },
      { owner: '许诺', name: '九州印务', deals: [{ name: '年度维保', amount: 90_000, stage: 'contact' }] },
    ],
  },
  en: {
    teams: ['East', 'South'],
    managers: ['Linda Fox', 'Greg Moss'],
    reps: [
      ['Amy Chen', 0],
      ['Tom Baker', 0],
      ['Nina Patel', 1],
    ],
    admin: 'Rob Dale',
    groups: ['east-sales', 'south-sales'],
    held: [
      {
        owner: 'Amy Chen',
        name: 'Larkspur Hotels',
        contact: { name: 'Jane Smith', phone: '+14155550134' },
        deals: [{ name: 'Booking engine', amount: 30_000, stage: 'contact', closeDate: '2026-12-30' }],
      },
      {
        owner: 'Amy Chen',
        name: 'Bluebird Logistics',
        contact: { name: 'Omar Haddad' },
        deals: [
          { name: 'WMS', amount: 50_000, stage: 'qualify' },
          { name: 'Fleet app', amount: 12_000, stage: 'contact' },
        ],
      },
      { owner: 'Amy Chen', name: 'Fenwick Joinery', contact: { name: 'Sue Park' }, isLead: true },
      {
        owner: 'Amy Chen',
        name: 'Ironwood Cycles',
        contact: { name: 'Bill Okafor' },
        deals: [{ name: 'Webshop', amount: 80_000, stage: 'negotiation' }],
        task: 'Send the contract to Bill at Ironwood Cycles',
      },
      {
        owner: 'Tom Baker',
        name: 'Sandford Press',
        deals: [{ name: 'Catalogue', amount: 60_000, stage: 'qualify' }],
      },
      {
        owner: 'Tom Baker',
        name: 'Harbor Dental',
        deals: [{ name: 'CRM', amount: 20_000, stage: 'contact' }],
      },
      {
        owner: 'Nina Patel',
        name: 'Quayside Cafe',
        deals: [{ name: 'POS', amount: 9_000, stage: 'contact' }],
      },
    ],
  },
};

/** The language of a conversation: that of the people who hold it. */
export const languageOf = (people: string[]): Locale =>
  people.some((name) => name === casts.en.admin || everybody(casts.en).includes(name)) ? 'en' : 'zh';

const everybody = ({ managers, reps, admin }: Cast): string[] => [
  ...managers,
  ...reps.map(([name]) => name),
  admin,
];

export interface Company {
  w: World;
  actors: Map<string, Actor>;
}

const shipped = readFileSync(join(import.meta.dirname, '../../process.yaml'), 'utf8');

/** The rules as shipped, with stages called by shorter names. */
const plainStages = (() => {
  const named = [
    ['zh: 初步沟通, en: First contact', 'zh: 初步接触, en: Contact'],
    ['zh: 需求确认, en: Qualification', 'zh: 需求确认, en: Qualify'],
    ['zh: 方案输出, en: Proposal', 'zh: 方案报价, en: Proposal'],
    ['zh: 谈判签约, en: Negotiation', 'zh: 谈判, en: Negotiation'],
    ['aliases: [谈判, 签约, 合同, 商务, negotiating, contract]', 'aliases: [签约, 商务, negotiating]'],
  ] as const;
  const parsed = parseProcess(named.reduce((text, [from, to]) => text.replaceAll(from, to), shipped));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  return parsed.process;
})();

/** Founds the company; `opened` is an empty database. */
export async function found(locale: Locale, opened?: Store): Promise<Company> {
  const cast = casts[locale];
  const w = await world({ locale, store: opened, process: { ...plainStages, wins: winsAtOnce.wins } });
  const team = async (name: string) => (name === w.east.name ? w.east : await w.team(name));
  const teams: [Team, Team] = [await team(cast.teams[0]), await team(cast.teams[1])];
  const actors = new Map<string, Actor>();
  for (const [at, name] of cast.managers.entries())
    actors.set(name, await w.manager(name, teams[at as 0 | 1]));
  for (const [name, at] of cast.reps) actors.set(name, await w.rep(name, teams[at]));
  actors.set(cast.admin, await w.admin(cast.admin));
  await w.store.tx(async (tx) => {
    for (const [at, name] of cast.groups.entries()) {
      const place = { platform: 'sandbox', externalId: name, kind: 'group' as const, name, personId: null };
      const group = await ensurePlace(tx, place, w.clock.now());
      await bindPlace(tx, group.id, teams[at as 0 | 1].id, ['report']);
    }
    for (const held of cast.held) {
      const owner = actors.get(held.owner)?.person;
      if (owner) await hold(tx, held, owner, w.clock.now());
    }
  });
  return { w, actors };
}

const dayMs = 24 * 60 * 60_000;

async function hold(tx: Db, { name, contact, isLead, deals = [], task }: Held, owner: Person, now: Date) {
  const at = new Date(now.getTime() - 20 * dayMs);
  const whose = { ownerId: owner.id, teamId: owner.teamId };
  const customer = await createCustomer(tx, { name, ...whose, pooledAt: null }, at);
  if (contact) await createContact(tx, { customerId: customer.id, title: null, ...contact }, at);
  if (isLead) await createLead(tx, { customerId: customer.id, ...whose, status: 'open', note: '' }, at);
  let dealId: string | null = null;
  for (const one of deals) {
    const { amount, ...about } = one;
    const given = { customerId: customer.id, ...whose, stallAt: null, processVersion: 1, ...about };
    dealId = (await createDeal(tx, { ...given, amount: amount * 100 }, at)).id;
  }
  if (!task) return;
  const dueAt = new Date(now.getTime() + dayMs);
  const due = { dueDate: dueAt.toISOString().slice(0, 10), dueTime: null, dueAt };
  const about = { customerId: customer.id, dealId, leadId: null, teamId: owner.teamId, ownerId: owner.id };
  await createTask(tx, { ...about, title: task, ...due }, at);
}
