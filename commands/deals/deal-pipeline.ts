import { defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { changeDealBy, demandOpen } from '../../crm/acts/deal-acts.js';
import { stageTaskChanges } from '../../crm/acts/step-tasks.js';
import { dealCard } from '../../crm/cards/deal-card.js';
import { stageName } from '../../crm/words/deal-words.js';
import { openDeal, refuseStale } from '../../crm/words/open-records.js';
import { RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { findStage, firstDealStage, pipelineOf } from '../../sales/process/stages.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `管道 华为 续约` ("pipeline Huawei renewal"): moves a deal to another pipeline, into the stage of the same name
 * or the first one.
 */
export const dealPipeline = defineCommand({
  name: 'pipeline',
  changes: ['deal.pipelined', 'approval.expired', ...stageTaskChanges],
  // Alone it asks for the speaker's pipeline.
  instead: (words) => (words.trim() === '' ? { command: 'deals', words: '' } : undefined),
  fields: {
    deal: f.lookup('deal', { required: true }),
    pipeline: f.lookup('pipeline', { required: true }),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).deal;
    const deal = await openDeal(ctx, input.deal);
    await demandChange(ctx, input.deal, deal);
    refuseStale(ctx, input.deal, deal);
    demandOpen(ctx, deal);
    const from = pipelineOf(ctx.process, deal.stage);
    const to = ctx.process.pipelines.find(({ key }) => key === input.pipeline) ?? from;
    if (from === to) throw new RuleError(t.samePipeline(input.deal, to.name[ctx.locale]));
    const twin = findStage(to, stageName(ctx, deal.stage));
    const stage = twin.kind === 'one' && !twin.item.won ? twin.item : firstDealStage(to);
    const moved = await changeDealBy(ctx, deal, 'deal.pipelined', {
      stage: stage.key,
      stageSince: ctx.now,
    });
    const said = t.pipelined(from.name[ctx.locale], to.name[ctx.locale], stage.name[ctx.locale]);
    return await dealCard(ctx, moved, said, { undo: true });
  },
});
