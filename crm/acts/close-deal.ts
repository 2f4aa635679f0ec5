import { MissingError } from '../../kernel/command/errors.js';
import type { Sum } from '../../kernel/pieces/amount.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { isPriced } from '../../sales/deals/prices.js';
import { pipelineOf, wonStage } from '../../sales/process/stages.js';
import type { Deal } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { changeDealBy, demandOpen } from './deal-acts.js';
import { dropTasks } from './task-acts.js';

/** Wins a deal and moves it to the won stage. Throws MissingError if no amount is known. */
export async function winDeal(ctx: Context, deal: Deal, amount?: Sum): Promise<Deal> {
  demandOpen(ctx, deal);
  const { needAmount, examples } = textsIn(ctx.locale).deal;
  if (amount === undefined && !isPriced(deal))
    throw new MissingError('amount', needAmount(dealNo(deal)), examples.amount);
  await dropTasks(ctx, deal);
  return await changeDealBy(ctx, deal, 'deal.won', {
    status: 'won',
    stage: wonStage(pipelineOf(ctx.process, deal.stage)).key,
    stageSince: ctx.now,
    ...(amount === undefined ? {} : { amount }),
    closedAt: ctx.now,
  });
}

/** Loses a deal and records the stage in which it was lost. */
export async function loseDeal(ctx: Context, deal: Deal, reason: string): Promise<Deal> {
  demandOpen(ctx, deal);
  await dropTasks(ctx, deal);
  return await changeDealBy(ctx, deal, 'deal.lost', {
    status: 'lost',
    lossReason: reason,
    lossStage: deal.stage,
    closedAt: ctx.now,
  });
}
