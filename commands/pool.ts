import { actions, button, type Card, context, table, text } from '../bot/kernel/card.js';
import { f } from '../bot/kernel/fields.js';
import { maskPhone } from '../sales/pool.js';
import { contactById } from '../store/contacts.js';
import { poolLeads } from '../store/leads.js';
import type { Lead } from '../store/row-types.js';
import { teamByName } from '../store/teams.js';
import { type Context, defineCommand } from './context.js';
import { customerOf, leadNo } from './records.js';
import { common } from './texts/common.js';
import { leadTexts } from './texts/lead.js';
import { momentWords } from './zoned.js';

/** How many leads one card offers (GRAMMAR row 7). */
const page = 5;

/** `公海`, `公海 华东`: leads nobody owns; phones stay masked until claimed. */
export const pool = defineCommand({
  name: 'pool',
  words: { zh: ['公海', 'h'], en: ['pool'] },
  summary: { zh: '看公海里可以抢的线索', en: 'Leads to claim' },
  examples: { zh: ['公海', '公海 华东'], en: ['pool'] },
  reads: true,
  fields: {
    team: f.lookup('team', { label: { zh: '团队', en: 'team' } }),
    skip: f.word({ label: { zh: '跳过', en: 'skip' } }),
  },
  async run(input, ctx): Promise<Card> {
    const t = leadTexts(ctx.locale);
    const team = input.team ? await teamByName(ctx.db, input.team) : undefined;
    const offset = Number.parseInt(input.skip ?? '0', 10) || 0;
    const teamId = team?.id ?? (ctx.person.sight?.scope === 'all' ? null : ctx.person.teamId);
    const found = await poolLeads(ctx.db, { teamId, limit: page + 1, offset });
    const shown = found.slice(0, page);
    const more = found.length > page;
    const rows = await Promise.all(shown.map((lead) => rowOf(ctx, lead)));
    const columns = t.poolColumns;
    const next = { ...(input.team ? { team: input.team } : {}), skip: String(more ? offset + page : 0) };
    return {
      key: `pool:${teamId ?? 'all'}:${ctx.place.id}`,
      title: t.poolTitle,
      subtitle: team?.name,
      tone: 'info',
      nodes: [
        text(shown.length === 0 ? t.poolEmpty : t.poolCount(shown.length), 'strong'),
        ...(rows.length > 0
          ? [table([columns.no, columns.customer, columns.contact, columns.phone, columns.since], rows)]
          : []),
        ...actions(
          ...shown.map((lead) =>
            button(`${common(ctx.locale).claim} ${leadNo(lead)}`, 'claim', {
              lead: leadNo(lead),
              v: lead.version,
            }),
          ),
          (more || offset > 0) && button(t.nextBatch, 'pool', next),
        ),
        context(momentWords(ctx, ctx.now)),
      ],
    };
  },
});

async function rowOf(ctx: Context, lead: Lead): Promise<string[]> {
  const customer = await customerOf(ctx, lead);
  const contact = lead.contactId ? await contactById(ctx.db, lead.contactId) : undefined;
  const phone = contact?.phone ? maskPhone(contact.phone) : '';
  const name = contact && contact.name !== contact.phone ? contact.name : '';
  return [leadNo(lead), customer.name, name, phone, momentWords(ctx, lead.createdAt)];
}
