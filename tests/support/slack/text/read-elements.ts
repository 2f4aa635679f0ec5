import { type JsonObject, objectsIn, stringOf } from '../json.js';
import { decodeText } from './entities.js';
import { type NameOf, readMrkdwn } from './mrkdwn.js';

/** What a person reads of a text object: entities are decoded in both kinds, tokens in mrkdwn only. */
export function readText(object: JsonObject | undefined, nameOf: NameOf): string {
  const text = stringOf(object?.text);
  return object?.type === 'mrkdwn' ? readMrkdwn(text, nameOf) : decodeText(text);
}

/** All options of a menu, those inside groups too. */
export const optionsOf = (element: JsonObject): JsonObject[] => [
  ...objectsIn(element.options),
  ...objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options)),
];

/** Something to tap or to fill, as a person sees it: `[label]`, `[placeholder: one / two]`. */
export function readElement(element: JsonObject, nameOf: NameOf): string {
  const labels = optionsOf(element).map((option) => readText(option.text as JsonObject, nameOf));
  const options = labels.length > 0 ? `: ${labels.join(' / ')}` : '';
  switch (element.type) {
    case 'image':
      return `[image: ${stringOf(element.alt_text)}]`;
    case 'button':
    case 'workflow_button':
    case 'icon_button':
      return `[${readText(element.text as JsonObject, nameOf)}]`;
    case 'overflow':
      return `[…${options}]`;
    case 'feedback_buttons':
      return [element.positive_button, element.negative_button]
        .map((button) => `[${readText((button as JsonObject).text as JsonObject, nameOf)}]`)
        .join(' ');
    default:
      return `[${writtenIn(element, nameOf) || labelOf(element, nameOf)}${options}]`;
  }
}

/** What stands in it before anybody fills it. */
function writtenIn(element: JsonObject, nameOf: NameOf): string {
  const { initial_option: option, initial_value: value, initial_date: date } = element;
  if (option) return readText((option as JsonObject).text as JsonObject, nameOf);
  return stringOf(value) || stringOf(date);
}

/** What an element is called: its text, its placeholder, else its type. */
export function labelOf(element: JsonObject, nameOf: NameOf): string {
  const named = (element.text ?? element.placeholder) as JsonObject | undefined;
  return named ? readText(named, nameOf) : stringOf(element.type);
}
