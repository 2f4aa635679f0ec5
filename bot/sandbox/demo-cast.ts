import type { Role } from '../../kernel/command/roles.js';
import type { Catalogue } from '../../texts/languages.js';

/** The company of the demo as one language describes it. */
export type DemoCompany = Catalogue['demo'];

/** What somebody of the demo is there for; the same in every language. */
export type DemoSeat = keyof DemoCompany['people'];

export type DemoTeam = keyof DemoCompany['teams'];

/** The people of the demo; all of them and their customers are fictitious. */
export interface CastMember {
  seat: DemoSeat;
  id: string;
  name: string;
  role: Role;
  team: DemoTeam | null;
}

/** Role and team of each seat. */
const seats: Record<DemoSeat, Pick<CastMember, 'role' | 'team'>> = {
  firstRep: { role: 'rep', team: 'first' },
  secondRep: { role: 'rep', team: 'first' },
  thirdRep: { role: 'rep', team: 'first' },
  fourthRep: { role: 'rep', team: 'second' },
  fifthRep: { role: 'rep', team: 'second' },
  firstManager: { role: 'manager', team: 'first' },
  secondManager: { role: 'manager', team: 'second' },
  admin: { role: 'admin', team: null },
  viewer: { role: 'viewer', team: 'first' },
};

/** Lists the people of a company. */
export const castOf = ({ people }: DemoCompany): CastMember[] =>
  (Object.keys(seats) as DemoSeat[]).map((seat) => ({ seat, ...people[seat], ...seats[seat] }));

/** Finds who has a seat. */
export const seatedAt = (cast: readonly CastMember[], seat: string): CastMember => {
  const found = cast.find((one) => one.seat === seat);
  if (!found) throw new Error(`nobody of the demo is its ${seat}`);
  return found;
};

/** Returns the manager of a person's team. */
export const demoManagerOf = (cast: readonly CastMember[], actor: CastMember): CastMember =>
  cast.find((one) => one.role === 'manager' && one.team === actor.team) ?? actor;
