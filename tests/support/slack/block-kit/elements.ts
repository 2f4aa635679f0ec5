import {
  actionId,
  confirmDialog,
  conversationFilter,
  option,
  optionGroup,
  plainText,
} from './composition.js';
import { limits } from './limits.js';
import { anything, boolean, type Fields, list, number, object, oneOf, type Rule, string } from './rule.js';

const date = { pattern: /^\d{4}-\d{2}-\d{2}$/u, name: 'date (YYYY-MM-DD)' };
const time = { pattern: /^(?:[01]\d|2[0-3]):[0-5]\d$/u, name: 'time (HH:mm)' };

/** Fields that every interactive element may have. */
export const element = (name: string, { required, optional, also }: Fields): Rule =>
  object({
    required: { type: oneOf(name), ...required },
    optional: { action_id: actionId, ...optional },
    ...(also ? { also } : {}),
  });

const confirm = { confirm: confirmDialog };
const focus = { focus_on_load: boolean };
const placeholder = { placeholder: plainText(limits.placeholder) };
const menu = { ...confirm, ...focus, ...placeholder };
const severalAtMost = { max_selected_items: number({ min: 1 }) };
const style = oneOf('primary', 'danger');

const eitherOptions: NonNullable<Fields['also']> = (menu, at, report) => {
  const given = ['options', 'option_groups'].filter((field) => menu[field] !== undefined);
  if (given.length !== 1) report.add(at, 'must define exactly one of `options`, `option_groups`');
};

const optionLists = {
  options: list(option(), { max: limits.options }),
  option_groups: list(optionGroup, { max: limits.groups }),
};

const staticMenu = (name: string, more: Record<string, Rule>): Rule =>
  element(name, { optional: { ...menu, ...optionLists, ...more }, also: eitherOptions });

const sourceMenu = (name: string, more: Record<string, Rule>): Rule =>
  element(name, { optional: { ...menu, ...more } });

const choices = (name: string, initial: Record<string, Rule>): Rule =>
  element(name, {
    required: { options: list(option({ mrkdwn: true }), { max: limits.choices }) },
    optional: { ...confirm, ...focus, ...initial },
  });

const conversationDefaults = { default_to_current_conversation: boolean, filter: conversationFilter };
const answering = { response_url_enabled: boolean };

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
export const singleSelects: Record<string, Rule> = {
  static_select: staticMenu('static_select', { initial_option: option() }),
  external_select: sourceMenu('external_select', {
    initial_option: option(),
    min_query_length: number({ min: 0 }),
  }),
  users_select: sourceMenu('users_select', { initial_user: string() }),
  conversations_select: sourceMenu('conversations_select', {
    initial_conversation: string(),
    ...conversationDefaults,
    ...answering,
  }),
  channels_select: sourceMenu('channels_select', { initial_channel: string(), ...answering }),
};

/** https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menus-element */
export const multiSelects: Record<string, Rule> = {
  multi_static_select: staticMenu('multi_static_select', {
    initial_options: list(option(), { max: limits.options }),
    ...severalAtMost,
  }),
  multi_external_select: sourceMenu('multi_external_select', {
    initial_options: list(option(), { max: limits.options }),
    min_query_length: number({ min: 0 }),
    ...severalAtMost,
  }),
  multi_users_select: sourceMenu('multi_users_select', { initial_users: list(string()), ...severalAtMost }),
  multi_conversations_select: sourceMenu('multi_conversations_select', {
    initial_conversations: list(string()),
    ...conversationDefaults,
    ...severalAtMost,
  }),
  multi_channels_select: sourceMenu('multi_channels_select', {
    initial_channels: list(string()),
    ...severalAtMost,
  }),
};

/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export const button: Rule = element('button', {
  required: { text: plainText(limits.buttonText) },
  optional: {
    ...confirm,
    value: string({ max: limits.buttonValue }),
    url: string({ max: limits.url }),
    style,
    accessibility_label: string({ max: limits.accessibilityLabel }),
  },
});

/** Elements that act at once and may also stand in inputs. */
export const pickers: Record<string, Rule> = {
  datepicker: element('datepicker', { optional: { ...menu, initial_date: string({}, date) } }),
  timepicker: element('timepicker', {
    optional: { ...menu, initial_time: string({}, time), timezone: string() },
  }),
  datetimepicker: element('datetimepicker', {
    optional: { ...confirm, ...focus, initial_date_time: number({ min: 1_000_000_000, max: 9_999_999_999 }) },
  }),
  checkboxes: choices('checkboxes', {
    initial_options: list(option({ mrkdwn: true }), { max: limits.choices }),
  }),
  radio_buttons: choices('radio_buttons', { initial_option: option({ mrkdwn: true }) }),
};

/** https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element */
export const overflow: Rule = element('overflow', {
  required: { options: list(option({ url: true }), { max: limits.overflow }) },
  optional: confirm,
});

/** https://docs.slack.dev/reference/block-kit/block-elements/workflow-button-element */
export const workflowButton: Rule = element('workflow_button', {
  required: { text: plainText(limits.buttonText), workflow: anything },
  optional: { ...confirm, style, accessibility_label: string({ max: limits.accessibilityLabel }) },
});
