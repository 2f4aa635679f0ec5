/**
 * Why a group may see less than its team: a guest or somebody of another company is in it; a member who has
 * never spoken to the bot may see less than the team; so may another member; nobody knows who is in it, or the bot is not there; it was given to no team, on
 * a platform that lists nobody.
 */
export type Reduced = 'outsider' | 'unknown' | 'others' | Unlisted | 'unbound';

/** Nobody knows who is in a group now. */
export type Unlisted = 'unread' | 'absent';

export const isUnlisted = (reduced: Reduced | undefined): reduced is Unlisted =>
  reduced === 'unread' || reduced === 'absent';
