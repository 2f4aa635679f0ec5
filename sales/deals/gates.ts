import type { Role } from '../../kernel/command/roles.js';
import { foldWords } from '../../kernel/words/folding.js';
import type { Process, Stage } from '../process/process-schema.js';
import { stagesEntered } from '../process/stages.js';

export type Gate = NonNullable<Stage['gate']>;

/** Who may be asked. */
export interface Approver {
  id: string;
  name: string;
  role: Role;
  teamId: string | null;
  active: boolean;
  /** On leave at this moment. */
  away: boolean;
  /** Who decides for them meanwhile. */
  deputyId: string | null;
}

/** What a gate looks at. */
export interface GatedAmount {
  /** Minor units. */
  amount: number | null;
  ownerId: string | null;
  teamId: string | null;
}

const minorUnits = 100;

/**
 * The gates on the way from one stage to another, the target's own last: those of stages that are passed over hold as
 * well. A gate for large deals lets a deal without an amount through, since the amount is asked for by `required`.
 */
export function gatesBetween(process: Process, from: string, to: string, deal: GatedAmount): Stage[] {
  return stagesEntered(process, from, to).filter(({ gate }) => {
    if (!gate) return false;
    return gate.above === null || (deal.amount ?? 0) >= gate.above * minorUnits;
  });
}

/**
 * Who may let the deal through: the named people, or everybody of the role (of a manager's: the deal's team). Who is on
 * leave is stood in for by their deputy, or by the admins where there is none; so is a gate that nobody keeps.
 */
export function approversOf<P extends Approver>(people: readonly P[], gate: Gate, deal: GatedAmount): P[] {
  const active = people.filter((person) => person.active);
  const named = active.filter((person) =>
    gate.people.some((name) => foldWords(name) === foldWords(person.name)),
  );
  const ofRole = active.filter(
    (person) => person.role === gate.role && (gate.role === 'admin' || person.teamId === deal.teamId),
  );
  const keepers = gate.people.length > 0 ? named : ofRole;
  const deputyOf = ({ deputyId }: P) => active.find((person) => person.id === deputyId && !person.away);
  const acting = keepers.map((person) => (person.away ? deputyOf(person) : person));
  const here = acting.filter((person) => person !== undefined);
  const stoodIn = here.length < keepers.length || here.length === 0;
  const admins = stoodIn ? active.filter((person) => person.role === 'admin') : [];
  return [...new Map([...here, ...admins].map((person) => [person.id, person])).values()];
}

/** Whether the votes so far open the gate. */
export function isOpenedBy(
  gate: Gate,
  approvers: readonly { id: string }[],
  votes: readonly string[],
): boolean {
  const yes = approvers.filter((one) => votes.includes(one.id));
  return gate.need === 'all' ? yes.length === approvers.length && yes.length > 0 : yes.length > 0;
}
