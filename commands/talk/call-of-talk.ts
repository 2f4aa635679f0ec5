import type { Call } from '../../kernel/card/card.js';
import { readTalk } from '../../language/talk/read-talk.js';

/** The call of a line that is talk, or undefined; sure where the words can hardly be anything else. */
export function callOfTalk(line: string): { call: Call; isSure: boolean } | undefined {
  const talk = readTalk(line);
  if (!talk) return undefined;
  const { kind, topic, isPlain } = talk;
  const input: Call['input'] = { kind };
  if (topic !== undefined) input.topic = topic;
  if (kind === 'wish') input.words = line;
  return { call: { command: 'small-talk', input }, isSure: isPlain };
}
