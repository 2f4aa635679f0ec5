import { stageOf, stepFact } from '../../sales/process/stages.js';
import { dealById } from '../../store/deals/deal-queries.js';
import type { Task } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { changeDealBy } from './deal-acts.js';

/** What completing a task may change. */
export const completionChanges = ['task.done', 'deal.step'] as const;

/** Completes a task, and ticks the standard action that it carries out as long as the deal is in that stage. */
export async function completeTask(ctx: Context, task: Task): Promise<Task> {
  const done = await ctx.unit.change('task.done', task, { status: 'done', doneAt: ctx.now });
  const deal = task.step !== null && task.dealId ? await dealById(ctx.db, task.dealId) : undefined;
  const stage = deal && stageOf(ctx.process, deal.stage);
  const step = stage?.steps.find((one) => stepFact(stage, one) === task.step);
  if (!deal || !stage || !step) return done;
  const ticking = { ...ctx, unit: ctx.unit.asConsequence('stepDone') };
  const facts = { ...deal.facts, [stepFact(stage, step)]: ctx.now.toISOString() };
  await changeDealBy(ticking, deal, 'deal.step', { facts });
  return done;
}
