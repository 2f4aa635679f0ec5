import { pipelineOf, stageOf } from '../../sales/process/stages.js';
import { eventsOf } from '../../store/activity/event-queries.js';
import type { Deal } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { changeDealBy } from './deal-acts.js';

/** Events read to find the stage that a deal was closed in. */
const looked = 60;

/** Opens a won or lost deal again, in the stage that it was closed in. */
export async function reopenDeal(ctx: Context, deal: Deal): Promise<Deal> {
  return await changeDealBy(ctx, deal, 'deal.reopened', {
    status: 'open',
    stage: await stageBefore(ctx, deal),
    stageSince: ctx.now,
    closedAt: null,
    lossReason: null,
    lossStage: null,
  });
}

async function stageBefore(ctx: Context, deal: Deal): Promise<string> {
  if (deal.status === 'lost') return deal.lossStage ?? deal.stage;
  const events = await eventsOf(ctx.db, 'deal', deal.id, looked);
  const won = events.find(({ kind, undoneAt }) => kind === 'deal.won' && undoneAt === null);
  const before = won?.before?.stage;
  if (typeof before === 'string' && stageOf(ctx.process, before)) return before;
  const { stages } = pipelineOf(ctx.process, deal.stage);
  return stages.filter(({ won: isWon }) => !isWon).at(-1)?.key ?? deal.stage;
}
