import type { Action, Button, Loss, Say, Select } from '../../../kernel/card/card.js';
import { askedCall } from '../../../kernel/card/sure-call.js';
import { encodeCall, encodeCallWithin } from '../../../kernel/render/call-code.js';
import { actionLabel, linkLabel, linkLine, typedReplies } from '../../../kernel/render/lines.js';
import type { LossList } from '../../../kernel/render/losses.js';
import { isBlank, oneLine, utf8Bytes } from '../../../kernel/render/text-width.js';
import { webUrl } from '../../../kernel/render/web-url.js';
import type { Locale } from '../../../texts/languages.js';
import { textsIn } from '../../../texts/languages.js';
import type { ActionElement, BlockBody, ButtonElement, Confirm, SelectElement } from './blocks.js';
import { slackLimits } from './limits.js';
import { escapedLength, leaf, plain, rich, splitEscaped } from './text.js';

export interface ActionDraft {
  what: Loss['what'];
  body: BlockBody;
}

export interface SlackContext {
  say: Say;
  locale: Locale;
  losses: LossList;
}

type Element = ActionElement extends infer E
  ? E extends ActionElement
    ? Omit<E, 'action_id'>
    : never
  : never;

/** Controls first, in order; what cannot be one follows as lines to type or links in text. */
export function actionDrafts(items: Action[], context: SlackContext): ActionDraft[] {
  const before: ActionDraft[] = [];
  const elements: Element[] = [];
  const after: ActionDraft[] = [];
  for (const action of items) {
    if (action.kind === 'button') {
      const element = buttonElement(action, context);
      if (element) elements.push(element);
      if (element && action.confirm && escapedLength(action.confirm) > slackLimits.confirmText) {
        context.losses.add('confirm', 'as text above the button');
        before.push(...plainDrafts(action.confirm, 'confirm'));
      }
      if (!element) after.push(...typedDrafts(action, context));
    } else if (action.kind === 'link') {
      const element = linkElement(action, context.locale);
      if (element) elements.push(element);
      else after.push(...linkDrafts(action, context));
    } else {
      const { selects, heading, rest } = selectElements(action, context);
      if (heading !== '') before.push(...plainDrafts(heading, 'select'));
      elements.push(...selects);
      if (selects.length === 0 || rest.options.length > 0) after.push(...typedDrafts(rest, context));
    }
  }
  return [...before, ...actionBlocks(elements), ...after];
}

function buttonElement(button: Button, { say, locale, losses }: SlackContext): Element | null {
  const label = actionLabel(button, say);
  const asked = encodeCall(askedCall(button));
  const value =
    utf8Bytes(asked) <= slackLimits.buttonValue
      ? asked
      : encodeCallWithin(button.call, slackLimits.buttonValue);
  if (isBlank(label) || escapedLength(label) > slackLimits.buttonText) return null;
  if (isBlank(button.label)) losses.add('actions', 'labelled with what to type');
  const element: Omit<ButtonElement, 'action_id'> = { type: 'button', text: plain(label), value };
  if (button.style) element.style = button.style;
  if (button.confirm !== undefined) element.confirm = confirmDialog(button.confirm, locale);
  return element;
}

function confirmDialog(text: string, locale: Locale): Confirm {
  const texts = textsIn(locale).reply;
  const asked = isBlank(text) ? texts.confirmEmpty : text;
  return {
    title: plain(texts.confirmTitle),
    text: plain(escapedLength(asked) > slackLimits.confirmText ? texts.confirmAbove : asked),
    confirm: plain(texts.yes),
    deny: plain(texts.no),
  };
}

function linkElement(link: Extract<Action, { kind: 'link' }>, locale: Locale): Element | null {
  const label = linkLabel(link, locale);
  const url = webUrl(link.url);
  if (url === null || url.length > slackLimits.url || escapedLength(label) > slackLimits.buttonText)
    return null;
  return { type: 'button', text: plain(label), url };
}

