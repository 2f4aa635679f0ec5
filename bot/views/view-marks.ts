import type { Context } from '../../crm/access/context.js';
import { stageName } from '../../crm/words/deal-words.js';
import { kindWord } from '../../crm/words/record-words.js';
import { dateWords } from '../../crm/words/zoned-dates.js';
import { eventsSince, undoneAfter } from '../../store/activity/event-queries.js';
import { approvalsOf } from '../../store/deals/approval-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Event } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { ShownRecord } from './shown-record.js';

/** Most acts told of one record. */
const most = 2;

/** The moment of a drawing, and the act that the card answered; null for a post. */
export interface Since {
  moment: Date;
  actId: string | null;
}

/** What is told of a record, and the newest act of it. */
export interface Mark {
  words: string;
  newest: Pick<Event, 'actId' | 'at' | 'personId'>;
}

/**
 * What has happened to a record since a card was drawn, without anybody's words: `✓ 推进到谈判 · 李雷` ("advanced to
 * negotiation, Li Lei"). Undefined if nothing has.
 */
export async function markOf(
  ctx: Context,
  shown: ShownRecord,
  { moment, actId }: Since,
): Promise<Mark | undefined> {
  const isNew = (event: Event) => (actId === null ? event.at > moment : event.actId !== actId);
  const acts = new Map<string, Event>();
  for (const event of await eventsOn(ctx, shown, moment)) {
    const known = acts.get(event.actId);
    const isBetter = !known || (isConsequence(known) && !isConsequence(event));
    if (isNew(event) && isBetter && whatOf(ctx, event) !== undefined) acts.set(event.actId, event);
  }
  const shownActs = [...acts.values()].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, most);
  const [newest] = shownActs;
  if (!newest) return undefined;
  const told: string[] = [];
  // Sequential: a transaction has one connection.
  for (const event of shownActs.reverse()) told.push(await wordsOf(ctx, event));
  return { words: [...new Set(told)].join(' '), newest };
}

/** Most requests looked through that were taken back. */
const mostTakenBack = 50;

/**
 * What is told of a deal whose request for approval was taken back since a list was drawn: `✓ 撤回申请放行 · 李雷` ("request
 * taken back, Li Lei"). Undefined if none was.
 */
export async function takenBackWords(
  ctx: Context,
  { type, record }: ShownRecord,
  { moment }: Since,
): Promise<string | undefined> {
  if (type !== 'deal') return undefined;
  const from = new Date(moment.getTime() - ctx.process.undoMinutes * 60_000);
  const undone = await undoneAfter(ctx.db, 'approval.requested', { from, to: moment }, mostTakenBack);
  const event = undone.find(({ after }) => after?.dealId === record.id);
  if (!event) return undefined;
  const who = event.personId ? await personById(ctx.db, event.personId) : undefined;
  const t = textsIn(ctx.locale);
  return t.view.mark(t.view.requestTakenBack, who?.name ?? t.pool.clock);
}

/** The events of a record and, of a deal, of its approvals. */
async function eventsOn(ctx: Context, { type, record }: ShownRecord, since: Date): Promise<Event[]> {
  const events = await eventsSince(ctx.db, type, record.id, since);
  if (type !== 'deal') return events;
  for (const { id } of await approvalsOf(ctx.db, record.id))
    events.push(...(await eventsSince(ctx.db, 'approval', id, since)));
  return events;
}

const isConsequence = ({ kind }: Event): boolean => kind.endsWith('.followed');

async function wordsOf(ctx: Context, event: Event): Promise<string> {
  const t = textsIn(ctx.locale);
  const { ownerId } = factsOf(event);
  const owner = event.kind.endsWith('.assigned') && ownerId ? await personById(ctx.db, ownerId) : undefined;
  const who = event.personId ? await personById(ctx.db, event.personId) : undefined;
  const what = owner ? t.view.givenTo(owner.name) : (whatOf(ctx, event) ?? '');
  return t.view.mark(what, who?.name ?? t.pool.clock);
}

function whatOf(ctx: Context, event: Event): string | undefined {
  const t = textsIn(ctx.locale);
  const { stage, dueDate } = factsOf(event);
  if (event.kind === 'deal.moved' && stage) return t.view.movedTo(stageName(ctx, stage));
  if (event.kind === 'deal.back' && stage) return t.view.backTo(stageName(ctx, stage));
  if (event.kind === 'task.snoozed' && dueDate) return t.view.dueOn(dateWords(ctx, dueDate));
  return isConsequence(event) ? t.view.followed : kindWord(ctx.locale, event.kind);
}

const factsOf = ({ after }: Event) =>
  (after ?? {}) as { stage?: string; dueDate?: string; ownerId?: string | null };
