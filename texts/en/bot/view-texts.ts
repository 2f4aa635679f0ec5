import type { Like } from '../../shape/like.js';
import type { viewTexts as original } from '../../zh/bot/view-texts.js';

/** Posted cards drawn anew: what has happened since, and what takes the place of one that may no longer be shown. */
export const viewTexts: Like<typeof original> = {
  mark: (what, who) => `✓ ${what} · ${who}`,
  movedTo: (stage) => `moved to ${stage}`,
  backTo: (stage) => `moved back to ${stage}`,
  givenTo: (owner) => `transferred to ${owner}`,
  dueOn: (day) => `rescheduled to ${day}`,
  followed: 'new follow-up',
  requestTakenBack: 'request withdrawn',
  takenBackBy: (who) => `Undone by ${who}`,
  takenBack: 'Undone',
  gone: 'This card is no longer available.',
};
