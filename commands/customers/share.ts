import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { contextFor, noticesOf } from '../../crm/access/reader.js';
import { customerCard } from '../../crm/cards/customer-card.js';
import { openPerson } from '../../crm/lookup/open-person.js';
import { notifyPerson } from '../../crm/notices/notify.js';
import { openCustomer } from '../../crm/words/open-records.js';
import { actions, button } from '../../kernel/card/card.js';
import { RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { customerNo } from '../../kernel/records/record-number.js';
import { collaboratorsOf } from '../../store/customers/collaborator-queries.js';
import { textsIn } from '../../texts/languages.js';

const fields = {
  customer: f.lookup('customer', { required: true }),
  who: f.person({ required: true }),
};

/**
 * `协作 华为 @张三` ("share Huawei with Zhang San"): lets a colleague of any team see and work on a customer's
 * records.
 */
export const share = defineCommand({
  name: 'share',
  changes: ['customer.shared'],
  fields,
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    const customer = await openCustomer(ctx, input.customer);
    await demandChange(ctx, input.customer, customer, 'own');
    const who = await openPerson(ctx, input.who);
    const name = customer.name;
    const known = await collaboratorsOf(ctx.db, customer.id);
    if (who.id === customer.ownerId || known.some((one) => one.personId === who.id))
      throw new RuleError(t.sharedAlready(who.name, name));
    await ctx.unit.create('customer.shared', {
      customerId: customer.id,
      personId: who.id,
      addedBy: ctx.person.id,
    });
    const said = t.sharedWith(who.name, name);
    const theirs = await contextFor(ctx, who);
    const card = await customerCard(
      theirs,
      customer,
      textsIn(theirs.locale).people.sharedToYou(ctx.person.name, name),
    );
    const key = `shared:${customer.id}:${who.id}:${ctx.actId}`;
    await notifyPerson(ctx.db, noticesOf(ctx), who, 'lead', { key, card });
    return await withUndo(ctx, customer, said, 'unshare', who.id);
  },
});

/** `取消协作 华为 @张三` ("stop sharing Huawei with Zhang San"). */
export const unshare = defineCommand({
  name: 'unshare',
  changes: ['customer.unshared'],
  seldom: true,
  fields,
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    const customer = await openCustomer(ctx, input.customer);
    const who = await openPerson(ctx, input.who);
    // A collaborator may remove themselves.
    if (who.id !== ctx.person.id) await demandChange(ctx, input.customer, customer, 'own');
    const known = await collaboratorsOf(ctx.db, customer.id);
    const shared = known.find((one) => one.personId === who.id);
    if (!shared) throw new RuleError(t.notShared(who.name, customer.name));
    const unit = who.id === ctx.person.id ? ctx.unit.asConsequence('left') : ctx.unit;
    await unit.remove('customer.unshared', shared);
    return await withUndo(ctx, customer, t.unshared(who.name, customer.name), 'share', who.id);
  },
});

/** Shows the customer with the opposite command as undo. */
async function withUndo(
  ctx: Context,
  customer: Parameters<typeof customerCard>[1],
  said: string,
  command: 'share' | 'unshare',
  who: string,
) {
  const card = await customerCard(ctx, customer, said);
  const label = textsIn(ctx.locale).people[command];
  card.nodes.push(...actions(button(label, command, { customer: customerNo(customer), who })));
  return card;
}
