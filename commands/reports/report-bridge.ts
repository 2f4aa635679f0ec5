import { defineCommand } from '../../crm/access/context.js';
import { f } from '../../kernel/command/fields.js';
import { isDate } from '../../kernel/time/dates.js';
import { periodField, requestOf, teamField } from '../../reports/request/report-fields.js';
import { bridgeReport } from '../../reports/standard/bridge-report.js';
import { type BridgePart, bridgeParts } from '../../sales/figures/bridge-parts.js';
import { inEachLanguage } from '../../texts/languages.js';

/**
 * `变化`, `变化 本月 赢单` ("changes this month, won"): what changed in the forecast since the last meeting, with the
 * deals of each bar.
 */
export const reportBridge = defineCommand({
  name: 'bridge',
  reads: true,
  fields: {
    period: periodField,
    part: f.choice(bridgeParts, { label: (part) => inEachLanguage((t) => t.bridge.parts[part]) }),
    asof: f.asof(),
    /** The first day of a comparison that no period names: 周一以来 ("since Monday"). */
    since: f.id(),
    team: teamField,
  },
  async run(input, ctx) {
    const since = input.period;
    const part = input.part as BridgePart | undefined;
    const from = !since && input.since && isDate(input.since) ? input.since : undefined;
    return (await bridgeReport(ctx, { ...(await requestOf(ctx, input)), since, from, part })).card;
  },
});
