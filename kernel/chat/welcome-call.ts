import type { Call } from '../card/card.js';

/** What an adapter calls when somebody opens the private chat for the first time: the same welcome everywhere. */
export const welcomeCall: Call = { command: 'small-talk', input: { kind: 'greeting' } };
