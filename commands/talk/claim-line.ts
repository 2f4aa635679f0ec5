import type { Context } from '../../crm/access/context.js';
import { onlyCustomerCalled } from '../../crm/lookup/only-customer.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import type { Call } from '../../kernel/card/card.js';
import { customerNo, leadNo } from '../../kernel/records/record-number.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { claimWish } from '../../language/order/claim-wish.js';

/**
 * Reads 这单我来跟 ("I'll take this one"): claims what is in the pool, else shows the record, which says whose it is. It is
 * never a report of anything done.
 */
export const readClaimWish: WordReader<Context> = async ({ line }, ctx) => {
  const wish = claimWish(line);
  if (!wish) return undefined;
  const customer = wish.name === '' ? undefined : await onlyCustomerCalled(ctx, wish.name);
  if (wish.name !== '' && !customer) return undefined;
  const number = customer ? customerNo(customer) : (ctx.subject ?? ctx.topic);
  const subject = number ? await openSubject(ctx, number).catch(() => undefined) : undefined;
  const { lead, customer: whose } = subject ?? {};
  const isPooled = lead ? lead.status === 'pool' : whose?.pooledAt && !whose.ownerId;
  if (subject && isPooled)
    return {
      kind: 'order',
      strength: 'exact',
      call: { command: 'claim', input: { lead: lead ? leadNo(lead) : subject.number } },
    };
  const input: Call['input'] = subject ? { name: subject.number } : {};
  return { kind: 'order', strength: 'exact', call: { command: 'find', input } };
};
