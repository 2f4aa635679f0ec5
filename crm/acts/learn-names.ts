import { foldName } from '../../kernel/words/folding.js';
import { learntUnder } from '../../store/customers/learnt-names.js';
import type { Contact, Customer, LearntName } from '../../store/schema/row-types.js';
import { createLearntName, removeLearntName } from '../../store/unit/rows/learnt-name-rows.js';
import type { Context } from '../access/context.js';
import { logEvent } from './log-event.js';

/** Teaches the speaker's team that the words mean that customer, or the title that contact. */
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
  // A name means one customer: the latest teaching replaces earlier ones.
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
  // Logged as an event of the customer, since undo cannot restore a deleted name by its id.
  await logEvent(ctx, 'name.forgotten', { type: 'customer', id: learnt.customerId }, {}, {});
}
