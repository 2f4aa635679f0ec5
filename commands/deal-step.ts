import { InputError } from '../bot/kernel/errors.js';
import { f } from '../bot/kernel/fields.js';
import { stageOf, stepFact } from '../sales/stages.js';
import { changeDealLogged, demandOpen } from './acts/deal.js';
import { dealCard } from './cards/deal.js';
import { defineCommand } from './context.js';
import { demandChange } from './permission.js';
import { openDeal, refuseStale } from './records.js';
import { dealTexts } from './texts/deal.js';

/** Ticks a standard action of the deal's stage; the list on the deal's card. */
export const dealStep = defineCommand({
  name: 'step',
  words: { zh: ['标准动作'], en: ['step'] },
  summary: { zh: '勾选标准动作', en: 'Tick a standard step' },
  examples: { zh: [], en: [] },
  hidden: true,
  fields: {
    deal: f.lookup('deal', { label: { zh: '商机', en: 'deal' }, required: true }),
    step: f.word({ label: { zh: '标准动作', en: 'step' }, required: true }),
  },
  async run(input, ctx) {
    const t = dealTexts(ctx.locale);
    const deal = await openDeal(ctx, input.deal);
    await demandChange(ctx, input.deal, deal);
    refuseStale(ctx, input.deal, deal);
    demandOpen(ctx, deal);
    const stage = stageOf(ctx.process, deal.stage);
    const step = stage?.steps.find((one) => [one.key, one.name.zh, one.name.en].includes(input.step));
    if (!stage || !step) throw new InputError('step', t.noStep(input.step));
    const facts = { ...deal.facts, [stepFact(stage, step)]: ctx.now.toISOString() };
    const changed = await changeDealLogged(ctx, deal, 'deal.step', { facts });
    return await dealCard(ctx, changed, t.stepDone(step.name[ctx.locale]), { undo: true });
  },
});
