import { defineCommand } from '../../crm/access/context.js';
import { demandVisible } from '../../crm/access/demand-rights.js';
import { openPerson } from '../../crm/lookup/open-person.js';
import { f } from '../../kernel/command/fields.js';
import { explainedCard } from '../../reports/explain/explained-card.js';
import { type Explainable, explainable } from '../../reports/request/explainable.js';
import { periodField, requestOf, teamField } from '../../reports/request/report-fields.js';
import { momentOf } from '../../reports/request/report-period.js';
import type { Metric } from '../../sales/process/metrics.js';
import { inEachLanguage } from '../../texts/languages.js';
import { metricField } from '../targets/target-fields.js';

const figureField = f.choice(explainable, {
  label: (figure) => inEachLanguage((t) => t.explain.figures[figure]),
  required: true,
});

/**
 * `解释 赢单金额 上周` ("explain won amount, last week"): which records a figure counts, by which rule, as of when.
 */
export const reportExplain = defineCommand({
  name: 'explain',
  reads: true,
  seldom: true,
  fields: {
    asof: f.asof(),
    stage: f.stage(),
    who: f.person(),
    figure: figureField,
    metric: metricField,
    span: periodField,
    team: teamField,
  },
  async run(input, ctx) {
    const figure = input.figure as Explainable;
    const { span, stage } = input;
    const metric = input.metric as Metric | undefined;
    const person = input.who === undefined ? undefined : await openPerson(ctx, input.who);
    // Whoever may see the person's records may see what their figures are made of.
    if (person) await demandVisible(ctx, person.name, { ownerId: person.id, teamId: person.teamId });
    if (figure === 'attainment' && person) {
      const asOf = momentOf(input.asof, ctx);
      return (await explainedCard(ctx, { asOf, figure, span, person, metric })).card;
    }
    const asked = await requestOf(ctx, input);
    return (await explainedCard(ctx, { ...asked, figure, span, person, stage, metric })).card;
  },
});
