import type { Call } from '../card/card.js';

/** What a tap sends where a choice was sent off before one was made. */
export const unchosenCall: Call = { command: 'unchosen', input: {} };
