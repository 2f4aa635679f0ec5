import type { Command, Speaking } from '../../kernel/command/command.js';
import { errorClass } from '../../kernel/command/errors.js';
import type { Given } from './dispatch-options.js';

/** An answer in the group's language turned out to be for the speaker alone. */
class ForSpeakerAlone extends Error {}

/**
 * Answers an act in the language of those who read the answer: of the group or, where it turns out to be for the speaker
 * alone, once more in the speaker's own, errors included. `answer` calls `drawn` before anything of it lasts.
 */
export async function inReadersLanguage<C extends Speaking & Given, T>(
  context: C,
  { quiet }: Pick<Command<C>, 'quiet'>,
  answer: (own: C, drawn: (own: C) => void) => Promise<T>,
): Promise<T> {
  const { locale, groupLocale = locale } = context;
  if (quiet || groupLocale === locale) return await answer(context, () => undefined);
  try {
    return await answer({ ...context, locale: groupLocale, seen: [] }, ({ isPrivate }) => {
      if (isPrivate) throw new ForSpeakerAlone();
    });
  } catch (error) {
    if (!(error instanceof ForSpeakerAlone) && errorClass(error) === 'bug') throw error;
  }
  return await answer(context, () => undefined);
}
