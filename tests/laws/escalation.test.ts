import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../kernel/card/card.js';
import type { Role } from '../../kernel/command/roles.js';
import { seededRandom } from '../../sales/forecast/seeded-random.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { runs } from '../support/runs.js';
import { printed, type World } from '../support/world.js';
import { buildCompany, type Company, companyCopy } from './company.js';

/** Who tries to gain by a chain of acts: somebody of each role, and a newcomer of no team. */
const attackers = ['viewer', 'rep', 'manager', 'newcomer'] as const;
type Attacker = (typeof attackers)[number];

const chains = runs(6, 150);

let company: Company;
beforeAll(async () => {
  company = await buildCompany('zh');
});

const actorOf = (who: Attacker) => (who === 'newcomer' ? company.newcomer : company.actors[who]);

/** Acts of membership, transfer, roles and sharing, on people and records of both teams. */
function actsOf(random: () => number, me: Person): Call {
  const { actors, teammate, taker, other, otherManager, newcomer, records, imported } = company;
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const people = [teammate, taker, other, otherManager, newcomer, actors.admin, actors.manager, actors.rep];
  const who = one([...people.map(({ person }) => person.id), me.id]);
  const to = one([me.id, me.id, taker.person.id, other.person.id]);
  const role = one(['viewer', 'rep', 'manager', 'admin'] satisfies Role[]);
  const team = one(['华东', '华南']);
  const set =
    records[one(['rep', 'manager'] as const)][
      one(['mine', 'teammate', 'other', 'pool', 'otherPool'] as const)
    ];
  const [D, L, C] = [`D-${set.deal.no}`, `L-${set.lead.no}`, `C-${set.customer.no}`];
  const lastMade = one(['L-29', 'L-30', 'D-85', 'D-86']);
  return one<Call>([
    { command: 'join', input: { team, who } },
    { command: 'join', input: { team } },
    { command: 'role', input: { who, role } },
    { command: 'role', input: { who: me.id, role } },
    { command: 'team', input: { name: team, manager: who } },
    { command: 'handover', input: { who, to, confirmed: true } },
    { command: 'handover', input: { who, to, leaves: true, confirmed: true } },
    { command: 'assign', input: { record: one([D, L, lastMade]), to } },
    { command: 'share', input: { customer: C, who: to } },
    { command: 'unshare', input: { customer: C, who } },
    { command: 'claim', input: { lead: one([L, C]) } },
    { command: 'release', input: { record: one([L, C, D]), reason: '没有需求' } },
    { command: 'merge', input: { from: C, into: `C-${records.rep.mine.twin.no}` } },
    { command: 'lead', input: { customer: C, isNew: true } },
    { command: 'deal', input: { customer: C, isNew: true } },
    { command: 'move', input: { record: one([L, D, lastMade]) } },
    { command: 'log', input: { subject: one([C, D, L]), note: '聊了聊' } },
    { command: 'leave', input: { who, days: '明天', deputy: me.id } },
    { command: 'call-me', input: { name: one(['吴经理', '陈管', '张伟']) } },
    { command: 'name-confirm', input: { who, name: one(['吴经理', '陈管']) } },
    { command: 'account-give', input: { from: me.id, into: imported.id } },
    { command: 'dispute-decide', input: { dispute: set.dispute.id, verdict: 'given', reason: '有记录' } },
    { command: 'bind', input: { team } },
    { command: 'undo', input: {} },
  ]);
}

const owned = ['customers', 'leads', 'deals', 'tasks'] as const;

/** What a person owns, by id, with its team. */
async function recordsOf(w: World): Promise<Map<string, { ownerId: string | null; teamId: string | null }>> {
  const { q, t } = w.store.db;
  const found = new Map<string, { ownerId: string | null; teamId: string | null }>();
  for (const table of owned) {
    for (const { id, ownerId, teamId } of await q.select().from(t[table])) found.set(id, { ownerId, teamId });
  }
  return found;
}

