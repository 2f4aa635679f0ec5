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
import type { FollowUp, Lead, Task } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { type Locale, textsIn } from '../../texts/languages.js';
import type { Context } from './context.js';

/** Who an answer is for: the reader and, in a group, the narrowest rights among those who read along. */
export interface Readers {
  person?: Actor;
  audience?: Actor;
}

/**
 * Combines everybody who may read a team's group into one actor, with the narrowest rights among a rep and
 * its members.
 */
export async function audienceOf(db: Db, process: Process, teamId: string | null): Promise<Actor> {
  const roles = new Set(teamId ? await rolesIn(db, teamId) : []).add('rep');
  const sight = [...roles].map((role) => visibilityOf(process, { role, teamId }, [])).reduce(leastVisibility);
  return { id: '', role: 'rep', teamId, active: true, sight };
}

/** Shown in place of a value that the reader may not see. */
export const hidden = '***';

/**
 * Tells whether everybody who reads may see a value of the record, or of a total over many records if none is
 * given.
 */
export function shows(
  { person, audience }: Readers,
  kind: 'amount' | 'phone',
  record?: Pick<Owned, 'ownerId'>,
): boolean {
  return [person, audience].every((reader) => !reader || showsValue(reader, kind, record));
}

/** A record, with the customer it belongs to if known. */
export type Shared = Owned & { customerId?: string; id: string };

/** Tells whether the speaker may see the record, by the rules or because its customer is shared with them. */
export async function maySeeRecord(ctx: Context, record: Shared): Promise<boolean> {
  if (maySee(ctx.person, record).ok) return true;
  return await isCollaborator(ctx.db, record.customerId ?? record.id, ctx.person.id);
}

/** Filters a list to the records that the speaker may see. */
export async function visible<T extends Shared>(ctx: Context, records: readonly T[]): Promise<T[]> {
  const seen: T[] = [];
  for (const record of records) if (await maySeeRecord(ctx, record)) seen.push(record);
  return seen;
}

/** Makes the answer private if somebody in the group may not see the record. */
export function privateUnlessSeen(ctx: Context, record: Owned): void {
  if (ctx.audience && !maySee(ctx.audience, record).ok) ctx.isPrivate = true;
}

/** Logs a view of another person's record, and hides the record from those who may not see it. */
export function noteView(
  ctx: Context,
  type: 'customer' | 'lead' | 'deal',
  record: Owned & { id: string },
): void {
  ctx.seen?.push({ type, id: record.id, ownerId: record.ownerId });
  privateUnlessSeen(ctx, record);
}

const finders = { phone: findPhones, amount: findAmounts };

/**
 * A number glued to other letters (`ERP300000元`, "ERP 300,000 yuan", `wx13911110003`): the grammar does not
 * read it, people do. As a phone number it has at least seven digits.
 */
const longNumber = {
  amount: /\d(?:,?\d){4,}/g,
  phone: /(?<!\d)(?!\d{4}-\d{2}-\d{2}(?!\d))\d(?:[ ,.-]?\d){6,}/g,
};

/** Who may not call a contact may not write to them either. */
const mailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

/**
 * Hides the amounts, phone numbers and mail addresses in people's own words (a note, a title) that the reader may not see.
 * Nobody sees phone numbers in the words of a record without an owner: like its own, they are for who claims it.
 */
export function redacted(readers: Readers, words: string, record?: Pick<Owned, 'ownerId'>): string {
  const kinds = (['phone', 'amount'] as const).filter(
    (kind) => !shows(readers, kind, record) || (kind === 'phone' && record?.ownerId === null),
  );
  const left = kinds.reduce(
    (rest, kind) => without(rest, finders[kind](rest)).replace(longNumber[kind], hidden),
    words,
  );
  return kinds.includes('phone') ? left.replace(mailAddress, hidden) : left;
}

/** People's words that were said at a moment, as the reader may see them; nothing of those from too late. */
export const wordsShown = (
  ctx: Readers & Pick<Context, 'quotesUntil'>,
  words: string,
  at: Date,
  record?: Pick<Owned, 'ownerId'>,
): string => (ctx.quotesUntil && at > ctx.quotesUntil ? '' : redacted(ctx, words, record));

/** The words of a follow-up as the reader may see them, its author's own; no group reads what was said in a private chat. */
export const followUpWords = (
  ctx: Readers & Pick<Context, 'quotesUntil'>,
  { words, createdAt, isPrivate, personId }: Pick<FollowUp, 'words' | 'createdAt' | 'isPrivate' | 'personId'>,
  record: Pick<Owned, 'ownerId'> = { ownerId: personId },
): string => (ctx.audience && isPrivate ? '' : wordsShown(ctx, words, createdAt, record));

/** The words of a task as the reader may see them; a group reads that they were said in a private chat. */
export const taskWords = (
  ctx: Readers & Pick<Context, 'quotesUntil'> & { locale: Locale },
  { title, createdAt, isPrivate, ownerId }: Pick<Task, 'title' | 'createdAt' | 'isPrivate' | 'ownerId'>,
  record: Pick<Owned, 'ownerId'> = { ownerId },
): string =>
  ctx.audience && isPrivate
    ? textsIn(ctx.locale).work.saidPrivately
    : wordsShown(ctx, title, createdAt, record);

/** The note of a lead as the reader may see it; no group reads what was said in a private chat. */
export const leadWords = (
  ctx: Readers & Pick<Context, 'quotesUntil'>,
  { note, createdAt, isPrivate, ownerId }: Pick<Lead, 'note' | 'createdAt' | 'isPrivate' | 'ownerId'>,
  record: Pick<Owned, 'ownerId'> = { ownerId },
): string => (ctx.audience && isPrivate ? '' : wordsShown(ctx, note, createdAt, record));

/** Replaces the found ranges, which do not overlap, with the hidden mark. */
function without(words: string, found: readonly { from: number; to: number }[]): string {
  return [...found]
    .sort((a, b) => b.from - a.from)
    .reduce((left, { from, to }) => left.slice(0, from) + hidden + left.slice(to), words);
}
