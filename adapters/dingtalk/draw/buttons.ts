import { type Action, actionsOf, type Card } from '../../../kernel/card/card.js';
import { encodeCallWithin } from '../../../kernel/render/call-code.js';
import { actionLabel, linkLabel } from '../../../kernel/render/lines.js';
import type { MarkdownContext } from '../../../kernel/render/markdown.js';
import { isBlank, utf8Bytes } from '../../../kernel/render/text-width.js';
import { webUrl } from '../../../kernel/render/web-url.js';
import { dingtalkLimits } from './limits.js';
import type { ButtonColor, DingtalkButton } from './messages.js';

const colors: Record<'primary' | 'danger' | 'none', ButtonColor> = {
  primary: 'blue',
  danger: 'red',
  none: 'gray',
};

export interface CardButtons {
  /** The value of `sys_full_json_obj`. */
  json: string;
  count: number;
  shown: Set<Action>;
}

/** The first actions that fit on a card, in order; the template has no menus, so selects never do. */
export function cardButtons(card: Card, { say, locale, losses }: MarkdownContext): CardButtons {
  const buttons: DingtalkButton[] = [];
  const shown = new Set<Action>();
  for (const [at, action] of actionsOf(card).entries()) {
    if (buttons.length === dingtalkLimits.cardButtons) break;
    const button = cardButton(action, `a${at}`);
    if (button === null || utf8Bytes(write([...buttons, button])) > dingtalkLimits.variableBytes) continue;
    buttons.push(button);
    shown.add(action);
    if (action.kind !== 'button') continue;
    if (isBlank(action.label)) losses.add('actions', 'labelled with what to type');
    if (action.confirm !== undefined) losses.add('confirm', 'left out');
  }
  return { json: write(buttons), count: buttons.length, shown };

  function cardButton(action: Action, id: string): DingtalkButton | null {
    if (action.kind === 'select') return null;
    if (action.kind === 'link') {
      const url = webUrl(action.url);
      return url === null ? null : { text: linkLabel(action, locale), color: 'gray', url, iosUrl: url };
    }
    const text = actionLabel(action, say);
    if (isBlank(text)) return null;
    const color = colors[action.style ?? 'none'];
    return {
      text,
      color,
      id,
      request: true,
      params: { call: encodeCallWithin(action.call, dingtalkLimits.callBytes) },
    };
  }
}

const write = (msgButtons: DingtalkButton[]): string => JSON.stringify({ msgButtons });
