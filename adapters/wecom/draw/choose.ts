import { actionsOf, type Card } from '../../../kernel/card/card.js';
import type { Form } from '../../../kernel/chat/chat.js';
import { encodeCallWithin } from '../../../kernel/render/call-code.js';
import { withNamedRows } from '../../../kernel/render/named-rows.js';
import { charWidth, oneLine, utf8Bytes } from '../../../kernel/render/text-width.js';
import { tonedTitle } from '../../../kernel/render/toned-title.js';
import type { Locale } from '../../../texts/languages.js';
import { textsIn } from '../../../texts/languages.js';
import { fieldsKey, questionKey, submitKey, wecomLimits } from './limits.js';
import type { DropdownCard, VoteCard } from './template-card.js';

/**
 * A question as a card of dropdowns, where everything still blank is a choice among few; null where something has to
 * be typed, or one tap on a button does as well.
 */
export function dropdownsOf(form: Form, card: Card, locale: Locale, taskId: string): DropdownCard | null {
  const blank = form.fields.filter((field) => field.required && !field.value);
  if (blank.length < 2 || blank.length > wecomLimits.selects) return null;
  const selects = blank.map(({ name, label, choices = [] }) => ({
    question_key: name,
    title: oneLine(label),
    option_list: choices.map((one) => ({ id: one.value, text: oneLine(one.label) })),
  }));
  const fits = selects.every(
    ({ option_list: options }) =>
      options.length > 0 &&
      options.length <= wecomLimits.options &&
      options.every(
        ({ id, text }) =>
          utf8Bytes(id) <= wecomLimits.optionIdBytes && charWidth(text) <= wecomLimits.optionChars,
      ),
  );
  if (!fits) return null;
  const key = fieldsKey + encodeCallWithin(form.call, wecomLimits.keyBytes - fieldsKey.length);
  return {
    card_type: 'multiple_interaction',
    main_title: titled(form.title, tonedTitle(card)),
    task_id: taskId,
    select_list: selects,
    submit_button: { text: textsIn(locale).reply.submit, key },
  };
}

/** Taps too many for buttons as one list to choose from; null where they are few, too many, or too long. */
export function voteOf(card: Card, locale: Locale, taskId: string): VoteCard | null {
  // A list of rows has a picker of its own.
  if (actionsOf(card).some((action) => action.kind === 'select' || (action.kind === 'button' && action.row)))
    return null;
  const taps = actionsOf(withNamedRows(card)).flatMap((action) =>
    action.kind === 'button' ? [{ label: oneLine(action.label), call: action.call }] : [],
  );
  if (taps.length <= wecomLimits.buttons || taps.length > wecomLimits.voteOptions) return null;
  const options = taps.map(({ label, call }) => ({
    id: encodeCallWithin(call, wecomLimits.optionIdBytes),
    text: label,
  }));
  const fits = options.every(({ text }) => charWidth(text) <= wecomLimits.voteOptionChars);
  const distinct = new Set(options.map(({ id }) => id)).size === options.length;
  if (!fits || !distinct) return null;
  return {
    card_type: 'vote_interaction',
    main_title: titled(tonedTitle(card), card.subtitle ?? ''),
    task_id: taskId,
    checkbox: { question_key: questionKey, mode: 0, option_list: options },
    submit_button: { text: textsIn(locale).reply.submit, key: submitKey },
  };
}

function titled(title: string, desc: string): { title: string; desc?: string } {
  const text = oneLine(desc);
  return text === '' || text === title ? { title: oneLine(title) } : { title: oneLine(title), desc: text };
}
