import { followUpsIn } from '../../store/activity/follow-up-queries.js';
import { customerById, newestCustomers } from '../../store/customers/customer-queries.js';
import type { Customer } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { readableAmong } from '../access/readable.js';

/** Follow-ups looked through for them. */
const lookedThrough = 30;

/** Lists the customers that a person, else the speaker, followed up last, and then those they got last, without repeats. */
export async function recentCustomers(
  ctx: Context,
  limit: number,
  personId: string = ctx.person.id,
): Promise<Customer[]> {
  const { db, now } = ctx;
  const told = await followUpsIn(db, {
    from: new Date(0),
    to: now,
    personId,
    limit: lookedThrough,
  });
  const ids = [...new Set(told.map(({ customerId }) => customerId))].slice(0, limit);
  const followed = await Promise.all(ids.map((id) => customerById(db, id)));
  const all = [
    ...followed.filter((one) => one !== undefined),
    ...(await newestCustomers(db, personId, limit)),
  ];
  const unique = [...new Map(all.map((one) => [one.id, one])).values()];
  return (await readableAmong(ctx, unique)).slice(0, limit);
}
