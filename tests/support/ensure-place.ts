import { findPlace } from '../../store/people/place-queries.js';
import type { Place } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { createPlace, type NewPlace } from '../../store/unit/rows/place-rows.js';

/** Finds a place, or stores it as new. */
export const ensurePlace = async (tx: Db, given: NewPlace, now: Date): Promise<Place> =>
  (await findPlace(tx, given.platform, given.externalId)) ?? (await createPlace(tx, given, now));
