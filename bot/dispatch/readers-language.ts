import { localeOfCard } from '../../kernel/card/card.js';
import { cardInWords } from '../../kernel/card/shown-texts.js';
import type { Answer, Form } from '../../kernel/chat/chat.js';
import type { Choice, Command, Speaking } from '../../kernel/command/command.js';
import { errorClass } from '../../kernel/command/errors.js';
import { markInWords } from '../../kernel/names/self-given-name.js';
import type { Locale } from '../../texts/languages.js';
import type { ActGiven } from './dispatch-options.js';

/** An answer in the group's language turned out to be for the speaker alone. */
class ForSpeakerAlone extends Error {}

/**
 * Answers an act in the language of those who read the answer: of the group or, where it turns out to be for the speaker
 * alone, once more in the speaker's own, errors included. `answer` calls `drawn` before anything of it lasts.
 */
export async function inReadersLanguage<C extends Speaking & ActGiven, T>(
  context: C,
  { quiet }: Pick<Command<C>, 'quiet'>,
  answer: (own: C, drawn: (own: C) => void) => Promise<T>,
): Promise<T> {
  const { locale, groupLocale = locale, namesZone = false } = context;
  const own = { ...context, namesZone: false };
  if (quiet) return await answer(own, () => undefined);
  if (groupLocale === locale && !namesZone) return await answer(context, () => undefined);
  try {
    return await answer({ ...context, locale: groupLocale, seen: [] }, ({ isPrivate }) => {
      if (isPrivate) throw new ForSpeakerAlone();
    });
  } catch (error) {
    if (!(error instanceof ForSpeakerAlone) && errorClass(error) === 'bug') throw error;
  }
  return await answer(own, () => undefined);
}

/** An answer as it leaves for its readers; what was drawn in no language of its own is for the speaker. */
export const answerInWords = ({ cards, form, ...answer }: Answer, speaker: Locale): Answer => ({
  ...answer,
  cards: cards.map((card) => {
    const locale = localeOfCard(card, speaker);
    return { ...cardInWords(card, locale), ...(card.drawing ? {} : { locale }) };
  }),
  ...(form ? { form: formInWords(form, speaker) } : {}),
});

const formInWords = (form: Form, locale: Locale): Form => ({
  ...form,
  fields: form.fields.map((field) => ({
    ...field,
    ...(field.value === undefined ? {} : { value: markInWords(field.value, locale) }),
    ...(field.error === undefined ? {} : { error: markInWords(field.error, locale) }),
    ...(field.choices === undefined ? {} : { choices: choicesInWords(field.choices, locale) }),
  })),
});

/** Choices as a person picks among them; their values stay. */
export const choicesInWords = (choices: readonly Choice[], locale: Locale): Choice[] =>
  choices.map((one) => ({ ...one, label: markInWords(one.label, locale) }));
