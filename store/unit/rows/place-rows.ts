import { eq } from 'drizzle-orm';
import type { Place } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';

export type NewPlace = Pick<Place, 'platform' | 'externalId' | 'kind' | 'name' | 'personId'>;

/** Stores a place, which belongs to no team and gets no posts. */
export async function createPlace(tx: Db, given: NewPlace, now: Date): Promise<Place> {
  const place: Place = { id: newId(), ...given, teamId: null, posts: [], createdAt: now };
  await tx.q.insert(tx.t.places).values(place);
  return place;
}

/** Sets a place's team and what is posted there ('report', 'stall', 'lead', 'pool'). */
export async function bindPlace(tx: Db, id: string, teamId: string | null, posts: string[]): Promise<void> {
  await tx.q.update(tx.t.places).set({ teamId, posts }).where(eq(tx.t.places.id, id));
}
