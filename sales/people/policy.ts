import type { Role } from '../../kernel/command/roles.js';
import { hasRole, type LeadRole } from '../../kernel/command/roles.js';
import type { Process } from '../process/process-schema.js';

/** Whose records a person sees: nobody's, their own, their team's, also those of teams below it, or all. */
export type Scope = 'none' | 'self' | 'team' | 'below' | 'all';

/** Which values of a kind a person sees: of every visible record, of their own, or none. */
export type Right = 'all' | 'own' | 'none';

/** What a person may see. */
export interface Visibility {
  scope: Scope;
  /** Amounts, and figures computed from them. */
  amount: Right;
  phone: Right;
  /** Their own team and those below it. */
  teams: ReadonlySet<string>;
}

/** A person who acts. */
export interface Actor {
  id: string;
  role: Role;
  teamId: string | null;
  active: boolean;
  /** Absent: the default for everybody, in their own team only. */
  sight?: Visibility;
}

/** A record that is acted on; without an owner it is in the pool, without a team it belongs to everybody. */
export interface Owned {
  ownerId: string | null;
  teamId: string | null;
}

/** The decision; a refusal names who could, so that the message can say it. */
export type Permission = { ok: true } | { ok: false; who: 'owner' | LeadRole };

const granted: Permission = { ok: true };
const refusal = (who: 'owner' | LeadRole): Permission => ({ ok: false, who });

/** A team with its parent. */
export interface TreeTeam {
  id: string;
  parentId: string | null;
}

/** Lists a team and all below it; safe for rings in the tree. */
export function teamsWithin(teams: readonly TreeTeam[], id: string): string[] {
  const found = [id];
  for (const at of found) {
    for (const { id: child, parentId } of teams)
      if (parentId === at && !found.includes(child)) found.push(child);
  }
  return found;
}

/** Computes what a person may see, by their role; an admin sees everything. */
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

const scopes: Scope[] = ['none', 'self', 'team', 'below', 'all'];

/** What both may see. */
export const leastVisibility = (a: Visibility, b: Visibility): Visibility => ({
  scope: scopes.indexOf(a.scope) < scopes.indexOf(b.scope) ? a.scope : b.scope,
  amount: lesser(a.amount, b.amount),
  phone: lesser(a.phone, b.phone),
  teams: new Set([...a.teams].filter((id) => b.teams.has(id))),
});

/** Somebody of whom nothing is known: a guest, or a person of another company. Sees no record and no figure. */
export const outsider: Actor = {
  id: '',
  role: 'viewer',
  teamId: null,
  active: true,
  sight: { scope: 'none', amount: 'none', phone: 'none', teams: new Set() },
};

/** Whether an actor sees nothing at all, as an outsider does. */
export const seesNothing = ({ sight }: Actor): boolean => sight?.scope === 'none';

/** Combines people who read the same card into one actor, who sees what each of them may see. */
export function leastOf(readers: readonly Actor[]): Actor {
  if (readers.length === 0 || readers.some((one) => !one.active)) return outsider;
  const least = readers.map(visibilityFor).reduce(leastVisibility);
  const reaches = readers.map(teamsInSight).filter((teams) => teams !== null);
  const common = (reaches[0] ?? []).filter((id) => reaches.every((teams) => teams.includes(id)));
  const sight = { ...least, teams: new Set(common) };
  return { id: '', role: 'rep', teamId: common[0] ?? null, active: true, sight };
}

/** Whether readers may see less than those for whom a card was drawn: less of each record, or not their team's. */
export function seesLessThan(now: Actor, then: Actor): boolean {
  const [a, b] = [visibilityFor(now), visibilityFor(then)];
  const isNarrow = scopes.indexOf(a.scope) < scopes.indexOf(b.scope);
  const isLess = lesser(a.amount, b.amount) !== b.amount || lesser(a.phone, b.phone) !== b.phone;
  const isBlind = then.teamId !== null && !maySee(now, { ownerId: null, teamId: then.teamId }).ok;
  return isNarrow || isLess || isBlind;
}

function visibilityFor({ role, teamId, sight }: Actor): Visibility {
  return (
    sight ?? {
      scope: role === 'admin' ? 'all' : 'team',
      amount: 'all',
      phone: 'all',
      teams: new Set(teamId ? [teamId] : []),
    }
  );
}

/**
 * Whether a person may run a command: their role must include the needed one; inactive people may run none.
 */
export function mayRunCommand(person: Actor, needed: Role): Permission {
  if (!person.active) return refusal('admin');
  if (hasRole(person.role, needed)) return granted;
  return refusal(needed === 'admin' ? 'admin' : 'manager');
}

/** Whether a person may see a record: their own, one without a team, or one within their scope. */
export function maySee(person: Actor, record: Owned): Permission {
  if (!person.active) return refusal('admin');
  const { scope, teams } = visibilityFor(person);
  if (scope === 'none') return refusal('manager');
  if (scope === 'all' || person.id === record.ownerId) return granted;
  if (record.teamId === null && (scope !== 'self' || record.ownerId === null)) return granted;
  if (scope === 'self')
    return record.ownerId === null && record.teamId === person.teamId ? granted : refusal('manager');
  const isNear = record.teamId === person.teamId || (scope === 'below' && teams.has(record.teamId ?? ''));
  return isNear ? granted : refusal('manager');
}

/**
 * Whether a person may see a customer for the sake of one of its deals or leads alone: its owner, the managers of its team,
 * an admin; of one without an owner, whoever may see that one, who might claim it. Team mates of the owner may not.
 */
