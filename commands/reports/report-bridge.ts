import { defineCommand } from '../../crm/access/context.js';
import { f } from '../../kernel/command/fields.js';
import { periodField, requestOf, teamField } from '../../reports/request/report-fields.js';
import type { PeriodKind } from '../../reports/request/report-period.js';
import { bridgeReport } from '../../reports/standard/bridge-report.js';
import { type BridgePart, bridgeParts } from '../../sales/figures/bridge-parts.js';
import { textsIn } from '../../texts/languages.js';

const partField = f.choice(
  bridgeParts.map((part) => ({
    value: part,
    label: { zh: textsIn('zh').bridge.parts[part], en: textsIn('en').bridge.parts[part] },
    words: [],
  })),
  { label: { zh: '哪一项', en: 'part' } },
);

/** `变化`, `变化 本月 赢单`: what changed in the forecast since the last meeting, each bar with its deals. */
export const reportBridge = defineCommand({
  name: 'bridge',
  words: { zh: ['变化', '对比'], en: ['bridge', 'changes'] },
  summary: { zh: '看预测从上次到现在变了什么', en: 'What changed in the forecast' },
  examples: { zh: ['变化', '变化 本月'], en: ['bridge', 'bridge this month'] },
  reads: true,
  fields: { period: periodField, part: partField, asof: f.asof(), team: teamField },
  async run(input, ctx) {
    const since = input.period as PeriodKind | undefined;
    const part = input.part as BridgePart | undefined;
    return (await bridgeReport(ctx, { ...(await requestOf(ctx, input)), since, part })).card;
  },
});
