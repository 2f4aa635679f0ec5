import type { Call, Json } from '../../../kernel/card/card.js';
import type { Form, PlaceRef } from '../../../kernel/chat/chat.js';
import type { Locale } from '../../../texts/languages.js';
import { type Catalogue, textsIn } from '../../../texts/languages.js';
import { slackLimits } from './limits.js';
import { escapedLength, plain } from './text.js';

/** What a window carries from its opening to its submission; nobody sees it. */
export interface Meta {
  /** What is submitted, without what the fields hold. */
  call: Call;
  place: PlaceRef;
  /** The thread that the answer goes to. */
  thread?: string;
}

/** A window, as views.open takes it. */
export interface Modal {
  type: 'modal';
  callback_id: string;
  title: ReturnType<typeof plain>;
  close: ReturnType<typeof plain>;
  submit?: ReturnType<typeof plain>;
  private_metadata: string;
  blocks: object[];
}

/** Callbacks of our windows. */
export const windows = { form: 'form', line: 'line', note: 'note' } as const;

const blockOf = (field: string): string => `f:${field}`;

/** Title, submit and close hold so many characters. */
const short = (text: string): ReturnType<typeof plain> => {
  const fits = [...text].slice(0, slackLimits.viewTitle).join('');
  return plain(text.length <= slackLimits.viewTitle ? text : `${fits.slice(0, slackLimits.viewTitle - 1)}…`);
};

/** Shown while it is not known yet what goes into the window: a trigger is good for three seconds only. */
export function waitingModal(locale: Locale): Modal {
  const t = textsIn(locale).slack;
  return {
    type: 'modal',
    callback_id: windows.note,
    title: short(t.title),
    close: short(t.close),
    private_metadata: '',
    blocks: [{ type: 'section', text: plain(t.waiting) }],
  };
}

/** A window that only says something, in blocks that are drawn already. */
export function noteModal(blocks: object[], locale: Locale): Modal {
  return { ...waitingModal(locale), blocks: blocks.slice(0, slackLimits.viewBlocks) };
}

/** One line for the bot, from wherever one is. */
export function lineModal(place: PlaceRef, locale: Locale): Modal {
  const t = textsIn(locale).slack;
  const meta: Meta = { call: { command: '', input: {} }, place };
  return {
    type: 'modal',
    callback_id: windows.line,
    title: short(t.title),
    submit: short(t.send),
    close: short(t.close),
    private_metadata: JSON.stringify(meta),
    blocks: [
      {
        type: 'input',
        block_id: blockOf('line'),
        label: plain(t.line),
        hint: plain(t.lineHint),
        element: {
          type: 'plain_text_input',
          action_id: 'line',
          multiline: true,
          focus_on_load: true,
          max_length: slackLimits.text,
        },
      },
    ],
  };
}

/** A form as a window, `intro` above the fields; null where a value is too long to stand in one. */
export function formModal(
  form: Form,
  where: Pick<Meta, 'place' | 'thread'>,
  locale: Locale,
  intro = '',
): Modal | null {
  const t = textsIn(locale).slack;
  const named = new Set(form.fields.map((field) => field.name));
  const rest = Object.entries(form.call.input).filter(([name]) => !named.has(name));
  const call = { command: form.call.command, input: Object.fromEntries(rest) };
  const private_metadata = JSON.stringify({ call, ...where } satisfies Meta);
  const tooLong = form.fields.some(({ value = '' }) => escapedLength(value) > slackLimits.text);
  if (tooLong || private_metadata.length > slackLimits.privateMetadata) return null;
  return {
    type: 'modal',
    callback_id: windows.form,
    title: short(form.title),
    submit: short(form.submit),
    close: short(t.close),
    private_metadata,
    blocks: [
      ...(intro ? [{ type: 'section', text: plain(intro.slice(0, slackLimits.contextText)) }] : []),
      ...form.fields.flatMap((field, at) => fieldBlocks(field, at, t)),
    ],
  };
}

function fieldBlocks(field: Form['fields'][number], at: number, t: Catalogue['slack']): object[] {
  const input = {
    type: 'input',
    block_id: blockOf(field.name),
    optional: !field.required,
    label: plain(field.label),
    element: { action_id: field.name, ...elementOf(field, at, t) },
  };
  // An error is shown beside the field by the answer to a submission only; here it stands below.
  return field.error
    ? [input, { type: 'context', elements: [plain(`⚠️ ${field.error}`.slice(0, slackLimits.contextText))] }]
    : [input];
}

function elementOf(field: Form['fields'][number], at: number, t: Catalogue['slack']): object {
  const { value, choices = [] } = field;
  const focus = at === 0 ? { focus_on_load: true } : {};
  if (field.search) {
    const known = choices.find((one) => one.value === value) ?? (value ? { label: value, value } : undefined);
    return {
      type: 'external_select',
      min_query_length: 0,
      placeholder: plain(t.search),
      ...(known ? { initial_option: modalOption(known) } : {}),
      ...focus,
    };
  }
  if (field.kind === 'choice' && choices.length > 0 && choices.length <= slackLimits.options) {
    const chosen = choices.find((one) => one.value === value || one.label === value);
    return {
      type: 'static_select',
      placeholder: plain(t.choose),
      options: choices.map(modalOption),
      ...(chosen ? { initial_option: modalOption(chosen) } : {}),
      ...focus,
    };
  }
  if (field.kind === 'date') {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0];
    return { type: 'datepicker', ...(day ? { initial_date: day } : {}), ...focus };
  }
  const hint = field.hint?.slice(0, slackLimits.placeholder);
  return {
    type: 'plain_text_input',
    multiline: field.kind === 'long',
    max_length: slackLimits.text,
    ...(hint ? { placeholder: plain(hint) } : {}),
    ...(value ? { initial_value: value } : {}),
    ...focus,
  };
}

/** A choice as an option; texts and values that Slack would refuse are cut, the value is what counts. */
export function modalOption({ label, value }: { label: string; value: string }): object {
  const text = plain(label);
  const shown =
    text.text.length <= slackLimits.optionText ? text : plain(`${[...label].slice(0, 60).join('')}…`);
  return { text: shown, value: value.slice(0, slackLimits.optionValue) };
}

/** The state of a submitted window, as Slack sends it. */
export type ViewState = Record<
  string,
  Record<
    string,
    {
      type?: string;
      value?: string | null;
      selected_date?: string | null;
      selected_option?: { value: string } | null;
    }
  >
>;

/** The words of each field that was filled. */
export function submittedFields(state: ViewState): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const block of Object.values(state)) {
    for (const [name, held] of Object.entries(block)) {
      const words = held.value ?? held.selected_date ?? held.selected_option?.value;
      if (words) fields[name] = words;
    }
  }
  return fields;
}

/** The errors of a form, by the block they are shown beside. */
export function errorsOf(form: Form): Record<string, string> {
  const wrong = form.fields.filter((field) => field.error);
  return Object.fromEntries(wrong.map((field) => [blockOf(field.name), field.error ?? '']));
}

/** What a window carried; null for one that is not ours. */
export function metaOf(privateMetadata: string): Meta | null {
  try {
    const meta = JSON.parse(privateMetadata) as Partial<Meta> & { call?: { input?: Json } };
    return meta.call && meta.place ? (meta as Meta) : null;
  } catch {
    return null;
  }
}
