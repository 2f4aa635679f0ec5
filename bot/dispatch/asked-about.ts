import type { Context } from '../../crm/access/context.js';
import type { Call } from '../../kernel/card/card.js';
import { rightsTo, shownRecord } from '../views/shown-record.js';
import { recordsOfCall } from '../views/view-rows.js';

/** The record that a question is about, 'L-4 华星光电', or undefined if its call names none that the speaker may see. */
export async function recordAskedAbout(call: Call, ctx: Context): Promise<string | undefined> {
  const [number] = recordsOfCall(call);
  const shown = number === undefined ? undefined : await shownRecord(ctx.db, number);
  if (!shown || (await rightsTo(ctx, shown)) === '') return undefined;
  return [...new Set([shown.number, shown.customer])].filter(Boolean).join(' ');
}
