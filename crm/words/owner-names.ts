import { personById } from '../../store/people/person-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import type { Context } from '../access/context.js';
import { common } from '../texts/common-texts.js';

/** The name of a record's owner, or that there is none. */
export async function ownerName(ctx: Context, record: { ownerId: string | null }): Promise<string> {
  const owner = record.ownerId ? await personById(ctx.db, record.ownerId) : undefined;
  return owner?.name ?? common(ctx.locale).nobody;
}

export async function teamName(ctx: Context, record: { teamId: string | null }): Promise<string | undefined> {
  return record.teamId ? (await teamById(ctx.db, record.teamId))?.name : undefined;
}
