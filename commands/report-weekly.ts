import { f } from '../bot/kernel/fields.js';
import { defineCommand } from './context.js';
import { askedOf, teamField, weekField } from './reports/asked.js';
import { weeklyReport } from './reports/weekly.js';

/** `周报`: the last full week of one's team; `周报 本周 华东`, `周报 @6/30`. */
export const reportWeekly = defineCommand({
  name: 'weekly',
  words: { zh: ['周报', 'b'], en: ['report'] },
  summary: { zh: '看团队周报', en: 'Show the weekly report' },
  examples: { zh: ['周报', '周报 本周', '周报 @上周五'], en: ['report', 'report this week'] },
  reads: true,
  fields: { week: weekField, asof: f.asof(), team: teamField },
  async run(input, ctx) {
    const week = input.week === 'thisWeek' ? 'thisWeek' : 'lastWeek';
    return (await weeklyReport(ctx, { ...(await askedOf(ctx, input)), week })).card;
  },
});
