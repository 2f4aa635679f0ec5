import { defineCommand } from '../../crm/access/context.js';
import { localeFor, noticesOf } from '../../crm/access/reader.js';
import { demandAdminLeft, together } from '../../crm/acts/person-acts.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { openPerson } from '../../crm/lookup/open-person.js';
import { notifyPerson } from '../../crm/notices/notify.js';
import { actions, context, text } from '../../kernel/card/card.js';
import { RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { bareName, isSelfGiven } from '../../kernel/names/self-given-name.js';
import { identitiesOf, peopleByName } from '../../store/people/person-queries.js';
import { textsIn } from '../../texts/languages.js';

const key = f.word({ required: true });

/** Confirms the name that a colleague gave themselves; called from the card that asks for it. */
export const nameConfirm = defineCommand({
  name: 'name-confirm',
  changes: ['person.named'],
  role: 'manager',
  hidden: true,
  fields: { who: key, name: key },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    const who = await openPerson(ctx, input.who);
    if (!isSelfGiven(who.name) || bareName(who.name) !== input.name)
      throw new RuleError(t.nameSettled(who.name));
    if ((await peopleByName(ctx.db, input.name)).length > 0) throw new RuleError(t.sameName(input.name));
    const person = await ctx.unit.change('person.named', who, { name: input.name });
    const said = t.nameConfirmed(person.name);
    return {
      key: `name:${person.id}`,
      title: said,
      tone: 'good',
      nodes: [text(said, 'strong'), ...actions(undoButton(ctx)), context(ctx.person.name)],
    };
  },
});

/**
 * Makes one person of an account and an imported colleague without one; called from the card that asks an admin for
 * it.
 */
export const accountGive = defineCommand({
  name: 'account-give',
  changes: ['person.claimed'],
  role: 'admin',
  hidden: true,
  fields: { from: key, into: key },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    const from = await openPerson(ctx, input.from);
    const into = await openPerson(ctx, input.into);
    if (from.id === into.id || (await identitiesOf(ctx.db, into.id)).length > 0)
      throw new RuleError(t.nameSettled(into.name));
    const person = await ctx.unit.linkPeople(from, into, together(from, into), 'person.claimed');
    await demandAdminLeft(ctx);
    const said = t.accountGiven(person.name);
    const told = textsIn(localeFor(ctx, person)).people.accountYours(person.name);
    await notifyPerson(ctx.db, noticesOf(ctx), person, 'report', {
      key: `account:${ctx.actId}`,
      card: { key: `person:${person.id}`, title: told, tone: 'good', nodes: [text(told)] },
    });
    return {
      key: `account:${from.id}`,
      title: said,
      tone: 'good',
      nodes: [text(said, 'strong'), context(ctx.person.name)],
    };
  },
});
