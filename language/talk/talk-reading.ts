import type { Strength } from '../arbiter/reading.js';

/**
 * What people say to the assistant, or past it to each other, that is no report, no command and no question about sales.
 * - `saved`: asks what was recorded last.
 * - `self`: asks what the assistant knows of the speaker.
 * - `order`: wants something done that the assistant cannot do.
 * - `why`: asks for reasons of what nobody has shown, or for which the product has none.
 * - `ownMatter`: wants to be reminded of something that has no customer.
 * - `wish`: a hope, a condition or a thought, which is no fact.
 */
export type TalkKind =
  | 'greeting'
  | 'bye'
  | 'thanks'
  | 'ok'
  | 'presence'
  | 'who'
  | 'what'
  | 'how'
  | 'saved'
  | 'self'
  | 'order'
  | 'ownMatter'
  | 'wish'
  | 'chatter'
  | 'teamOnly'
  | 'uncounted'
  | 'why'
  | 'noise';

export interface TalkReading {
  kind: TalkKind;
  /** What a `how` asks about, in the speaker's words: 新建线索 ("create a lead"), "log a visit". */
  topic?: string;
  /** Strong rather than exact for words that may as well answer a question: 好 ("fine"), "no". */
  strength: Strength;
}
