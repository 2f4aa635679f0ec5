import { DeniedError } from '../../kernel/command/errors.js';
import { hasRole } from '../../kernel/command/roles.js';
import { mayAssign, mayChange, maySee, type Owned, type Permission } from '../../sales/people/policy.js';
import { isCollaborator } from '../../store/customers/collaborator-queries.js';
import { personById } from '../../store/people/person-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from './context.js';
import { demandReadable } from './readable.js';
import { privateUnlessSeen } from './visibility.js';

/**
 * Throws DeniedError, naming who can, unless the speaker may change the record. A collaborator on its
 * customer may do the daily acts ('work'), but not close or give away the record ('own').
 */
export async function demandChange(
  ctx: Context,
  number: string,
  record: Owned & { id: string; customerId?: string },
  how: 'work' | 'own' = 'work',
): Promise<void> {
  privateUnlessSeen(ctx, record);
  const may = mayChange(ctx.person, record);
  if (may.ok) return;
  // The refusal names the owner, so it is for those who may see the record.
  await demandReadable(ctx, number, record);
  const helps = how === 'work' && hasRole(ctx.person.role, 'rep');
  if (!(helps && (await isCollaborator(ctx.db, record.customerId ?? record.id, ctx.person.id))))
    throw new DeniedError(textsIn(ctx.locale).permission.change(number, await whoCan(ctx, may.who, record)));
}

/** Throws DeniedError, naming who can tell, unless the speaker may see what a colleague or a team has. */
export async function demandVisible(ctx: Context, name: string, whose: Owned): Promise<void> {
  privateUnlessSeen(ctx, whose);
  const may = maySee(ctx.person, whose);
  if (!may.ok)
    throw new DeniedError(textsIn(ctx.locale).permission.see(name, await whoCan(ctx, may.who, whose)));
}

export async function demandAssign(ctx: Context, number: string, record: Owned, to: Person): Promise<void> {
  const may = mayAssign(ctx.person, record, to);
  if (may.ok) return;
  throw new DeniedError(
    textsIn(ctx.locale).permission.assign(number, to.name, await whoCan(ctx, may.who, record)),
  );
}

/**
 * Throws DeniedError unless the speaker may set the person's leave: their own, or as their manager or an
 * admin.
 */
export async function demandLeave(ctx: Context, who: Person): Promise<void> {
  const may = mayChange(ctx.person, { ownerId: who.id, teamId: who.teamId });
  if (may.ok) return;
  throw new DeniedError(
    textsIn(ctx.locale).permission.leave(
      who.name,
      await whoCan(ctx, 'manager', { ownerId: null, teamId: who.teamId }),
    ),
  );
}

/** Names the people who could do the act, if any are known; somebody in no team learns no colleague's name. */
export async function whoCan(
  ctx: Context,
  who: Exclude<Permission, { ok: true }>['who'],
  record: Owned,
): Promise<string> {
  const t = textsIn(ctx.locale).permission;
  if (who === 'admin') return t.admin;
  if (ctx.person.teamId === null && ctx.person.role !== 'admin') return t.manager(null);
  const team = record.teamId ? await teamById(ctx.db, record.teamId) : undefined;
  const manager = team?.managerId ? await personById(ctx.db, team.managerId) : undefined;
  const byManager = t.manager(manager?.name ?? null);
  const owner = who === 'owner' && record.ownerId ? await personById(ctx.db, record.ownerId) : undefined;
  return owner ? t.or(t.owner(owner.name), byManager) : byManager;
}
