import type { Actor } from '../people/policy.js';
import type { Process } from '../process/process-schema.js';
import type { Workdays, Zoned } from '../time/calendar.js';

/** Who is part of a dispute. */
export interface Disputed {
  raisedBy: string;
  /** The team that owns the customer. */
  teamId: string | null;
}

/**
 * Lists who decides a dispute: managers of the team that owns the customer, or admins if there is none; never
 * the person who raised it.
 */
export function judgesOf<P extends Actor>(people: readonly P[], dispute: Disputed): P[] {
  const others = people.filter((person) => person.active && person.id !== dispute.raisedBy);
  const managers = others.filter(
    (person) => person.role === 'manager' && dispute.teamId !== null && person.teamId === dispute.teamId,
  );
  return managers.length > 0 ? managers : others.filter((person) => person.role === 'admin');
}

/** Whether a person may decide: one of its judges, or an admin who did not raise it. */
export function mayJudge<P extends Actor>(people: readonly P[], dispute: Disputed, person: Actor): boolean {
  if (!person.active || person.id === dispute.raisedBy) return false;
  return person.role === 'admin' || judgesOf(people, dispute).some((judge) => judge.id === person.id);
}

/** Computes the next reminder of an open dispute: when the next workday begins. */
export function remindAgain(
  now: Date,
  process: Process,
  workdays: Pick<Workdays, 'addWorkdays'>,
  zoned: Zoned,
): Date {
  return zoned.instantOf(workdays.addWorkdays(zoned.localDate(now), 1), process.workHours.from);
}
