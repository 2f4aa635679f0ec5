import type { Context } from '../../crm/access/context.js';
import { redacted } from '../../crm/access/visibility.js';
import { actions, type Card, context, right, table, text } from '../../kernel/card/card.js';
import { dealNo } from '../../kernel/records/record-number.js';
import type { ListRequest } from '../../language/look-up/list-request.js';
import { openStages, stageOf } from '../../sales/process/stages.js';
import type { SliceFacts } from '../../store/reports/slice-queries.js';
import { textsIn } from '../../texts/languages.js';
import { filterWords } from '../answers/answer-frame.js';
import { listedDeals, worthOf } from './deal-list.js';
import { listedOwner } from './list-owner.js';

/** Largest deals that are named in each stage. */
const named = 3;

/** Shows open deals by stage: how many, what they are worth, and the largest ones by name. */
export async function boardCard(
  ctx: Context,
  request: ListRequest,
  words: string | undefined,
): Promise<Card> {
  const c = textsIn(ctx.locale).common;
  const t = textsIn(ctx.locale).list;
  const owner = await listedOwner(ctx, request.whose);
  const deals = await listedDeals(ctx, owner, request);
  const stages = openStages(ctx.process).flatMap((stage, at) => {
    // Deals of a stage that no longer exists count in the first one.
    const here = deals.filter(
      (deal) => deal.stage === stage.key || (at === 0 && !stageOf(ctx.process, deal.stage)),
    );
    return here.length === 0 ? [] : [{ name: stage.name[ctx.locale], here }];
  });
  const marks = (request.marks ?? []).map((one) => t.marks[one]);
  const narrowed = [...filterWords(ctx, { filters: request.filters }), ...marks];
  return {
    key: `list:board:${owner.person?.id ?? owner.name ?? ''}:${words ?? ''}`,
    title: owner.name ? t.titleOf.board(owner.name) : t.title.board,
    ...(narrowed.length > 0 ? { subtitle: narrowed.join(' · ') } : {}),
    tone: 'info',
    nodes: [
      text(
        deals.length === 0
          ? owner.name
            ? t.noneOf.deals
            : t.none.deals
          : t.deals(deals.length, worthOf(ctx, deals)),
        'strong',
      ),
      ...(stages.length > 0
        ? [
            table(
              [c.stage, right(textsIn(ctx.locale).work.count), right(c.amount)],
              stages.map(({ name, here }) => [name, `${here.length}`, worthOf(ctx, here) ?? '']),
            ),
          ]
        : []),
      ...stages.map(({ name, here }) => text(stageLine(ctx, name, here))),
      ...actions(
        stages.length > 0 && {
          kind: 'select',
          label: c.stage,
          options: stages.map(({ name }) => ({
            label: name,
            call: { command: 'deals', input: { words: [words, name].filter(Boolean).join(' ') } },
          })),
        },
      ),
      ...(stages.length > 0 ? [context(t.boardHint)] : []),
    ],
  };
}

function stageLine(ctx: Context, name: string, deals: readonly SliceFacts[]): string {
  const t = textsIn(ctx.locale).list;
  const largest = deals
    .slice(0, named)
    .map(
      (deal) =>
        `${dealNo(deal)} ${deal.customer}${deal.name === deal.customer ? '' : ` ${redacted(ctx, deal.name, deal)}`}`,
    );
  return t.inStage(name, largest, deals.length - largest.length);
}
