import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Place } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { findRow } from '../statements/rows.js';

/** Finds a place by its id on a platform, or undefined. */
export async function findPlace(db: Db, platform: string, externalId: string): Promise<Place | undefined> {
  return await findRow(db, db.t.places, { platform, externalId });
}

/** Finds a place by id, or undefined. */
export async function placeById(db: Db, id: string): Promise<Place | undefined> {
  return await findRow(db, db.t.places, { id });
}

/** Lists the groups of a team, or of the company without one, that receive a kind of post; oldest first. */
export async function placesFor(db: Db, teamId: string | null, post: string): Promise<Place[]> {
  const { places } = db.t;
  const rows = await db.q
    .select()
    .from(places)
    .where(and(eq(places.kind, 'group'), teamId === null ? isNull(places.teamId) : eq(places.teamId, teamId)))
    .orderBy(asc(places.createdAt));
  return rows.filter((place) => place.posts.includes(post));
}

/** Lists all places, oldest first. */
export async function listPlaces(db: Db): Promise<Place[]> {
  return await db.q.select().from(db.t.places).orderBy(asc(db.t.places.createdAt));
}

/** Lists a person's private chats with the bot, one per platform they have used. */
export async function privatePlaces(db: Db, personId: string): Promise<Place[]> {
  const { places } = db.t;
  return await db.q
    .select()
    .from(places)
    .where(and(eq(places.personId, personId), eq(places.kind, 'private')))
    .orderBy(asc(places.createdAt));
}
