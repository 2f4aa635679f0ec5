import { pinyin } from 'pinyin-pro';
import type { Role } from '../../kernel/command/roles.js';
import { formatAmount, formatAmountShort } from '../../kernel/pieces/amount.js';
import type { Process } from '../../sales/process/parse-process.js';
import type { Team } from '../../store/schema/row-types.js';
import { addCollaborator, removeCollaborator } from '../../store/unit/rows/collaborator-rows.js';
import { createContact } from '../../store/unit/rows/contact-rows.js';
import { createCustomer } from '../../store/unit/rows/customer-rows.js';
import { createDeal } from '../../store/unit/rows/deal-rows.js';
import { createLead } from '../../store/unit/rows/lead-rows.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { updateTeam } from './change-rows.js';
import { type Actor, processOfTests, type World, world } from './world.js';

export type Access = Process['access']['rep'];

/** What is decided at random about a company and one of its people, the reader. */
export interface Plan {
  reader: { role: Exclude<Role, 'admin'>; team: 0 | 1 | null; access: Access };
  /** Team 1 is below team 0. */
  isBelow: boolean;
  records: { kind: 'deal' | 'lead' | 'pool'; team: 0 | 1; owner: 0 | 1 | 'reader'; shared: boolean }[];
  change: 'unshared' | 'viewer' | 'left';
  /** Which of the questions are asked in this company. */
  turn: number;
}

/** A record with every value of it that is not for everybody. */
export interface Fact {
  kind: Plan['records'][number]['kind'];
  name: string;
  /** First letters of the name's sounds. */
  initials: string;
  numbers: string[];
  phones: string[];
  amount: number;
  amountForms: string[];
  ownerId: string | null;
  ownerName: string | null;
  teamId: string;
  isShared: boolean;
  customerId: string;
}

/** What is known of the reader, from which it follows what they may see. */
export interface ReaderFacts {
  id: string;
  role: Role;
  teamId: string | null;
  access: Access;
}

export interface RandomWorld {
  w: World;
  reader: Actor;
  facts: Fact[];
  who: ReaderFacts;
  /** Teams below the reader's. */
  below: ReadonlySet<string>;
}

const names = ['海豚航运', '星辰乳业', '云杉制药', '极光电气', '松石软件', '青禾食品', '白鹭旅游'];

/**
 * Whether the reader may see a record, and which values of it. Says it from the facts alone, in its own words:
 * the product's rules are what is tested.
 */
export function mayKnow(fact: Fact, { who, below }: Pick<RandomWorld, 'who' | 'below'>) {
  const isOwn = fact.ownerId === who.id;
  const isOfTeam = fact.teamId === who.teamId;
  const isPooled = fact.ownerId === null;
  const byScope = {
    self: isPooled && isOfTeam,
    team: isOfTeam,
    below: isOfTeam || below.has(fact.teamId),
    all: true,
  }[who.access.sees];
  const record = isOwn || fact.isShared || byScope;
  const value = (right: Access['phone']) => record && (right === 'all' || (right === 'own' && isOwn));
  return { record, phone: value(who.access.phone) && !isPooled, amount: value(who.access.amount) };
}

export async function randomWorld(plan: Plan): Promise<RandomWorld> {
  const { access } = plan.reader;
  const w = await world({
    process: { ...processOfTests, access: { ...processOfTests.access, [plan.reader.role]: access } },
  });
  const teams: [Team, Team] = [w.east, await w.team('华北')];
  if (plan.isBelow) await w.store.tx((tx) => updateTeam(tx, teams[1].id, { parentId: teams[0].id }));
  const owners = [];
  for (const [n, team] of teams.entries()) {
    await w.manager(`经理${'甲乙'[n]}`, team);
    owners.push([await w.rep(`${'李韩'[n]}雷`, team), await w.rep(`${'林华'[n]}强`, team)]);
  }
  const ownTeam = plan.reader.team === null ? null : teams[plan.reader.team];
  const reader =
    plan.reader.role === 'manager' && ownTeam
      ? await w.manager('波', ownTeam)
      : await w.rep('波', ownTeam ?? null);
  if (reader.person.role !== plan.reader.role)
    await w.store.tx((tx) => updatePerson(tx, reader.person.id, { role: plan.reader.role }));
  const facts: Fact[] = [];
  for (const [n, record] of plan.records.entries()) {
    const isReaders = record.owner === 'reader' && ownTeam !== null;
    const owner = record.owner === 'reader' ? reader : owners[record.team]?.[record.owner];
    const team = isReaders ? ownTeam : teams[record.team];
    const ownerless = record.kind === 'pool' || (record.owner === 'reader' && !isReaders);
    const kind = ownerless && record.kind !== 'pool' ? 'pool' : record.kind;
    const holder = ownerless ? null : (owner?.person ?? null);
    facts.push(await store(w, { n, kind, owner: holder, teamId: team.id, isShared: record.shared, reader }));
  }
  const below = new Set(plan.isBelow && plan.reader.team === 0 ? [teams[1].id] : []);
  const who = { id: reader.person.id, role: plan.reader.role, teamId: ownTeam?.id ?? null, access };
  return { w, reader, facts, who, below };
}

