import { MissingError, RuleError } from '../../kernel/command/errors.js';
import type { Sum } from '../../kernel/pieces/amount.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { saidOf } from '../../sales/deals/prices.js';
import type { Stage } from '../../sales/process/parse-process.js';
import {
  findStage,
  isForward,
  missingForMove,
  missingForWin,
  neededSteps,
  nextStage,
  pipelineOf,
  stageOf,
} from '../../sales/process/stages.js';
import { contactsOf } from '../../store/customers/contact-queries.js';
import type { Deal } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { customFields } from '../lookup/custom-fields.js';
import { pricedBy } from '../words/deal-price.js';
import { customerOf } from '../words/open-records.js';
import { demandPassed } from './approval-acts.js';
import { winDeal } from './close-deal.js';
import { findOrCreateContact } from './customer-acts.js';
import { changeDealBy, demandOpen } from './deal-acts.js';

/** What moving a deal may change. */
export const moveChanges = [
  'deal.moved',
  'deal.back',
  'deal.changed',
  'deal.won',
  'contact.created',
  'contact.changed',
  'task.created',
  'task.dropped',
  'approval.expired',
] as const;

/** Values said along with a move, for what the stage requires. */
export interface Filling {
  amount?: Sum;
  close?: string;
  contact?: string;
  product?: string;
  /** Values of the company's custom fields, as a deal stores them. */
  facts?: Record<string, string>;
  /** Why the deal moves back. */
  why?: string;
}

export interface MoveOptions {
  /** True if the approvers of the gates on the way have agreed. */
  isApproved?: boolean;
}

/**
 * Finds the stage of the deal's pipeline by words or key, by default the next stage. Throws RuleError if
 * there is none.
 */
export function moveTarget(ctx: Context, deal: Deal, to: string | undefined): Stage {
  const t = textsIn(ctx.locale).deal;
  if (to === undefined) {
    const next = nextStage(ctx.process, deal.stage);
    if (!next) throw new RuleError(t.noNext(dealNo(deal)));
    return next;
  }
  const own = pipelineOf(ctx.process, deal.stage);
  const named = stageOf(ctx.process, to);
  if (named && own.stages.includes(named)) return named;
  const found = findStage(own, named?.name[ctx.locale] ?? to);
  if (found.kind === 'one') return found.item;
  const names = own.stages.map((stage) => stage.name[ctx.locale]);
  throw new RuleError(t.otherPipeline(dealNo(deal), own.name[ctx.locale], names.join(' → ')));
}

/** Tells whether the move goes back, which requires a reason. */
export const isBack = (ctx: Context, deal: Deal, target: Stage): boolean =>
  !isForward(ctx.process, deal.stage, target.key) && target.key !== deal.stage;

/**
 * Moves a deal to a stage, by default the next one; moving to the won stage wins it. Throws MissingError for
 * the first value that the stage still requires, so that the answer continues the move, and RuleError if
 * somebody else must approve a gate.
 */
export async function moveDeal(
  ctx: Context,
  deal: Deal,
  to: string | undefined,
  said: Filling,
  { isApproved = false }: MoveOptions = {},
): Promise<Deal> {
  demandOpen(ctx, deal);
  const t = textsIn(ctx.locale).deal;
  const target = moveTarget(ctx, deal, to);
  if (target.key === deal.stage) throw new RuleError(t.already(dealNo(deal), target.name[ctx.locale]));
  if (isBack(ctx, deal, target) && !said.why) {
    const [from, into] = [stageOf(ctx.process, deal.stage)?.name[ctx.locale], target.name[ctx.locale]];
    throw new MissingError('note', t.whyBack(from ?? deal.stage, into), t.whyBackExample);
  }
  // A win sets its amount in the same change of the deal.
  const { amount, ...others } = said;
  const filled = await fill(ctx, deal, target.won ? others : said);
  if (!isBack(ctx, deal, target)) {
    const priced = amount === undefined ? filled : { ...filled, ...pricedBy(ctx, amount, filled) };
    await demandFilled(ctx, priced, target);
    demandSteps(ctx, filled, target);
    if (!isApproved) await demandPassed(ctx, filled, target, amount);
  }
  if (target.won) return await winDeal(ctx, filled, amount);
  // A step back does not count as a stage move.
  const kind = isBack(ctx, deal, target) ? 'deal.back' : 'deal.moved';
  return await changeDealBy(ctx, filled, kind, { stage: target.key, stageSince: ctx.now });
}

async function fill(ctx: Context, deal: Deal, said: Filling): Promise<Deal> {
  if (said.contact) await findOrCreateContact(ctx, await customerOf(ctx, deal), said.contact);
  const change = {
    ...(said.amount === undefined ? {} : { amount: said.amount }),
    ...(said.close === undefined ? {} : { closeDate: said.close }),
    ...(said.product === undefined ? {} : { product: said.product }),
    ...(said.facts === undefined ? {} : { facts: { ...deal.facts, ...said.facts } }),
  };
  if (Object.keys(change).length === 0) return deal;
  return await changeDealBy(ctx, deal, 'deal.changed', change);
}

/** For each required value, the command's field that fills it, with an example in Chinese and English. */
const fieldNames: Record<string, string> = { closeDate: 'close' };

/** Throws RuleError if the deal's stage has standard actions that must be done first; offers to tick the first of them. */
function demandSteps(ctx: Context, deal: Deal, target: Stage): void {
  const steps = neededSteps(ctx.process, deal, target.key);
  const [first] = steps;
  const stage = stageOf(ctx.process, deal.stage);
  if (!first || !stage) return;
  const t = textsIn(ctx.locale).deal;
  const names = formatsIn(ctx.locale).list(steps.map((step) => step.name[ctx.locale]));
  throw new RuleError(t.stepsNeeded(stage.name[ctx.locale], names), {
    label: t.tick(first.name[ctx.locale]),
    call: { command: 'step', input: { deal: dealNo(deal), step: first.key } },
  });
}

async function demandFilled(ctx: Context, deal: Deal, target: Stage): Promise<void> {
  const known = {
    ...deal,
    amount: saidOf(deal),
    hasContact: (await contactsOf(ctx.db, deal.customerId)).length > 0,
  };
  const missing = target.won
    ? missingForWin(ctx.process, target, known)
    : missingForMove(ctx.process, deal.stage, target.key, known);
  const [first] = missing;
  if (!first) return;
  const t = textsIn(ctx.locale).deal;
  const isPrice = target.won && missing.length === 1 && first.key === 'amount';
  const names = formatsIn(ctx.locale).list(missing.map((field) => field.name[ctx.locale]));
  const examples: Record<string, string> = t.examples;
  const example = examples[first.key] ?? customFields(ctx)[first.key]?.example[ctx.locale] ?? '…';
  const said = isPrice
    ? t.needAmount(dealNo(deal))
    : target.won
      ? t.missingToWin(names)
      : t.missing(target.name[ctx.locale], names);
  throw new MissingError(fieldNames[first.key] ?? first.key, said, example);
}
