import type { Cast } from '../../adapters/sandbox/room/options.js';
import type { Store } from '../../store/engine/store.js';
import { identitiesOf, listPeople, peopleOn } from '../../store/people/person-queries.js';
import { listPlaces } from '../../store/people/place-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { createPersonFor, linkIdentity } from '../../store/unit/rows/person-rows.js';
import { bindPlace, ensurePlace } from '../../store/unit/rows/place-rows.js';
import { inEachLanguage, locales, textsIn } from '../../texts/languages.js';

/** Most people listed on the page. */
const mostPeople = 60;

/** Every kind of post, for a team's group. */
export const allPosts = ['report', 'stall', 'lead', 'pool', 'win'];

/**
 * Makes everybody in the database playable in the sandbox: each person gets an identity and a private chat,
 * each team a group with all its posts; adds an admin if there is none.
 */
export async function furnish(store: Store, now: Date): Promise<void> {
  await store.tx(async (tx) => {
    const people = await listPeople(tx);
    if (!people.some((person) => person.role === 'admin')) {
      await createPersonFor(
        tx,
        'sandbox',
        'admin',
        { name: textsIn(locales[0]).page.roles.admin, role: 'admin' },
        now,
      );
    }
    for (const person of (await listPeople(tx)).slice(0, mostPeople)) await admit(tx, person, now);
    for (const team of await listTeams(tx)) {
      const group = await ensurePlace(
        tx,
        {
          platform: 'sandbox',
          externalId: `group-${team.id}`,
          kind: 'group',
          name: team.name,
          personId: null,
        },
        now,
      );
      if (group.teamId === null) await bindPlace(tx, group.id, team.id, allPosts);
    }
  });
}

async function admit(tx: Db, person: Person, now: Date): Promise<void> {
  const known = (await identitiesOf(tx, person.id)).find((identity) => identity.platform === 'sandbox');
  const externalId = known?.externalId ?? person.id;
  if (!known) await linkIdentity(tx, 'sandbox', externalId, person.id, now);
  await ensurePlace(
    tx,
    {
      platform: 'sandbox',
      externalId: `private-${externalId}`,
      kind: 'private',
      name: person.name,
      personId: person.id,
    },
    now,
  );
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
      name: person.name,
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
