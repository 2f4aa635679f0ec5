import { actions, button, type Card, type Json, text } from '../../kernel/card/card.js';
import { sureCall } from '../../kernel/card/sure-call.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { reasonName } from '../../sales/figures/loss-rows.js';
import type { Stage } from '../../sales/process/process-schema.js';
import type { Deal } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { dealLabel } from '../words/record-labels.js';

/** Asks before a deal is won that a tap or 推 ("move") would win; `said` is what the tap brought with it. */
export function winCard(
  ctx: Context,
  deal: Deal,
  { name }: Pick<Stage, 'name'>,
  said: Record<string, Json> = {},
): Card {
  const number = dealNo(deal);
  const call = sureCall({ command: 'won', input: { ...said, deal: number, v: deal.version } });
  return {
    key: `ask:win:${number}`,
    title: dealLabel(ctx, deal),
    tone: 'info',
    nodes: [
      text(textsIn(ctx.locale).deal.nextIsWon(name[ctx.locale])),
      ...actions(button(textsIn(ctx.locale).common.win, call.command, call.input, { style: 'primary' })),
    ],
  };
}

/** Asks before a deal is lost that a tap would lose; `said` is what the tap brought with it. */
export function lossCard(ctx: Context, deal: Deal, reason: string, said: Record<string, Json> = {}): Card {
  const number = dealNo(deal);
  const call = sureCall({ command: 'lost', input: { ...said, deal: number, reason, v: deal.version } });
  const t = textsIn(ctx.locale);
  return {
    key: `ask:loss:${number}`,
    title: dealLabel(ctx, deal),
    tone: 'info',
    nodes: [
      text(t.deal.isLost(reasonName(reason, ctx.process)[ctx.locale])),
      ...actions(button(t.common.lose, call.command, call.input, { style: 'danger' })),
    ],
  };
}
