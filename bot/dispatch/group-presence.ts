import type { Reduced } from '../../crm/access/reduced-audience.js';
import { actionsOf } from '../../kernel/card/card.js';
import type { Platforms } from '../../kernel/chat/adapter.js';
import type { Answer, Inbound } from '../../kernel/chat/chat.js';
import { DeniedError } from '../../kernel/command/errors.js';
import type { Store } from '../../store/engine/store.js';
import { type Conversation, conversationOf } from '../../store/messages/conversation-queries.js';
import { identitiesOf } from '../../store/people/person-queries.js';
import { membersOf, saveMembers } from '../../store/people/place-members.js';
import { findPlace, privatePlaces } from '../../store/people/place-queries.js';
import type { Person, Place } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { type Locale, textsIn } from '../../texts/languages.js';
import type { MembersKeeper } from '../members/members-keeper.js';
import type { ActGiven } from './dispatch-options.js';

/** What is needed to know who is in a group. */
export interface PresenceDeps {
  store: Store;
  platforms: Platforms;
  members?: Pick<MembersKeeper, 'fresh' | 'again'> | undefined;
}

const isListed = ({ platforms }: PresenceDeps, platform: string): boolean =>
  platforms.of(platform).can.members === 'listed';

/**
 * Learns from an act who is in its group. Throws DeniedError for a tap of somebody who has left it, where the platform
 * tells; where it lists nobody, notes that the speaker is there.
 */
export async function noteSpeaker(
  deps: PresenceDeps,
  { platform, speaker, act }: Pick<Inbound, 'platform' | 'speaker' | 'act'>,
  place: Place,
  locale: Locale,
): Promise<void> {
  if (place.kind !== 'group') return;
  const { store, members } = deps;
  const isThere = async () => (await membersOf(store.db, place.id))?.ids.includes(speaker.id) === true;
  if (!isListed(deps, platform)) {
    const { ids = [] } = (await membersOf(store.db, place.id)) ?? {};
    if (!ids.includes(speaker.id))
      await store.tx((tx) => saveMembers(tx, place.id, { ids: [...ids, speaker.id] }));
    return;
  }
  await members?.fresh(place);
  const known = await membersOf(store.db, place.id);
  if (act.kind === 'say' || !known?.listedAt || known.trouble !== null || (await isThere())) return;
  // They may have joined this very moment.
  await members?.again(platform, place.externalId);
  if (!(await isThere())) throw new DeniedError(textsIn(locale).members.left);
}

/** Notes that somebody of outside reads a group, since they have spoken there. */
export async function noteOutsider(deps: PresenceDeps, { platform, place }: Inbound): Promise<void> {
  const { store, members } = deps;
  const known = place.kind === 'group' ? await findPlace(store.db, platform, place.id) : undefined;
  if (!known) return;
  if ((await membersOf(store.db, known.id))?.hasOutsiders) return;
  if (isListed(deps, platform)) await members?.again(platform, known.externalId);
  else await store.tx((tx) => saveMembers(tx, known.id, { hasOutsiders: true }));
}

/** Whether a person may have something posted to a group: they are in it, or it is their team's. */
export async function mayPostTo(db: Db, person: Person, group: Place): Promise<boolean> {
  if (group.teamId !== null && group.teamId === person.teamId) return true;
  const { ids = [] } = (await membersOf(db, group.id)) ?? {};
  const users = await identitiesOf(db, person.id);
  return users.some((one) => one.platform === group.platform && ids.includes(one.externalId));
}

/** Groups in which somebody may see nothing: nothing that is said to one person stands there. */
const shut: readonly (Reduced | undefined)[] = ['outsider', 'unknown', 'unread', 'absent'];

/**
 * A question, a refusal or another answer without an effect, as it may be shown in a group: to the speaker alone if
 * somebody there may see nothing, and never with choices to pick among if the group may see less than the speaker.
 */
export function keptFromGroup(answer: Answer, context: { reduced?: Reduced } | undefined): Answer {
  const reduced = context?.reduced;
  const isShut = shut.includes(reduced);
  const hasChoices = reduced !== undefined && answer.cards.some((card) => actionsOf(card).length > 0);
  if (isShut) return { ...answer, quiet: true, secret: true };
  return answer.quiet && hasChoices ? { ...answer, secret: true } : answer;
}

/** The talk in which a question is answered: in private if the question went there, where a group shows no asides. */
export async function talkOf(
  db: Db,
  platforms: Platforms,
  { secret }: Answer,
  { person, place, thread, platform }: Pick<ActGiven, 'person' | 'place' | 'thread' | 'platform'>,
): Promise<Conversation> {
  const here = { person, place, thread };
  if (!secret || place.kind !== 'group' || platforms.of(platform).can.asides) return conversationOf(here);
  const own = (await privatePlaces(db, person.id)).find((one) => one.platform === platform);
  return conversationOf(own ? { person, place: own } : here);
}
