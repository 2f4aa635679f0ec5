import type { Inbound, Platform, Speaker } from '../../kernel/chat/chat.js';
import { provisionalName } from '../../kernel/names/provisional-name.js';
import { bareName, isSelfGiven } from '../../kernel/names/self-given-name.js';
import type { Clock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import { personByIdentity } from '../../store/people/person-queries.js';
import { findPlace } from '../../store/people/place-queries.js';
import type { Person, Place } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { type Unit, unitOfNobody } from '../../store/unit/unit.js';
import type { Locale } from '../../texts/languages.js';

async function ensurePerson(unit: Unit, platform: Platform, speaker: Speaker): Promise<Person> {
  const { id, name = provisionalName(id), email, timeZone, locale } = speaker;
  return (
    (await personByIdentity(unit.db, platform, id)) ??
    (await unit.enrol(platform, id, { name, email, timeZone, locale }))
  );
}

/** Lists mentioned people who are not known yet. */
async function unknownMentions(db: Db, { platform, mentions = [] }: Inbound): Promise<Speaker[]> {
  const known = await Promise.all(mentions.map((one) => personByIdentity(db, platform, one.id)));
  return mentions.filter((_, at) => !known[at]);
}

/** Whether the platform sends a name for somebody whom it did not name so far, or the name that they gave themselves. */
const isNewName = (person: Person, { id, name }: Speaker): boolean =>
  name !== undefined &&
  name !== person.name &&
  (person.name === provisionalName(id) || (isSelfGiven(person.name) && bareName(person.name) === name));

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
  if (person && place && strangers.length === 0 && !isNewName(person, speaker)) return { person, place };
  return await store.tx(async (tx) => {
    const unit = unitOfNobody(tx, options.clock.now(), platform);
    const found = await ensurePerson(unit, platform, speaker);
    const known = isNewName(found, speaker)
      ? await unit.change('person.renamed', found, { name: speaker.name ?? found.name })
      : found;
    for (const one of strangers) await ensurePerson(unit, platform, one);
    const seen = await findPlace(tx, platform, inbound.place.id);
    return { person: known, place: seen ?? (await unit.create('place.created', placeOf(inbound, known))) };
  });
}

/** What is known of a place where the bot is spoken to for the first time. */
function placeOf({ platform, place: { id, kind, name } }: Inbound, person: Person) {
  const isPrivate = kind === 'private';
  return {
    platform,
    externalId: id,
    kind,
    name: name ?? (isPrivate ? person.name : id),
    personId: isPrivate ? person.id : null,
  };
}
