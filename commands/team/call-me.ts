import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandUsableName, isReserved, wasConfirmed } from '../../crm/access/usable-name.js';
import { tellAdmins, tellLead } from '../../crm/acts/person-acts.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { InputError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { bareName, isSelfGiven, selfGivenName } from '../../kernel/names/self-given-name.js';
import { identitiesOf, peopleByName } from '../../store/people/person-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

const longest = 40;

/**
 * `我叫 张三` ("my name is Zhang San"): sets the speaker's name, which some platforms do not send. The name is marked
 * as their own word until somebody confirms it; one that a colleague has is not given twice.
 */
export const callMe = defineCommand({
  name: 'call-me',
  changes: ['person.renamed'],
  seldom: true,
  role: 'viewer',
  fields: {
    name: f.rest(),
  },
  asks: (input) => (input.name ? undefined : 'name'),
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    const name = visibleName(input.name ?? '');
    if (name.length > longest || /[<>@!\n]/.test(name) || isReserved(name) || isSelfGiven(name))
      throw new InputError('name', t.nameWrong, t.nameExample);
    const others = (await peopleByName(ctx.db, name)).filter((one) => one.id !== ctx.person.id);
    for (const one of others) {
      if ((await identitiesOf(ctx.db, one.id)).length === 0) return await askForAccount(ctx, one);
    }
    if (others.length > 0) throw new RuleError(t.sameName(name));
    if (ctx.person.name === name) return { ...namedCard(ctx, name), nodes: [text(t.named(name), 'strong')] };
    const isSure = ctx.person.role === 'admin' || (await wasConfirmed(ctx, name));
    if (!isSure || ctx.person.role === 'admin') await demandUsableName(ctx, name);
    const given = isSure ? name : selfGivenName(name);
    const person = await ctx.unit.change('person.renamed', ctx.person, { name: given });
    if (!isSure && person.teamId) await askToConfirm(ctx, person);
    const card = namedCard(ctx, given);
    return isSure ? card : { ...card, nodes: [...card.nodes, text(t.nameUnconfirmed(given))] };
  },
});

/** A name as it looks: without marks that nobody sees, letters of every width as one, words apart by one space. */
const visibleName = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}\p{Variation_Selector}]/gu, (mark) => (mark === '\n' ? mark : ''))
    .replace(/[^\S\n]+/gu, ' ')
    .trim();

const namedCard = (ctx: Context, name: string): Card => {
  const t = textsIn(ctx.locale).people;
  return {
    key: `person:${ctx.person.id}`,
    title: t.named(bareName(name)),
    tone: 'good',
    nodes: [text(t.named(bareName(name)), 'strong'), ...actions(undoButton(ctx)), context(name)],
  };
};

/** Sends the name to whoever may confirm it. */
async function askToConfirm(ctx: Context, person: Person): Promise<void> {
  const name = bareName(person.name);
  await tellLead(ctx, person.teamId, `name:${ctx.actId}`, (locale) => {
    const t = textsIn(locale).people;
    return {
      key: `name:${person.id}`,
      title: t.nameAsked(ctx.person.name, name),
      tone: 'info',
      nodes: actions(button(t.nameConfirm, 'name-confirm', { who: person.id, name }, { style: 'primary' })),
    };
  });
}

/** Asks the admins whether the speaker is the imported person of that name, who has no account yet. */
async function askForAccount(ctx: Context, imported: Person): Promise<Card> {
  const t = textsIn(ctx.locale).people;
  const told = await tellAdmins(ctx, `account:${ctx.person.id}:${imported.id}:${ctx.actId}`, (locale) => {
    const { accountAsked, accountGive } = textsIn(locale).people;
    const call = { from: ctx.person.id, into: imported.id };
    return {
      key: `account:${ctx.person.id}`,
      title: accountAsked(ctx.person.name, imported.name),
      tone: 'info',
      nodes: actions(button(accountGive, 'account-give', call, { style: 'primary' })),
    };
  });
  if (told === 0) throw new RuleError(t.nobodyAsked);
  return {
    key: `person:${ctx.person.id}`,
    title: t.accountWaits(imported.name),
    tone: 'info',
    nodes: [text(t.accountWaits(imported.name))],
  };
}
