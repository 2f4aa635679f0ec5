import type { Context } from '../../crm/access/context.js';
import { mayRead } from '../../crm/access/readable.js';
import { type Shared, shows } from '../../crm/access/visibility.js';
import { type NumberedType, recordNumber } from '../../kernel/records/record-number.js';
import { taskByNo } from '../../store/activity/task-queries.js';
import { customerById, customerByNo } from '../../store/customers/customer-queries.js';
import { dealByNo } from '../../store/deals/deal-queries.js';
import { leadByNo } from '../../store/leads/lead-queries.js';
import type { Db } from '../../store/statements/db.js';

/** A record as a view knows it. */
export interface ShownRecord {
  /** 'D-12'. */
  number: string;
  type: NumberedType;
  record: Shared & { version: number };
  /** Whose customer's. */
  customer: string;
}

/** Finds the record of a number, or undefined if it is gone. */
export async function shownRecord(db: Db, number: string): Promise<ShownRecord | undefined> {
  const { type, no } = recordNumber(number) ?? {};
  if (!type || no === undefined) return undefined;
  const byNo = { deal: dealByNo, lead: leadByNo, customer: customerByNo, task: taskByNo }[type];
  const record: (Shared & { version: number }) | undefined = await byNo(db, no);
  if (!record) return undefined;
  const customer = await customerById(db, record.customerId ?? record.id);
  return { number, type, record, customer: customer?.name ?? '' };
}

/**
 * What the readers may see of a record: 's' that it is there, 'a' its amounts, 'p' its phone numbers; nothing of one
 * that is gone.
 */
export async function rightsTo(ctx: Context, shown: ShownRecord | undefined): Promise<string> {
  if (!shown || !(await mayRead(ctx, shown.record))) return '';
  const { record } = shown;
  return `s${shows(ctx, 'amount', record) ? 'a' : ''}${shows(ctx, 'phone', record) ? 'p' : ''}`;
}

/** Whether a right is gone that there was. */
export const hasLost = (then: string, now: string): boolean =>
  [...then].some((right) => !now.includes(right));
