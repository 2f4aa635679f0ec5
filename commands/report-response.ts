import { f } from '../bot/kernel/fields.js';
import { defineCommand } from './context.js';
import { askedOf, periodField, teamField } from './reports/asked.js';
import type { PeriodKind } from './reports/period.js';
import { responseReport } from './reports/response.js';

/** `响应 本周`: how fast leads were answered, by person and by source. */
export const reportResponse = defineCommand({
  name: 'response',
  words: { zh: ['响应', '首响'], en: ['response'] },
  summary: { zh: '看线索响应速度', en: 'Show how fast leads are answered' },
  examples: { zh: ['响应', '响应 本周'], en: ['response', 'response this week'] },
  reads: true,
  fields: { period: periodField, asof: f.asof(), team: teamField },
  async run(input, ctx) {
    const period = input.period as PeriodKind | undefined;
    return (await responseReport(ctx, { ...(await askedOf(ctx, input)), period })).card;
  },
});
