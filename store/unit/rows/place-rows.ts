import type { Place } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
export type NewPlace = Pick<Place, 'platform' | 'externalId' | 'kind' | 'name' | 'personId'>;

/** Stores a place, which belongs to no team and gets no posts. */
export async function createPlace(tx: Db, given: NewPlace, now: Date): Promise<Place> {
  const place: Place = { id: newId(), ...given, teamId: null, locale: null, posts: [], createdAt: now };
  await tx.q.insert(tx.t.places).values(place);
  return place;
}
