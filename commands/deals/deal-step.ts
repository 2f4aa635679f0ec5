import { defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { changeDealBy, demandOpen } from '../../crm/acts/deal-acts.js';
import { closeStepTask } from '../../crm/acts/step-tasks.js';
import { dealCard } from '../../crm/cards/deal-card.js';
import { openDeal, refuseStale } from '../../crm/words/open-records.js';
import { InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { stageOf, stepFact } from '../../sales/process/stages.js';
import { textsIn } from '../../texts/languages.js';

/** Ticks an SOP step of the deal's stage; called from the deal's card. */
export const dealStep = defineCommand({
  name: 'step',
  changes: ['deal.step', 'task.done'],
  hidden: true,
  fields: {
    deal: f.lookup('deal', { required: true }),
    step: f.lookup('step', { required: true }),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).deal;
    const deal = await openDeal(ctx, input.deal);
    await demandChange(ctx, input.deal, deal);
    refuseStale(ctx, input.deal, deal);
    demandOpen(ctx, deal);
    const stage = stageOf(ctx.process, deal.stage);
    const step = stage?.steps.find((one) => [one.key, ...Object.values(one.name)].includes(input.step));
    if (!stage || !step) throw new InputError('step', t.noStep(input.step));
    const facts = { ...deal.facts, [stepFact(stage, step)]: ctx.now.toISOString() };
    const changed = await changeDealBy(ctx, deal, 'deal.step', { facts });
    await closeStepTask(ctx, changed, stepFact(stage, step));
    return await dealCard(ctx, changed, t.stepDone(step.name[ctx.locale]), { undo: true });
  },
});
