import { RuleError } from '../../kernel/command/errors.js';
import type { Sum } from '../../kernel/pieces/amount.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { stallAt } from '../../sales/deals/stall-rules.js';
import type { KindsOf } from '../../sales/people/change-kinds.js';
import type { Stage } from '../../sales/process/parse-process.js';
import { firstDealStage, pipelineFor } from '../../sales/process/stages.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import type { Deal } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { pricedBy } from '../words/deal-price.js';
import { zonedIn } from '../words/zoned-dates.js';
import { dropRequest } from './approval-acts.js';
import { followStage } from './step-tasks.js';

/** Changes a deal; computes again when the deal will count as stalled. A new stage brings the tasks of its standard actions. */
export async function changeDealBy(
  ctx: Context,
  deal: Deal,
  kind: KindsOf<'deal'>,
  {
    amount,
    ...others
  }: Partial<Omit<Deal, 'id' | 'no' | 'version' | 'amount' | 'told' | 'currency'>> & { amount?: Sum },
): Promise<Deal> {
  const change = { ...others, ...(amount === undefined ? {} : pricedBy(ctx, amount, deal)) };
  const whole = { ...change, ...(await clocksOf(ctx, { ...deal, ...change })) };
  const changed = await ctx.unit.change(kind, deal, whole);
  if (change.stage !== undefined || change.status !== undefined) await dropRequest(ctx, deal);
  if (change.stage !== undefined && change.stage !== deal.stage) await followStage(ctx, changed, deal.stage);
  return changed;
}

/** Records activity on a deal: resets its clocks, without a new version. */
export async function followDeal(ctx: Context, deal: Deal, at: Date): Promise<Deal> {
  const followed = { ...deal, lastFollowUpAt: at };
  const touched = { lastFollowUpAt: at, ...(await clocksOf(ctx, followed)) };
  return await ctx.unit.change('deal.followed', deal, touched);
}

/**
 * Finds a new deal's first stage: in its product's pipeline, else in the pipeline of the team that sells it.
 */
export async function firstStageFor(
  ctx: Context,
  { product, teamId }: { product: string | null; teamId: string | null },
): Promise<Stage> {
  const isAsked = ctx.process.pipelines.some(({ teams }) => teams.length > 0);
  const team = isAsked && teamId ? (await teamById(ctx.db, teamId))?.name : undefined;
  return firstDealStage(pipelineFor(ctx.process, { product, team }));
}

type Made = Pick<Deal, 'customerId' | 'name' | 'stage'> &
  Partial<Pick<Deal, 'ownerId' | 'teamId' | 'closeDate' | 'product' | 'tags' | 'facts'>> & {
    amount?: Sum | null;
  };

/** Creates an open deal, owned by the speaker unless another owner is given. */
export async function addDeal(ctx: Context, { amount = null, ...made }: Made): Promise<Deal> {
  const given = {
    ownerId: ctx.person.id,
    teamId: ctx.person.teamId,
    processVersion: ctx.processVersion,
    ...made,
    ...(amount === null ? {} : pricedBy(ctx, amount)),
  };
  const begun = { status: 'open' as const, stageSince: ctx.now, createdAt: ctx.now, lastFollowUpAt: null };
  const { stallAt } = await clocksOf(ctx, { ...given, ...begun });
  const deal = await ctx.unit.create('deal.created', { ...given, stallAt });
  await followStage(ctx, deal);
  return deal;
}

type Timed = Pick<Deal, 'customerId' | 'status' | 'stage' | 'stageSince' | 'lastFollowUpAt' | 'createdAt'>;

/** Computes again when the deal will stall; ends an earlier alert. */
export async function clocksOf(
  ctx: Pick<Context, 'db' | 'process' | 'calendar' | 'zone'>,
  deal: Timed & { id?: string },
): Promise<Pick<Deal, 'stallAt' | 'stallAlertedAt' | 'escalateAt'>> {
  const tasks = deal.id ? await openTasksOf(ctx.db, deal.customerId) : [];
  const nextStepDate =
    tasks.filter((task) => task.dealId === deal.id && task.step === null).at(-1)?.dueDate ?? null;
  const stall = stallAt({ ...deal, nextStepDate }, ctx.process, ctx.calendar, zonedIn(ctx.zone));
  return { stallAt: stall?.at ?? null, stallAlertedAt: null, escalateAt: null };
}

/** Throws if the deal is closed: a closed deal cannot be moved, won, lost or changed. */
export function demandOpen(ctx: Context, deal: Deal): void {
  if (deal.status === 'open') return;
  const status = textsIn(ctx.locale).common[deal.status];
  const t = textsIn(ctx.locale).deal;
  throw new RuleError(t.closed(dealNo(deal), status), {
    label: t.reopen,
    call: { command: 'find', input: { name: dealNo(deal) } },
  });
}
