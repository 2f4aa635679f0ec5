import type { Lookup } from '../../kernel/command/command.js';
import { ChooseError, InputError } from '../../kernel/command/errors.js';
import { hasRole } from '../../kernel/command/roles.js';
import { bareName } from '../../kernel/names/self-given-name.js';
import { customerNo, recordNumber } from '../../kernel/records/record-number.js';
import { beginsName, foldName } from '../../kernel/words/folding.js';
import { withoutTones } from '../../kernel/words/pinyin-tones.js';
import { isNameLike } from '../../language/names/name-like.js';
import { listPeople } from '../../store/people/person-queries.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { readableCalled } from '../access/readable.js';
import { privateUnlessSeen } from '../access/visibility.js';
import { searchCustomers } from '../lookup/search-records.js';

import { mostOffered } from './most-offered.js';
import { recordNumbered } from './record-numbered.js';

/**
 * Finds the customer of that name, or the only one whose name begins with it, for an order to change something in
 * whole words; always asks about a name that is only similar.
 */
export async function customerNamed(
  ctx: Context,
  words: string,
  field: string,
  isOrder = false,
): Promise<string> {
  const t = textsIn(ctx.locale).lookup;
  const found = await readableCalled(ctx, words);
  const exact = found.filter(({ how }) => how === 'name' || how === 'alias');
  const begun = found.filter(
    ({ how, customer }) => how === 'start' && (!isOrder || isWholeStart(words, customer.name)),
  );
  const meant = exact.length > 0 ? exact : begun;
  const [only] = meant;
  if (only && meant.length === 1) {
    privateUnlessSeen(ctx, only.customer);
    return customerNo(only.customer);
  }
  const mine = meant.filter((match) => match.customer.ownerId === ctx.person.id);
  if (mine.length === 1 && mine[0]) return customerNo(mine[0].customer);
  const asked = exact.length > 0 ? exact : found;
  if (asked.length === 0) throw await unknownCustomer(ctx, field, words);
  const people = await namesOf(ctx);
  const options = asked.slice(0, mostOffered).map(({ customer }) => ({
    label: [customer.name, customerNo(customer), people.get(customer.ownerId ?? '')]
      .filter(Boolean)
      .join(' · '),
    value: customerNo(customer),
  }));
  throw new ChooseError(field, t.whichCustomer(words), options, words);
}

/** Whether the words are the first whole words of a Latin name; in Chinese a beginning is a short form. */
const isWholeStart = (words: string, name: string): boolean =>
  !/[a-z]$/i.test(words) || beginsName(words, name);

const namesOf = async (ctx: Context): Promise<Map<string, string>> =>
  new Map((await listPeople(ctx.db)).map((person) => [person.id, person.name]));

/** Says that no customer is called so; who may create one is offered to. */
async function unknownCustomer(
  { db, locale, person }: Context,
  field: string,
  words: string,
): Promise<InputError> {
  const t = textsIn(locale).lookup;
  const colleagues = (await listPeople(db)).map(({ name }) => foldName(bareName(name)));
  if (colleagues.includes(foldName(words))) return new InputError(field, t.isColleague(words));
  if (!isNameLike(words)) return new InputError(field, t.noSuchCustomer);
  const create = { label: t.createCustomer(words), call: { command: 'lead', input: { customer: words } } };
  return new InputError(
    field,
    t.noCustomer(words),
    undefined,
    // Who is to be won or lost cannot be somebody new.
    hasRole(person.role, 'rep') && field !== 'deal' ? create : undefined,
  );
}

/** Pinyin with a space between its syllables: `yun fan`. */
const syllables =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ang|i?ong|u?ang|eng|ing|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|[aoeiuv])(?:\s+|$)){2,4}$/iu;

/** Two words or more in Latin letters. */
const latinWords =
  /^(?=.{5})[\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d'’.&/-]*(?: (?=[\p{Script=Latin}\d&])\S+)+$/u;

/**
 * Whether the words are a record's number or name a customer for sure. `isWhole`: the first words of a longer name are none,
 * as another customer's may begin so.
 */
export async function knowsCustomer(words: string, ctx: Context, isWhole = false): Promise<boolean> {
  if (recordNumber(words)) return true;
  if (words.length > 60) return false;
  // Several words match only as an exact name; pinyin and near misses apply to a single word.
  const exact = isWhole || (/\s/.test(words.trim()) && !syllables.test(withoutTones(words.trim())));
  if ((await readableCalled(ctx, words, { exact, limit: 1 })).length > 0) return true;
  if (isWhole || !exact || !latinWords.test(words.trim())) return false;
  const begun = (await readableCalled(ctx, words)).filter(
    ({ how, customer }) => how === 'start' && beginsName(words, customer.name),
  );
  return begun.length > 0;
}

/** Looks up a customer by number or name. */
export const customerLookup: Lookup<Context> = {
  async find(words, ctx, field) {
    return (
      (await recordNumbered(ctx, words, ['customer'], field)) ?? (await customerNamed(ctx, words, field))
    );
  },
  knows: knowsCustomer,
  search: searchCustomers,
};
