import type { Platforms } from '../../kernel/chat/adapter.js';
import { roles } from '../../kernel/command/roles.js';
import { type Actor, leastOf, outsider, seesLessThan, visibilityOf } from '../../sales/people/policy.js';
import type { Process } from '../../sales/process/parse-process.js';
import { peopleByIdentities } from '../../store/people/person-queries.js';
import { membersOf } from '../../store/people/place-members.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { Place, PlaceMembers } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { Reduced } from './reduced-audience.js';
import { audienceOf } from './visibility.js';

/** Who reads along in a group, as one actor, and why that is less than its team. */
export interface PlaceAudience {
  audience: Actor;
  reduced?: Reduced;
}

interface Rules {
  process: Process;
  platforms: Platforms;
}

/**
 * Combines everybody who reads along in a group. Where the platform lists the members, they decide, whatever team the
 * group was given to. Where it lists nobody, the team decides that the group was given to, and without one the least that
 * any colleague may see. `team` is that of whoever asks, for groups that hold no one but their team.
 */
export async function placeAudience(
  db: Db,
  { process, platforms }: Rules,
  place: Place,
  team: string | null,
): Promise<PlaceAudience> {
  const known = await membersOf(db, place.id);
  if (known?.hasOutsiders) return { audience: outsider, reduced: 'outsider' };
  const how = platforms.of(place.platform).can.members;
  const own = place.teamId ?? team;
  if (how === 'listed') return await ofMembers(db, process, place, { known, team: own });
  if (how === 'team') return { audience: await audienceOf(db, process, own) };
  if (isBound(place)) return { audience: await audienceOf(db, process, place.teamId) };
  return { audience: anyColleague(process), reduced: 'unbound' };
}

/** Whether the group was given to a team or to the company. */
export const isBound = ({ teamId, posts }: Pick<Place, 'teamId' | 'posts'>): boolean =>
  teamId !== null || posts.length > 0;

/**
 * The people whom the platform lists. A colleague who has never spoken to the bot counts as any colleague; one whose account
 * was closed as an outsider.
 */
async function ofMembers(
  db: Db,
  process: Process,
  { platform }: Place,
  { known, team }: { known: PlaceMembers | undefined; team: string | null },
): Promise<PlaceAudience> {
  if (known?.trouble === 'absent') return { audience: outsider, reduced: 'absent' };
  if (!known?.listedAt || known.trouble !== null) return { audience: outsider, reduced: 'unread' };
  const members = await peopleByIdentities(db, platform, known.ids);
  if (members.some(({ person }) => !person.active)) return { audience: outsider, reduced: 'others' };
  const teams = await listTeams(db);
  const readers = members.map(({ person }) => ({ ...person, sight: visibilityOf(process, person, teams) }));
  const hasStrangers = members.length < known.ids.length;
  const audience = leastOf(hasStrangers ? [...readers, anyColleague(process)] : readers);
  const isLess = seesLessThan(audience, await audienceOf(db, process, team));
  return {
    audience,
    ...(isLess ? { reduced: hasStrangers ? ('unknown' as const) : ('others' as const) } : {}),
  };
}

/** What every colleague may see, whatever their role, who is in no team. */
const anyColleague = (process: Process): Actor =>
  leastOf(
    roles.map((role) => {
      const person = { role, teamId: null };
      return { ...person, id: '', active: true, sight: visibilityOf(process, person, []) };
    }),
  );
