import { scan } from '../bot/kernel/pieces/scan.js';
import { type Actor, maySee, type Owned, showsValue } from '../sales/policy.js';
import { isCollaborator } from '../store/collaborators.js';
import type { Context } from './context.js';

/** Who an answer is for: the reader, and in a group the least of those who read along. */
export interface Readers {
  person?: Actor;
  crowd?: Actor;
}

/** What stands in the place of a value that is not for the reader. */
export const hidden = '***';

/** Whether everybody who reads may see a value of the record; of a figure made of many where none is given. */
export function shows(
  { person, crowd }: Readers,
  kind: 'amount' | 'phone',
  record?: Pick<Owned, 'ownerId'>,
): boolean {
  return [person, crowd].every((reader) => !reader || showsValue(reader, kind, record));
}

/** A record of which it is known whose customer it is about. */
export type Shared = Owned & { customerId?: string; id: string };

/** Whether the speaker may look at the record: by the rules, or because its customer is shared with them. */
export async function maySeeRecord(ctx: Context, record: Shared): Promise<boolean> {
  if (maySee(ctx.person, record).ok) return true;
  return await isCollaborator(ctx.db, record.customerId ?? record.id, ctx.person.id);
}

/** The records of a list that the speaker may look at. */
export async function visible<T extends Shared>(ctx: Context, records: readonly T[]): Promise<T[]> {
  const seen: T[] = [];
  for (const record of records) if (await maySeeRecord(ctx, record)) seen.push(record);
  return seen;
}

/** In a group where somebody may not see the record, the answer is for the speaker alone. */
export function keepFromCrowd(ctx: Context, record: Owned): void {
  if (ctx.crowd && !maySee(ctx.crowd, record).ok) ctx.isPrivate = true;
}

/** Notes that a record of somebody else is shown, and keeps it from those who may not see it. */
export function lookAt(
  ctx: Context,
  type: 'customer' | 'lead' | 'deal',
  record: Owned & { id: string },
): void {
  ctx.seen?.push({ type, id: record.id, ownerId: record.ownerId });
  keepFromCrowd(ctx, record);
}

/** People's own words with the amounts and phones in them left out that are not for the reader. */
export function redacted(
  ctx: Readers & Pick<Context, 'at'>,
  words: string,
  record?: Pick<Owned, 'ownerId'>,
): string {
  const kinds = (['amount', 'phone'] as const).filter((kind) => !shows(ctx, kind, record));
  if (kinds.length === 0) return words;
  let text = '';
  let end = 0;
  for (const { from, to } of scan(words, new Set(kinds), ctx.at)) {
    text += words.slice(end, from) + hidden;
    end = to;
  }
  return text + words.slice(end);
}
