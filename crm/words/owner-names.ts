import { personById } from '../../store/people/person-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';

/** Names the record's owner, or says that there is none. */
export async function ownerName(ctx: Context, record: { ownerId: string | null }): Promise<string> {
  const owner = record.ownerId ? await personById(ctx.db, record.ownerId) : undefined;
  return owner?.name ?? textsIn(ctx.locale).common.nobody;
}

export async function teamName(ctx: Context, record: { teamId: string | null }): Promise<string | undefined> {
  return record.teamId ? (await teamById(ctx.db, record.teamId))?.name : undefined;
}
