export type Role = 'rep' | 'manager' | 'admin';

/** Who acts. */
export interface Actor {
  id: string;
  role: Role;
  teamId: string | null;
  active: boolean;
}

/** What is acted on; a record without owner is in the pool, one without team is everybody's. */
export interface Owned {
  ownerId: string | null;
  teamId: string | null;
}

/** The answer, and on a no who could, so that the message can say it. */
export type Permission = { ok: true } | { ok: false; who: 'owner' | 'manager' | 'admin' };

const yes: Permission = { ok: true };
const only = (who: 'owner' | 'manager' | 'admin'): Permission => ({ ok: false, who });

const rank: Record<Role, number> = { rep: 0, manager: 1, admin: 2 };

/** Whether `role` has the rights of `needed`: each role has those of the roles below it. */
export function hasRole(role: Role, needed: Role): boolean {
  return rank[role] >= rank[needed];
}

/** A person may run a command of their role or of a lower one; who has left may run none. */
export function mayRunCommand(person: Actor, needed: Role): Permission {
  if (!person.active) return only('admin');
  if (hasRole(person.role, needed)) return yes;
  return only(needed === 'admin' ? 'admin' : 'manager');
}

/** Everybody sees their own team's records and those of no team; an admin sees all. */
export function maySee(person: Actor, record: Owned): Permission {
  if (!person.active) return only('admin');
  if (person.role === 'admin' || person.id === record.ownerId) return yes;
  return record.teamId === null || record.teamId === person.teamId ? yes : only('manager');
}

/** The owner may change a record, the manager of its team, and an admin. */
export function mayChange(person: Actor, record: Owned): Permission {
  if (!person.active) return only('admin');
  if (person.id === record.ownerId || person.role === 'admin' || managesTeam(person, record.teamId))
    return yes;
  if (record.ownerId !== null) return only('owner');
  return only(record.teamId === null ? 'admin' : 'manager');
}

/**
 * A manager may hand a record of their team, or one of no team, to someone of their team; an owner may hand
 * theirs to a teammate; an admin may hand anything to anyone. Nobody may hand to who has left.
 */
export function mayAssign(person: Actor, record: Owned, to: Actor): Permission {
  if (!person.active || !to.active) return only('admin');
  if (person.role === 'admin') return yes;
  const teammate = person.teamId !== null && to.teamId === person.teamId;
  if (person.role === 'manager') {
    const theirs = record.teamId === null || record.teamId === person.teamId || record.ownerId === person.id;
    return theirs && teammate ? yes : only('admin');
  }
  return person.id === record.ownerId && teammate ? yes : only('manager');
}

/** A manager may post their team's report, an admin any; `teamId` null is the report of all teams. */
export function mayPostReport(person: Actor, teamId: string | null): Permission {
  if (!person.active) return only('admin');
  if (person.role === 'admin' || managesTeam(person, teamId)) return yes;
  return only(teamId === null ? 'admin' : 'manager');
}

/** Everybody sees the reports of their own team, an admin all; `teamId` null is the report of all teams. */
export function maySeeReport(person: Actor, teamId: string | null): Permission {
  if (!person.active) return only('admin');
  if (person.role === 'admin' || (teamId !== null && person.teamId === teamId)) return yes;
  return only(teamId === null ? 'admin' : 'manager');
}

/** A manager may give people of their team any role up to their own; an admin may give any to anyone. */
export function mayGiveRole(person: Actor, to: Actor, role: Role): Permission {
  if (!person.active) return only('admin');
  if (person.role === 'admin') return yes;
  if (person.role !== 'manager') return only('manager');
  const below = hasRole(person.role, to.role) && hasRole(person.role, role);
  return below && managesTeam(person, to.teamId) ? yes : only('admin');
}

function managesTeam(person: Actor, teamId: string | null): boolean {
  return person.role === 'manager' && teamId !== null && person.teamId === teamId;
}
