import { foldName } from '../../kernel/words/folding.js';
import { learntUnder } from '../../store/customers/learnt-names.js';
import type { Contact, Customer, LearntName } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';

/** Teaches the speaker's team that the words mean that customer, or the title that contact. */
export async function learnName(
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
  for (const one of known) await forgetName(ctx, one);
  return await ctx.unit.create('name.learnt', {
    teamId,
    words,
    customerId: customer.id,
    contactId: contact?.id ?? null,
    personId: ctx.person.id,
  });
}

export async function forgetName(ctx: Context, learnt: LearntName): Promise<void> {
  await ctx.unit.remove('name.forgotten', learnt);
}
