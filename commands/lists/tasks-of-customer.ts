import type { Context } from '../../crm/access/context.js';
import { onlyCustomerShown } from '../../crm/lookup/only-customer.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import type { Call } from '../../kernel/card/card.js';
import { tasksOfAsked } from '../../language/look-up/tasks-of.js';

/** The call that lists all open tasks of the customer of whom a line asks: 海棠有什么待办 ("what is to do for Haitang"). */
export async function tasksOfCustomer(line: string, ctx: Context): Promise<Call | undefined> {
  const name = tasksOfAsked(line);
  if (name === undefined) return undefined;
  const topic = ctx.subject ?? ctx.topic ?? ctx.groupTopic;
  const customer =
    name !== ''
      ? await onlyCustomerShown(ctx, name)
      : topic && (await openSubject(ctx, topic).catch(() => undefined))?.customer;
  return customer ? { command: 'tasks', input: { words: customer.name } } : undefined;
}
