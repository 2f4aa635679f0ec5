import { RuleError } from '../bot/kernel/errors.js';
import { f } from '../bot/kernel/fields.js';
import { startOfDay } from '../bot/kernel/time/zone.js';
import { mayClaim } from '../sales/pool.js';
import { countHeldLeads } from '../store/leads.js';
import { claimsSince } from '../store/open-work.js';
import { takeCustomer } from './acts/hand.js';
import { handLeadLogged } from './acts/lead.js';
import { leadCard } from './cards/lead.js';
import { ownerName } from './cards/people.js';
import { defineCommand } from './context.js';
import { openLead } from './records.js';
import { common } from './texts/common.js';
import { leadTexts } from './texts/lead.js';

/** `抢 3`, `抢 L-3`: a lead of the pool becomes the speaker's; the first to tap has it. */
export const leadClaim = defineCommand({
  name: 'claim',
  words: { zh: ['抢', '认领'], en: ['claim'] },
  summary: { zh: '从公海抢一条线索', en: 'Claim a lead from the pool' },
  examples: { zh: ['抢 L-2'], en: ['claim L-2'] },
  fields: {
    lead: f.lookup('lead', {
      label: { zh: '线索', en: 'lead' },
      required: true,
      example: { zh: 'L-2', en: 'L-2' },
    }),
  },
  async run(input, ctx) {
    const t = leadTexts(ctx.locale);
    const lead = await openLead(ctx, input.lead);
    if (lead.status !== 'pool') {
      const find = { label: common(ctx.locale).find, call: { command: 'pool', input: {} } };
      throw new RuleError(
        lead.ownerId ? t.taken(input.lead, await ownerName(ctx, lead)) : t.notInPool(input.lead),
        { ...find, label: t.poolTitle },
      );
    }
    const today = await claimsSince(ctx.db, ctx.person.id, startOfDay(ctx.now, ctx.zone));
    const may = mayClaim({ today, held: await countHeldLeads(ctx.db, ctx.person.id) }, ctx.process);
    if (!may.ok) throw new RuleError(may.why === 'daily' ? t.dailyCap(may.cap) : t.heldCap(may.cap));
    const claimed = await handLeadLogged(ctx, lead, ctx.person, 'lead.claimed');
    await takeCustomer(ctx, claimed, ctx.person);
    return await leadCard(ctx, claimed, t.claimed(ctx.person.name), {
      why: t.left(may.left - 1),
      undo: true,
    });
  },
});
