import { InputError } from '../../kernel/command/errors.js';
import { foldName } from '../../kernel/words/folding.js';
import { withoutTones } from '../../kernel/words/pinyin-tones.js';
import { withoutPlace } from '../../language/names/own-forms.js';
import { type Actor, maySee, maySeeThrough, type Owned } from '../../sales/people/policy.js';
import { customersHolding } from '../../store/customers/customer-name-hits.js';
import {
  type CustomerMatch,
  customersStarting,
  lookUpCustomers,
} from '../../store/customers/customer-queries.js';
import { liveOwnersUnder, sharedAmong } from '../../store/customers/reach-queries.js';
import type { Customer } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from './context.js';
import { maySeeRecord, privateUnlessSeen, type Shared } from './visibility.js';

/** Who reads, and from where. */
export interface RecordReader {
  db: Db;
  person: Actor;
}

/**
 * Filters customers to those that the reader may see: by the rules, because they are shared, or for the sake of one of
 * their open deals or live leads (`maySeeThrough`). Reads once for all of them.
 */
export async function readableAmong<T extends Owned & { id: string }>(
  { db, person }: RecordReader,
  customers: readonly T[],
): Promise<T[]> {
  const unsure = customers.filter((one) => !maySee(person, one).ok).map(({ id }) => id);
  if (unsure.length === 0 || !person.active) return customers.filter((one) => maySee(person, one).ok);
  const hidden = new Set(unsure);
  for (const id of await sharedAmong(db, person.id, unsure)) hidden.delete(id);
  for (const one of await liveOwnersUnder(db, [...hidden]))
    if (maySeeThrough(person, one)) hidden.delete(one.customerId);
  return customers.filter(({ id }) => !hidden.has(id));
}

/** Most customers of one way of matching that are weighed before the reader's rights are applied. */
const mostMatches = 200;

/**
 * Finds the customers that the words may mean to this reader, best first. Rights come before every way of
 * matching: a customer that the reader may not see neither appears nor stands in the way of another.
 */
export async function readableCalled(
  reader: RecordReader,
  words: string,
  by: { limit?: number; exact?: boolean } = {},
): Promise<CustomerMatch[]> {
  const { id: personId, teamId } = reader.person;
  const found = await lookUpCustomers(reader.db, words, {
    personId,
    teamId,
    exact: by.exact,
    limit: mostMatches,
    among: (customers) => readableAmong(reader, customers),
  });
  const spelt = found.length > 0 || by.exact ? words : withoutTones(words);
  if (spelt !== words) return await readableCalled(reader, spelt, by);
  const matches = found.length > 0 || by.exact ? found : await calledWithoutPlace(reader, words);
  return matches.slice(0, by.limit ?? 20);
}

/** A short form in Chinese. */
const shortForm = /^\p{Script=Han}{2,5}$/u;

/** Finds the customers whose name begins with the words behind a place: 宏达 for 深圳宏达电子 ("Hongda Electronics, Shenzhen"). */
async function calledWithoutPlace(reader: RecordReader, words: string): Promise<CustomerMatch[]> {
  const said = words.trim();
  if (!shortForm.test(said)) return [];
  const holding = (await customersHolding(reader.db, foldName(said), mostMatches)).map(
    ({ customer }) => customer as Customer,
  );
  const called = holding.filter(({ name }) => foldName(withoutPlace(name)).startsWith(foldName(said)));
  const seen = await readableAmong(reader, called);
  const nearness = (one: Customer) => (one.ownerId === reader.person.id ? 0 : 1);
  return seen.toSorted((a, b) => nearness(a) - nearness(b)).map((customer) => ({ customer, how: 'start' }));
}

/** Lists the customers that the reader may see whose name begins with what is typed so far; for pickers. */
export async function readableBeginning(
  reader: RecordReader,
  words: string,
  limit: number,
): Promise<Customer[]> {
  return (await readableAmong(reader, await customersStarting(reader.db, words, mostMatches))).slice(
    0,
    limit,
  );
}

/**
 * Finds the customers that the words may mean and that the reader may not see. Only for whoever is about to create a
 * record of that name, or disputes whose it is: say that one exists and whom to ask, in the reader's own words; show
 * nothing of it, neither its name nor its number or owner. Every other answer is that of an unknown name.
 */
export async function unseenCalled(
  reader: RecordReader,
  words: string,
  by: { exact?: boolean } = {},
): Promise<CustomerMatch[]> {
  const all = await lookUpCustomers(reader.db, words, { ...by, limit: mostMatches });
  const customers = all.map(({ customer }) => customer);
  const seen = new Set((await readableAmong(reader, customers)).map(({ id }) => id));
  return all.filter(({ customer }) => !seen.has(customer.id));
}

/**
 * Throws unless the speaker may see the record that has this number: for them, a record that they may not see does not
 * exist.
 */
export async function demandReadable<T extends Owned & { id: string; customerId?: string }>(
  ctx: Context,
  number: string,
  record: T,
): Promise<T> {
  privateUnlessSeen(ctx, record);
  if (await mayRead(ctx, record)) return record;
  throw noRecord(ctx, number);
}

/**
 * Whether the speaker may see the record; a customer also for an open deal or a live lead of it. The customer of a deal,
 * lead or task is given by its `customerId`.
 */
export async function mayRead(ctx: Context, record: Shared): Promise<boolean> {
  if (await maySeeRecord(ctx, record)) return true;
  return record.customerId === undefined && (await readableAmong(ctx, [record])).length > 0;
}

/** What is said of a number that stands for nothing, or for nothing that the speaker may see. */
export const noRecord = ({ locale }: Pick<Context, 'locale'>, number: string): InputError =>
  new InputError(null, textsIn(locale).lookup.noRecord(number));
