import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandAssign, whoCan } from '../../crm/access/demand-rights.js';
import { transferChanges } from '../../crm/acts/change-owner.js';
import { changeDealBy } from '../../crm/acts/deal-acts.js';
import { withoutReminders } from '../../crm/acts/task-acts.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { openPerson } from '../../crm/lookup/open-person.js';
import { actions, button, type Card, context, fields, text } from '../../kernel/card/card.js';
import { ChooseError, DeniedError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { isAway } from '../../sales/people/away.js';
import { distributeCustomers } from '../../sales/people/distribute-customers.js';
import { mayGiveRole } from '../../sales/people/policy.js';
import { listPeople } from '../../store/people/person-queries.js';
import { type Portfolio, portfolioOf } from '../../store/reports/portfolio-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `交接 @李雷 @韩梅` ("hand over from Li Lei to Han Mei"): transfers all open records to a colleague or, without
 * one, shares them among the team. Stages, notes, dates and clocks stay; `离职` ("leaving") also deactivates
 * the person's account.
 */
export const handover = defineCommand({
  name: 'handover',
  changes: ['person.left', ...transferChanges],
  role: 'manager',
  fields: {
    who: f.person({ required: true }),
    to: f.person(),
    leaves: f.flag(),
    confirmed: f.flag(),
  },
  looks: ({ confirmed }) => confirmed !== true,
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    const who = await openPerson(ctx, input.who);
    const takers = input.to ? [await openPerson(ctx, input.to)] : await teammates(ctx, who);
    const whole = await portfolioOf(ctx.db, who.id);
    const isEmpty = Object.values(whole).every((records) => records.length === 0);
    if (takers.some((one) => one.id === who.id)) throw new RuleError(t.noTaker(who.name));
    // Whoever has nothing may leave although nobody is there to take it.
    if (takers.length === 0 && !(input.leaves && isEmpty)) throw await whoTakesOver(ctx, who);
    for (const to of takers)
      await demandAssign(ctx, t.bookOf(who.name), { ownerId: who.id, teamId: who.teamId }, to);
    if (input.leaves) await demandLeaver(ctx, who);
    // Whoever stays keeps the reminders that they asked for.
    const book = input.leaves ? whole : { ...whole, tasks: await withoutReminders(ctx, whole.tasks) };
    const all = [
      ...book.customers.map(({ id }) => id),
      ...[...book.leads, ...book.deals, ...book.tasks].map((one) => one.customerId),
    ];
    const given = distributeCustomers(all, takers);
    const parts = takers.map((to) => ({
      to,
      book: partOf(book, (customerId) => given.get(customerId)?.id === to.id),
    }));
    if (!input.confirmed && (all.length > 0 || input.leaves)) return askCard(ctx, who, parts, input);
    for (const { to, book } of parts) await give(ctx, book, to);
    if (input.leaves) {
      await ctx.unit.change('person.left', who, { active: false });
    }
    return {
      key: `handover:${who.id}`,
      title: all.length > 0 ? t.handedOver(who.name) : t.nothingToHand(who.name),
      tone: 'good',
      nodes: [
        ...fields(...parts.map(({ to, book }): [string, string] => [to.name, sizeWords(ctx, book)])),
        ...(input.leaves ? [text(t.hasLeft(who.name))] : []),
        ...actions(undoButton(ctx)),
        context(ctx.person.name),
      ],
    };
  },
});

/** Asks who takes over, where the person has no teammate who could. */
async function whoTakesOver(ctx: Context, who: Person): Promise<Error> {
  const t = textsIn(ctx.locale).people;
  const others = (await listPeople(ctx.db)).filter(
    (one) => one.active && one.role !== 'viewer' && one.id !== who.id,
  );
  const options = others.map(({ id, name }) => ({ label: name, value: id }));
  return options.length > 0
    ? new ChooseError('to', t.whoTakes(who.name), options, '')
    : new RuleError(t.noTaker(who.name));
}

/** Throws unless the speaker may end the account of that person, and an admin stays. */
async function demandLeaver(ctx: Context, who: Person): Promise<void> {
  const may = mayGiveRole(ctx.person, who, 'viewer');
  if (!may.ok) {
    const names = await whoCan(ctx, may.who, { ownerId: null, teamId: who.teamId });
    throw new DeniedError(textsIn(ctx.locale).permission.role(names));
  }
  const others = (await listPeople(ctx.db)).filter((one) => one.active && one.id !== who.id);
  if (who.role === 'admin' && !others.some(({ role }) => role === 'admin'))
    throw new RuleError(textsIn(ctx.locale).people.lastAdmin);
}

/** Asks before a whole book goes over, and says how much that is. */
function askCard(
  ctx: Context,
  who: Person,
  parts: readonly { to: Person; book: Portfolio }[],
  input: { to?: string; leaves?: boolean },
): Card {
  const t = textsIn(ctx.locale).people;
  const call = { who: who.id, ...(input.to ? { to: input.to } : {}), confirmed: true };
  return {
    key: `handover:${who.id}`,
    title: t.handOver(who.name),
    tone: 'info',
    nodes: [
      ...fields(...parts.map(({ to, book }): [string, string] => [to.name, sizeWords(ctx, book)])),
      ...(input.leaves ? [text(t.willLeave(who.name))] : []),
      ...actions(
        button(t.handOverNow, 'handover', input.leaves ? { ...call, leaves: true } : call, {
          style: 'danger',
        }),
      ),
      context(ctx.person.name),
    ],
  };
}

/** Lists the reps of the same team who are not on leave. */
async function teammates(ctx: Context, who: Person): Promise<Person[]> {
  if (!who.teamId) return [];
  const people = await listPeople(ctx.db, who.teamId);
  const reps = people.filter((one) => one.active && one.role === 'rep' && one.id !== who.id);
  const here = reps.filter((one) => !isAway(one, ctx.now));
  return here.length > 0 ? here : reps;
}

function partOf(book: Portfolio, isTheirs: (customerId: string) => boolean): Portfolio {
  return {
    customers: book.customers.filter(({ id }) => isTheirs(id)),
    leads: book.leads.filter((one) => isTheirs(one.customerId)),
    deals: book.deals.filter((one) => isTheirs(one.customerId)),
    tasks: book.tasks.filter((one) => isTheirs(one.customerId)),
  };
}

async function give(ctx: Context, { customers, leads, deals, tasks }: Portfolio, to: Person): Promise<void> {
  const change = { ownerId: to.id, teamId: to.teamId };
  for (const customer of customers) await ctx.unit.change('customer.assigned', customer, change);
  for (const lead of leads) await ctx.unit.change('lead.assigned', lead, change);
  for (const deal of deals) await changeDealBy(ctx, deal, 'deal.assigned', change);
  for (const task of tasks) await ctx.unit.change('task.assigned', task, change);
}

const sizeWords = (ctx: Context, { customers, leads, deals, tasks }: Portfolio): string =>
  textsIn(ctx.locale).people.bookSize(customers.length, leads.length, deals.length, tasks.length);
