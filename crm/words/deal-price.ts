import { InputError } from '../../kernel/command/errors.js';
import { homeSum, type Sum, sumOf } from '../../kernel/pieces/amount.js';
import type { Money } from '../../language/reading/sentence-reading.js';
import { type Price, priceOf } from '../../sales/deals/prices.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { todayOf } from './zoned-dates.js';

/**
 * The price that a sum means today, for a record that may be in another currency. Throws InputError for a sign of several
 * currencies none of which is the company's: kr.
 */
export function pricedBy(
  ctx: Context,
  sum: Sum,
  known?: Partial<Pick<Price, 'currency'>>,
): ReturnType<typeof priceOf> {
  const price = priceOf(ctx.process, sum, todayOf(ctx), known);
  const t = textsIn(ctx.locale).deal;
  if (price.currency && price.currency.length !== 3)
    throw new InputError('amount', t.whichCurrency(price.currency), 'SEK 40,000');
  return price;
}

/** Whether a sum would leave the record's price as it is. */
export function isSameSum(ctx: Context, record: Price, sum: Sum): boolean {
  const { amount, told = null, currency = null } = priceOf(ctx.process, sum, todayOf(ctx), record);
  if (currency !== record.currency) return false;
  return currency === null ? amount === record.amount : told === record.told;
}

/** The sum that words say. */
export const sumOfMoney = ({ minor, currency }: Money): Sum => sumOf(minor, currency);

/** Minor units of the company's currency, in which targets are kept. Throws InputError for a sum in another. */
export function homeAmountSaid(ctx: Context, money: Money): number {
  const home = homeSum(sumOfMoney(money), ctx.process.currency);
  const t = textsIn(ctx.locale).deal;
  if (home === undefined) throw new InputError('amount', t.keptIn(ctx.process.currency), '');
  return home;
}
