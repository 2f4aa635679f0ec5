import { withoutTones } from '../../kernel/words/pinyin-tones.js';
import type { CustomerMatch } from '../../store/customers/customer-queries.js';
import type { Customer } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { readableCalled } from '../access/readable.js';

/**
 * Finds the only customer of that name, or whose name begins so, among the speaker's own first; undefined if there is
 * none, or more than one.
 */
export async function onlyCustomerCalled(ctx: Context, words: string): Promise<Customer | undefined> {
  if (words.length > longest) return undefined;
  const found = await readableCalled(ctx, words);
  const exact = found.filter(({ how }) => how === 'name' || how === 'alias');
  const meant = (exact.length > 0 ? exact : found.filter(({ how }) => how === 'start')).map(
    ({ customer }) => customer,
  );
  const [only, ...others] = meant;
  if (only && others.length === 0) return only;
  const [own, ...more] = meant.filter(({ ownerId }) => ownerId === ctx.person.id);
  return more.length === 0 ? own : undefined;
}

/** Longest name of a customer that is looked up, in characters. */
const longest = 60;

/** The same to show it: a name in pinyin will do then, as nothing is written of it. */
export async function onlyCustomerShown(ctx: Context, words: string): Promise<Customer | undefined> {
  const named = await onlyCustomerCalled(ctx, words);
  if (named || words.length > longest) return named;
  return onlySpelt(words, await readableCalled(ctx, words));
}

/** The only one of the customers found whose name in pinyin the words spell, or undefined. */
export function onlySpelt(words: string, found: readonly CustomerMatch[]): Customer | undefined {
  const [only, ...others] = found;
  const isSpelt = only?.how === 'pinyin' && /^[a-z' ]{4,}$/iu.test(withoutTones(words));
  return isSpelt && others.length === 0 ? only.customer : undefined;
}
