import type { Context } from '../../crm/access/context.js';
import { lookups } from '../../crm/field-lookups/lookups.js';
import { onlyCustomerCalled } from '../../crm/lookup/only-customer.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import { customerNo, isRecordNo } from '../../kernel/records/record-number.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { calledColleagues } from '../../language/names/given-tasks.js';
import { closeTold } from '../../language/order/close-told.js';
import { closingWish } from '../../language/order/closing-wish.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import { listPeople } from '../../store/people/person-queries.js';

/**
 * Reads "let's get the Ironwood deal closed by Friday", which may be an expected close date or somebody's task: it is asked
 * which. Undefined if the words name no customer or deal that the speaker may see.
 */
export const readClosingWish: WordReader<Context> = async ({ line }, ctx) => {
  const people = (await listPeople(ctx.db)).filter(({ active }) => active);
  const called = calledColleagues(
    line,
    people.map(({ name }) => name),
  );
  const told = closeTold(line, ctx.at);
  const wish = told ?? closingWish(line, called, ctx.at);
  // The task that was posted last is what "push it to Monday" moves.
  if (!wish || (told && !wish.about && ctx.posted)) return undefined;
  const subject = wish.about ? await recordCalled(ctx, wish.about) : (ctx.subject ?? ctx.topic);
  if (!subject || (told && !(await hasOpenDeal(ctx, subject)))) return undefined;
  const who = people.find(({ name }) => name === wish.who)?.id;
  const input = { subject, next: wish.day, note: line, ...(who ? { who } : {}) };
  return { kind: 'order', strength: 'exact', isAside: true, call: { command: 'close-ask', input } };
};

/** Whether the subject is an open deal, or a customer that has one. */
async function hasOpenDeal(ctx: Context, subject: string): Promise<boolean> {
  const found = await openSubject(ctx, subject).catch(() => undefined);
  if (!found) return false;
  return found.deal
    ? found.deal.status === 'open'
    : (await openDealsOf(ctx.db, found.customer.id)).length > 0;
}

/** The number of the only deal or customer that goes by these words, or undefined. */
async function recordCalled(ctx: Context, words: string): Promise<string | undefined> {
  if (isRecordNo(words.toUpperCase())) {
    const found = await openSubject(ctx, words.toUpperCase()).catch(() => undefined);
    return found?.number;
  }
  const customer = await onlyCustomerCalled(ctx, words);
  if (customer) return customerNo(customer);
  const deal = await lookups.deal?.find(words, ctx, 'deal').catch(() => undefined);
  return typeof deal === 'string' ? deal : undefined;
}
