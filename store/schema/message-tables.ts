import { type Locale, locales } from '../../texts/languages.js';
import type { Kit, Referable } from '../kit/kit.js';

/** Whom a posted card was drawn for. */
export interface ViewAudience {
  locale: Locale;
  /** The team whose members read it; in private that of the reader. */
  teamId: string | null;
  /** Who asked for it, whose rights count as well. */
  personId: string | null;
  /** The least that its readers might see. */
  sight: { scope: string; amount: string; phone: string };
}

/** What was done, what came in and goes out, and what a talk goes on from. */
export function declareMessages(k: Kit, { people, places }: Record<'people' | 'places', Referable>) {
  /** The log of everything that changed: append-only; feeds audit, undo and the activity list. */
  const events = k.table(
    'events',
    {
      id: k.id(),
      /** One act = one undo; all events of one inbound share it. */
      actId: k.text().notNull(),
      at: k.at().notNull(),
      /** 'deal.moved', 'lead.created', … */
      kind: k.text().notNull(),
      personId: k.text(),
      recordType: k.text().notNull(),
      recordId: k.text().notNull(),
      before: k.json<Record<string, unknown> | null>(),
      after: k.json<Record<string, unknown> | null>(),
      words: k.text(),
      /** 'sandbox', 'slack', …, 'clock', 'import'. */
      origin: k.text().notNull(),
      /** The chat in which the person acted; null for the clock, an import and the operator, and for old events. */
      placeId: k.text(),
      /** The change it follows from, as a consequence that needed no right of its own. */
      reason: k.text(),
      undoneAt: k.at(),
    },
    (t) => [
      k.index('events_record').on(t.recordType, t.recordId, t.at),
      k.index('events_act').on(t.actId),
      k.index('events_person').on(t.personId, t.at),
      k.index('events_kind').on(t.kind, t.at, t.undoneAt, t.personId),
    ],
  );

  const inbox = k.table(
    'inbox',
    {
      platform: k.text().notNull(),
      eventId: k.text().notNull(),
      /** The answer given, to be given again at a redelivery; null until the act was carried out. */
      answer: k.json<unknown>(),
      at: k.at().notNull(),
      /** 'received': stored before the platform was told so; 'done': carried out, and the answer shown. */
      state: k.oneOf('received', 'done').notNull().default('done'),
      /** What came, as the adapter read it; null once done. */
      incoming: k.json<unknown>(),
      /** Sorts received acts as they came; null once done. */
      turn: k.text(),
      /** The process that carries it out. */
      holder: k.text(),
      /** Times it was taken up again. */
      attempts: k.int().notNull().default(0),
      /** Nobody else takes it up before. */
      notBefore: k.at(),
    },
    (t) => [
      k.primaryKey(t.platform, t.eventId),
      k.index('inbox_at').on(t.at),
      k.index('inbox_open').on(t.turn).where(k.given(t.turn)),
    ],
  );

  const outbox = k.table(
    'outbox',
    {
      id: k.id(),
      dedupeKey: k.text().notNull().unique(),
      placeId: k.ref(() => places.id).notNull(),
      locale: k.oneOf(...locales).notNull(),
      card: k.json<unknown>().notNull(),
      mention: k.json<string[]>().notNull(),
      status: k.oneOf('waiting', 'sent', 'dead').notNull(),
      attempts: k.int().notNull(),
      /** Attempts that the platform refused for a reason nobody here knows. */
      refusals: k.int().notNull().default(0),
      notBefore: k.at().notNull(),
      /** When the last attempt began. */
      triedAt: k.at(),
      /** When an admin was told that it did not arrive. */
      reportedAt: k.at(),
      lastError: k.text(),
      createdAt: k.at().notNull(),
      sentAt: k.at(),
    },
    (t) => [
      k.index('outbox_due').on(t.status, t.notBefore),
      k.index('outbox_place').on(t.placeId, t.status, t.sentAt),
    ],
  );

  /** Posts for people whom the bot cannot write to yet; sent once it can. */
  const unreached = k.table(
    'unreached',
    {
      dedupeKey: k.text().primaryKey(),
      personId: k.ref(() => people.id, 'cascade').notNull(),
      /** What kind of post: 'stall', 'lead', 'pool', 'report', 'win'. */
      topic: k.text().notNull(),
      card: k.json<unknown>().notNull(),
      at: k.at().notNull(),
      /** When an admin was told. */
      reportedAt: k.at(),
    },
    (t) => [k.index('unreached_person').on(t.personId), k.index('unreached_at').on(t.at)],
  );

  /** Notices that could wait: held for a list, at the hour that the person chose or once a burst is over, or sent at once. */
  const heldNotices = k.table(
    'held_notices',
    {
      dedupeKey: k.text().primaryKey(),
      personId: k.ref(() => people.id, 'cascade').notNull(),
      topic: k.text().notNull(),
      card: k.json<unknown>().notNull(),
      /** When the list goes out; null once it was sent. */
      dueAt: k.at(),
      at: k.at().notNull(),
    },
    (t) => [k.index('held_notices_due').on(t.dueAt), k.index('held_notices_person').on(t.personId, t.at)],
  );

  /**
   * Which message shows which card, so that a reply keeps its subject, and what a view is drawn anew from. Messages
   * from before views were kept have only a key.
   */
  const postedCards = k.table(
    'posted_cards',
    {
      platform: k.text().notNull(),
      placeExternalId: k.text().notNull(),
      messageId: k.text().notNull(),
      cardKey: k.text().notNull(),
      at: k.at().notNull(),
      /** The call that drew it. */
      call: k.json<{ command: string; input: Record<string, unknown> } | null>(),
      /** Whom it was drawn for. */
      audience: k.json<ViewAudience | null>(),
      /** The moment as of which it was drawn. */
      moment: k.at(),
      /** The act that it answers; absent for a post. */
      actId: k.text(),
      /** The card as it was drawn; absent for one that shows a record as it is now. */
      card: k.json<unknown>(),
      /** A hash of what the message shows. */
      sentHash: k.text(),
      redrawnAt: k.at(),
    },
    (t) => [
      k.primaryKey(t.platform, t.placeExternalId, t.messageId),
      k.index('posted_cards_key').on(t.cardKey, t.at),
      k.index('posted_cards_at').on(t.at),
    ],
  );

  /** The records that a posted card shows, in their order. */
  const viewRows = k.table(
    'view_rows',
    {
      platform: k.text().notNull(),
      placeExternalId: k.text().notNull(),
      messageId: k.text().notNull(),
      place: k.int().notNull(),
      /** 'D-12'. */
      record: k.text().notNull(),
      /** What its readers might see of the record: 's' that it is there, 'a' amounts, 'p' phone numbers. */
      rights: k.text().notNull(),
      at: k.at().notNull(),
    },
    (t) => [
      k.primaryKey(t.platform, t.placeExternalId, t.messageId, t.place),
      k.index('view_rows_record').on(t.record, t.at),
      k.index('view_rows_at').on(t.at),
    ],
  );

  /** A sentence that waits for an answer: one per person, place and thread. */
  const drafts = k.table(
    'drafts',
    {
      personId: k.ref(() => people.id, 'cascade').notNull(),
      placeId: k.ref(() => places.id, 'cascade').notNull(),
      /** The thread of the place; empty outside of threads. */
      thread: k.text().notNull().default(''),
      draft: k.json<unknown>().notNull(),
      at: k.at().notNull(),
    },
    (t) => [k.primaryKey(t.personId, t.placeId, t.thread), k.index('drafts_at').on(t.at)],
  );

  /**
   * What a talk with somebody in a place, or in a thread of it, goes on from: the record, the report and the buttons shown
   * last, the last question about figures, and misses in a row.
   */
  const talks = k.table(
    'talks',
    {
      personId: k.ref(() => people.id, 'cascade').notNull(),
      placeId: k.ref(() => places.id, 'cascade').notNull(),
      /** The thread of the place; empty outside of threads. */
      thread: k.text().notNull().default(''),
      /** In words that are read as it again. */
      question: k.text(),
      askedAt: k.at(),
      /** The record that was named, tapped or answered last ('D-12'). */
      subject: k.text(),
      subjectAt: k.at(),
      /** The call of the report that was shown last. */
      report: k.json<{ command: string; input: Record<string, unknown> } | null>(),
      reportAt: k.at(),
      /** What the buttons and pickers of the last answer are called, and what they do. */
      labels: k.json<unknown>(),
      labelsAt: k.at(),
      /** Lines in a row that were not understood or were wrong; -1 if the last one was refused or asked about. */
      misses: k.int().notNull().default(0),
      /** When the last of them was said. */
      at: k.at().notNull(),
    },
    (t) => [k.primaryKey(t.personId, t.placeId, t.thread), k.index('talks_at').on(t.at)],
  );

  /** What stands in the chats of the sandbox page, which no platform keeps for us. */
  const sandboxMessages = k.table(
    'sandbox_messages',
    {
      id: k.id(),
      placeExternalId: k.text().notNull(),
      /** The order in which messages came. */
      turn: k.text().notNull(),
      /** The message as the page holds it. */
      message: k.json<unknown>().notNull(),
    },
    (t) => [k.index('sandbox_messages_place').on(t.placeExternalId, t.turn)],
  );

  return {
    events,
    inbox,
    outbox,
    unreached,
    heldNotices,
    postedCards,
    viewRows,
    drafts,
    talks,
    sandboxMessages,
  };
}
