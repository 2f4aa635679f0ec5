import { type Context, defineCommand } from '../../crm/access/context.js';
import { visible } from '../../crm/access/visibility.js';
import { changesTold } from '../../crm/cards/change-words.js';
import { openPerson } from '../../crm/lookup/open-person.js';
import { kindWord, nameOf } from '../../crm/words/record-words.js';
import { dateWords, momentWords, todayOf } from '../../crm/words/zoned-dates.js';
import { actions, button, type Card, context, table, text } from '../../kernel/card/card.js';
import { DeniedError } from '../../kernel/command/errors.js';
import { f, shareField } from '../../kernel/command/fields.js';
import { addDays } from '../../kernel/time/dates.js';
import { dayMs } from '../../kernel/time/moments.js';
import { startOfDay } from '../../kernel/time/zone.js';
import { pageField } from '../../reports/request/report-fields.js';
import { periodOf } from '../../reports/request/report-period.js';
import { mayChange } from '../../sales/people/policy.js';
import { eventsOfPerson } from '../../store/activity/event-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import type { Event, Person } from '../../store/schema/row-types.js';
import { currentRecord, isIdentified } from '../../store/unit/stored-records.js';
import { textsIn } from '../../texts/languages.js';

/** Rows of a page, and most events read. */
const perPage = 10;
const looked = 600;

/** 李雷今天做了什么, "what did Amy do today": what somebody did, for themselves, their manager and admins. */
export const doings = defineCommand({
  name: 'doings',
  slash: 'activity',
  reads: true,
  seldom: true,
  isPersonal: () => true,
  fields: {
    who: f.person({ required: true }),
    /** 'today', 'yesterday', 'thisWeek' … */
    span: f.id(),
    page: pageField,
    share: shareField,
  },
  async run(input, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).upkeep;
    const who = await openPerson(ctx, input.who);
    const isOwn = who.id === ctx.person.id;
    if (!isOwn && !mayChange(ctx.person, { ownerId: who.id, teamId: who.teamId }).ok)
      throw new DeniedError(t.doingsDenied(who.name));
    if (ctx.audience) ctx.isPrivate = true;
    const { from, to, label } = spanSaid(ctx, input.span);
    const rows = await doneRows(ctx, who, { from, to });
    const last = Math.max(1, Math.ceil(rows.length / perPage));
    const at = Math.min(Number(input.page ?? 1), last);
    const turn = (words: string, page: number) =>
      button(words, 'doings', {
        who: who.id,
        ...(input.span ? { span: input.span } : {}),
        page: String(page),
      });
    return {
      key: `list:doings:${who.id}:${input.span ?? ''}:${at}`,
      title: t.doings(who.name),
      subtitle: label,
      tone: 'info',
      nodes: [
        text(rows.length === 0 ? t.noDoings : t.counts(rows.length), 'strong'),
        ...(rows.length > 0 ? [table([t.when, t.what], rows.slice((at - 1) * perPage, at * perPage))] : []),
        ...actions(at < last && turn(t.next, at + 1), at > 1 && turn(t.previous, at - 1)),
        ...(last > 1 ? [context(t.pageOf(at, last))] : []),
      ],
    };
  },
});

/** The span of a key; today if there is none. */
function spanSaid(ctx: Context, span = 'today'): { from: Date; to: Date; label: string } {
  if (span === 'thisWeek' || span === 'lastWeek' || span === 'thisMonth' || span === 'lastMonth')
    return periodOf(span, ctx.now, ctx.zone, ctx.locale);
  const days = { yesterday: 1, dayBefore: 2 }[span] ?? 0;
  const start = startOfDay(ctx.now, ctx.zone);
  const from = startOfDay(new Date(start.getTime() - days * dayMs + dayMs / 2), ctx.zone);
  const to = startOfDay(new Date(from.getTime() + dayMs * 1.5), ctx.zone);
  return { from, to, label: dateWords(ctx, addDays(todayOf(ctx), -days)) };
}

/** One row for each act: when, of whom, and what was done, each kind once. */
async function doneRows(ctx: Context, who: Person, span: { from: Date; to: Date }): Promise<string[][]> {
  const acts = new Map<string, Event[]>();
  for (const event of await eventsOfPerson(ctx.db, who.id, span, looked))
    if (event.undoneAt === null) acts.set(event.actId, [event, ...(acts.get(event.actId) ?? [])]);
  const rows: string[][] = [];
  for (const events of acts.values()) {
    const [first] = events;
    const what = first && (await doneWords(ctx, events));
    if (first && what) rows.push([momentWords(ctx, first.at), what]);
  }
  return rows;
}

/** What an act did, in words: the record and the changes, or what was made. Empty for what follows of itself. */
async function doneWords(ctx: Context, events: readonly Event[]): Promise<string> {
  const t = textsIn(ctx.locale).upkeep;
  const said = new Set<string>();
  let of = '';
  for (const event of events) {
    if (event.kind.endsWith('.followed') || event.recordType === 'firstStep') continue;
    const type = event.recordType;
    const record = isIdentified(type) ? await currentRecord(ctx.db, type, event.recordId) : undefined;
    const facts = record ?? event.before ?? event.after ?? {};
    const [seen] = await visible(ctx, [
      {
        id: event.recordId,
        ownerId: (facts.ownerId as string | null | undefined) ?? event.personId,
        teamId: (facts.teamId as string | null | undefined) ?? null,
      },
    ]);
    if (!seen) continue;
    const customerId = type === 'customer' ? event.recordId : facts.customerId;
    of ||= typeof customerId === 'string' ? ((await customerById(ctx.db, customerId))?.name ?? '') : '';
    const changes = await changesTold(ctx, event, { ownerId: (facts.ownerId as string | null) ?? null });
    const name = ['deal', 'lead', 'task'].includes(type) && record ? nameOf(ctx, type as 'deal', record) : '';
    const what =
      changes.length > 0
        ? changes.map((one) => t.changed(one.field, one.before, one.after)).join(' · ')
        : (kindWord(ctx.locale, event.kind) ?? '');
    if (what !== '') said.add([what, name].filter(Boolean).join(' '));
  }
  const words = [...said].join(' · ');
  return words === '' || of === '' ? words : textsIn(ctx.locale).reply.pair(of, words);
}
