import { eq } from 'drizzle-orm';
import type { PlaceMembers } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { findRow } from '../statements/rows.js';

/** Finds what is known of who is in a group, or undefined if nothing is. */
export async function membersOf(db: Db, placeId: string): Promise<PlaceMembers | undefined> {
  return await findRow(db, db.t.placeMembers, { placeId });
}

/** Stores what is known from now on of who is in a group. */
export async function saveMembers(
  tx: Db,
  placeId: string,
  known: Partial<Omit<PlaceMembers, 'placeId'>>,
): Promise<void> {
  const { placeMembers } = tx.t;
  const unknown = {
    ids: [],
    hasOutsiders: false,
    listedAt: null,
    askedAt: null,
    trouble: null,
    toldAt: null,
  };
  await tx.q
    .insert(placeMembers)
    .values({ placeId, ...unknown, ...known })
    .onConflictDoUpdate({ target: placeMembers.placeId, set: known });
}

/** Lists the ids of groups in which one of these users of a platform is known to be. */
export async function groupsOf(
  db: Db,
  users: readonly { platform: string; externalId: string }[],
): Promise<string[]> {
  const { placeMembers, places } = db.t;
  const rows = await db.q
    .select({ placeId: placeMembers.placeId, ids: placeMembers.ids, platform: places.platform })
    .from(placeMembers)
    .innerJoin(places, eq(places.id, placeMembers.placeId));
  const isIn = ({ ids, platform }: { ids: string[]; platform: string }) =>
    users.some((user) => user.platform === platform && ids.includes(user.externalId));
  return rows.filter(isIn).map(({ placeId }) => placeId);
}
