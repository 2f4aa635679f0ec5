import { type Context, defineCommand } from '../../crm/access/context.js';
import { changeContact } from '../../crm/acts/contact-acts.js';
import { lastTold } from '../../crm/corrections/last-recorded.js';
import { type CalledContact, contactsAmong, contactsMeant } from '../../crm/lookup/contacts-called.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import { actions, button, type Call, type Card, text } from '../../kernel/card/card.js';
import { InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { readContactChange } from '../../language/order/contact-change.js';
import { contactById } from '../../store/customers/contact-queries.js';
import { textsIn } from '../../texts/languages.js';

/** Most contacts that are asked about. */
const most = 4;

/** 王总换号码了 13811113333 ("Mr Wang has a new number"): changes a contact's number, mail address or title; words call it. */
export const contactEdit = defineCommand({
  name: 'contact-edit',
  changes: ['contact.changed'],
  hidden: true,
  fields: {
    contact: f.id(),
    /** The contact as said, where several are called so. */
    said: f.id(),
    phone: f.id(),
    email: f.id(),
    title: f.id(),
    confirmed: f.flag(),
  },
  async run({ contact: id, said = '', phone, email, title, confirmed }, ctx) {
    const [field, value] = phone
      ? (['phone', phone] as const)
      : email
        ? (['email', email] as const)
        : (['title', title ?? ''] as const);
    const contact = id ? await contactById(ctx.db, id) : undefined;
    if (!contact)
      return whichContactCard(ctx, await contactsSaid(ctx, said), { [field]: value }, confirmed ?? false);
    return await changeContact(ctx, contact, { field, value }, confirmed ?? false);
  },
});

/** Asks which of several contacts is meant. */
function whichContactCard(
  ctx: Context,
  found: readonly CalledContact[],
  patch: Record<string, string>,
  confirmed: boolean,
): Card {
  const t = textsIn(ctx.locale).work;
  if (found.length === 0) throw new InputError('contact', t.noContact);
  const taps = found.slice(0, most).map(({ contact, of }) =>
    button(`${contact.name} · ${of.name}`, 'contact-edit', {
      contact: contact.id,
      ...patch,
      ...(confirmed ? { confirmed } : {}),
    }),
  );
  return {
    key: 'choose',
    title: t.whichContact,
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [text(ctx.words, 'quote'), ...actions(...taps)],
  };
}

/** The contacts that the words mean: those of the customer that is talked about, else all whom the speaker may see. */
async function contactsSaid(ctx: Context, said: string): Promise<CalledContact[]> {
  if (said === '') return await contactOfTalk(ctx);
  const topic = ctx.subject ?? ctx.topic;
  const about = topic && (await openSubject(ctx, topic).catch(() => undefined));
  const among = about ? await contactsAmong(ctx, about.customer, said) : [];
  return among.length > 0 ? among : await contactsMeant(ctx, said);
}

/** The contact of what was recorded last, else the only one of the customer that is talked about. */
async function contactOfTalk(ctx: Context): Promise<CalledContact[]> {
  const { followUp, customer } = (await lastTold(ctx))?.parts.at(-1) ?? {};
  const contact = followUp?.contactId ? await contactById(ctx.db, followUp.contactId) : undefined;
  if (contact && customer) return [{ contact, of: customer }];
  const topic = ctx.subject ?? ctx.topic;
  const about = topic && (await openSubject(ctx, topic).catch(() => undefined));
  const all = about ? await contactsAmong(ctx, about.customer, '') : [];
  return all.length === 1 ? all : [];
}

/** Reads what changed of a known contact. */
export const readContactEdit: WordReader<Context> = async ({ line }, ctx) => {
  const change = readContactChange(line, ctx.at);
  if (!change) return undefined;
  const { who, isOrder, ...patch } = change;
  const [only, ...others] = await contactsSaid(ctx, who);
  if (!only) return undefined;
  const whom: Call['input'] = others.length === 0 ? { contact: only.contact.id } : { said: who };
  const input: Call['input'] = { ...whom, ...patch, ...(isOrder ? { confirmed: true } : {}) };
  return { kind: 'order', strength: 'exact', isAside: !isOrder, call: { command: 'contact-edit', input } };
};
