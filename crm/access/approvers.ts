import { approversOf, type Gate, isOpenedBy, pricedAs } from '../../sales/deals/gates.js';
import { isAway } from '../../sales/people/away.js';
import type { Process } from '../../sales/process/parse-process.js';
import { listPeople } from '../../store/people/person-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import type { Approval, Deal, Person, Team } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { gatesAhead } from './gates-ahead.js';

/** What is needed to find who approves. */
interface Asking {
  db: Db;
  process: Process;
  now: Date;
}

/** Finds the people who may approve the deal's move past the gate. */
export async function approvers(
  { db, now }: Pick<Asking, 'db' | 'now'>,
  gate: Gate,
  deal: Deal,
): Promise<Person[]> {
  const people = (await listPeople(db)).map((row) => ({ ...row, row, away: isAway(row, now) }));
  return approversOf(people, gate, deal).map(({ row }) => row);
}

/** Finds the gate that a request to enter a stage asks about: the last one on the way; undefined if there is none. */
export async function gateAskedFor(
  asking: Asking,
  deal: Deal,
  approval: Pick<Approval, 'stage' | 'amount' | 'told' | 'currency'>,
): Promise<Gate | undefined> {
  const ahead = await gatesAhead(asking, pricedAs(deal, approval), approval.stage);
  return ahead.at(-1)?.gate ?? undefined;
}

/** Finds the people who may approve the deal's request to enter a stage; nobody if no gate is on the way. */
export async function approversFor(asking: Asking, deal: Deal, approval: Approval): Promise<Person[]> {
  const gate = await gateAskedFor(asking, deal, approval);
  if (!gate) return [];
  const keepers = await approvers(asking, gate, deal);
  const above = isEscalated(approval, asking.now) ? await peopleAbove(asking.db, gate, deal, keepers) : [];
  return [...keepers, ...above];
}

/** Whether the votes so far open the gate that the request asks about; one vote of somebody above the approvers does. */
export async function isOpened(
  asking: Asking,
  deal: Deal,
  approval: Approval,
  votes: readonly string[],
): Promise<boolean> {
  const gate = await gateAskedFor(asking, deal, approval);
  if (!gate) return true;
  const keepers = await approvers(asking, gate, deal);
  if (isOpenedBy(gate, keepers, votes)) return true;
  return (
    isEscalated(approval, asking.now) &&
    (await peopleAbove(asking.db, gate, deal, keepers)).some(({ id }) => votes.includes(id))
  );
}

/** Whether a request waited so long that those above its approvers may decide too. */
export const isEscalated = ({ escalateAt }: Pick<Approval, 'escalateAt'>, at: Date): boolean =>
  escalateAt !== null && escalateAt <= at;

/**
 * Finds who decides in place of approvers who do not answer: for the manager of a team the managers of the teams above it, else
 * the admins.
 */
async function peopleAbove(db: Db, gate: Gate, deal: Deal, keepers: readonly Person[]): Promise<Person[]> {
  const active = (await listPeople(db)).filter(
    (one) => one.active && !keepers.some(({ id }) => id === one.id),
  );
  const managers = new Set<string>();
  const seen = new Set<string>();
  const isManagers = gate.role === 'manager' && gate.people.length === 0;
  const own = isManagers && deal.teamId ? await teamById(db, deal.teamId) : undefined;
  let next = own?.parentId ?? null;
  while (next && !seen.has(next)) {
    seen.add(next);
    const team: Team | undefined = await teamById(db, next);
    if (team?.managerId) managers.add(team.managerId);
    next = team?.parentId ?? null;
  }
  const above = active.filter(({ id }) => managers.has(id));
  return above.length > 0 ? above : active.filter(({ role }) => role === 'admin');
}
