import { and, eq } from 'drizzle-orm';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';

/** Reads the draft of a person in a place and when it was stored, or undefined. */
export async function draftRowOf(
  db: Db,
  personId: string,
  placeId: string,
): Promise<{ draft: unknown; at: Date } | undefined> {
  return (await find(db, { personId, placeId }))[0];
}

interface DraftKey {
  personId: string;
  placeId: string;
}

const find = compiled<DraftKey>()(({ q, t: { drafts } }, param) =>
  q
    .select({ draft: drafts.draft, at: drafts.at })
    .from(drafts)
    .where(and(eq(drafts.personId, param.personId), eq(drafts.placeId, param.placeId))),
);

const remove = compiled<DraftKey>()(({ q, t: { drafts } }, param) =>
  q.delete(drafts).where(and(eq(drafts.personId, param.personId), eq(drafts.placeId, param.placeId))),
);

/** Stores the draft of a person in a place; it replaces an earlier one. */
export async function saveDraftRow(
  tx: Db,
  personId: string,
  placeId: string,
  draft: unknown,
  at: Date,
): Promise<void> {
  const { drafts } = tx.t;
  await tx.q
    .insert(drafts)
    .values({ personId, placeId, draft, at })
    .onConflictDoUpdate({ target: [drafts.personId, drafts.placeId], set: { draft, at } });
}

/** Deletes the draft of a person in a place. */
export async function clearDraftRow(tx: Db, personId: string, placeId: string): Promise<void> {
  await remove(tx, { personId, placeId });
}
