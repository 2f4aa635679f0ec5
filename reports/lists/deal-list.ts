import type { Context } from '../../crm/access/context.js';
import { redacted, shows } from '../../crm/access/visibility.js';
import { priceWords, stageName } from '../../crm/words/deal-words.js';
import { dateWords, todayOf } from '../../crm/words/zoned-dates.js';
import { button, type Card, right } from '../../kernel/card/card.js';
import { formatAmount } from '../../kernel/pieces/amount.js';
import { dealNo } from '../../kernel/records/record-number.js';
import type { ListRequest } from '../../language/look-up/list-request.js';
import { daysOfKey } from '../../language/periods/period-days.js';
import type { Concern } from '../../sales/deals/meeting-concerns.js';
import { sumOfAmounts } from '../../sales/figures/money-sums.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { stepsPlannedAt } from '../../store/deals/next-steps-at.js';
import { listPeople } from '../../store/people/person-queries.js';
import { openDealsAt, openDealsOwnedAt, type SliceFacts } from '../../store/reports/slice-queries.js';
import { textsIn } from '../../texts/languages.js';
import { filterWords } from '../answers/answer-frame.js';
import { agendaOf, concernWords } from '../meeting/meeting-agenda.js';
import { periodOfKey } from '../request/report-period.js';
import { hasValue, valuesOf } from '../slices/slice-values.js';
import { type ListPage, rowsCard } from './list-card.js';
import { type ListedOwner, listedOwner, shownAmong } from './list-owner.js';

/** Lists open deals, the largest first: whose they are, in which stage, and when they should close if that is asked. */
export async function dealList(ctx: Context, request: ListRequest, page: ListPage): Promise<Card> {
  const { period, most } = request;
  const c = textsIn(ctx.locale).common;
  const t = textsIn(ctx.locale).list;
  const listed = await listedOwner(ctx, request.whose);
  const { customer } = request.filters;
  const owner = customer === undefined ? listed : { ...listed, name: customer };
  const all = await listedDeals(ctx, owner, request);
  const deals = most === undefined ? all : all.slice(0, most);
  const isOwn = owner.person !== undefined && owner.name === undefined;
  const isByOwner = request.marks?.includes('owners') === true;
  const worries = request.marks?.includes('risk') ? await worriesOf(ctx, listed) : undefined;
  const people = new Map((isByOwner ? await listPeople(ctx.db) : []).map((one) => [one.id, one.name]));
  const middle = (deal: SliceFacts): string => {
    if (isByOwner) return people.get(deal.ownerId ?? '') ?? '';
    const why = worries?.get(deal.id);
    if (why) return concernWords(ctx, why.slice(0, 2));
    if (!period) return stageName(ctx, deal.stage);
    return deal.closeDate ? dateWords(ctx, deal.closeDate) : '';
  };
  const nameOf = (deal: SliceFacts) =>
    `${deal.customer} ${deal.name === deal.customer ? '' : redacted(ctx, deal.name, deal)}`.trim();
  const rows = deals.map((deal) => ({
    number: dealNo(deal),
    name: nameOf(deal),
    cells: [`${dealNo(deal)} ${nameOf(deal)}`, middle(deal), priceWords(ctx, deal)],
  }));
  return rowsCard(ctx, page, {
    kind: 'deals',
    owner,
    narrowed: [
      ...filterWords(ctx, { filters: request.filters }),
      ...(period ? [t.closing(periodOfKey(ctx, period).label)] : []),
      ...(most === undefined ? [] : [t.largest(most)]),
      ...(['noNext', 'risk'] as const)
        .filter((one) => request.marks?.includes(one))
        .map((one) => t.marks[one]),
    ],
    conclusion: t.deals(rows.length, worthOf(ctx, deals)),
    columns: [
      c.customer,
      isByOwner ? c.owner : worries ? t.why : period ? c.closeDate : c.stage,
      right(c.amount),
    ],
    rows,
    actions: () => [
      rows.length > 0 && button(t.board, 'board', page.words ? { words: page.words } : {}),
      rows.length === 0 &&
        isOwn &&
        ctx.person.teamId !== null &&
        button(t.ofTeam, 'deals', { words: t.team }),
    ],
  });
}

/** Reads the open deals of an owner that a request is about and that all readers may see, the largest first. */
export async function listedDeals(
  ctx: Context,
  whose: ListedOwner,
  { filters, period, marks }: Pick<ListRequest, 'filters' | 'period' | 'marks'>,
): Promise<SliceFacts[]> {
  const { person, teams } = whose;
  const found = person
    ? await openDealsOwnedAt(ctx.db, ctx.now, person.id)
    : await openDealsAt(ctx.db, ctx.now, teams);
  const seen = await shownAmong(ctx, found);
  const planned = marks?.includes('noNext') ? await stepsPlannedAt(ctx.db, seen, ctx.now) : undefined;
  const worries = marks?.includes('risk') ? await worriesOf(ctx, whose) : undefined;
  const shown = seen.filter(({ id }) => !planned?.has(id) && (worries?.has(id) ?? true));
  const worth = (deal: SliceFacts) => (shows(ctx, 'amount', deal) ? (deal.amount ?? -1) : -1);
  return shown
    .filter((deal) => fits(ctx, deal, filters, worth(deal)) && isDue(ctx, deal, period))
    .toSorted((a, b) => worth(b) - worth(a) || a.no - b.no);
}

/** What speaks against each deal at risk; a large amount alone is no risk. */
async function worriesOf(ctx: Context, { person, teams }: ListedOwner): Promise<Map<string, Concern[]>> {
  const whose = { ownerId: person?.id, teamId: person ? undefined : teams };
  const matters = await agendaOf(ctx, { at: ctx.now, ...whose });
  return new Map(
    matters.flatMap(({ dealId, concerns }) => {
      const why = concerns.filter(({ kind }) => kind !== 'big');
      return why.length > 0 ? [[dealId, why] as const] : [];
    }),
  );
}

function fits(
  ctx: Context,
  deal: SliceFacts,
  { values, amount, customer }: ListRequest['filters'],
  worth: number,
): boolean {
  if (customer !== undefined && deal.customer !== customer) return false;
  if (amount && (worth < 0 || (amount.than === '>' ? worth < amount.value : worth > amount.value)))
    return false;
  const dimensions = dimensionsOf(ctx.process);
  return values.every(({ dimension: key, key: value }) => {
    const dimension = dimensions.find((one) => one.key === key);
    return (
      dimension !== undefined &&
      hasValue(
        valuesOf(ctx, dimension, deal, () => null),
        value,
      )
    );
  });
}

/** Whether the deal should close in the span; no span lets every deal pass. */
function isDue(ctx: Context, { closeDate }: SliceFacts, period: string | undefined): boolean {
  if (period === undefined) return true;
  const { first, after } = daysOfKey(period, todayOf(ctx));
  return closeDate !== null && closeDate >= first && closeDate < after;
}

/** What the deals are worth together, or undefined if somebody who reads may not see what one of them is worth. */
export const worthOf = (ctx: Context, deals: readonly SliceFacts[]): string | undefined =>
  deals.every((deal) => shows(ctx, 'amount', deal))
    ? formatAmount(sumOfAmounts(deals.map(({ amount }) => amount)), ctx)
    : undefined;
