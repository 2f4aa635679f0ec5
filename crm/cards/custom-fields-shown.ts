import { formatAmount } from '../../kernel/pieces/amount.js';
import type { CustomField } from '../../sales/process/parse-process.js';
import { personById } from '../../store/people/person-queries.js';
import type { Deal } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { hidden, shows } from '../access/visibility.js';
import { dateWords } from '../words/zoned-dates.js';

/** Lists the deal's custom fields, name and value in words. */
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

/** Writes a custom field's value as people read it. */
export async function factWords(
  ctx: Context,
  field: CustomField,
  value: string,
  deal?: { ownerId?: string | null },
): Promise<string> {
  switch (field.type) {
    case 'money':
      return shows(ctx, 'amount', deal && { ownerId: deal.ownerId ?? null })
        ? formatAmount(Number(value), ctx)
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
