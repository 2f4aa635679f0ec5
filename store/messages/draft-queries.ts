import { and, eq } from 'drizzle-orm';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { putRow } from '../statements/rows.js';
import type { Conversation } from './conversation-queries.js';

/** Reads the draft of a talk and when it was stored, or undefined. */
export async function draftRowOf(
  db: Db,
  talk: Conversation,
): Promise<{ draft: unknown; at: Date } | undefined> {
  return (await find(db, talk))[0];
}

const find = compiled<Conversation>()(({ q, t: { drafts } }, param) =>
  q
    .select({ draft: drafts.draft, at: drafts.at })
    .from(drafts)
    .where(
      and(
        eq(drafts.personId, param.personId),
        eq(drafts.placeId, param.placeId),
        eq(drafts.thread, param.thread),
      ),
    ),
);

const remove = compiled<Conversation>()(({ q, t: { drafts } }, param) =>
  q
    .delete(drafts)
    .where(
      and(
        eq(drafts.personId, param.personId),
        eq(drafts.placeId, param.placeId),
        eq(drafts.thread, param.thread),
      ),
    ),
);

/** Stores the draft of a talk; it replaces an earlier one. */
export async function saveDraftRow(tx: Db, talk: Conversation, draft: unknown, at: Date): Promise<void> {
  await putRow(tx, tx.t.drafts, talk, { draft, at });
}

/** Deletes the draft of a talk. */
export async function clearDraftRow(tx: Db, talk: Conversation): Promise<void> {
  await remove(tx, talk);
}
