import { type Context, defineCommand } from '../../crm/access/context.js';
import { together } from '../../crm/acts/person-acts.js';
import { context, fields, text } from '../../kernel/card/card.js';
import { DeniedError, InputError } from '../../kernel/command/errors.js';
import { f, secret } from '../../kernel/command/fields.js';
import { issueLinkCode, redeemLinkCode } from '../../store/people/link-codes.js';
import { identitiesOf, personById } from '../../store/people/person-queries.js';
import { textsIn } from '../../texts/languages.js';

/** How long a code is valid; switching apps takes a minute. */
const minutes = 10;

/** `绑定` ("link") gives a code; `绑定 CODE` on another platform makes the two accounts one person. */
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
  const change = together(ctx.person, into);
  const person = await ctx.unit.linkPeople(ctx.person, into, change);
  const accounts = await identitiesOf(ctx.db, into.id);
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
