import {
  currencyOfSum,
  formatAmount,
  type MoneyReader,
  minorOf,
  type Sum,
} from '../../kernel/pieces/amount.js';
import { currencySaid } from '../../kernel/pieces/currency-said.js';
import { type Price, sumOfPrice } from '../../sales/deals/prices.js';
import { stageOf } from '../../sales/process/stages.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { hidden, type Readers, shows } from '../access/visibility.js';

type Reader = Readers & Pick<Context, 'locale' | 'process'>;
type Told = Pick<Price, 'amount'> & Partial<Price>;

/** Writes an amount of the company's currency; hides it from those who may not see it. */
export function amountWords(ctx: Reader, amount: number | null, record?: { ownerId: string | null }): string {
  if (amount === null) return '';
  return shows(ctx, 'amount', record) ? formatAmount(amount, ctx) : hidden;
}

/** Minor units of one whole unit. */
const whole = 100;

/** Writes a price as it was said, with its value in the company's currency: `€40,000 (≈ $43,200)`; '' if there is none. */
export function priceSaid(reader: MoneyReader, { amount, told, currency }: Told): string {
  if (told == null || !currency) return amount === null ? '' : formatAmount(amount, reader);
  const t = textsIn(reader.locale).deal;
  const said = formatAmount(told, reader, currency);
  return amount === null
    ? t.noRate(said, currency)
    : t.worth(said, formatAmount(Math.round(amount / whole) * whole, reader));
}

/** Writes what a record is worth, as it was said; hides it from those who may not see it. */
export function priceWords(ctx: Reader, record: Told & { ownerId: string | null }): string {
  if (record.amount === null && record.told == null) return '';
  return shows(ctx, 'amount', record) ? priceSaid(ctx, record) : hidden;
}

/** Writes a price as it was said and nothing else; '' if there is none. */
export function saidWords(ctx: Reader, record: Told & { ownerId: string | null }): string {
  const sum = sumOfPrice(record);
  return sum === null ? '' : sumWords(ctx, sum);
}

/** Writes a sum that somebody said, of a record that may be in another currency; hides it from those who may not see it. */
export function sumWords(
  ctx: Reader,
  sum: Sum,
  record?: { ownerId: string | null; currency?: string | null },
): string {
  if (!shows(ctx, 'amount', record)) return hidden;
  const { currency } = ctx.process;
  return formatAmount(minorOf(sum), ctx, currencyOfSum(sum, currency) ?? record?.currency ?? currency);
}

export const stageName = (ctx: Context, key: string): string =>
  stageOf(ctx.process, key)?.name[ctx.locale] ?? key;

/** Notes for a sum without a currency, said in words that name another one than that in which it is kept. */
export function currencyNotes({ words, process, locale }: Context, sum: Sum | undefined): string[] {
  const said = typeof sum === 'number' ? currencySaid(words) : undefined;
  return said && said !== process.currency
    ? [textsIn(locale).deal.otherCurrency(said, process.currency)]
    : [];
}
