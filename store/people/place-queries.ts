import { and, asc, eq } from 'drizzle-orm';
import type { Place } from '../schema/row-types.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';

export type NewPlace = Pick<Place, 'platform' | 'externalId' | 'kind' | 'name' | 'personId'>;

/** Finds a place by its id on a platform, or undefined. */
export async function findPlace(db: Db, platform: string, externalId: string): Promise<Place | undefined> {
  return (await byExternalId(db, { platform, externalId }))[0];
}

const byExternalId = compiled<{ platform: string; externalId: string }>()(({ q, t: { places } }, param) =>
  q
    .select()
    .from(places)
    .where(and(eq(places.platform, param.platform), eq(places.externalId, param.externalId))),
);

/** Finds a place by id, or undefined. */
export async function placeById(db: Db, id: string): Promise<Place | undefined> {
  const [row] = await db.q.select().from(db.t.places).where(eq(db.t.places.id, id));
  return row;
}

/** Finds a place, or stores it as new. */
export async function ensurePlace(tx: Db, given: NewPlace, now: Date): Promise<Place> {
  const known = await findPlace(tx, given.platform, given.externalId);
  if (known) return known;
  const place: Place = { id: newId(), ...given, teamId: null, posts: [], createdAt: now };
  await tx.q.insert(tx.t.places).values(place);
  return place;
}

/** Sets a place's team and what is posted there ('report', 'stall', 'lead', 'pool'). */
export async function bindPlace(tx: Db, id: string, teamId: string | null, posts: string[]): Promise<void> {
  await tx.q.update(tx.t.places).set({ teamId, posts }).where(eq(tx.t.places.id, id));
}

/** Lists a team's places that receive a kind of post. */
export async function placesFor(db: Db, teamId: string, post: string): Promise<Place[]> {
  const { places } = db.t;
  const rows = await db.q
    .select()
    .from(places)
    .where(eq(places.teamId, teamId))
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
