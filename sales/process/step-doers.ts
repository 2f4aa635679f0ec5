import type { Role } from '../../kernel/command/roles.js';
import { foldWords } from '../../kernel/words/folding.js';
import type { Process, Stage, Step, StepTask } from './process-schema.js';
import { openSteps, stageOf } from './stages.js';

/** Somebody who may do a standard action. */
export interface Doer {
  id: string;
  name: string;
  role: Role;
  teamId: string | null;
  active: boolean;
  /** Whether they are on leave now. */
  away: boolean;
  /** Person who stands in for them meanwhile. */
  deputyId: string | null;
}

/** Whose a deal is. */
interface Held {
  ownerId: string | null;
  teamId: string | null;
}

/** Roles that a standard action may name instead of a person. */
export const doerRoles = ['owner', 'manager', 'admin'] as const;
export type DoerRole = (typeof doerRoles)[number];

/** Whether the word names a role and no person. */
export const isDoerRole = (who: string): who is DoerRole => doerRoles.some((role) => role === who);

/**
 * Finds who does a standard action: the owner of the deal, the manager of its team, an admin, or the named person; a
 * deputy stands in for somebody on leave. Where the named person or the manager is gone it is the deal's owner;
 * undefined if the deal has none.
 */
export function doerOf<P extends Doer>(people: readonly P[], { who }: StepTask, deal: Held): P | undefined {
  const active = people.filter((person) => person.active);
  const owner = active.find(({ id }) => id === deal.ownerId);
  const found = isDoerRole(who)
    ? who === 'owner'
      ? owner
      : active.find(({ role, teamId }) => role === who && (who === 'admin' || teamId === deal.teamId))
    : active.find(({ name }) => foldWords(name) === foldWords(who));
  const deputy = found?.away
    ? active.find((person) => person.id === found.deputyId && !person.away)
    : undefined;
  return deputy ?? found ?? owner;
}

/** A standard action that somebody has to do by a day. */
export interface AssignedStep {
  stage: Stage;
  step: Step;
  task: StepTask;
}

/** Lists the standard actions of a stage that become tasks, without those that are ticked already. */
export function assignedSteps(
  process: Process,
  stageKey: string,
  facts: Readonly<Record<string, string>>,
): AssignedStep[] {
  const stage = stageOf(process, stageKey);
  if (!stage) return [];
  return openSteps(stage, facts).flatMap((step) => (step.task ? [{ stage, step, task: step.task }] : []));
}
