import { actions, button, type Card, type CardNode, context, fields } from '../../kernel/card/card.js';
import type { TargetAim } from '../../sales/figures/target-figures.js';
import { isMetric, type Metric, unitOf } from '../../sales/process/metrics.js';
import { eventsOf } from '../../store/activity/event-queries.js';
import { personById } from '../../store/people/person-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import type { Target } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { nameOfWhose, type Whose } from '../access/whose-lookup.js';
import { amountWords } from '../words/deal-words.js';
import { figureWords, metricWords, spanWords } from '../words/figure-words.js';
import { momentWords } from '../words/zoned-dates.js';
import { undoButton } from './deal-card.js';

/** A target that was just set, with its former value. */
export function setCard(
  ctx: Context,
  { whose, month, metric }: { whose: Whose; month: string; metric: Metric },
  set: TargetChange,
): Card {
  const t = textsIn(ctx.locale).target;
  const name = `${nameOfWhose(ctx, whose)} ${spanWords(ctx, month)}`;
  const owner = whose.scope === 'person' ? whose.person.id : undefined;
  const after = aimWords(ctx, metric, set.after, owner);
  const before = aimWords(ctx, metric, set.before, owner);
  return {
    key: `target-set:${set.id}`,
    title: set.after.value > 0 ? t.set(name) : t.cancelled(name),
    tone: 'good',
    nodes: [
      ...fields([metricWords(ctx, metric), after || t.none]),
      ...(before ? [context(t.was(before))] : []),
      ...actions(button(t.back, 'target', { whose: valueOfWhose(whose), month }), undoButton(ctx)),
      context(`${ctx.person.name} · ${momentWords(ctx, ctx.now)}`),
    ],
  };
}

/** The words by which a button names the target's owner. */
export const valueOfWhose = (whose: Whose): string =>
  whose.scope === 'person' ? whose.person.name : whose.scope === 'team' ? whose.team.name : 'company';

/** Writes a target and its stretch target, exactly as they were set. */
export function aimWords(ctx: Context, metric: Metric, aim: TargetAim | null, ownerId?: string): string {
  if (!aim || aim.value === 0) return '';
  const record = ownerId === undefined ? undefined : { ownerId };
  const figure = (value: number | null) =>
    unitOf(metric) === 'money' ? amountWords(ctx, value, record) : figureWords(ctx, metric, value, ownerId);
  return textsIn(ctx.locale).target.value(figure(aim.value), figure(aim.stretch));
}

/** Names a target for undo: '张三 2026年7月 赢单金额' ("Zhang San, July 2026, won amount"). */
export async function targetName(ctx: Context, target: Target): Promise<string> {
  const t = textsIn(ctx.locale).target;
  const whose = { person: personById, team: teamById, company: async () => undefined }[target.scope];
  const name = (await whose(ctx.db, target.ownerId))?.name ?? t.company;
  const metric = isMetric(target.metric) ? metricWords(ctx, target.metric) : target.metric;
  return [name, spanWords(ctx, target.month), metric].join(' ');
}

/** Changes shown on one card. */
const mostChanges = 3;

/** Lists the latest changes of the targets: by whom, and the former value. */
export async function historyNodes(ctx: Context, targets: readonly Target[]): Promise<CardNode[]> {
  const newest = targets.toSorted((a, b) => b.setAt.getTime() - a.setAt.getTime()).slice(0, mostChanges);
  const lines: string[] = [];
  for (const target of newest) {
    const { scope, ownerId, metric } = target;
    if (!isMetric(metric)) continue;
    const owner = scope === 'person' ? ownerId : undefined;
    const who = (await personById(ctx.db, target.setBy))?.name ?? '';
    const last = (await eventsOf(ctx.db, 'target', target.id, mostChanges)).find((event) => !event.undoneAt);
    const before = aimWords(ctx, metric, (last?.before as TargetAim | null | undefined) ?? null, owner);
    const after = aimWords(ctx, metric, target, owner);
    const when = momentWords(ctx, target.setAt);
    lines.push(textsIn(ctx.locale).target.history(who, when, metricWords(ctx, metric), after, before));
  }
  return lines.length > 0 ? [context(lines.join('\n'))] : [];
}

/** A change of a target: its new and its former value. */
export interface TargetChange {
  id: string;
  before: TargetAim | null;
  after: TargetAim;
}
