import type { Context } from '../../crm/access/context.js';
import type { Call } from '../../kernel/card/card.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { readTalk } from '../../language/talk/read-talk.js';
import type { TalkKind } from '../../language/talk/talk-reading.js';

/** Talk that is about the assistant, whomever it is said to. */
const ofAssistant = new Set<TalkKind>(['who', 'what', 'how', 'saved', 'self']);

/** Reads a line that is talk: a greeting, thanks, a question about the assistant, an order it cannot carry out, a wish. */
export const readSmallTalk: WordReader<Context> = async ({ line }) => {
  const talk = readTalk(line);
  if (!talk) return undefined;
  const { kind, topic, strength } = talk;
  const input: Call['input'] = { kind };
  if (topic !== undefined) input.topic = topic;
  if (kind === 'wish') input.words = line;
  return { kind: 'talk', strength, isAside: !ofAssistant.has(kind), call: { command: 'small-talk', input } };
};
