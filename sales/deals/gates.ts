import type { Role } from '../../kernel/command/roles.js';
import { foldWords } from '../../kernel/words/folding.js';
import type { Process, Stage } from '../process/process-schema.js';
import { pipelineOf, stageIndex, stagesEntered } from '../process/stages.js';
import { isPriced, type Price } from './prices.js';

export type Gate = NonNullable<Stage['gate']>;

/** A person who may be asked for approval. */
export interface Approver {
  id: string;
  name: string;
  role: Role;
  teamId: string | null;
  active: boolean;
  /** Whether they are on leave now. */
  away: boolean;
  /** Person who decides for them meanwhile. */
  deputyId: string | null;
}

/** What a gate checks of a deal. */
export interface GatedAmount {
  /** Minor units. */
  amount: number | null;
  /** A sum in another currency; its value is unknown where `amount` is null. */
  told?: number | null;
  ownerId: string | null;
  teamId: string | null;
}

const minorUnits = 100;

/**
 * Lists the gates between two stages, the target's last: gates of skipped stages hold as well. A gate with a
 * limit lets a deal without an amount through, since `required` asks for the amount; it holds a deal whose sum has no rate.
 */
export function gatesBetween(process: Process, from: string, to: string, deal: GatedAmount): Stage[] {
  return stagesEntered(process, from, to).filter(({ gate }) => gate && holds(gate, deal));
}

/** Whether the gate stops a deal of that size. */
function holds(gate: Gate, { amount, told = null }: Pick<GatedAmount, 'amount' | 'told'>): boolean {
  const isUnknown = amount === null && told !== null;
  return gate.above === null || isUnknown || (amount ?? 0) >= gate.above * minorUnits;
}

/** A state of a deal: where it stood and what it was worth. */
export type DealSize = Pick<GatedAmount, 'amount' | 'told'> & { stage: string };

/**
 * Lists the gates behind the deal that it passed while it was too small for them, and that would stop it today; a gate is
 * passed once the deal moved on to it or past it, or began there, at a size that it holds, and the move was not taken back.
 * `history`: the deal's states, the oldest first.
 */
export function gatesOutgrown(process: Process, deal: DealSize, history: readonly DealSize[]): Stage[] {
  const indexes = history.map(({ stage }) => stageIndex(process, stage));
  const { stages } = pipelineOf(process, deal.stage);
  return stages.slice(0, stageIndex(process, deal.stage) + 1).filter(({ gate, key }) => {
    if (!gate || !holds(gate, deal)) return false;
    const place = stageIndex(process, key);
    const isPassed = (at: number) => {
      const index = indexes[at] ?? 0;
      const isForward = at === 0 || index > (indexes[at - 1] ?? 0);
      return index >= place && isForward && indexes.slice(at).every((later) => later >= index);
    };
    return !history.some((state, at) => isPassed(at) && holds(gate, state));
  });
}

/** The deal with the sum that a request asks for, which decides whether a gate holds. */
export const pricedAs = <D extends GatedAmount>(
  deal: D,
  asked: (Pick<Price, 'amount'> & Partial<Price>) | undefined,
): D => {
  if (!asked || !isPriced(asked)) return deal;
  const { amount, told = null, currency = null } = asked;
  return { ...deal, amount, told, currency };
};

/**
 * Lists who may approve: the named people, or everybody of the role (managers: of the deal's team). A deputy
 * stands in for somebody on leave; admins stand in if there is no deputy or no approver.
 */
export function approversOf<P extends Approver>(people: readonly P[], gate: Gate, deal: GatedAmount): P[] {
  const active = people.filter((person) => person.active);
  const named = active.filter((person) =>
    gate.people.some((name) => foldWords(name) === foldWords(person.name)),
  );
  const ofRole = active.filter(
    (person) => person.role === gate.role && (gate.role === 'admin' || person.teamId === deal.teamId),
  );
  const appointed = gate.people.length > 0 ? named : ofRole;
  const deputyOf = ({ deputyId }: P) => active.find((person) => person.id === deputyId && !person.away);
  const acting = appointed.map((person) => (person.away ? deputyOf(person) : person));
  const present = acting.filter((person) => person !== undefined);
  const needsAdmins = present.length < appointed.length || present.length === 0;
  const admins = needsAdmins ? active.filter((person) => person.role === 'admin') : [];
  return [...new Map([...present, ...admins].map((person) => [person.id, person])).values()];
}

/** Whether the votes so far open the gate. */
export function isOpenedBy(
  gate: Gate,
  approvers: readonly { id: string }[],
  votes: readonly string[],
): boolean {
  const approving = approvers.filter((one) => votes.includes(one.id));
  return gate.need === 'all'
    ? approving.length === approvers.length && approving.length > 0
    : approving.length > 0;
}
