import type { Like } from '../../shape/like.js';
import type { viewTexts as original } from '../../zh/bot/view-texts.js';

/** Posted cards drawn anew: what has happened since, and what takes the place of one that may no longer be shown. */
export const viewTexts: Like<typeof original> = {
  mark: (what, who) => `✓ ${what} · ${who}`,
  movedTo: (stage) => `advanced to ${stage}`,
  backTo: (stage) => `back to ${stage}`,
  givenTo: (owner) => `handed to ${owner}`,
  dueOn: (day) => `moved to ${day}`,
  followed: 'new follow-up',
  requestTakenBack: 'request taken back',
  takenBackBy: (who) => `Taken back by ${who}`,
  takenBack: 'Taken back',
  gone: 'This card is no longer shown.',
};
