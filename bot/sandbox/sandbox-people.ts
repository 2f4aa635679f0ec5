import type { Cast } from '../../adapters/sandbox/room/options.js';
import { markInWords } from '../../kernel/names/self-given-name.js';
import type { Store } from '../../store/engine/store.js';
import { identitiesOf, listPeople, peopleOn } from '../../store/people/person-queries.js';
import { findPlace, listPlaces } from '../../store/people/place-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { Person, Place, Team } from '../../store/schema/row-types.js';
import { type Unit, unitOfNobody } from '../../store/unit/unit.js';
import { inEachLanguage, locales, textsIn } from '../../texts/languages.js';

/** Most people listed on the page. */
const mostPeople = 60;

/** Every kind of post, for a team's group. */
export const allPosts = ['report', 'stall', 'lead', 'pool', 'win'];

/**
 * Makes everybody in the database playable in the sandbox: each person gets an identity and a private chat,
 * each team a group with all its posts; adds an admin if there is none.
 */
export async function admitEverybody(store: Store, now: Date): Promise<void> {
  await store.tx(async (tx) => {
    const unit = unitOfNobody(tx, now, 'sandbox');
    const people = await listPeople(tx);
    if (!people.some((person) => person.role === 'admin')) {
      const name = textsIn(locales[0]).page.roles.admin;
      await unit.enrol('sandbox', 'admin', { name, role: 'admin' });
    }
    for (const person of (await listPeople(tx)).slice(0, mostPeople)) await admit(unit, person);
    for (const team of await listTeams(tx)) {
      const group = await ensureGroup(unit, team, team.name);
      if (group.teamId === null)
        await unit.change('place.bound', group, { teamId: team.id, posts: allPosts });
    }
  });
}

async function admit(unit: Unit, person: Person): Promise<void> {
  const known = (await identitiesOf(unit.db, person.id)).find(({ platform }) => platform === 'sandbox');
  const externalId = known?.externalId ?? person.id;
  if (!known) await unit.identify('sandbox', externalId, person);
  await ensurePrivate(unit, externalId, person);
}

/** Finds a person's private chat, or stores it as new. */
export const ensurePrivate = async (
  unit: Unit,
  externalId: string,
  person: Pick<Person, 'id' | 'name'>,
): Promise<Place> =>
  await ensurePlace(unit, {
    externalId: `private-${externalId}`,
    kind: 'private',
    name: person.name,
    personId: person.id,
  });

/** Finds a team's group, or stores it as new. */
export const ensureGroup = async (unit: Unit, team: Pick<Team, 'id'>, name: string): Promise<Place> =>
  await ensurePlace(unit, { externalId: `group-${team.id}`, kind: 'group', name, personId: null });

async function ensurePlace(
  unit: Unit,
  place: Pick<Place, 'externalId' | 'kind' | 'name' | 'personId'>,
): Promise<Place> {
  const known = await findPlace(unit.db, 'sandbox', place.externalId);
  return known ?? (await unit.create('place.created', { platform: 'sandbox', ...place }));
}

/** Lists who can be played, reps first, and where they can talk. */
export async function sandboxCast(store: Store): Promise<Cast> {
  const order = ['rep', 'manager', 'admin', 'viewer'];
  const people = (await peopleOn(store.db, 'sandbox')).sort(
    (a, b) => order.indexOf(a.person.role) - order.indexOf(b.person.role),
  );
  const places = (await listPlaces(store.db)).filter((place) => place.platform === 'sandbox');
  return {
    people: people.map(({ externalId, person }) => ({
      id: externalId,
      name: markInWords(person.name, person.locale ?? locales[0]),
      role: inEachLanguage((t) => t.page.roles[person.role]),
    })),
    places: places.map((place) => ({
      id: place.externalId,
      kind: place.kind,
      name: place.name,
      members: people
        .filter(({ person }) =>
          place.kind === 'private'
            ? place.personId === person.id
            : person.role === 'admin' || person.teamId === place.teamId,
        )
        .map(({ externalId }) => externalId),
    })),
  };
}
