import { ChooseError } from '../../kernel/command/errors.js';
import { customerNo, recordNumber } from '../../kernel/records/record-number.js';
import type { Customer } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { readableCalled } from '../access/readable.js';
import { openCustomer } from '../words/open-records.js';
import { refuseDuplicate } from './duplicates.js';

/**
 * Finds the customer of that number or exact name, or undefined for a new name. Asks about a name that only
 * resembles a known one, unless it is said to be new. Only for what creates a customer of a new name: it throws
 * DeniedError if another team has one of that name.
 */
export async function sureCustomer(
  ctx: Context,
  words: string,
  field: string,
  isNew: boolean,
): Promise<Customer | undefined> {
  if (recordNumber(words)?.type === 'customer') return await openCustomer(ctx, words);
  const found = await readableCalled(ctx, words, { limit: 4 });
  const exact = found.filter(({ how }) => how === 'name' || how === 'alias');
  if (exact[0] && exact.length === 1) return exact[0].customer;
  if (exact.length === 0) await refuseDuplicate(ctx, words);
  if (isNew || found.length === 0) return undefined;
  const t = textsIn(ctx.locale).lookup;
  const options = found.map(({ customer }) => ({
    label: `${customer.name} · ${customerNo(customer)}`,
    value: customerNo(customer),
  }));
  throw new ChooseError(field, t.whichCustomer(words), options, words);
}
