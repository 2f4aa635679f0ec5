import type { Platform } from '../../kernel/chat/chat.js';
import type { Role } from '../../kernel/command/roles.js';
import type { Store } from '../../store/engine/store.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { createTeam } from '../../store/unit/rows/team-rows.js';
import { bindPlace, createPersonFor, updateTeam } from './change-rows.js';
import { ensurePlace } from './ensure-place.js';

/** Somebody of the team, as a platform knows them. */
export interface Hired {
  /** Their id on the platform, and that of their private chat with the bot. */
  id: string;
  chat: string;
  name: string;
  role: Role;
}

/** What a platform shows of a team. */
export interface OfficeSetUp {
  people: readonly Hired[];
  /** Ids of the team's groups; reports and alerts go there. */
  groups: readonly { id: string; name: string }[];
}

/** Everything a group can be told. */
const posts = ['report', 'stall', 'lead', 'pool'];

/** Writes the team 华东 into the database as it would be after a day of talking to the bot. */
export async function setUpOffice(
  store: Store,
  platform: Platform,
  { people, groups }: OfficeSetUp,
  now: Date,
): Promise<void> {
  await store.tx(async (tx) => {
    const team = await createTeam(tx, { name: '华东', timeZone: 'Asia/Shanghai' }, now);
    for (const { id, chat, name, role } of people) {
      const person = await createPersonFor(tx, platform, id, { name, locale: 'zh' }, now);
      await updatePerson(tx, person.id, { role, teamId: role === 'admin' ? null : team.id });
      if (role === 'manager') await updateTeam(tx, team.id, { managerId: person.id });
      const place = { platform, externalId: chat, kind: 'private' as const, name, personId: person.id };
      await ensurePlace(tx, place, now);
    }
    for (const { id, name } of groups) {
      const group = { platform, externalId: id, kind: 'group' as const, name, personId: null };
      await bindPlace(tx, (await ensurePlace(tx, group, now)).id, team.id, posts);
    }
  });
}
