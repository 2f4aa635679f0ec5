import type { Store } from '../../store/open.js';
import { createPersonFor, type Person, personByIdentity } from '../../store/people.js';
import { ensurePlace, findPlace, type Place } from '../../store/places.js';
import type { Inbound } from '../kernel/chat.js';
import type { Locale } from '../kernel/texts.js';
import type { Clock } from '../kernel/time/clock.js';

/**
 * Who spoke and where: members of the company who speak to the bot for the first time become reps, and places
 * are remembered, because a platform lets the bot write only where it has been spoken to.
 */
export async function identify(
  store: Store,
  inbound: Inbound,
  options: { clock: Clock; locale: Locale },
): Promise<{ person: Person; place: Place }> {
  const { platform, speaker } = inbound;
  const person = await personByIdentity(store.db, platform, speaker.id);
  const place = await findPlace(store.db, platform, inbound.place.id);
  if (person && place) return { person, place };
  return await store.tx(async (tx) => {
    const now = options.clock.now();
    const known =
      (await personByIdentity(tx, platform, speaker.id)) ??
      (await createPersonFor(
        tx,
        platform,
        speaker.id,
        {
          name: speaker.name ?? speaker.id,
          email: speaker.email,
          timeZone: speaker.timeZone,
          locale: speaker.locale,
        },
        now,
      ));
    const seen = await ensurePlace(
      tx,
      {
        platform,
        externalId: inbound.place.id,
        kind: inbound.place.kind,
        name: inbound.place.name ?? (inbound.place.kind === 'private' ? known.name : inbound.place.id),
        personId: inbound.place.kind === 'private' ? known.id : null,
      },
      now,
    );
    return { person: known, place: seen };
  });
}
