import { followUpWords, redacted, taskWords } from '../../crm/access/visibility.js';
import { amountWords } from '../../crm/words/deal-words.js';
import { kindWord } from '../../crm/words/record-words.js';
import { formatDate } from '../../kernel/time/format-time.js';
import { localDate } from '../../kernel/time/zone.js';
import { reasonName } from '../../sales/figures/loss-rows.js';
import { maySee } from '../../sales/people/policy.js';
import { stageOf } from '../../sales/process/stages.js';
import { eventsIn } from '../../store/deals/deal-events.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Deal, Event, FollowUp, Lead, Task } from '../../store/schema/row-types.js';
import { currentRecord, isIdentified } from '../../store/unit/stored-records.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { ReportContext } from '../request/report-context.js';

/** Events that decide something about a deal or lead, not those that only follow from them. */
const kinds = [
  ...[
    'moved',
    'back',
    'pipelined',
    'won',
    'lost',
    'assigned',
    'changed',
    'called',
    'step',
    'noted',
    'created',
  ].map((what) => `deal.${what}`),
  ...['created', 'assigned', 'claimed', 'returned'].map((what) => `lead.${what}`),
  ...['created', 'snoozed', 'done'].map((what) => `task.${what}`),
  ...['requested', 'approved', 'rejected'].map((what) => `approval.${what}`),
  'followUp.created',
];

/** What one act did to one record. */
export interface Decision {
  at: Date;
  personId: string;
  who: string;
  /** The deal or lead. */
  record: Deal | Lead;
  isDeal: boolean;
  /** Owners before each change of owner. */
  ownersBefore: string[];
  what: string;
}

/** Lists what people decided in a span and did not undo, in order, as the reader may see it. */
export async function decisionsIn(ctx: ReportContext, span: { from: Date; to: Date }): Promise<Decision[]> {
  const { db } = ctx;
  const names = new Map((await listPeople(db)).map((person) => [person.id, person.name]));
  const acts = new Map<string, { event: Event; subject: Subject; all: Event[] }>();
  for (const event of await eventsIn(db, span, kinds)) {
    // Events of the clock are no decisions.
    if (!event.personId) continue;
    const subject = await subjectOf(ctx, event);
    if (!subject || !isSeen(ctx, subject.record)) continue;
    const key = `${event.actId} ${subject.record.id}`;
    const act = acts.get(key);
    if (act) act.all.push(event);
    else acts.set(key, { event, subject, all: [event] });
  }
  const decisions: Decision[] = [];
  for (const { event, subject, all } of acts.values()) {
    const words: string[] = [];
    for (const one of mainEvents(all)) words.push(await wordsOf(ctx, one, subject, names));
    decisions.push({
      at: event.at,
      personId: event.personId ?? '',
      who: names.get(event.personId ?? '') ?? '',
      ...subject,
      ownersBefore: all.flatMap(({ before }) =>
        typeof before?.ownerId === 'string' ? [before.ownerId] : [],
      ),
      what: formatsIn(ctx.locale).clauses([...new Set(words)].filter(Boolean)),
    });
  }
  return decisions.filter(({ what }) => what !== '');
}

interface Subject {
  record: Deal | Lead;
  isDeal: boolean;
}

/** Finds the deal or lead of an event; undefined for other records and for deleted ones. */
async function subjectOf(
  { db }: ReportContext,
  { recordType: type, recordId: id }: Event,
): Promise<Subject | undefined> {
  if (!isIdentified(type)) return undefined;
  const record = await currentRecord(db, type, id);
  if (!record) return undefined;
  if (type === 'deal') return { record: record as Deal, isDeal: true };
  if (type === 'lead') return { record: record as Lead, isDeal: false };
  for (const [kind, key] of [
    ['deal', record.dealId],
    ['lead', record.leadId],
  ] as const) {
    const about = typeof key === 'string' ? await currentRecord(db, kind, key) : undefined;
    if (about) return { record: about as Deal | Lead, isDeal: kind === 'deal' };
  }
  return undefined;
}

const isSeen = ({ person, audience }: ReportContext, record: Deal | Lead): boolean =>
  [person, audience].every((reader) => !reader || maySee(reader, record).ok);

/** Drops an act's events that only follow from another. */
function mainEvents(all: readonly Event[]): Event[] {
  const has = (...some: string[]) => all.some(({ kind }) => some.includes(kind));
  return all.filter(({ kind }) => {
    if (kind === 'task.done') return !has('followUp.created');
    if (kind === 'followUp.created') return !has('deal.lost');
    if (kind === 'task.created' || kind === 'task.snoozed') return !has('deal.assigned', 'lead.assigned');
    return true;
  });
}

/** Says in a few words what an event did. */
async function wordsOf(
  ctx: ReportContext,
  event: Event,
  { record }: Subject,
  names: ReadonlyMap<string, string>,
): Promise<string> {
  const t = textsIn(ctx.locale).meeting.did;
  const { kind, recordId: id } = event;
  const after = event.after ?? {};
  switch (kind) {
    case 'deal.moved':
    case 'deal.back':
    case 'deal.pipelined':
      return t[kind.slice(5) as 'moved' | 'back' | 'pipelined'](stageWords(ctx, after.stage));
    case 'deal.won':
      return t.won(amountWords(ctx, amountOf(after.amount), record));
    case 'deal.lost':
      return t.lost(reasonName(String(after.lossReason ?? ''), ctx.process)[ctx.locale]);
    case 'deal.assigned':
    case 'lead.assigned':
      return t.assigned(names.get(String(after.ownerId)) ?? '');
    case 'deal.changed':
      return changeWords(ctx, after, record);
    case 'deal.noted':
      return t.noted(redacted(ctx, String(after.note ?? ''), record));
    case 'followUp.created': {
      const log = (await currentRecord(ctx.db, 'followUp', id)) as FollowUp | undefined;
      const words = log && followUpWords(ctx, log, record);
      return words ? t.logged(words) : (kindWord(ctx.locale, kind) ?? '');
    }
    case 'task.created':
    case 'task.snoozed': {
      const task = (await currentRecord(ctx.db, 'task', id)) as Task | undefined;
      return task ? t.planned(dayWords(ctx, task.dueDate), taskWords(ctx, task)) : '';
    }
    default:
      return kindWord(ctx.locale, kind) ?? '';
  }
}

function changeWords(ctx: ReportContext, after: Record<string, unknown>, record: Deal | Lead): string {
  const t = textsIn(ctx.locale).meeting;
  const amount = amountOf(after.amount);
  const parts = [
    amount === null ? '' : t.did.amount(amountWords(ctx, amount, record)),
    typeof after.closeDate === 'string' ? t.did.date(dayWords(ctx, after.closeDate)) : '',
  ].filter(Boolean);
  return parts.length > 0
    ? formatsIn(ctx.locale).clauses(parts)
    : textsIn(ctx.locale).work.kinds['deal.changed'];
}

const amountOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const stageWords = ({ process, locale }: ReportContext, key: unknown): string =>
  stageOf(process, String(key))?.name[locale] ?? String(key);

export const dayWords = ({ locale, now, zone }: ReportContext, date: string): string =>
  formatDate(date, { locale, zone }, localDate(now, zone));
