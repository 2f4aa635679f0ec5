import { MissingError, RuleError } from '../../bot/kernel/errors.js';
import { isForward, missingForMove, nextStage, stageOf } from '../../sales/stages.js';
import { contactsOf } from '../../store/contacts.js';
import type { Deal } from '../../store/row-types.js';
import type { Context } from '../context.js';
import { customerOf, dealNo } from '../records.js';
import { dealTexts } from '../texts/deal.js';
import { demandPassed } from './approval.js';
import { winDeal } from './close.js';
import { contactLogged } from './customer.js';
import { changeDealLogged, demandOpen } from './deal.js';

/** What was said along with a move, to fill what the stage asks for. */
export interface Filling {
  amount?: number;
  close?: string;
  contact?: string;
  product?: string;
  /** Fields of the company's own, as `预算负责人=王总`. */
  facts?: Record<string, string>;
}

/**
 * Moves a deal to a stage, by default the next one; the won stage wins it. Throws MissingError naming the first
 * thing the stage still asks for, so that the answer to it goes on with the move, and RuleError where a gate has to be
 * opened by somebody else.
 */
export async function moveDeal(
  ctx: Context,
  deal: Deal,
  to: string | undefined,
  said: Filling,
  more: { isApproved?: boolean } = {},
): Promise<Deal> {
  demandOpen(ctx, deal);
  const t = dealTexts(ctx.locale);
  const target = to ? stageOf(ctx.process, to) : nextStage(ctx.process, deal.stage);
  if (!target) throw new RuleError(t.noNext(dealNo(deal)));
  if (target.key === deal.stage) throw new RuleError(t.already(dealNo(deal), target.name[ctx.locale]));
  const filled = await fill(ctx, deal, said);
  if (isForward(ctx.process, deal.stage, target.key)) {
    await demandFilled(ctx, filled, target.key);
    if (!more.isApproved) await demandPassed(ctx, filled, target);
  }
  if (target.won) return await winDeal(ctx, filled);
  return await changeDealLogged(ctx, filled, 'deal.moved', { stage: target.key, stageSince: ctx.now });
}

async function fill(ctx: Context, deal: Deal, said: Filling): Promise<Deal> {
  if (said.contact) await contactLogged(ctx, await customerOf(ctx, deal), said.contact);
  const change = {
    ...(said.amount === undefined ? {} : { amount: said.amount }),
    ...(said.close === undefined ? {} : { closeDate: said.close }),
    ...(said.product === undefined ? {} : { product: said.product }),
    ...(said.facts === undefined ? {} : { facts: { ...deal.facts, ...said.facts } }),
  };
  if (Object.keys(change).length === 0) return deal;
  return await changeDealLogged(ctx, deal, 'deal.changed', change);
}

/** The field of the command that fills what is required, with an example. */
const asked: Record<string, [field: string, zh: string, en: string]> = {
  amount: ['amount', '30万', '300k'],
  closeDate: ['close', '6月底', '2026-06-30'],
  contact: ['contact', '王总', 'Mr Wang'],
  product: ['product', 'ERP标准版', 'ERP'],
  note: ['note', '电话 需求已确认', 'call needs are clear'],
};

async function demandFilled(ctx: Context, deal: Deal, to: string): Promise<void> {
  const hasContact = (await contactsOf(ctx.db, deal.customerId)).length > 0;
  const missing = missingForMove(ctx.process, deal.stage, to, { ...deal, hasContact });
  const [first] = missing;
  if (!first) return;
  const t = dealTexts(ctx.locale);
  const names = missing.map((field) => field.name[ctx.locale]).join(ctx.locale === 'zh' ? '、' : ', ');
  const [field, zh, en] = asked[first.key] ?? ['facts', `${first.name.zh}=…`, `${first.name.en}=…`];
  const stage = stageOf(ctx.process, to)?.name[ctx.locale] ?? to;
  throw new MissingError(field, t.missing(stage, names), ctx.locale === 'zh' ? zh : en);
}
