import type { Context } from '../../crm/access/context.js';
import { maySeeFollowUp } from '../../crm/access/seen-follow-ups.js';
import { followUpWords } from '../../crm/access/visibility.js';
import { momentWords } from '../../crm/words/zoned-dates.js';
import type { Card } from '../../kernel/card/card.js';
import { customerNo } from '../../kernel/records/record-number.js';
import type { ListRequest } from '../../language/look-up/list-request.js';
import { maySee } from '../../sales/people/policy.js';
import { followUpsIn } from '../../store/activity/follow-up-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { FollowUp } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import { periodOfKey } from '../request/report-period.js';
import { type ListPage, rowsCard } from './list-card.js';
import { type ListedOwner, listedOwner } from './list-owner.js';

/** Lists what was followed up in a span, today if none is said, the newest first. */
export async function logList(ctx: Context, request: ListRequest, page: ListPage): Promise<Card> {
  const c = textsIn(ctx.locale).common;
  const t = textsIn(ctx.locale).list;
  const { channels } = textsIn(ctx.locale).work;
  const owner = await listedOwner(ctx, request.whose);
  const period = periodOfKey(ctx, request.period ?? 'today');
  const people = new Map((await listPeople(ctx.db)).map((one) => [one.id, one.name]));
  const rows = [];
  for (const log of await logsIn(ctx, owner, period)) {
    const customer = await customerById(ctx.db, log.customerId);
    if (!customer) continue;
    const who = owner.person ? '' : (people.get(log.personId) ?? '');
    const words = followUpWords(ctx, log);
    rows.push({
      number: customerNo(customer),
      name: customer.name,
      cells: [
        customer.name,
        [who, channels[log.channel], words].filter(Boolean).join(' '),
        momentWords(ctx, log.at),
      ],
    });
  }
  return rowsCard(ctx, page, {
    kind: 'logs',
    owner,
    narrowed: [period.label],
    conclusion: t.logs(rows.length),
    columns: [c.customer, c.log, textsIn(ctx.locale).work.columns.due],
    rows,
  });
}

/** Most follow-ups read for one list. */
const most = 300;

async function logsIn(
  ctx: Context,
  { person, teams }: ListedOwner,
  { from, to }: { from: Date; to: Date },
): Promise<FollowUp[]> {
  const all = await followUpsIn(ctx.db, {
    ...{ from, to, limit: most },
    ...(person ? { personId: person.id } : {}),
  });
  const found: FollowUp[] = [];
  for (const log of all) {
    const isAsked = person !== undefined || teams === undefined || teams.has(log.teamId ?? '');
    const whose = { ownerId: log.personId, teamId: log.teamId };
    const isForAll = !ctx.audience || maySee(ctx.audience, whose).ok;
    if (isAsked && isForAll && (await maySeeFollowUp(ctx, log))) found.push(log);
  }
  return found;
}
