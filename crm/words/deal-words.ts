import { formatAmount } from '../../kernel/pieces/amount.js';
import { currencySaid } from '../../kernel/pieces/currency-said.js';
import { stageOf } from '../../sales/process/stages.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { hidden, type Readers, shows } from '../access/visibility.js';

/** Writes an amount of a record or of what was just said; hides it from those who may not see it. */
export function amountWords(
  ctx: Readers & Pick<Context, 'locale' | 'process'>,
  amount: number | null,
  record?: { ownerId: string | null },
): string {
  if (amount === null) return '';
  return shows(ctx, 'amount', record) ? formatAmount(amount, ctx) : hidden;
}

export const stageName = (ctx: Context, key: string): string =>
  stageOf(ctx.process, key)?.name[ctx.locale] ?? key;

/** Notes for sums that the speaker's words say in another currency than the one that amounts are kept in. */
export function currencyNotes(
  { words, process, locale }: Context,
  ...amounts: (number | null | undefined)[]
): string[] {
  const said = amounts.some((amount) => amount) ? currencySaid(words) : undefined;
  return said && said !== process.currency
    ? [textsIn(locale).deal.otherCurrency(said, process.currency)]
    : [];
}
