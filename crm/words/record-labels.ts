import { dealNo, leadNo } from '../../kernel/records/record-number.js';
import { stageOf } from '../../sales/process/stages.js';
import type { Deal, Lead } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { leadWords, redacted } from '../access/visibility.js';
import { priceWords } from './deal-words.js';

/**
 * Labels a deal so that it differs from the customer's others: `D-12 · ERP二期 · 30万 · 需求确认` ("ERP phase two,
 * 300,000, needs confirmed").
 */
export function dealLabel(ctx: Context, deal: Deal): string {
  const stage = stageOf(ctx.process, deal.stage)?.name[ctx.locale] ?? deal.stage;
  const amount = priceWords(ctx, deal);
  return [dealNo(deal), redacted(ctx, deal.name, deal), amount, stage].filter(Boolean).join(' · ');
}

export const leadLabel = (ctx: Context, lead: Lead): string =>
  [leadNo(lead), leadWords(ctx, lead)].filter(Boolean).join(' · ');