async function store(
  w: World,
  given: {
    n: number;
    kind: Fact['kind'];
    owner: { id: string; name: string } | null;
    teamId: string;
    isShared: boolean;
    reader: Actor;
  },
): Promise<Fact> {
  const { n, kind, owner, teamId, isShared, reader } = given;
  const name = names[n] ?? `客户${n}`;
  const phones = [`1391111${1000 + n * 37}`, `1372222${2000 + n * 41}`];
  const amount = 7_654_300 + n * 111_700;
  const owned = { ownerId: owner?.id ?? null, teamId };
  const note = `谈到${amount}元，微信同号${phones[1]}`;
  const now = w.clock.now();
  return await w.store.tx(async (tx) => {
    const customer = await createCustomer(tx, { name, ...owned, ...(owner ? {} : { pooledAt: now }) }, now);
    const contact = await createContact(tx, { customerId: customer.id, name: '王总', phone: phones[0] }, now);
    const numbers = [`C-${customer.no}`];
    if (kind === 'deal') {
      const about = { stage: processOfTests.stages[0]?.key ?? '', stallAt: now, processVersion: 1 };
      const money = { amount: amount * 100 };
      const deal = await createDeal(
        tx,
        { customerId: customer.id, name: `系统 ${note}`, ...owned, ...about, ...money },
        now,
      );
      numbers.push(`D-${deal.no}`);
    } else {
      const status = kind === 'pool' ? ('pool' as const) : ('open' as const);
      const lead = await createLead(
        tx,
        {
          customerId: customer.id,
          contactId: contact.id,
          note,
          status,
          amount: amount * 100,
          ...owned,
        } as never,
        now,
      );
      numbers.push(`L-${lead.no}`);
    }
    if (isShared)
      await addCollaborator(
        tx,
        { customerId: customer.id, personId: reader.person.id, addedBy: reader.person.id } as never,
        now,
      );
    return {
      kind,
      name,
      initials: pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
      numbers,
      phones,
      amount,
      amountForms: formsOf(amount),
      ownerId: owner?.id ?? null,
      ownerName: owner?.name ?? null,
      teamId,
      isShared,
      customerId: customer.id,
    };
  });
}

/** Every way that the amount may be written. */
const formsOf = (amount: number): string[] => [
  ...new Set(
    [
      ...(['zh', 'en'] as const).flatMap((locale) => [
        formatAmount(amount * 100, { locale, process: { currency: 'CNY' } }),
        formatAmountShort(amount * 100, { locale, process: { currency: 'CNY' } }),
      ]),
      String(amount),
      String(amount * 100),
    ].map((form) => form.replace(/[¥元]/g, '')),
  ),
];

/** Takes rights away from the reader, in the database and in the facts. */
export async function takeAway(world: RandomWorld, change: Plan['change']): Promise<void> {
  const { w, who, facts } = world;
  await w.store.tx(async (tx) => {
    if (change === 'unshared') {
      for (const fact of facts) await removeCollaborator(tx, fact.customerId, who.id);
    } else if (change === 'viewer') await updatePerson(tx, who.id, { role: 'viewer' });
    else await updatePerson(tx, who.id, { teamId: null });
  });
  if (change === 'unshared') for (const fact of facts) fact.isShared = false;
  else if (change === 'viewer') {
    who.role = 'viewer';
    who.access = w.process.access.viewer;
  } else {
    who.teamId = null;
    world.below = new Set();
  }
}
