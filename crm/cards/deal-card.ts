import { type Action, actions, button, type Card, context, fields, text } from '../../kernel/card/card.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { stallReason } from '../../sales/deals/stall-rules.js';
import { mayChange } from '../../sales/people/policy.js';
import { openSteps, pipelineOf, stageIndex, stageOf } from '../../sales/process/stages.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import { openApprovalOf } from '../../store/deals/approval-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Approval, Deal, Task } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { approversFor } from '../access/approvers.js';
import type { Context } from '../access/context.js';
import { redacted, taskWords, wordsShown } from '../access/visibility.js';
import { currencyNotes, priceWords, stageName } from '../words/deal-words.js';
import { nextStepOf } from '../words/next-step.js';
import { customerOf } from '../words/open-records.js';
import { ownerName } from '../words/owner-names.js';
import { dateWords, dueAhead, momentWords, todayOf, zonedIn } from '../words/zoned-dates.js';
import { advanceButton } from './advance-button.js';
import { factsShown } from './custom-fields-shown.js';

/** Says why the deal counts as stalled, or undefined if it does not. */
export function stallWords(ctx: Context, deal: Deal): string | undefined {
  const reason = stallReason(deal, ctx.now, ctx.process, ctx.calendar, zonedIn(ctx.zone));
  if (!reason || (deal.stallAt && deal.stallAt > ctx.now)) return undefined;
  const t = textsIn(ctx.locale).deal;
  return reason.reason === 'too-long' ? t.tooLong(reason.daysSince) : t.stalled(reason.daysSince);
}

/** A deal, headed by what just happened to it. */
export async function dealCard(
  ctx: Context,
  deal: Deal,
  conclusion?: string,
  more: { notes?: string[]; undo?: boolean; offer?: Action } = {},
): Promise<Card> {
  const c = textsIn(ctx.locale).common;
  const t = textsIn(ctx.locale).deal;
  const customer = await customerOf(ctx, deal);
  const tasks = (await openTasksOf(ctx.db, deal.customerId)).filter((task) => task.dealId === deal.id);
  const next = nextStepOf(tasks, todayOf(ctx));
  const stage = stageOf(ctx.process, deal.stage);
  const stalled = stallWords(ctx, deal);
  const owner = await ownerName(ctx, deal);
  const waits = deal.status === 'open' ? await openApprovalOf(ctx.db, deal.id) : undefined;
  const asked =
    waits &&
    t.waitsAt(
      stageName(ctx, waits.stage),
      (await personById(ctx.db, waits.requestedBy))?.name ?? '',
      [
        priceWords(ctx, { ...waits, ownerId: deal.ownerId }),
        wordsShown(ctx, waits.note, waits.createdAt, deal),
      ]
        .filter(Boolean)
        .join(' · '),
    );
  const decides = waits !== undefined && (ctx.audience !== undefined || (await mayDecide(ctx, deal, waits)));
  return {
    key: `deal:${dealNo(deal)}`,
    title: t.title(dealNo(deal), customer.name, priceWords(ctx, deal)),
    subtitle: deal.name === customer.name ? undefined : redacted(ctx, deal.name, deal),
    tone: deal.status === 'won' ? 'good' : deal.status === 'lost' ? 'bad' : stalled ? 'warn' : 'info',
    nodes: [
      ...(conclusion ? [text(conclusion, 'strong')] : []),
      ...fields(
        [c.stage, deal.status === 'open' ? stageBar(ctx, deal.stage) : c[deal.status]],
        [
          c.probability,
          stage && deal.status === 'open'
            ? t.reasonProbability(stage.probability, stage.name[ctx.locale])
            : null,
        ],
        [c.closeDate, deal.closeDate && dateWords(ctx, deal.closeDate)],
        [c.owner, owner],
        [c.nextStep, next && dueAhead(ctx, next)],
        [c.lastFollowUp, deal.lastFollowUpAt && momentWords(ctx, deal.lastFollowUpAt)],
        [c.stepTasks, await stepTasksShown(ctx, tasks)],
        ...(await factsShown(ctx, deal)),
        [textsIn(ctx.locale).upkeep.field.tags, deal.tags.map((tag) => `#${tag}`).join(' ') || null],
      ),
      ...[
        asked,
        stalled,
        ...(more.undo ? currencyNotes(ctx, (deal.told === null && deal.amount) || undefined) : []),
        ...(more.notes ?? []),
      ].flatMap((note) => (note ? [text(note)] : [])),
      ...actions(
        ...dealActions(ctx, deal, {
          undo: more.undo ?? false,
          waits: waits !== undefined,
          decides,
          offer: more.offer,
        }),
      ),
      context(c.footer(dealNo(deal), owner, momentWords(ctx, ctx.now))),
    ],
  };
}

