import { defineCommand } from '../../crm/access/context.js';
import { demandVisible } from '../../crm/access/demand-rights.js';
import { openSubject, ownedBy } from '../../crm/lookup/open-subject.js';
import { momentWords } from '../../crm/words/zoned-dates.js';
import { type Card, table, text } from '../../kernel/card/card.js';
import { DeniedError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { hasRole } from '../../kernel/command/roles.js';
import { viewsOfRecords } from '../../store/customers/view-log.js';
import { dealsOf } from '../../store/deals/deal-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { textsIn } from '../../texts/languages.js';

/** Most rows shown. */
const most = 15;

/** 谁看过华为 ("who viewed Huawei"): who of the colleagues looked at a record, for managers and its owner. */
export const recordViews = defineCommand({
  name: 'views',
  reads: true,
  quiet: true,
  seldom: true,
  fields: { name: f.lookup('name', { required: true }) },
  async run({ name }, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).upkeep;
    const subject = await openSubject(ctx, name);
    const { customer, deal, lead, number } = subject;
    const record = ownedBy(subject);
    await demandVisible(ctx, number, record);
    if (!hasRole(ctx.person.role, 'manager') && record.ownerId !== ctx.person.id)
      throw new DeniedError(t.viewsDenied);
    const ids =
      deal || lead ? [record.id] : [customer.id, ...(await dealsOf(ctx.db, customer.id)).map(({ id }) => id)];
    const people = new Map((await listPeople(ctx.db)).map((one) => [one.id, one.name]));
    const rows = (await viewsOfRecords(ctx.db, ids, most)).filter(
      ({ personId }) => personId !== record.ownerId,
    );
    return {
      key: `list:views:${number}`,
      about: number,
      title: t.viewsOf(deal || lead ? number : customer.name),
      tone: 'info',
      nodes:
        rows.length === 0
          ? [text(t.noViews)]
          : [
              table(
                [t.who, t.times, t.when],
                rows.map((one) => [
                  people.get(one.personId) ?? '',
                  textsIn(ctx.locale).people.lookTimes(one.times),
                  momentWords(ctx, one.at),
                ]),
              ),
            ],
    };
  },
});
