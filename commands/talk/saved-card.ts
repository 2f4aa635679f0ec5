import type { Context } from '../../crm/access/context.js';
import { followUpWords, taskWords } from '../../crm/access/visibility.js';
import { recordName } from '../../crm/acts/undo-act.js';
import { kindWord } from '../../crm/words/record-words.js';
import { dueWords } from '../../crm/words/zoned-dates.js';
import { actions, button, type Card, text } from '../../kernel/card/card.js';
import { customerNo } from '../../kernel/records/record-number.js';
import { dayMs } from '../../kernel/time/moments.js';
import type { RecordType } from '../../sales/people/change-kinds.js';
import { eventsOfAct, lastAct } from '../../store/activity/event-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import type { Customer, Event, FollowUp, Task } from '../../store/schema/row-types.js';
import { currentRecord, isIdentified } from '../../store/unit/stored-records.js';
import { textsIn } from '../../texts/languages.js';

/** Most lines of one message that are acts of their own. */
const mostLines = 30;

/** Answers 记上了吗 ("was it saved"): what the speaker recorded last in this chat within a day. */
export async function savedCard(ctx: Context): Promise<Card> {
  const t = textsIn(ctx.locale);
  const since = new Date(ctx.now.getTime() - dayMs);
  const last = await lastAct(ctx.db, { personId: ctx.person.id, placeId: ctx.place.id }, since);
  const lines = last ? await linesOfMessage(ctx, last) : [];
  if (!last || lines.length === 0) return { key: 'saved', title: t.talk.savedNone, tone: 'info', nodes: [] };
  const [first] = lines;
  return {
    key: `saved:${last}`,
    ...(first?.open === undefined ? {} : { about: first.open }),
    title: t.talk.saved,
    tone: 'good',
    nodes: [
      text(lines.map(({ line }) => line).join('\n')),
      ...actions(
        first?.open !== undefined && button(t.common.find, 'find', { name: first.open }),
        button(t.common.undo, 'undo', { act: last }),
      ),
    ],
  };
}

interface SavedLine {
  line: string;
  /** Number of the customer whom the button opens, and whom the next words are about. */
  open?: string;
}

/** Lists what the message of an act wrote; each line of a message is an act of its own. */
async function linesOfMessage(ctx: Context, last: string): Promise<SavedLine[]> {
  const [, message = last, line = '0'] = /^(.*)#(\d+)$/.exec(last) ?? [];
  const acts = [
    message,
    ...Array.from({ length: Math.min(Number(line), mostLines) }, (_, at) => `${message}#${at + 1}`),
  ];
  const lines: SavedLine[] = [];
  for (const act of acts) {
    const events = (await eventsOfAct(ctx.db, act)).filter(({ undoneAt }) => undoneAt === null);
    const told = await Promise.all(events.map(async (event) => await lineOf(ctx, event)));
    lines.push(...told.filter((one) => one !== undefined));
  }
  return lines.filter((one, at) => lines.findIndex(({ line }) => line === one.line) === at);
}

/** Kinds of change that only follow from another one. */
const isConsequence = (kind: string): boolean => kind.endsWith('.followed');

/** A line of what an event wrote, or undefined if the event only follows from another. */
async function lineOf(ctx: Context, { recordType, recordId, kind }: Event): Promise<SavedLine | undefined> {
  const what = kindWord(ctx.locale, kind);
  const record = isIdentified(recordType) ? await currentRecord(ctx.db, recordType, recordId) : undefined;
  if (!record || !what || isConsequence(kind)) return undefined;
  const customer = await customerOf(ctx, recordType, record);
  const name = await nameIn(ctx, recordType as RecordType, record);
  const named = customer && !name.includes(customer.name) ? [customer.name, name] : [name];
  return { line: [what, ...named].filter(Boolean).join(' · '), open: customer && customerNo(customer) };
}

async function customerOf(
  ctx: Context,
  type: string,
  record: Record<string, unknown>,
): Promise<Customer | undefined> {
  const id = type === 'customer' ? record.id : record.customerId;
  return typeof id === 'string' ? await customerById(ctx.db, id) : undefined;
}

/** Names the record by what was said of it. */
async function nameIn(ctx: Context, type: RecordType, record: Record<string, unknown>): Promise<string> {
  if (type === 'followUp') return followUpWords(ctx, record as FollowUp);
  if (type === 'task') return [taskWords(ctx, record as Task), dueWords(ctx, record as Task)].join(' · ');
  const given = record.name;
  return typeof given === 'string' && given !== '' ? given : await recordName(ctx, type, record);
}
