import { formatAmount } from '../../bot/kernel/pieces/amount.js';
import type { CustomField } from '../../sales/process.js';
import { personById } from '../../store/people.js';
import type { Deal } from '../../store/row-types.js';
import type { Context } from '../context.js';
import { hidden, shows } from '../sight.js';
import { dateWords } from '../zoned.js';

/** Name and value of those that a deal has, in words. */
export async function factsShown(
  ctx: Context,
  deal: Pick<Deal, 'facts'> & { ownerId?: string | null },
): Promise<[string, string][]> {
  const shown: [string, string][] = [];
  for (const field of ctx.process.fields) {
    const value = deal.facts[field.key];
    if (value) shown.push([field.name[ctx.locale], await factWords(ctx, field, value, deal)]);
  }
  return shown;
}

/** A value as people read it. */
export async function factWords(
  ctx: Context,
  field: CustomField,
  value: string,
  deal?: { ownerId?: string | null },
): Promise<string> {
  switch (field.type) {
    case 'money':
      return shows(ctx, 'amount', deal && { ownerId: deal.ownerId ?? null })
        ? formatAmount(Number(value), ctx.locale)
        : hidden;
    case 'date':
      return dateWords(ctx, value);
    case 'choice':
      return field.choices.find((one) => one.key === value)?.name[ctx.locale] ?? value;
    case 'person':
      return (await personById(ctx.db, value))?.name ?? value;
    case 'text':
      return value;
  }
}