/** Names the open tasks of standard actions with who does each by when, or null if there is none. */
async function stepTasksShown(ctx: Context, tasks: readonly Task[]): Promise<string | null> {
  const shown: string[] = [];
  for (const task of tasks.filter(({ step }) => step !== null))
    shown.push(
      textsIn(ctx.locale).work.stepBy(taskWords(ctx, task), await ownerName(ctx, task), dueAhead(ctx, task)),
    );
  return formatsIn(ctx.locale).list(shown) || null;
}

/** Writes the stage and its place: `需求确认（3/6）` ("needs confirmed (3/6)"). */
function stageBar(ctx: Context, key: string): string {
  const { name, stages } = pipelineOf(ctx.process, key);
  const bar = `${stageName(ctx, key)} (${stageIndex(ctx.process, key) + 1}/${stages.length})`;
  return ctx.process.pipelines.length > 1 ? `${name[ctx.locale]} · ${bar}` : bar;
}

/** Tells whether the reader may approve the deal at the gate where it waits. */
async function mayDecide(ctx: Context, deal: Deal, approval: Approval): Promise<boolean> {
  return (await approversFor(ctx, deal, approval)).some((one) => one.id === ctx.person.id);
}

/**
 * `waits`: the deal waits at a gate; `decides`: the reader, or somebody who reads along, may approve it;
 * `offer`: the button that helps now.
 */
function dealActions(
  ctx: Context,
  deal: Deal,
  { undo, waits, decides, offer }: { undo: boolean; waits: boolean; decides: boolean; offer?: Action },
): Action[] {
  const c = textsIn(ctx.locale).common;
  const t = textsIn(ctx.locale).deal;
  const taken = undo ? [undoButton(ctx)] : [];
  const no = dealNo(deal);
  if (deal.status !== 'open') {
    const makesCase = mayChange(ctx.person, deal).ok
      ? [button(textsIn(ctx.locale).knowledge.dealToCase, 'article-case', { deal: no })]
      : [];
    const again = undo
      ? []
      : [button(textsIn(ctx.locale).upkeep.reopen, 'reopen', { record: no, v: deal.version })];
    return [...(offer ? [offer] : []), ...makesCase, ...again, ...taken];
  }
  const stage = stageOf(ctx.process, deal.stage);
  const advance = advanceButton(ctx, deal, { style: 'primary' });
  const steps = stage ? openSteps(stage, deal.facts) : [];
  const ticks: Action[] =
    steps.length > 0
      ? [
          {
            kind: 'select',
            label: c.steps,
            options: steps.map((step) => ({
              label: step.name[ctx.locale],
              call: { command: 'step', input: { deal: no, step: step.key, v: deal.version } },
            })),
          },
        ]
      : [];
  if (waits) {
    return [
      ...(decides
        ? [
            button(t.approve, 'approve', { deal: no }, { style: 'primary' }),
            button(t.reject, 'reject', { deal: no }),
          ]
        : []),
      button(t.nudge, 'nudge', { deal: no }),
      ...taken,
    ];
  }
  return [
    ...(advance ? [advance] : []),
    ...ticks,
    offer ?? button(c.lose, 'lost', { deal: no, v: deal.version }),
    ...(undo ? taken : [button(c.log, 'log', { subject: no })]),
  ];
}

/** Undoes the act that this card answers. */
export const undoButton = (ctx: Context): Action =>
  button(textsIn(ctx.locale).common.undo, 'undo', { act: ctx.actId });
