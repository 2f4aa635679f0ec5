import type { Call } from '../../kernel/card/card.js';
import { readTalk } from '../../language/talk/read-talk.js';

/** The call of a line that is talk, or undefined; sure where the words can hardly be anything else. */
export function callOfTalk(line: string): { call: Call; isSure: boolean } | undefined {
  const talk = readTalk(line);
  if (!talk) return undefined;
  const { kind, topic, isPlain } = talk;
  const about = topic === undefined ? {} : { topic };
  const input = kind === 'wish' ? { kind, words: line } : { kind, ...about };
  return { call: { command: 'small-talk', input }, isSure: isPlain };
}
