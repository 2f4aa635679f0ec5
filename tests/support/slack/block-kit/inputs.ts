import { dispatchConfig, plainText } from './composition.js';
import { element } from './elements.js';
import { limits } from './limits.js';
import { richText } from './rich-text.js';
import { boolean, type Fields, list, number, type Rule, string } from './rule.js';

const typed = {
  dispatch_action_config: dispatchConfig,
  focus_on_load: boolean,
  placeholder: plainText(limits.placeholder),
};

const decimal = { pattern: /^-?\d+(?:\.\d+)?$/u, name: 'number' };

const lengthsInOrder: NonNullable<Fields['also']> = ({ min_length, max_length }, at, report) => {
  if (typeof min_length === 'number' && typeof max_length === 'number' && min_length > max_length)
    report.add(at, '`min_length` must not exceed `max_length`');
};

const numbersInOrder: NonNullable<Fields['also']> = (input, at, report) => {
  const { min_value, max_value } = input;
  if (min_value !== undefined && max_value !== undefined && Number(min_value) > Number(max_value))
    report.add(at, '`min_value` must not exceed `max_value`');
};

/** Elements that stand in input blocks only. https://docs.slack.dev/reference/block-kit/block-elements */
export const typedInputs: Record<string, Rule> = {
  plain_text_input: element('plain_text_input', {
    optional: {
      ...typed,
      initial_value: string({ max: limits.inputLength }),
      multiline: boolean,
      min_length: number({ min: 0, max: limits.inputLength }),
      max_length: number({ min: 1, max: limits.inputLength }),
    },
    also: lengthsInOrder,
  }),
  rich_text_input: element('rich_text_input', {
    optional: {
      ...typed,
      initial_value: richText,
      min_lines: number({ min: 1, max: 100 }),
      max_lines: number({ min: 1, max: 100 }),
    },
  }),
};

/** Modals only (slack.md, section 6). */
export const modalInputs: Record<string, Rule> = {
  number_input: element('number_input', {
    required: { is_decimal_allowed: boolean },
    optional: {
      ...typed,
      initial_value: string({}, decimal),
      min_value: string({}, decimal),
      max_value: string({}, decimal),
    },
    also: numbersInOrder,
  }),
  email_text_input: element('email_text_input', { optional: { ...typed, initial_value: string() } }),
  url_text_input: element('url_text_input', { optional: { ...typed, initial_value: string() } }),
  file_input: element('file_input', {
    optional: { filetypes: list(string()), max_files: number({ min: 1, max: limits.files }) },
  }),
};