/** Roles, the least first. */
const order: Role[] = ['viewer', 'rep', 'manager', 'admin'];

/** What the attacker gained that only somebody else could have given them. */
async function gains(w: World, me: Person, before: Awaited<ReturnType<typeof recordsOf>>): Promise<string[]> {
  const found: string[] = [];
  const people = await listPeople(w.store.db);
  const is = people.find(({ id }) => id === me.id);
  if (!is) return ['they are gone'];
  if (order.indexOf(is.role) > order.indexOf(me.role)) found.push(`role ${is.role}`);
  if (is.teamId !== me.teamId) found.push(`team ${is.teamId}`);
  for (const { role, teamId, name, id } of people) {
    const was = company.people.get(id);
    if (was?.teamId !== teamId && teamId === company.south.id) found.push(`${name} is in 华南`);
    if (was?.teamId === company.south.id && teamId !== was.teamId) found.push(`${name} left 华南`);
    if (['manager', 'admin'].includes(role) && was?.role !== role) found.push(`${name} is ${role}`);
    if (was && was.role === 'admin' && role !== 'admin') found.push(`${name} is no admin`);
  }
  const mayTake = me.role === 'manager';
  for (const [id, now] of await recordsOf(w)) {
    const was = before.get(id);
    const far = was && was.teamId !== me.teamId;
    if (far && (now.ownerId !== was.ownerId || now.teamId !== was.teamId)) found.push(`${id} of 华南 moved`);
    if (!was || now.ownerId !== me.id || was.ownerId === me.id) continue;
    // The pool of their own team is for a rep to claim, and a manager takes within the team.
    const isOpen = was.ownerId === null && was.teamId === me.teamId && me.role !== 'viewer';
    if (!isOpen && !mayTake) found.push(`${id} is theirs`);
  }
  return found;
}

describe('a chain of acts by one person gains nothing that others have to give', () => {
  let shared: World;
  beforeAll(async () => {
    shared = await companyCopy(company);
  });
  afterAll(async () => await shared.close());

  it.each([
    ['rep', 'lead'],
    ['rep', 'deal'],
    ['manager', 'lead'],
    ['manager', 'deal'],
  ] as const)('%s takes no pooled customer of another team along with a %s', async (who, command) => {
    const me = actorOf(who).person;
    const before = await recordsOf(shared);
    const w = await companyCopy(company);
    const attacker = actorOf(who).of(w);
    const customer = `C-${company.records.rep.otherPool.customer.no}`;
    await attacker.calls({ command, input: { customer, isNew: true } });
    const record = command === 'lead' ? 'L-29' : 'D-85';
    await attacker.calls({ command: 'assign', input: { record, to: company.taker.person.id } });
    expect(await gains(w, me, before)).toEqual([]);
  });

  for (const who of attackers) {
    it.each(Array.from({ length: chains }, (_, seed) => seed))(`${who}, chain %i`, async (seed) => {
      const random = seededRandom(seed * 7 + attackers.indexOf(who));
      const me = actorOf(who).person;
      const before = await recordsOf(shared);
      const w = await companyCopy(company);
      const attacker = actorOf(who).of(w);
      const said: string[] = [];
      for (let step = 3 + Math.floor(random() * 3); step > 0; step--) {
        const call = actsOf(random, me);
        const answer = await attacker.calls(call);
        said.push(
          `${call.command} ${JSON.stringify(call.input)}: ${answer.cards.map(({ title }) => title).join()}`,
        );
      }
      expect(w.incidents).toEqual([]);
      expect(await gains(w, me, before), said.join('\n')).toEqual([]);
      // What belongs to the other team stays out of sight.
      const secret = company.records.rep.other.deal;
      const shown = (await attacker.says(`D-${secret.no}`)).cards.map(printed).join('\n');
      expect(shown, said.join('\n')).not.toContain(secret.name);
    });
  }
});
