import { type Context, defineCommand } from '../../crm/access/context.js';
import { tellAdmins, tellAlone, together } from '../../crm/acts/person-acts.js';
import { type Card, context, fields, text } from '../../kernel/card/card.js';
import { DeniedError, InputError } from '../../kernel/command/errors.js';
import { f, secret } from '../../kernel/command/fields.js';
import { isNewcomer, mayBecome } from '../../sales/people/policy.js';
import { issueLinkCode, redeemLinkCode } from '../../store/people/link-codes.js';
import { identitiesOf, personById } from '../../store/people/person-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { type Locale, textsIn } from '../../texts/languages.js';

/** How long a code is valid; switching apps takes a minute. */
const minutes = 10;

/**
 * `绑定` ("link") gives a code; `绑定 CODE` on another platform makes the two accounts one person: the one that asked for
 * the code. Nobody gains a role or a team by it: what would give one is an admin's to do.
 */
export const link = defineCommand({
  name: 'link',
  changes: ['person.linked'],
  role: 'viewer',
  quiet: true,
  fields: {
    code: secret(f.word()),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    if (ctx.place.kind !== 'private') throw new DeniedError(t.linkPrivate);
    if (input.code) return await linked(ctx, input.code);
    const until = new Date(ctx.now.getTime() + minutes * 60_000);
    const code = await issueLinkCode(ctx.db, ctx.person.id, ctx.now, until);
    return {
      key: 'link',
      title: t.linkTitle,
      tone: 'info',
      nodes: [text(t.linkSay(code), 'strong'), text(t.linkFor(minutes)), context(ctx.person.name)],
    };
  },
});

async function linked(ctx: Context, code: string) {
  const t = textsIn(ctx.locale).people;
  const other = await redeemLinkCode(ctx.db, code, ctx.now);
  const into = other ? await personById(ctx.db, other) : undefined;
  if (!into?.active) throw new InputError('code', t.linkWrong);
  if (into.id === ctx.person.id) throw new InputError('code', t.linkSame);
  await demandSamePerson(ctx, into);
  const person = await ctx.unit.linkPeople(ctx.person, into, together(ctx.person, into));
  const accounts = await identitiesOf(ctx.db, into.id);
  await tellOfLink(ctx, person);
  return {
    key: 'link',
    title: t.linkDone(person.name),
    tone: 'good' as const,
    nodes: [
      text(t.linkDone(person.name), 'strong'),
      ...fields([t.identities, accounts.map((one) => one.platform).join(' · ')]),
    ],
  };
}

/** Throws DeniedError unless the speaker's account may become the other person, who has none on its platforms. */
async function demandSamePerson(ctx: Context, into: Person): Promise<void> {
  const t = textsIn(ctx.locale).people;
  const [own, others] = [await identitiesOf(ctx.db, ctx.person.id), await identitiesOf(ctx.db, into.id)];
  const taken = new Set(others.map(({ platform }) => platform));
  if (own.some(({ platform }) => taken.has(platform))) throw new DeniedError(t.linkSamePlatform);
  if (!mayBecome(ctx.person, into)) throw new DeniedError(isNewcomer(into) ? t.linkOtherWay : t.linkByAdmin);
}

/** Tells the person, wherever the bot reaches them, and the admins, whose account was added. */
async function tellOfLink(ctx: Context, person: Person): Promise<void> {
  const card = (locale: Locale): Card => {
    const said = textsIn(locale).people.linkTold(person.name, ctx.person.name, ctx.platform);
    return { key: `person:${person.id}`, title: said, tone: 'info', nodes: [text(said)] };
  };
  await tellAlone(ctx, [person], `link:${ctx.actId}`, card);
  await tellAdmins(ctx, `link:${ctx.actId}`, card);
}
