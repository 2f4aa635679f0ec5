import { currencyOfSum, minorOf, type Sum } from '../../kernel/pieces/amount.js';
import type { Process } from '../process/process-schema.js';

/** What a record is worth: minor units of the company's currency, and what was said where that was in another one. */
export interface Price {
  /** Null where nothing was said, or no rate is known for what was. */
  amount: number | null;
  told: number | null;
  currency: string | null;
}

/** What sets the value of a currency. */
export type Currencies = Pick<Process, 'currency' | 'rates'>;

/** One unit of a currency in the company's on a local date, or undefined if no rate holds then. */
export function rateOn({ rates }: Currencies, currency: string, day: string): number | undefined {
  const known = (rates[currency] ?? []).filter(({ from }) => from <= day);
  return known.reduce<(typeof known)[number] | undefined>(
    (last, one) => (last && last.from > one.from ? last : one),
    undefined,
  )?.rate;
}

/**
 * The price that a sum means on a local date: of the currency that it names, else of the one that the record is in, else of the
 * company's. `amount` and nothing else for a record that was never in another currency.
 */
export function priceOf(
  process: Currencies,
  sum: Sum,
  day: string,
  known?: Partial<Pick<Price, 'currency'>>,
): Pick<Price, 'amount'> & Partial<Price> {
  const currency = currencyOfSum(sum, process.currency) ?? known?.currency ?? process.currency;
  const told = minorOf(sum);
  if (currency === process.currency)
    return { amount: told, ...(known?.currency ? { told: null, currency: null } : {}) };
  return { amount: homeAmount(process, told, currency, day), told, currency };
}

/** Minor units of the company's currency, or null if no rate is known for that day. */
export function homeAmount(process: Currencies, told: number, currency: string, day: string): number | null {
  const rate = rateOn(process, currency, day);
  const amount = rate === undefined ? null : Math.round(told * rate);
  return amount !== null && Number.isSafeInteger(amount) ? amount : null;
}

/** The sum in the currency that it was said in, or null. */
export const saidOf = ({ amount, told }: Pick<Price, 'amount'> & Partial<Price>): number | null =>
  told ?? amount;

/** Whether a record has a price, be it without a value in the company's currency. */
export const isPriced = (price: Pick<Price, 'amount'> & Partial<Price>): boolean => saidOf(price) !== null;

/** The price of a record as a sum that names its currency where it is another than the company's. */
export const sumOfPrice = ({ amount, told, currency }: Pick<Price, 'amount'> & Partial<Price>): Sum | null =>
  told != null && currency ? { minor: told, currency } : amount;
