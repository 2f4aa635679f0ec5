import { actionsOf, type Button, type Card, type Say, type Select } from '../../../kernel/card/card.js';
import { unchosenCall } from '../../../kernel/chat/unchosen-call.js';
import { encodeCallWithin } from '../../../kernel/render/call-code.js';
import { actionLabel, linkLabel } from '../../../kernel/render/lines.js';
import type { LossList } from '../../../kernel/render/losses.js';
import { charWidth, isBlank, oneLine } from '../../../kernel/render/text-width.js';
import { webUrl } from '../../../kernel/render/web-url.js';
import type { Locale } from '../../../texts/languages.js';
import { textsIn } from '../../../texts/languages.js';
import { questionKey, submitKey, wecomLimits } from './limits.js';
import type { ButtonSelection, NoticeCard, WecomButton } from './template-card.js';

export interface WecomContext {
  say: Say;
  locale: Locale;
  losses: LossList;
}

/** The card's controls; `typed` are the actions that people must be told how to type. */
export interface Controls {
  buttons: WecomButton[];
  selection: ButtonSelection | null;
  typed: Set<Button | Select>;
}

export function controlsOf(card: Card, context: WecomContext): Controls {
  const controls: Controls = { buttons: [], selection: null, typed: new Set() };
  for (const action of actionsOf(card)) {
    if (action.kind === 'button') addButton(controls, action, context);
    else if (action.kind === 'select') addSelect(controls, action, context);
  }
  return controls;
}

const styles = { primary: 1, danger: 3, none: 2 } as const;

function addButton(controls: Controls, button: Button, { say, losses }: WecomContext): void {
  const text = actionLabel(button, say);
  if (controls.buttons.length === wecomLimits.buttons || isBlank(text)) {
    losses.add('actions', 'as words to send');
    controls.typed.add(button);
    return;
  }
  if (isBlank(button.label)) losses.add('actions', 'labelled with what to type');
  if (button.confirm !== undefined) losses.add('confirm', 'left out');
  const taken = controls.buttons.map((other) => other.key);
  const key = distinctCode(button.call, wecomLimits.keyBytes, taken);
  controls.buttons.push({ text, style: styles[button.style ?? 'none'], key });
}

/** A card has room for one dropdown; its choice is sent by a button, which takes a button's place. */
function addSelect(controls: Controls, select: Select, context: WecomContext): void {
  const full = controls.selection !== null || controls.buttons.length === wecomLimits.buttons;
  const options = full ? null : optionsOf(select, context);
  if (options === null) {
    context.losses.add('select', select.options.length === 0 ? 'as text' : 'as words to send');
    controls.typed.add(select);
    return;
  }
  const texts = textsIn(context.locale).reply;
  context.losses.add('select', 'with a button to send the choice');
  const label = isBlank(select.label) ? null : oneLine(select.label);
  controls.selection = { question_key: questionKey, title: label ?? texts.choose, option_list: options };
  const text = label === null || charWidth(label) > wecomLimits.buttonChars ? texts.submit : label;
  controls.buttons.push({ text, style: 2, key: submitKey });
}

function optionsOf(
  select: Select,
  { say, locale, losses }: WecomContext,
): ButtonSelection['option_list'] | null {
  if (select.options.length === 0 || select.options.length >= wecomLimits.options) return null;
  if (charWidth(oneLine(select.label)) > wecomLimits.selectTitleChars) return null;
  // The first option is chosen by itself: it must do nothing.
  const options: ButtonSelection['option_list'] = [
    { id: distinctCode(unchosenCall, wecomLimits.optionIdBytes, []), text: textsIn(locale).reply.choose },
  ];
  for (const option of select.options) {
    const text = actionLabel(option, say);
    if (isBlank(text) || charWidth(text) > wecomLimits.optionChars) return null;
    const taken = options.map((other) => other.id);
    options.push({ id: distinctCode(option.call, wecomLimits.optionIdBytes, taken), text });
  }
  if (select.options.some((option) => isBlank(option.label)))
    losses.add('select', 'labelled with what to type');
  return options;
}

/** Keys must differ within a card, even for equal calls. */
function distinctCode(call: Button['call'], mostBytes: number, taken: string[]): string {
  for (let n = 1; ; n++) {
    const code = encodeCallWithin(call, mostBytes, n);
    if (!taken.includes(code)) return code;
  }
}

/** The links as the foot of a notice card, or null where they do not all fit. */
export function jumpsOf(card: Card, locale: Locale): NonNullable<NoticeCard['jump_list']> | null {
  const jumps: NonNullable<NoticeCard['jump_list']> = [];
  for (const action of actionsOf(card)) {
    if (action.kind !== 'link') continue;
    const title = linkLabel(action, locale);
    const url = webUrl(action.url);
    if (url === null || charWidth(title) > wecomLimits.jumpTitleChars || jumps.length === wecomLimits.jumps)
      return null;
    jumps.push({ type: 1, title, url });
  }
  return jumps;
}
