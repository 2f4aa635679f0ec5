import { type Context, defineCommand } from '../../crm/access/context.js';
import { isPooled } from '../../crm/access/pooled.js';
import { noteView, redacted, visible } from '../../crm/access/visibility.js';
import { openSubject, ownedBy } from '../../crm/lookup/open-subject.js';
import { priceWords, stageName } from '../../crm/words/deal-words.js';
import { ownerName } from '../../crm/words/owner-names.js';
import { sourceName } from '../../crm/words/source-name.js';
import { dateWords, todayOf } from '../../crm/words/zoned-dates.js';
import { actions, button, type Card, fields, right, table, text } from '../../kernel/card/card.js';
import { InputError } from '../../kernel/command/errors.js';
import { f, shareField } from '../../kernel/command/fields.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { momentOf } from '../../reports/request/report-period.js';
import { dealsOf } from '../../store/deals/deal-queries.js';
import type { Customer, Deal } from '../../store/schema/row-types.js';
import { recordAsOf } from '../../store/unit/record-as-of.js';
import { textsIn } from '../../texts/languages.js';
import { find } from '../customers/find.js';

/** `华为 @6月1日`, `Acme as of June 1`: a customer or deal as it was at the end of that day. */
export const recordAsOfDay = defineCommand({
  name: 'as-of',
  reads: true,
  seldom: true,
  isPersonal: () => true,
  fields: { name: f.lookup('name', { required: true }), asof: f.asof(), share: shareField },
  async run({ name, asof }, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).upkeep;
    const day = asof?.slice(0, 10) ?? todayOf(ctx);
    if (day > todayOf(ctx)) throw new InputError('asof', t.future(dateWords(ctx, day)), t.asOfExample);
    const subject = await openSubject(ctx, name);
    const { customer, deal, lead, number } = subject;
    if (isPooled(customer) || lead?.status === 'pool') return await find.run({ name }, ctx);
    noteView(ctx, deal ? 'deal' : 'customer', ownedBy(subject));
    const at = momentOf(asof, ctx);
    const nodes = deal ? await dealNodes(ctx, deal, at) : await customerNodes(ctx, customer, at);
    return {
      key: `as-of:${number}:${day}`,
      about: number,
      title: t.stateOf(deal ? `${number} ${customer.name}` : customer.name, dateWords(ctx, day)),
      tone: 'info',
      nodes: [
        ...(nodes ?? [text(t.notYet(dateWords(ctx, day)))]),
        ...actions(button(t.now, 'find', { name: number }), button(t.what, 'edits', { name: number })),
      ],
    };
  },
});

async function dealNodes(ctx: Context, deal: Deal, at: Date) {
  const then = await recordAsOf(ctx.db, 'deal', deal, at);
  if (!then) return undefined;
  const t = textsIn(ctx.locale).upkeep;
  const of = { ownerId: deal.ownerId };
  return fields(
    [t.field.name, redacted(ctx, then.name, deal)],
    [t.field.status, t.status[then.status]],
    [t.field.stage, stageName(ctx, then.stage)],
    [t.field.amount, priceWords(ctx, { ...then, ...of }) || null],
    [t.field.closeDate, then.closeDate && dateWords(ctx, then.closeDate)],
    [t.field.owner, await ownerName(ctx, then)],
    [t.field.tags, then.tags.map((tag) => `#${tag}`).join(' ') || null],
  );
}

async function customerNodes(ctx: Context, customer: Customer, at: Date) {
  const then = await recordAsOf(ctx.db, 'customer', customer, at);
  if (!then) return undefined;
  const t = textsIn(ctx.locale).upkeep;
  const c = textsIn(ctx.locale).common;
  const open: Deal[] = [];
  for (const deal of await visible(ctx, await dealsOf(ctx.db, customer.id))) {
    const was = await recordAsOf(ctx.db, 'deal', deal, at);
    if (was?.status === 'open') open.push({ ...was, ownerId: deal.ownerId });
  }
  return [
    ...fields(
      [t.field.name, then.name],
      [t.field.owner, await ownerName(ctx, then)],
      [t.field.grade, then.grade],
      [t.field.industry, then.industry],
      [t.field.region, then.region],
      [t.field.source, sourceName(ctx, then.facts.source)],
      [t.field.tags, then.tags.map((tag) => `#${tag}`).join(' ') || null],
    ),
    ...(open.length > 0
      ? [
          table(
            [t.deals, c.stage, right(c.amount)],
            open.map((deal) => [
              `${dealNo(deal)} ${redacted(ctx, deal.name, deal)}`,
              stageName(ctx, deal.stage),
              priceWords(ctx, deal),
            ]),
          ),
        ]
      : []),
  ];
}
