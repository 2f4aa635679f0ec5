import { type Json, type JsonObject, stringOf } from '../json.js';
import type { View } from '../workspace/view.js';
import { type Control, isInput } from './controls.js';

/**
 * What a client says before it sends a submission at all (https://docs.slack.dev/reference/block-kit/blocks/input-block):
 * the app does not hear of it.
 */
export function refusedByClient(view: View, controls: Control[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const control of controls.filter(isInput)) {
    const value = view.state.get(control.blockId, control.element);
    const problem = isEmpty(value) ? missing(control.block) : wrong(control.element, value);
    if (problem) errors[control.blockId] = problem;
  }
  return errors;
}

const isEmpty = (value: Json): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

const missing = (block: JsonObject): string | undefined =>
  block.optional === true ? undefined : 'Please complete this required field.';

function wrong(element: JsonObject, value: Json): string | undefined {
  const text = stringOf(value);
  const limit = (name: string) => Number(element[name] ?? Number.NaN);
  switch (element.type) {
    case 'plain_text_input':
      if (text.length < limit('min_length')) return 'That text is too short.';
      return text.length > limit('max_length') ? 'That text is too long.' : undefined;
    case 'number_input': {
      const form = element.is_decimal_allowed === true ? /^-?\d+(?:\.\d+)?$/u : /^-?\d+$/u;
      if (!form.test(text)) return 'Please enter a valid number.';
      if (Number(text) < limit('min_value')) return 'That number is too small.';
      return Number(text) > limit('max_value') ? 'That number is too large.' : undefined;
    }
    case 'email_text_input':
      return /^\S+@\S+\.\S+$/u.test(text) ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return /^https?:\/\/\S+$/u.test(text) ? undefined : 'Please enter a valid URL.';
    default:
      return undefined;
  }
}
