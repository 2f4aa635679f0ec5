import { type Context, defineCommand } from '../../crm/access/context.js';
import { redacted } from '../../crm/access/visibility.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import { nameOf } from '../../crm/words/record-words.js';
import { momentWords } from '../../crm/words/zoned-dates.js';
import { actions, button, type Card, context, divider, text } from '../../kernel/card/card.js';
import { f } from '../../kernel/command/fields.js';
import { startOfDay } from '../../kernel/time/zone.js';
import { poolEvents, viewCounts, viewersOf } from '../../store/leads/pool-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Event } from '../../store/schema/row-types.js';
import { currentRecord } from '../../store/unit/stored-records.js';
import { formatsIn, textsIn } from '../../texts/languages.js';

/** Events on one card. */
const page = 12;

/**
 * `公海记录`, `公海记录 L-3` ("pool log"): who claimed, returned, was offered and viewed what, when and why.
 */
export const poolLog = defineCommand({
  name: 'pool-log',
  role: 'manager',
  reads: true,
  seldom: true,
  fields: {
    record: f.lookup('held'),
    skip: f.word(),
  },
  async run(input, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).pool;
    const subject = input.record ? await openSubject(ctx, input.record) : undefined;
    const record = subject?.lead ?? subject?.customer;
    const offset = Number.parseInt(input.skip ?? '0', 10) || 0;
    const teamId = ctx.person.role === 'admin' ? null : (ctx.person.teamId ?? '');
    const found = await poolEvents(ctx.db, { teamId, recordId: record?.id, limit: page + 1, offset });
    const names = new Map((await listPeople(ctx.db)).map((person) => [person.id, person.name]));
    const lines: string[] = [];
    // Sequential: a transaction has one connection.
    for (const event of found.slice(0, page)) lines.push(await lineOf(ctx, event, names));
    const looked = record ? await viewersLine(ctx, record.id, names) : await viewsLine(ctx, teamId, names);
    const more = { ...(input.record ? { record: input.record } : {}), skip: String(offset + page) };
    return {
      key: `pool-log:${record?.id ?? teamId ?? 'all'}`,
      title: t.log,
      subtitle: subject?.number,
      tone: 'info',
      nodes: [
        text(lines.length > 0 ? lines.join('\n') : t.logEmpty),
        ...(looked ? [divider, text(looked)] : []),
        ...actions(found.length > page && button(t.more, 'pool-log', more)),
        context(momentWords(ctx, ctx.now)),
      ],
    };
  },
});

async function lineOf(ctx: Context, event: Event, names: ReadonlyMap<string, string>): Promise<string> {
  const t = textsIn(ctx.locale).pool;
  const type = event.recordType === 'lead' ? 'lead' : 'customer';
  const [, what = ''] = event.kind.split('.');
  const who = event.personId ? (names.get(event.personId) ?? '–') : t.clock;
  const said =
    what === 'returned' && event.personId
      ? t.gaveBackKind
      : [t.kinds[what], offeredTo(event, names)].join('');
  const number = nameOf(ctx, type, await currentRecord(ctx.db, type, event.recordId));
  // What was said elsewhere stays there.
  const isSaidHere = !ctx.audience || event.placeId === ctx.place.id;
  const why = [isSaidHere ? redacted(ctx, event.words ?? '') : '', event.undoneAt ? t.undone : '']
    .filter(Boolean)
    .join(' · ');
  return t.logLine(momentWords(ctx, event.at), who, said, number, why);
}

/** Names the person it was offered to, or who had it until then. */
function offeredTo({ kind, after, before }: Event, names: ReadonlyMap<string, string>): string {
  const id = kind.endsWith('.offered')
    ? after?.offeredTo
    : kind.endsWith('.returned')
      ? before?.ownerId
      : null;
  return typeof id === 'string' ? ` ${names.get(id) ?? '–'}` : '';
}

async function viewersLine(ctx: Context, recordId: string, names: ReadonlyMap<string, string>) {
  const t = textsIn(ctx.locale).pool;
  const viewers = await viewersOf(ctx.db, recordId, page);
  const words = viewers.map(({ personId, at }) => t.viewed(names.get(personId) ?? '–', momentWords(ctx, at)));
  return words.length > 0 ? `${t.viewers}: ${formatsIn(ctx.locale).list(words)}` : '';
}

async function viewsLine(ctx: Context, teamId: string | null, names: ReadonlyMap<string, string>) {
  const t = textsIn(ctx.locale).pool;
  const counts = await viewCounts(ctx.db, startOfDay(ctx.now, ctx.zone), teamId);
  const words = counts
    .sort((a, b) => b.views - a.views)
    .map(({ personId, views, last }) =>
      t.viewCount(names.get(personId) ?? '–', views, momentWords(ctx, last)),
    );
  return words.length > 0 ? `${t.viewsToday}: ${formatsIn(ctx.locale).list(words)}` : '';
}
