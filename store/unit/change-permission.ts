import { hasRole } from '../../kernel/command/roles.js';
import { approversOf } from '../../sales/deals/gates.js';
import { mayJudge } from '../../sales/leads/dispute-rules.js';
import { isAway } from '../../sales/people/away.js';
import type { Need } from '../../sales/people/change-kinds.js';
import {
  type Actor,
  mayAssign,
  mayChange,
  mayGiveRole,
  mayMoveTo,
  mayPostReport,
  maySee,
  type Permission,
} from '../../sales/people/policy.js';
import type { Process } from '../../sales/process/parse-process.js';
import { stageOf } from '../../sales/process/stages.js';
import { isCollaborator } from '../customers/collaborator-queries.js';
import { listPeople, personById } from '../people/person-queries.js';
import type { Approval, Dispute, Person, Place } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { findRow } from '../statements/rows.js';
import type { Ownership } from './ownership.js';

/** What is asked of the policy: who changes what, and into what. */
export interface AskedChange {
  need: Need;
  actor: Actor;
  record: object;
  owner: Ownership;
  /** What the change sets; for a new record all that is given of it. */
  patch: object;
  isNew: boolean;
}

/** Where the rules and the people who decide by them are found. */
export interface PolicyDeps {
  db: Db;
  process: Process;
  at: Date;
}

const granted: Permission = { ok: true };
const refused = (who: 'owner' | 'manager' | 'admin'): Permission => ({ ok: false, who });
const onlyIf = (holds: boolean, who: 'owner' | 'manager' | 'admin'): Permission =>
  holds ? granted : refused(who);

/** Asks the policy whether the person may make the change by themselves; a refusal names who may. */
export async function mayMake(deps: PolicyDeps, asked: AskedChange): Promise<Permission> {
  const { need, actor, owner, record, patch } = asked;
  if (!actor.active) return refused('admin');
  const isRep = hasRole(actor.role, 'rep');
  switch (need) {
    case 'anybody':
      return granted;
    case 'never':
      return refused('admin');
    case 'enter':
      return isRep ? await mayEnter(deps, asked) : refused('manager');
    case 'enterOn':
      return isRep ? await mayEnterOn(deps, asked) : refused('manager');
    case 'work':
      return await mayWork(deps, asked);
    case 'own':
      return mayChange(actor, owner);
    case 'give':
      return await mayGive(deps, actor, owner, patch);
    case 'claim':
      return onlyIf(
        isRep &&
          owner.ownerId === null &&
          maySee(actor, owner).ok &&
          (patch as { ownerId?: string }).ownerId === actor.id,
        'manager',
      );
    case 'offered':
      return onlyIf((record as { offeredTo?: string | null }).offeredTo === actor.id, 'owner');
    case 'judge':
      return onlyIf(mayJudge(await listPeople(deps.db), record as Dispute, actor), 'manager');
    case 'approve':
      return await mayApprove(deps, actor, record as Approval);
    case 'self':
      return onlyIf(owner.ownerId === actor.id, 'owner');
    case 'person':
      return mayDecideFor(asked);
    case 'role':
      return mayGiveRole(actor, record as Person, (patch as Partial<Person>).role ?? 'viewer');
    case 'join':
      return mayMoveTo(actor, record as Person, (patch as Partial<Person>).teamId ?? null);
    case 'team':
      return mayPostReport(actor, owner.teamId);
    case 'bind':
      return mayBind(actor, record as Place, patch as Partial<Place>);
    case 'lead':
      return onlyIf(hasRole(actor.role, 'manager'), 'manager');
    case 'author':
      return onlyIf(owner.ownerId === actor.id || hasRole(actor.role, 'manager'), 'manager');
    case 'admin':
      return onlyIf(actor.role === 'admin', 'admin');
  }
}

/** What a rep creates is theirs, or nobody's, or of somebody to whom they may give it. */
async function mayEnter(deps: PolicyDeps, { actor, owner }: AskedChange): Promise<Permission> {
  if (owner.ownerId === null || owner.ownerId === actor.id) return granted;
  const to = await personById(deps.db, owner.ownerId);
  return to ? mayAssign(actor, { ownerId: actor.id, teamId: to.teamId }, to) : refused('manager');
}

/** The same on a customer whom the rep sees, or on whom they collaborate. */
async function mayEnterOn(deps: PolicyDeps, asked: AskedChange): Promise<Permission> {
  const { db } = deps;
  const { actor } = asked;
  const id = asked.owner.customerId ?? '';
  const customer = await findRow(db, db.t.customers, { id });
  const may = customer ? maySee(actor, customer) : granted;
  if (!may.ok && !(await isCollaborator(db, id, actor.id))) return may;
  return await mayEnter(deps, asked);
}

async function mayWork(deps: PolicyDeps, { actor, owner }: AskedChange): Promise<Permission> {
  const may = mayChange(actor, owner);
  if (may.ok || !hasRole(actor.role, 'rep') || owner.customerId === undefined) return may;
  return (await isCollaborator(deps.db, owner.customerId, actor.id)) ? granted : may;
}

async function mayGive(
  deps: PolicyDeps,
  actor: Actor,
  owner: Ownership,
  patch: { ownerId?: string | null },
): Promise<Permission> {
  const to = patch.ownerId ? await personById(deps.db, patch.ownerId) : undefined;
  return to ? mayAssign(actor, owner, to) : refused('manager');
}

/** An approver of the stage that is asked for; of a stage without a gate, whoever may change the deal. */
async function mayApprove({ db, process, at }: PolicyDeps, actor: Actor, approval: Approval) {
  const deal = await findRow(db, db.t.deals, { id: approval.dealId });
  const { gate } = stageOf(process, approval.stage) ?? {};
  if (!deal) return refused('admin');
  if (!gate) return mayChange(actor, deal);
  const people = (await listPeople(db)).map((one) => ({
    ...one,
    away: isAway(one, at),
  }));
  return onlyIf(
    approversOf(people, gate, deal).some(({ id }) => id === actor.id),
    'manager',
  );
}

/** The person themselves, the manager of their team, an admin; what is sent to a team needs that team's manager. */
function mayDecideFor({ actor, owner, patch, isNew }: AskedChange): Permission {
  const { teamId } = patch as { teamId?: string | null };
  const may = owner.ownerId === actor.id ? granted : mayPostReport(actor, owner.teamId);
  return may.ok && teamId && !isNew ? mayPostReport(actor, teamId) : may;
}

/** Who may post for the team that gets the place or keeps it (null: the company) and for the one that has it now. */
function mayBind(actor: Actor, place: Place, { teamId = place.teamId }: Partial<Place>): Permission {
  const isBound = place.teamId !== null || place.posts.length > 0;
  const may = mayPostReport(actor, teamId);
  return may.ok && isBound ? mayPostReport(actor, place.teamId) : may;
}
