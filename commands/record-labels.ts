import { stageOf } from '../sales/stages.js';
import type { Deal, Lead } from '../store/row-types.js';
import { amountWords } from './cards/deal.js';
import type { Context } from './context.js';
import { dealNo, leadNo } from './records.js';
import { redacted } from './sight.js';

/** `D-12 · ERP二期 · 30万 · 需求确认`: what tells a deal apart from the customer's others. */
export function dealLabel(ctx: Context, deal: Deal): string {
  const stage = stageOf(ctx.process, deal.stage)?.name[ctx.locale] ?? deal.stage;
  const amount = amountWords(ctx, deal.amount, deal);
  return [dealNo(deal), redacted(ctx, deal.name, deal), amount, stage].filter(Boolean).join(' · ');
}

export const leadLabel = (ctx: Context, lead: Lead): string =>
  [leadNo(lead), redacted(ctx, lead.note, lead)].filter(Boolean).join(' · ');
