import type { Role } from '../../kernel/command/roles.js';
import { hasRole, type LeadRole } from '../../kernel/command/roles.js';
import type { Process } from '../process/process-schema.js';

/** Whose records somebody sees: their own, their team's, their team's with those below it, or all. */
export type Scope = 'self' | 'team' | 'below' | 'all';

/** Which values of a kind are shown: of every record one sees, of one's own, or none. */
export type Right = 'all' | 'own' | 'none';

/** What somebody may look at. */
export interface Visibility {
  scope: Scope;
  /** Amounts, and figures made of them. */
  amount: Right;
  phone: Right;
  /** Their own team and those below it. */
  teams: ReadonlySet<string>;
}

/** Who acts. */
export interface Actor {
  id: string;
  role: Role;
  teamId: string | null;
  active: boolean;
  /** Absent: what everybody may see where the process says nothing, in their own team alone. */
  sight?: Visibility;
}

/** What is acted on; a record without owner is in the pool, one without team is everybody's. */
export interface Owned {
  ownerId: string | null;
  teamId: string | null;
}

/** The answer, and on a no who could, so that the message can say it. */
export type Permission = { ok: true } | { ok: false; who: 'owner' | LeadRole };

const yes: Permission = { ok: true };
const only = (who: 'owner' | LeadRole): Permission => ({ ok: false, who });

/** A team in the tree. */
export interface TreeTeam {
  id: string;
  parentId: string | null;
}

/** A team and all below it; a ring in the tree is walked once. */
export function teamsWithin(teams: readonly TreeTeam[], id: string): string[] {
  const found = [id];
  for (const at of found) {
    for (const { id: child, parentId } of teams)
      if (parentId === at && !found.includes(child)) found.push(child);
  }
  return found;
}

/** What a person may look at, by their role; an admin sees everything. */
export function visibilityOf(
  { access }: Pick<Process, 'access'>,
  { role, teamId }: Pick<Actor, 'role' | 'teamId'>,
  teams: readonly TreeTeam[],
): Visibility {
  const within = new Set(teamId ? teamsWithin(teams, teamId) : []);
  if (role === 'admin') return { scope: 'all', amount: 'all', phone: 'all', teams: within };
  const { sees, amount, phone } = access[role];
  return { scope: sees, amount, phone, teams: within };
}

const rights: Right[] = ['none', 'own', 'all'];
const lesser = (a: Right, b: Right): Right => (rights.indexOf(a) < rights.indexOf(b) ? a : b);

const scopes: Scope[] = ['self', 'team', 'below', 'all'];

/** What both may look at. */
export const leastVisibility = (a: Visibility, b: Visibility): Visibility => ({
  scope: scopes.indexOf(a.scope) < scopes.indexOf(b.scope) ? a.scope : b.scope,
  amount: lesser(a.amount, b.amount),
  phone: lesser(a.phone, b.phone),
  teams: new Set([...a.teams].filter((id) => b.teams.has(id))),
});

function sightFor({ role, teamId, sight }: Actor): Visibility {
  return (
    sight ?? {
      scope: role === 'admin' ? 'all' : 'team',
      amount: 'all',
      phone: 'all',
      teams: new Set(teamId ? [teamId] : []),
    }
  );
}

/** A person may run a command of their role or of a lower one; who has left may run none. */
export function mayRunCommand(person: Actor, needed: Role): Permission {
  if (!person.active) return only('admin');
  if (hasRole(person.role, needed)) return yes;
  return only(needed === 'admin' ? 'admin' : 'manager');
}

/** Everybody sees their own records, those of nobody's team, and those within their scope. */
export function maySee(person: Actor, record: Owned): Permission {
  if (!person.active) return only('admin');
  const { scope, teams } = sightFor(person);
  if (scope === 'all' || person.id === record.ownerId) return yes;
  if (record.teamId === null && (scope !== 'self' || record.ownerId === null)) return yes;
  if (scope === 'self')
    return record.ownerId === null && record.teamId === person.teamId ? yes : only('manager');
  const isNear = record.teamId === person.teamId || (scope === 'below' && teams.has(record.teamId ?? ''));
  return isNear ? yes : only('manager');
}

/** Whether a value of a record is shown; of a figure made of many records where none is given. */
export function showsValue(
  person: Actor,
  kind: 'amount' | 'phone',
  record?: Pick<Owned, 'ownerId'>,
): boolean {
  const right = sightFor(person)[kind];
  return right === 'all' || (right === 'own' && record !== undefined && record.ownerId === person.id);
}

/** The owner may change a record, the manager of its team or of one above it, and an admin; a viewer nothing. */
export function mayChange(person: Actor, record: Owned): Permission {
  if (!person.active) return only('admin');
  const isTheirs = person.id === record.ownerId && person.role !== 'viewer';
  if (isTheirs || person.role === 'admin' || managesTeam(person, record.teamId)) return yes;
  if (record.ownerId !== null) return only('owner');
  return only(record.teamId === null ? 'admin' : 'manager');
}

/**
 * A manager may hand a record of their teams, or one of no team, to someone of these; an owner may hand theirs to a
 * teammate; an admin may hand anything to anyone. Nobody may hand to who has left, or who only looks.
 */
export function mayAssign(person: Actor, record: Owned, to: Actor): Permission {
  if (!person.active || !to.active || to.role === 'viewer') return only('admin');
  if (person.role === 'admin') return yes;
  const teammate = person.teamId !== null && to.teamId === person.teamId;
  if (person.role === 'manager') {
    const theirs =
      record.teamId === null || managesTeam(person, record.teamId) || record.ownerId === person.id;
    return theirs && (teammate || managesTeam(person, to.teamId)) ? yes : only('admin');
  }
  return person.role === 'rep' && person.id === record.ownerId && teammate ? yes : only('manager');
}

/** A manager may post the reports of their teams, an admin any; `teamId` null is the report of all teams. */
export function mayPostReport(person: Actor, teamId: string | null): Permission {
  if (!person.active) return only('admin');
  if (person.role === 'admin' || managesTeam(person, teamId)) return yes;
  return only(teamId === null ? 'admin' : 'manager');
}

/** Who sees the records of a team sees its reports; `teamId` null is the report of all teams. */
export function maySeeReport(person: Actor, teamId: string | null): Permission {
  if (!person.active) return only('admin');
  const { scope, teams } = sightFor(person);
  if (scope === 'all') return yes;
  if (teamId === null) return only('admin');
  const near = (scope !== 'self' && person.teamId === teamId) || (scope === 'below' && teams.has(teamId));
  return near || managesTeam(person, teamId) ? yes : only('manager');
}

/** A manager may give people of their teams any role up to their own; an admin may give any to anyone. */
export function mayGiveRole(person: Actor, to: Actor, role: Role): Permission {
  if (!person.active) return only('admin');
  if (person.role === 'admin') return yes;
  if (person.role !== 'manager') return only('manager');
  const below = hasRole(person.role, to.role) && hasRole(person.role, role);
  return below && managesTeam(person, to.teamId) ? yes : only('admin');
}

/** A manager manages their own team and those below it. */
export function managesTeam(person: Actor, teamId: string | null): boolean {
  return person.role === 'manager' && teamId !== null && sightFor(person).teams.has(teamId);
}

/** A manager sets the targets of their teams and of who is in them, an admin any; `teamId` null is the company's. */
export function maySetTarget(person: Actor, teamId: string | null): Permission {
  if (!person.active) return only('admin');
  if (person.role === 'admin' || managesTeam(person, teamId)) return yes;
  return only(teamId === null ? 'admin' : 'manager');
}
