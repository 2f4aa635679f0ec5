import type { Context } from '../../crm/access/context.js';
import { recentActs } from '../../crm/corrections/recent-acts.js';
import type { Call } from '../../kernel/card/card.js';
import { holdsOn } from '../../language/arbiter/picked-words.js';
import type { WordReader } from '../../language/arbiter/reading.js';

/** How long after an act words that only hold on may be about it, in ms. */
const holdsOnMs = 5 * 60_000;

/** Reads 慢着 ("hold on"), 先别记 ("don't log it yet"): asks about what was just done; if nothing was, it is only talk. */
export const readHold: WordReader<Context> = async ({ line }, ctx) => {
  if (!holdsOn(line)) return undefined;
  const at = (await recentActs(ctx))[0]?.events.at(-1)?.at;
  const isJust = at !== undefined && ctx.now.getTime() - at.getTime() <= holdsOnMs;
  const call: Call = isJust
    ? { command: 'undo', input: { what: 'perhaps' } }
    : { command: 'small-talk', input: { kind: 'ok' } };
  return { kind: isJust ? 'correction' : 'talk', strength: 'strong', isAside: true, call };
};
