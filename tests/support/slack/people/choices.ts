import { type Json, type JsonObject, objectOf, stringOf } from '../json.js';
import type { NameOf } from '../text/mrkdwn.js';
import { optionsOf, readText } from '../text/read-elements.js';
import { holders } from '../workspace/form-state.js';

/** What somebody fills in or picks: words, a label of an option, several, a date, a person, a channel, nothing. */
export type Wanted = string | number | Date | { id: string } | readonly (string | { id: string })[] | null;

export interface Choice {
  /** The value that the element keeps. */
  value: Json;
  /** The same, as an act on the element says it. */
  chosen: JsonObject;
}

/** Turns what is wanted into what the element holds. Options are those of the element, or the ones suggested. */
export function choose(element: JsonObject, wanted: Wanted, suggested: JsonObject[], nameOf: NameOf): Choice {
  const type = stringOf(element.type);
  if (type === 'overflow') {
    const option = optionCalled(optionsOf(element), String(wanted), nameOf);
    return { value: null, chosen: { selected_option: option } };
  }
  const holder = holders[type];
  if (!holder) throw new Error(`nothing can be picked from a ${type}`);
  const value = wanted === null ? holder.empty : valueFor(element, wanted, suggested, nameOf);
  return { value, chosen: { [holder.field]: value } };
}

function valueFor(
  element: JsonObject,
  wanted: NonNullable<Wanted>,
  suggested: JsonObject[],
  nameOf: NameOf,
): Json {
  const options = () => (optionsOf(element).length > 0 ? optionsOf(element) : suggested);
  const labels = () => (Array.isArray(wanted) ? wanted : [wanted]);
  switch (element.type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return optionCalled(options(), String(wanted), nameOf);
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return labels().map((label) => optionCalled(options(), String(label), nameOf));
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return labels().map(idOf);
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
      return idOf(wanted as { id: string });
    case 'datetimepicker':
      return wanted instanceof Date ? Math.floor(wanted.getTime() / 1_000) : Number(wanted);
    case 'rich_text_input':
      return {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: String(wanted) }] }],
      };
    default:
      return String(wanted);
  }
}

const idOf = (one: string | { id: string }): string => (typeof one === 'string' ? one : one.id);

/** By its label, else by words that the label holds. */
function optionCalled(options: JsonObject[], label: string, nameOf: NameOf): JsonObject {
  const read = (option: JsonObject) => readText(objectOf(option.text), nameOf);
  const found =
    options.find((option) => read(option) === label) ??
    options.find((option) => read(option).includes(label));
  if (!found) throw new Error(`no option "${label}" among: ${options.map(read).join(' / ') || '(none)'}`);
  return found;
}
