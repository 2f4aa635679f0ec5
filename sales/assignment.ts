/** What assignment looks at. */
export interface Assignable {
  id: string;
  role: 'rep' | 'manager' | 'admin';
  teamId: string | null;
  active: boolean;
  /** When the last lead was handed to them; null: never. */
  lastAssignedAt: Date | null;
}

export interface Assignment<P> {
  person: P;
  /** 'first': never had one; 'longest-ago': waited longest; 'no-rep': the team has no active rep. */
  why: 'first' | 'longest-ago' | 'no-rep';
  lastAssignedAt: Date | null;
  /** How many it was chosen among. */
  among: number;
}

/**
 * Who gets the next lead of the team: the active rep who has waited longest since the last one; the team's
 * manager where there is no active rep; null where there is neither. Equal waits go by id, so that the same
 * people always give the same answer.
 */
export function nextOwner<P extends Assignable>(people: readonly P[], teamId: string): Assignment<P> | null {
  const team = people.filter((person) => person.active && person.teamId === teamId);
  const reps = team.filter((person) => person.role === 'rep');
  const candidates = reps.length > 0 ? reps : team.filter((person) => person.role === 'manager');
  const [person] = [...candidates].sort(byWait);
  if (!person) return null;
  const waited = person.lastAssignedAt === null ? 'first' : 'longest-ago';
  return {
    person,
    why: reps.length > 0 ? waited : 'no-rep',
    lastAssignedAt: person.lastAssignedAt,
    among: candidates.length,
  };
}

function byWait(a: Assignable, b: Assignable): number {
  const never = Number.NEGATIVE_INFINITY;
  const [left, right] = [a.lastAssignedAt?.getTime() ?? never, b.lastAssignedAt?.getTime() ?? never];
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
