import type { Context } from '../../crm/access/context.js';
import { leadWords } from '../../crm/access/visibility.js';
import { momentWords, todayOf } from '../../crm/words/zoned-dates.js';
import type { Card } from '../../kernel/card/card.js';
import { leadNo } from '../../kernel/records/record-number.js';
import { localDate } from '../../kernel/time/zone.js';
import type { ListRequest } from '../../language/look-up/list-request.js';
import { daysOfKey } from '../../language/periods/period-days.js';
import { type ListedLead, ownedLeads } from '../../store/leads/owned-leads.js';
import { listPeople } from '../../store/people/person-queries.js';
import { textsIn } from '../../texts/languages.js';
import { filterWords } from '../answers/answer-frame.js';
import { periodOfKey } from '../request/report-period.js';
import { type ListPage, rowsCard } from './list-card.js';
import { listedOwner, shownAmong } from './list-owner.js';

/** Lists open leads, the newest first: what each is about, whose it is, and when it came. */
export async function leadList(ctx: Context, request: ListRequest, page: ListPage): Promise<Card> {
  const c = textsIn(ctx.locale).common;
  const t = textsIn(ctx.locale).list;
  const { period, filters } = request;
  const owner = await listedOwner(ctx, request.whose);
  const whose = { ownerId: owner.person?.id, teams: owner.teams && [...owner.teams] };
  const found = (await ownedLeads(ctx.db, whose)).filter((one) => fits(ctx, one, request));
  const names = new Map((await listPeople(ctx.db)).map((one) => [one.id, one.name]));
  const rows = (await shownAmong(ctx, found)).map((lead) => ({
    number: leadNo(lead),
    name: lead.customer,
    cells: [
      `${leadNo(lead)} ${lead.customer} ${leadWords(ctx, lead)}`.trim(),
      names.get(lead.ownerId ?? '') ?? '',
      momentWords(ctx, lead.createdAt),
    ],
  }));
  return rowsCard(ctx, page, {
    kind: 'leads',
    owner,
    narrowed: [...filterWords(ctx, { filters }), ...(period ? [periodOfKey(ctx, period).label] : [])],
    conclusion: t.leads(rows.length),
    columns: [c.customer, c.owner, t.cameIn],
    rows,
  });
}

function fits(ctx: Context, lead: ListedLead, { period, filters }: ListRequest): boolean {
  const day = localDate(lead.createdAt, ctx.zone);
  if (period !== undefined) {
    const { first, after } = daysOfKey(period, todayOf(ctx));
    if (day < first || day >= after) return false;
  }
  return filters.values.every(({ dimension, key }) => {
    if (dimension === 'tag') return lead.tags.includes(key);
    return key === (dimension === 'source' ? lead.source : dimension === 'region' ? lead.region : null);
  });
}
