import { actions, type Card, context, table } from '../../kernel/card/card.js';
import { openSelect } from '../../kernel/card/open-call.js';
import { dueNotices, dueNoticesOf, markNoticesSent } from '../../store/messages/held-notices.js';
import { personById } from '../../store/people/person-queries.js';
import type { HeldNotice } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { type Locale, textsIn } from '../../texts/languages.js';
import { Batch } from './batch.js';
import { habitsOf, notifyPerson } from './deliver.js';
import { defineJob, type JobContext } from './job-context.js';

/** Notices shown in a list. */
const shown = 20;

/** Sends each person one list of the notices that were held for them. */
export const heldNotices = defineJob({
  name: 'notices',
  summary: 'Sends held notices as one list, at the chosen hour or once a burst is over',
  slots: async (ctx) => [{ scope: '', cron: '* * * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const counts = { people: 0, notices: 0 };
    const batch = new Batch();
    await batch.all(
      (limit) => dueNotices(ctx.store.db, slot.at, limit),
      (notice) => notice.personId,
      async ([{ personId }]) => {
        const sent = await ctx.store.tx((tx) => sendList(tx, ctx, personId, slot.at));
        if (sent > 0) counts.people++;
        counts.notices += sent;
        return sent > 0;
      },
    );
    batch.end();
    return { counts };
  },
});

async function sendList(tx: Db, ctx: JobContext, personId: string, at: Date): Promise<number> {
  const due = await dueNoticesOf(tx, personId, at);
  const [first, ...others] = due;
  const person = await personById(tx, personId);
  if (!first) return 0;
  await markNoticesSent(
    tx,
    due.map(({ dedupeKey }) => dedupeKey),
  );
  if (!person) return due.length;
  const card = others.length === 0 ? (first.card as Card) : listCard(habitsOf(ctx, person).locale, due);
  const key = `notices:${person.id}:${at.getTime()}`;
  await notifyPerson(tx, ctx, person, first.topic as 'lead', { key, card });
  return due.length;
}

/** One line for each notice: what it is about and what it says. */
function listCard(locale: Locale, notices: readonly HeldNotice[]): Card {
  const t = textsIn(locale).job;
  const cards = notices.map(({ card }) => card as Card);
  const records = cards.flatMap((card) => {
    const [, number] = /^(?:deal|lead|customer):(\S+)$/.exec(card.key) ?? [];
    return number ? [{ number, name: card.title }] : [];
  });
  const named = [...new Map(records.map((one) => [one.number, one])).values()];
  const { what, said } = t.noticeColumns;
  return {
    key: `notices:${notices[0]?.dedupeKey}`,
    title: t.notices(notices.length),
    tone: 'info',
    nodes: [
      table(
        [what, said],
        cards.slice(0, shown).map((card) => [card.title, firstLine(card)]),
      ),
      ...(cards.length > shown ? [context(t.moreNotices(cards.length - shown))] : []),
      ...actions(named.length > 0 && openSelect(textsIn(locale).list.open, named)),
    ],
  };
}

/** What a card says first, unless its title says the same. */
function firstLine(card: Card): string {
  const [line = ''] = card.nodes.flatMap((node) => (node.kind === 'text' ? [node.text] : []));
  return line === card.title ? '' : line;
}
