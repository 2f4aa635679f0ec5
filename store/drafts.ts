import { and, eq } from 'drizzle-orm';
import type { Db } from './db.js';

export async function findDraft(
  db: Db,
  personId: string,
  placeId: string,
): Promise<{ draft: unknown; at: Date } | undefined> {
  const { drafts } = db.t;
  const [row] = await db.q
    .select({ draft: drafts.draft, at: drafts.at })
    .from(drafts)
    .where(and(eq(drafts.personId, personId), eq(drafts.placeId, placeId)));
  return row;
}

/** One draft per person and place: a later one takes the place of the earlier. */
export async function saveDraft(
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

export async function clearDraft(tx: Db, personId: string, placeId: string): Promise<void> {
  const { drafts } = tx.t;
  await tx.q.delete(drafts).where(and(eq(drafts.personId, personId), eq(drafts.placeId, placeId)));
}
