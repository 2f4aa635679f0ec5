import type { Role } from '../../kernel/command/roles.js';
import { foldWords } from '../../kernel/words/folding.js';
import type { Process } from '../process/process-schema.js';

export type Strategy = Process['assignment']['strategy'];
export type AssignmentRule = Process['assignment']['rules'][number];

/** A person as assignment sees them. */
export interface Assignable {
  id: string;
  name: string;
  role: Role;
  teamId: string | null;
  active: boolean;
  /** When they last got a lead; null: never. */
  lastAssignedAt: Date | null;
  /** Whether they are on leave now. */
  away: boolean;
  /** Whether they are within their working hours now. */
  inHours: boolean;
  /** Open leads they own. */
  open: number;
  /** How far their leads lag behind their share, in millionths of a lead. */
  leadCredit: number;
}

/** Who may get a lead, and how one of them is chosen. */
export interface AssignmentPolicy {
  teamId: string;
  strategy: Strategy;
  /** Share of a person by name; 1 if not listed. */
  weights?: Readonly<Record<string, number>>;
  /** Only these people, by name; the whole team if empty. */
  people?: readonly string[];
}

export interface Assignment<P> {
  person: P;
  /**
   * 'first': never had a lead; 'longest-ago': waited longest; 'least': owns fewest; 'weighted': furthest
   * below their share; 'no-rep': the team has no active rep; 'all-away': every rep is on leave.
   */
  why: 'first' | 'longest-ago' | 'least' | 'weighted' | 'no-rep' | 'all-away';
  lastAssignedAt: Date | null;
  /** Number of candidates. */
  among: number;
  /** New lead credit of each candidate, in turn and by weight. */
  credits: { person: P; leadCredit: number }[];
  /** Who was left out: on leave, or outside working hours while others are within. */
  skipped: P[];
}

/** What a rule checks of a lead. */
export interface IncomingLead {
  source: string | null;
  tags: readonly string[];
  /** The customer's region, if known. */
  region?: string | null;
  /** Minor units. */
  amount?: number | null;
  /** Everything that was said: the customer's name and the note. */
  words: string;
}

const minorUnits = 100;

/** Finds the first rule whose conditions all fit the lead, or undefined. */
export function ruleFor(process: Process, lead: IncomingLead): AssignmentRule | undefined {
  const said = foldWords(lead.words);
  const tags = lead.tags.map(foldWords);
  const occurs = (words: readonly string[]) => words.some((word) => said.includes(foldWords(word)));
  const region = foldWords(lead.region ?? '');
  return process.assignment.rules.find(({ when }) => {
    if (when.sources.length > 0 && !when.sources.includes(lead.source ?? '')) return false;
    if (when.tags.length > 0 && !when.tags.some((tag) => tags.includes(foldWords(tag)))) return false;
    if (when.above !== undefined && (lead.amount ?? 0) < when.above * minorUnits) return false;
    const isInRegion = when.regions.some((one) => foldWords(one) === region) || occurs(when.regions);
    if (when.regions.length > 0 && !isInRegion) return false;
    return [when.products, when.words].every((words) => words.length === 0 || occurs(words));
  });
}

/**
 * Chooses the owner of the next lead among active reps at work; if none is within working hours, among those
 * not on leave; if all are on leave or there is no rep, the team's manager; null if there is none. In turn
 * and by weight, each lead credits every candidate with their share and charges its owner a whole lead; the
 * largest credit is next. So nobody strays by more than a lead or two from their share of the leads they were
 * present for. Ties go to who waited longest, then by id.
 */
export function nextOwner<P extends Assignable>(
  people: readonly P[],
  order: AssignmentPolicy,
): Assignment<P> | null {
  const team = people.filter((person) => person.active && person.teamId === order.teamId);
  const named = team.filter(
    (person) =>
      !order.people?.length || order.people.some((name) => foldWords(name) === foldWords(person.name)),
  );
  const reps = named.filter((person) => person.role === 'rep');
  const present = reps.filter((person) => !person.away);
  const working = present.filter((person) => person.inHours);
  const candidates = working.length > 0 ? working : present;
  if (candidates.length === 0) return managerOf(team, reps);
  const credited = candidates.map((one) => ({
    person: one,
    leadCredit: one.leadCredit + shareOf(one, candidates, order),
  }));
  const compare: Compare = order.strategy === 'leastLoaded' ? byLoad : byCredit;
  const [next] = credited.sort(compare);
  if (!next) return null;
  const { person } = next;
  return {
    person,
    why: whyOf(order.strategy, person),
    lastAssignedAt: person.lastAssignedAt,
    among: candidates.length,
    credits:
      order.strategy === 'leastLoaded'
        ? []
        : credited.map((one) => (one === next ? { ...one, leadCredit: one.leadCredit - oneLead } : one)),
    skipped: reps.filter((one) => !candidates.includes(one)),
  };
}

function whyOf(strategy: Strategy, person: Assignable): Assignment<Assignable>['why'] {
  if (strategy === 'leastLoaded') return 'least';
  if (strategy === 'weighted') return 'weighted';
  return person.lastAssignedAt === null ? 'first' : 'longest-ago';
}

function managerOf<P extends Assignable>(team: readonly P[], reps: P[]): Assignment<P> | null {
  const managers = team.filter((person) => person.role === 'manager');
  const [person] = [...managers].sort((a, b) => Number(a.away) - Number(b.away) || byWait(a, b));
  if (!person) return null;
  return {
    person,
    why: reps.length > 0 ? 'all-away' : 'no-rep',
    lastAssignedAt: person.lastAssignedAt,
    among: managers.length,
    credits: [],
    skipped: reps,
  };
}

/** One lead, in millionths. */
const oneLead = 1_000_000;

type Credited = { person: Assignable; leadCredit: number };
type Compare = (a: Credited, b: Credited) => number;

/** A person's share of a lead, by weight; in turn all weigh the same. */
function shareOf(
  person: Assignable,
  among: readonly Assignable[],
  { strategy, weights = {} }: AssignmentPolicy,
): number {
  const weightOf = ({ name }: Assignable) => (strategy === 'weighted' ? (weights[name] ?? 1) : 1);
  const all = among.reduce((sum, one) => sum + weightOf(one), 0);
  return Math.round((oneLead * weightOf(person)) / all);
}

const byCredit: Compare = (a, b) => b.leadCredit - a.leadCredit || byWait(a.person, b.person);
const byLoad: Compare = (a, b) => a.person.open - b.person.open || byWait(a.person, b.person);

function byWait(a: Assignable, b: Assignable): number {
  const never = Number.NEGATIVE_INFINITY;
  const [left, right] = [a.lastAssignedAt?.getTime() ?? never, b.lastAssignedAt?.getTime() ?? never];
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
