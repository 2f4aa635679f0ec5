import { localTime } from '../../kernel/time/zone.js';
import type { SentenceReading, SpeakerContext } from '../../language/reading/sentence-reading.js';
import { readSentence } from '../../language/sentence/read-sentence.js';
import { listPeople } from '../../store/people/person-queries.js';
import { everyWording } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { knownNames } from './known-names.js';

/** Longest line read as a sentence, in characters. */
const longest = 400;

export interface Hearing {
  isSpoken?: boolean;
  /** True if the speaker confirmed that it is theirs, though it looks forwarded or somebody else's. */
  isMine?: boolean;
  /** The next step that was recorded last. */
  lastNext?: string;
}

/** Reads a sentence as this speaker means it, or undefined if it is too long. */
export async function heard(
  ctx: Context,
  words: string,
  how: Hearing = {},
): Promise<SentenceReading | undefined> {
  if (words.length > longest) return undefined;
  const people = await listPeople(ctx.db);
  const about: SpeakerContext = {
    names: knownNames(ctx),
    colleagues: people.filter((one) => one.active && one.id !== ctx.person.id).map((one) => one.name),
    stages: stagesOf(ctx),
    time: localTime(ctx.now, ctx.zone),
    lastNext: how.lastNext,
    hasTopic: ctx.topic !== undefined,
    voice: how.isSpoken,
    isMine: how.isMine,
  };
  return await readSentence(words, ctx.at, about);
}

const known = new WeakMap<Context['process'], SpeakerContext['stages']>();

/** Lists every stage with all words for it. */
function stagesOf({ process }: Context): SpeakerContext['stages'] {
  let stages = known.get(process);
  if (!stages) {
    stages = process.pipelines.flatMap((pipeline) =>
      pipeline.stages.map(({ key, name, aliases }) => ({ key, words: [...everyWording(name), ...aliases] })),
    );
    known.set(process, stages);
  }
  return stages;
}
