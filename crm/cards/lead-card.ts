import { type Action, actions, button, type Card, context, fields, text } from '../../kernel/card/card.js';
import { numberWords } from '../../kernel/pieces/phone-words.js';
import { leadNo } from '../../kernel/records/record-number.js';
import { maskPhone } from '../../sales/leads/pool-rules.js';
import { contactById } from '../../store/customers/contact-queries.js';
import type { Lead } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { hidden, leadWords, type Readers, shows } from '../access/visibility.js';
import { priceWords } from '../words/deal-words.js';
import { customerOf } from '../words/open-records.js';
import { ownerName } from '../words/owner-names.js';
import { momentWords } from '../words/zoned-dates.js';
import { undoButton } from './deal-card.js';

/** A lead, headed by what just happened to it; masks its phone number while in the pool. */
export async function leadCard(
  ctx: Context,
  lead: Lead,
  conclusion?: string,
  more: { why?: string; undo?: boolean } = {},
): Promise<Card> {
  const c = textsIn(ctx.locale).common;
  const t = textsIn(ctx.locale).lead;
  const customer = await customerOf(ctx, lead);
  const contact = lead.contactId ? await contactById(ctx.db, lead.contactId) : undefined;
  const phone = contact?.phone ?? undefined;
  const owner = lead.status === 'pool' ? c.pool : await ownerName(ctx, lead);
  const source = ctx.process.sources.find((one) => one.key === lead.source)?.name[ctx.locale];
  return {
    key: `lead:${leadNo(lead)}`,
    title: t.title(leadNo(lead), customer.name),
    subtitle: leadWords(ctx, lead) || undefined,
    tone: 'info',
    nodes: [
      ...(conclusion ? [text(conclusion, 'strong')] : []),
      ...fields(
        [c.owner, owner],
        [c.contact, contact && contact.name !== phone ? contact.name : null],
        [c.phone, phone && phoneWords(ctx, lead, phone)],
        [c.amount, lead.amount === null ? null : priceWords(ctx, lead)],
        [c.source, source ?? (formatsIn(ctx.locale).list(lead.tags.map((tag) => `#${tag}`)) || null)],
        [t.respondBy, lead.respondBy && momentWords(ctx, lead.respondBy)],
        [t.responded, lead.respondedAt && momentWords(ctx, lead.respondedAt)],
      ),
      ...(more.why ? [text(`${t.why}: ${more.why}`)] : []),
      ...actions(...leadActions(ctx, lead, more.undo ?? false)),
      context(c.footer(leadNo(lead), statusWords(ctx, lead), momentWords(ctx, ctx.now))),
    ],
  };
}

/** Writes a lead's phone number: masked in the pool, hidden from those who may not see it. */
export function phoneWords(readers: Readers & Pick<Context, 'zone'>, lead: Lead, phone: string): string {
  if (lead.status === 'pool') return maskPhone(phone);
  return shows(readers, 'phone', lead) ? numberWords(phone, readers.zone) : hidden;
}

function statusWords(ctx: Context, lead: Lead): string {
  const c = textsIn(ctx.locale).common;
  return { open: c.open, pool: c.pool, converted: c.converted, dropped: c.dropped }[lead.status];
}

function leadActions(ctx: Context, lead: Lead, undo: boolean): Action[] {
  const c = textsIn(ctx.locale).common;
  const no = leadNo(lead);
  const taken = undo ? [undoButton(ctx)] : [];
  if (lead.status === 'pool')
    return [button(c.claim, 'claim', { lead: no, v: lead.version }, { style: 'primary' }), ...taken];
  if (lead.status !== 'open') return taken;
  return [
    button(c.log, 'log', { subject: no }, { style: 'primary' }),
    button(c.move, 'move', { record: no, v: lead.version }),
    button(c.transfer, 'assign', { record: no, v: lead.version }),
    ...taken,
  ];
}
