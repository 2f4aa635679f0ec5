import type { Inbound, Platform, Speaker } from '../../kernel/chat/chat.js';
import { provisionalName } from '../../kernel/names/provisional-name.js';
import type { Clock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import { personByIdentity } from '../../store/people/person-queries.js';
import { findPlace } from '../../store/people/place-queries.js';
import type { Person, Place } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { createPersonFor } from '../../store/unit/rows/person-rows.js';
import { ensurePlace } from '../../store/unit/rows/place-rows.js';
import type { Locale } from '../../texts/languages.js';

async function ensurePerson(tx: Db, platform: Platform, speaker: Speaker, now: Date): Promise<Person> {
  const { id, name = provisionalName(id), email, timeZone, locale } = speaker;
  return (
    (await personByIdentity(tx, platform, id)) ??
    (await createPersonFor(tx, platform, id, { name, email, timeZone, locale }, now))
  );
}

/** Lists mentioned people who are not known yet. */
async function unknownMentions(db: Db, { platform, mentions = [] }: Inbound): Promise<Speaker[]> {
  const known = await Promise.all(mentions.map((one) => personByIdentity(db, platform, one.id)));
  return mentions.filter((_, at) => !known[at]);
}

/**
 * Finds who spoke and where. Company members who speak to the bot for the first time become reps, and places
 * are stored, because platforms let the bot write only where it was spoken to.
 */
export async function identify(
  store: Store,
  inbound: Inbound,
  options: { clock: Clock; locale: Locale },
): Promise<{ person: Person; place: Place }> {
  const { platform, speaker } = inbound;
  const person = await personByIdentity(store.db, platform, speaker.id);
  const place = await findPlace(store.db, platform, inbound.place.id);
  const strangers = await unknownMentions(store.db, inbound);
  if (person && place && strangers.length === 0) return { person, place };
  return await store.tx(async (tx) => {
    const now = options.clock.now();
    const known = await ensurePerson(tx, platform, speaker, now);
    for (const one of strangers) await ensurePerson(tx, platform, one, now);
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