export function maySeeThrough(person: Actor, record: Owned): boolean {
  if (!maySee(person, record).ok) return false;
  const isOwners = person.id === record.ownerId || managesTeam(person, record.teamId);
  return record.ownerId === null || isOwners || visibilityFor(person).scope === 'all';
}

/** Lists the teams whose records without an owner a person sees, beside those of no team; null for all. */
export function teamsInSight(person: Actor): string[] | null {
  const { scope, teams } = visibilityFor(person);
  if (scope === 'all') return null;
  const own = person.teamId === null ? [] : [person.teamId];
  return scope === 'below' ? [...new Set([...own, ...teams])] : own;
}

/** Whether a value of a record is shown; without a record, a figure computed from many. */
export function showsValue(
  person: Actor,
  kind: 'amount' | 'phone',
  record?: Pick<Owned, 'ownerId'>,
): boolean {
  const right = visibilityFor(person)[kind];
  return right === 'all' || (right === 'own' && record !== undefined && record.ownerId === person.id);
}

/**
 * Whether a person may change a record: its owner, the manager of its team or of one above it, or an admin;
 * never a viewer.
 */
export function mayChange(person: Actor, record: Owned): Permission {
  if (!person.active) return refusal('admin');
  const isTheirs = person.id === record.ownerId && person.role !== 'viewer';
  if (isTheirs || person.role === 'admin' || managesTeam(person, record.teamId)) return granted;
  if (record.ownerId !== null) return refusal('owner');
  return refusal(record.teamId === null ? 'admin' : 'manager');
}

/**
 * Whether a person may give a record to `to`: a manager, within their teams (or one without a team); an
 * owner, to a teammate; an admin, to anyone. Nobody may give to an inactive person or a viewer.
 */
export function mayAssign(person: Actor, record: Owned, to: Actor): Permission {
  if (!person.active || !to.active || to.role === 'viewer') return refusal('admin');
  if (person.role === 'admin') return granted;
  const teammate = person.teamId !== null && to.teamId === person.teamId;
  if (person.role === 'manager') {
    const isInReach =
      record.teamId === null || managesTeam(person, record.teamId) || record.ownerId === person.id;
    return isInReach && (teammate || managesTeam(person, to.teamId)) ? granted : refusal('admin');
  }
  return person.role === 'rep' && person.id === record.ownerId && teammate ? granted : refusal('manager');
}

/**
 * Whether a person may post a report: managers those of their teams, admins any; `teamId` null is the report
 * of all teams.
 */
export function mayPostReport(person: Actor, teamId: string | null): Permission {
  if (!person.active) return refusal('admin');
  if (person.role === 'admin' || managesTeam(person, teamId)) return granted;
  return refusal(teamId === null ? 'admin' : 'manager');
}

/**
 * Whether a person may see a report: who sees a team's records may; `teamId` null is the report of all teams.
 */
export function maySeeReport(person: Actor, teamId: string | null): Permission {
  if (!person.active) return refusal('admin');
  const { scope, teams } = visibilityFor(person);
  if (scope === 'all') return granted;
  if (teamId === null) return refusal('admin');
  const near = (scope !== 'self' && person.teamId === teamId) || (scope === 'below' && teams.has(teamId));
  return near || managesTeam(person, teamId) ? granted : refusal('manager');
}

/** Whether somebody has only just come: with no team, and no role to lose or to gain by. */
export const isNewcomer = ({ role, teamId }: Pick<Actor, 'role' | 'teamId'>): boolean =>
  teamId === null && (role === 'rep' || role === 'viewer');

/**
 * Whether a person may make their account `from` one with `into` by themselves: a newcomer's, or one of the same role and
 * team. Nobody gains a role or a team by it; what would give one is an admin's to do.
 */
export const mayBecome = (
  from: Pick<Actor, 'role' | 'teamId'>,
  into: Pick<Actor, 'role' | 'teamId'>,
): boolean => isNewcomer(from) || (from.role === into.role && from.teamId === into.teamId);

/**
 * Whether a person may give a role: managers, to people of lower roles in their teams, a role below their own, since
 * nobody makes their own peers; admins any to anyone.
 */
export function mayGiveRole(person: Actor, to: Actor, role: Role): Permission {
  if (!person.active) return refusal('admin');
  if (person.role === 'admin') return granted;
  if (person.role !== 'manager') return refusal('manager');
  const below = isLower(to.role, person.role) && isLower(role, person.role);
  return below && managesTeam(person, to.teamId) ? granted : refusal('admin');
}

/**
 * Whether a person may move another one to a team: managers of the team that is left and of the team that is joined,
 * people of lower roles; who is in no team may be taken in. Admins anyone.
 */
export function mayMoveTo(person: Actor, to: Actor, teamId: string | null): Permission {
  if (!person.active) return refusal('admin');
  if (person.role === 'admin') return granted;
  const mayLeave = to.teamId === null || managesTeam(person, to.teamId);
  const may = mayLeave && isLower(to.role, person.role) && managesTeam(person, teamId);
  return may ? granted : refusal(to.teamId === null ? 'manager' : 'admin');
}

const isLower = (role: Role, than: Role): boolean => !hasRole(role, than);

/** Whether a person manages a team: managers their own and those below it. */
export function managesTeam(person: Actor, teamId: string | null): boolean {
  return person.role === 'manager' && teamId !== null && visibilityFor(person).teams.has(teamId);
}

/**
 * Whether a person may set a target: managers for their teams and members, admins any; `teamId` null is the
 * company's.
 */
export function maySetTarget(person: Actor, teamId: string | null): Permission {
  if (!person.active) return refusal('admin');
  if (person.role === 'admin' || managesTeam(person, teamId)) return granted;
  return refusal(teamId === null ? 'admin' : 'manager');
}
