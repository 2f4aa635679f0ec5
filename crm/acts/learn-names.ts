import { foldName } from '../../kernel/words/folding.js';
import { createLearntName, learntUnder, removeLearntName } from '../../store/customers/learnt-names.js';
import type { Contact, Customer, LearntName } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { logEvent } from './log-event.js';

/** The speaker's team knows the words for that customer from now on, or the title for that contact. */
export async function learnLogged(
  ctx: Context,
  words: string,
  customer: Customer,
  contact?: Contact,
): Promise<LearntName | undefined> {
  const teamId = ctx.person.teamId;
  const key = foldName(words);
  if (!teamId || key.length < 2) return undefined;
  const known = (await learntUnder(ctx.db, teamId, [key])).filter((one) =>
    contact ? one.contactId !== null && one.customerId === customer.id : one.contactId === null,
  );
  // A name stands for one customer: the last who taught it is right.
  for (const one of known) await forgetLogged(ctx, one);
  const learnt = await createLearntName(
    ctx.db,
    { teamId, words, customerId: customer.id, contactId: contact?.id ?? null, personId: ctx.person.id },
    ctx.now,
  );
  await logEvent(ctx, 'name.learnt', { type: 'learntName', id: learnt.id }, null, { words });
  return learnt;
}

export async function forgetLogged(ctx: Context, learnt: LearntName): Promise<void> {
  await removeLearntName(ctx.db, learnt.id);
  // Kept as what happened to the customer: what is gone cannot be restored by its own id.
  await logEvent(ctx, 'name.forgotten', { type: 'customer', id: learnt.customerId }, {}, {});
}
