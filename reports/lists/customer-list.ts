import type { Context } from '../../crm/access/context.js';
import { readableAmong } from '../../crm/access/readable.js';
import { shows } from '../../crm/access/visibility.js';
import { momentWords } from '../../crm/words/zoned-dates.js';
import { type Card, right } from '../../kernel/card/card.js';
import { formatAmount } from '../../kernel/pieces/amount.js';
import { customerNo } from '../../kernel/records/record-number.js';
import { foldWords } from '../../kernel/words/folding.js';
import type { ListRequest } from '../../language/look-up/list-request.js';
import { maySee } from '../../sales/people/policy.js';
import { ownedCustomers } from '../../store/customers/owned-customers.js';
import type { Customer } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import { filterWords } from '../answers/answer-frame.js';
import { listedDeals } from './deal-list.js';
import { type ListPage, rowsCard } from './list-card.js';
import { listedOwner } from './list-owner.js';

/** Lists customers, those with the most in open deals first: what is open with each and when it was last followed up. */
export async function customerList(ctx: Context, request: ListRequest, page: ListPage): Promise<Card> {
  const c = textsIn(ctx.locale).common;
  const t = textsIn(ctx.locale).list;
  const owner = await listedOwner(ctx, request.whose);
  const whose = { ownerId: owner.person?.id, teams: owner.teams && [...owner.teams] };
  const found = (await ownedCustomers(ctx.db, whose)).filter((one) => fits(one, request));
  const readable = await readableAmong(ctx, found);
  const shown = readable.filter((one) => !ctx.audience || maySee(ctx.audience, one).ok);
  const open = new Map<string, { count: number; amount: number }>();
  for (const deal of await listedDeals(ctx, owner, { filters: { values: [] } })) {
    const sum = open.get(deal.customerId) ?? { count: 0, amount: 0 };
    sum.count++;
    if (shows(ctx, 'amount', deal)) sum.amount += deal.amount ?? 0;
    open.set(deal.customerId, sum);
  }
  const worth = (one: Customer) => open.get(one.id)?.amount ?? -1;
  const isQuiet = request.marks?.includes('quiet') === true;
  const silence = (one: Customer) => one.lastFollowUpAt?.getTime() ?? 0;
  const rows = shown
    .toSorted((a, b) => (isQuiet ? silence(a) - silence(b) : worth(b) - worth(a)) || a.no - b.no)
    .map((one) => ({
      number: customerNo(one),
      name: one.name,
      cells: [
        `${customerNo(one)} ${one.name}`,
        openWords(ctx, open.get(one.id)),
        one.lastFollowUpAt ? momentWords(ctx, one.lastFollowUpAt) : c.never,
      ],
    }));
  return rowsCard(ctx, page, {
    kind: 'customers',
    owner,
    narrowed: [...filterWords(ctx, { filters: request.filters }), ...(isQuiet ? [t.quietFirst] : [])],
    conclusion: t.customers(rows.length),
    columns: [c.customer, right(textsIn(ctx.locale).work.openDeals), c.lastFollowUp],
    rows,
  });
}

function openWords(ctx: Context, open: { count: number; amount: number } | undefined): string {
  if (!open) return '';
  return open.amount === 0 ? `${open.count}` : `${open.count} · ${formatAmount(open.amount, ctx)}`;
}

/** Whether a customer has the values: a tag, a grade, a region or an industry. */
function fits(customer: Customer, { filters }: ListRequest): boolean {
  return filters.values.every(({ dimension, key, words }) => {
    const wanted = [key, words].map(foldWords);
    const values = [
      ...(dimension === 'tag' ? customer.tags : []),
      ...(dimension === 'grade' ? [customer.grade] : []),
      ...(dimension === 'region' ? [customer.region] : []),
      ...(dimension === 'industry' ? [customer.industry] : []),
      customer.facts[dimension] ?? null,
    ];
    return values.some((value) => value !== null && wanted.includes(foldWords(value)));
  });
}
