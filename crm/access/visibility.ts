import { findAmounts } from '../../kernel/pieces/amount.js';
import { findPhones } from '../../kernel/pieces/phone.js';
import {
  type Actor,
  leastVisibility,
  maySee,
  type Owned,
  showsValue,
  visibilityOf,
} from '../../sales/people/policy.js';
import type { Process } from '../../sales/process/parse-process.js';
import { isCollaborator } from '../../store/customers/collaborator-queries.js';
import { rolesIn } from '../../store/people/person-queries.js';
import type { Db } from '../../store/statements/db.js';
import type { Context } from './context.js';

/** Who an answer is for: the reader, and in a group the least of those who read along. */
export interface Readers {
  person?: Actor;
  audience?: Actor;
}

/** All who may read along in a group of a team, as one: the least of what its people and a rep may look at. */
export async function audienceOf(db: Db, process: Process, teamId: string | null): Promise<Actor> {
  const roles = new Set(teamId ? await rolesIn(db, teamId) : []).add('rep');
  const sight = [...roles].map((role) => visibilityOf(process, { role, teamId }, [])).reduce(leastVisibility);
  return { id: '', role: 'rep', teamId, active: true, sight };
}

/** What stands in the place of a value that is not for the reader. */
export const hidden = '***';

/** Whether everybody who reads may see a value of the record; of a figure made of many where none is given. */
export function shows(
  { person, audience }: Readers,
  kind: 'amount' | 'phone',
  record?: Pick<Owned, 'ownerId'>,
): boolean {
  return [person, audience].every((reader) => !reader || showsValue(reader, kind, record));
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
export function keepFromAudience(ctx: Context, record: Owned): void {
  if (ctx.audience && !maySee(ctx.audience, record).ok) ctx.isPrivate = true;
}

/** Notes that a record of somebody else is shown, and keeps it from those who may not see it. */
export function lookAt(
  ctx: Context,
  type: 'customer' | 'lead' | 'deal',
  record: Owned & { id: string },
): void {
  ctx.seen?.push({ type, id: record.id, ownerId: record.ownerId });
  keepFromAudience(ctx, record);
}

const finders = { phone: findPhones, amount: findAmounts };

/** A number grown together with other words (`ERP300000元`) is none to the grammar, but tells as much. */
const longNumber = /\d(?:,?\d){4,}/g;

/** People's own words (a note, a title, what was said) without the amounts and phones that are not for the reader. */
export function redacted(readers: Readers, words: string, record?: Pick<Owned, 'ownerId'>): string {
  const kinds = (['phone', 'amount'] as const).filter((kind) => !shows(readers, kind, record));
  if (kinds.length === 0) return words;
  return kinds.reduce((left, kind) => without(left, finders[kind](left)), words).replace(longNumber, hidden);
}

/** The words with something else in the places that were found, which do not overlap. */
function without(words: string, found: readonly { from: number; to: number }[]): string {
  return [...found]
    .sort((a, b) => b.from - a.from)
    .reduce((left, { from, to }) => left.slice(0, from) + hidden + left.slice(to), words);
}