interface Selects {
  selects: Element[];
  /** The select's label where it is too long to stand in the menu. */
  heading: string;
  /** The options that fit into no menu. */
  rest: Select;
}

/** As many menus as the options need. */
function selectElements(select: Select, { say, locale, losses }: SlackContext): Selects {
  const texts = textsIn(locale).reply;
  const menus: SelectElement['options'][] = [];
  const rest: Select['options'] = [];
  let size = 0;
  for (const option of select.options) {
    const label = actionLabel(option, say);
    const value = encodeCallWithin(option.call, slackLimits.optionValue);
    if (isBlank(label) || escapedLength(label) > slackLimits.optionText) {
      rest.push(option);
      continue;
    }
    if (isBlank(option.label)) losses.add('select', 'labelled with what to type');
    const added = escapedLength(label) + value.length;
    const menu = menus.at(-1);
    if (!menu || menu.length === slackLimits.options || size + added > slackLimits.controlsText) {
      menus.push([{ text: plain(label), value }]);
      size = added;
    } else {
      menu.push({ text: plain(label), value });
      size += added;
    }
  }
  const label = isBlank(select.label) ? texts.choose : oneLine(select.label);
  const fits = escapedLength(texts.part(label, menus.length, menus.length)) <= slackLimits.placeholder;
  const shown = fits ? label : texts.choose;
  if (menus.length > 1) losses.add('select', 'as several menus');
  if (menus.length > 0 && !fits) losses.add('select', 'label as text');
  return {
    selects: menus.map((options, at) => ({
      type: 'static_select',
      placeholder: plain(menus.length > 1 ? texts.part(shown, at + 1, menus.length) : shown),
      options,
    })),
    heading: menus.length > 0 && !fits ? label : '',
    rest: { ...select, options: rest },
  };
}

function actionBlocks(elements: Element[]): ActionDraft[] {
  const groups: Element[][] = [];
  let size = 0;
  for (const element of elements) {
    const added = JSON.stringify(element).length;
    const group = groups.at(-1);
    if (!group || group.length === slackLimits.elements || size + added > slackLimits.controlsText) {
      groups.push([element]);
      size = added;
    } else {
      group.push(element);
      size += added;
    }
  }
  return groups.map((group) => ({
    what: 'actions',
    body: {
      type: 'actions',
      elements: group.map((element, at): ActionElement => ({ ...element, action_id: `a${at}` })),
    },
  }));
}

function typedDrafts(action: Button | Select, { say, locale, losses }: SlackContext): ActionDraft[] {
  const what = action.kind === 'select' ? 'select' : 'actions';
  const { heading, lines } = typedReplies(action, say, locale);
  losses.add(what, lines.length > 0 ? 'as typed replies' : 'as text');
  return plainDrafts(
    [heading, ...lines.map((line) => `• ${line}`)].filter((line) => !isBlank(line)).join('\n'),
    what,
  );
}

function linkDrafts(
  link: Extract<Action, { kind: 'link' }>,
  { locale, losses }: SlackContext,
): ActionDraft[] {
  const url = webUrl(link.url);
  const label = linkLabel(link, locale);
  if (url === null || url.length > slackLimits.url || label.length > slackLimits.text) {
    losses.add('link', 'as text');
    return plainDrafts(linkLine(link, locale), 'link');
  }
  losses.add('link', 'as a link in the text');
  return [{ what: 'link', body: rich([{ type: 'link', url, text: label }]) }];
}

/** Text from people in sections that parse nothing. */
export function plainDrafts(text: string, what: Loss['what']): ActionDraft[] {
  return splitEscaped(text, slackLimits.text).map((piece) => ({
    what,
    body: { type: 'section', text: plain(piece) },
  }));
}

/** Bold or quoted text from people. */
export function richDrafts(text: string, what: Loss['what'], style: 'strong' | 'quote'): ActionDraft[] {
  return splitEscaped(text, slackLimits.text).map((piece) => ({
    what,
    body: style === 'quote' ? rich([leaf(piece)], 'rich_text_quote') : rich([leaf(piece, true)]),
  }));
}
