import {
  type Action,
  actionsOf,
  type Button,
  type Card,
  type Rendered,
  type Say,
} from '../../../kernel/card/card.js';
import { actionLabel, linkLabel } from '../../../kernel/render/lines.js';
import { LossList } from '../../../kernel/render/losses.js';
import {
  linkParts,
  type MarkdownContext,
  type MarkdownPart,
  packParts,
  textParts,
  typedParts,
} from '../../../kernel/render/markdown.js';
import { escapeMarkdown } from '../../../kernel/render/markdown-escape.js';
import { isBlank, jsonBytes, oneLine } from '../../../kernel/render/text-width.js';
import { queryValue, webUrl } from '../../../kernel/render/web-url.js';
import { dingtalkLimits, robotDialect } from './limits.js';
import type { DingtalkMessage } from './messages.js';
import {
  asMessages,
  type DingtalkDrawOptions,
  listTitle,
  toneLoss,
  wholeCard,
  withRowsNamed,
} from './parts.js';

type ActionButton = Extract<DingtalkMessage, { type: 'action_card' }>['buttons'][number];

/**
 * The card without card permission: Markdown whose last message has up to five buttons. A tap on one makes
 * the person say the typed line; further actions do the same as links in the text.
 */
export function renderActionCard(given: Card, options: DingtalkDrawOptions): Rendered<DingtalkMessage> {
  const card = withRowsNamed(given, options.locale);
  const losses = new LossList();
  toneLoss(card, losses);
  const { buttons, shown } = actionButtons(card, options, losses);
  const taken = buttons.reduce((sum, button) => sum + jsonBytes(JSON.stringify(button)), 0);
  const dialect = { ...robotDialect, max: robotDialect.max - taken };
  const context: MarkdownContext = { ...options, losses, dialect };
  const parts = wholeCard(card, context, (items) =>
    items.flatMap((item) => (shown.has(item) ? [] : hidden(item, context))),
  );
  const texts = packParts(parts, context);
  if (buttons.length === 0)
    return {
      messages: asMessages(card, nonEmpty(texts, card, options), options.locale),
      losses: losses.list(),
    };
  const text = texts.pop() ?? escapeMarkdown(listTitle(card, options.locale), ' ');
  return {
    messages: [
      ...asMessages(card, texts, options.locale),
      { type: 'action_card', title: listTitle(card, options.locale), text, buttons },
    ],
    losses: losses.list(),
  };
}

function nonEmpty(texts: string[], card: Card, { locale }: DingtalkDrawOptions): string[] {
  return texts.length > 0 ? texts : [escapeMarkdown(listTitle(card, locale), ' ')];
}

function actionButtons(card: Card, { say, locale }: DingtalkDrawOptions, losses: LossList) {
  const buttons: ActionButton[] = [];
  const shown = new Set<Action>();
  for (const action of actionsOf(card)) {
    if (buttons.length === dingtalkLimits.actionButtons) break;
    const button = actionButton(action);
    if (button === null || jsonBytes(JSON.stringify(button)) > dingtalkLimits.actionButtonBytes) continue;
    buttons.push(button);
    shown.add(action);
    if (action.kind === 'button') formLosses(action, losses);
  }
  return { buttons, shown };

  function actionButton(action: Action): ActionButton | null {
    if (action.kind === 'select') return null;
    if (action.kind === 'link') {
      const url = webUrl(action.url);
      return url === null ? null : { title: linkLabel(action, locale), url };
    }
    const title = actionLabel(action, say);
    return isBlank(title) ? null : { title, url: sayLink(say(action.call)) };
  }
}

/** Buttons of this kind have neither colour nor a question before they act. */
function formLosses(button: Button, losses: LossList): void {
  if (isBlank(button.label)) losses.add('actions', 'labelled with what to type');
  if (button.confirm !== undefined) losses.add('confirm', 'left out');
  if (button.style !== undefined) losses.add('style', 'left out');
}

/** Begins a link that makes who taps it say a line to the bot; works only in messages that a bot sent. */
export const sayPrefix = 'dtmd://dingtalkclient/sendMessage?content=';

const sayLink = (line: string): string => sayPrefix + queryValue(line);

function hidden(action: Action, context: MarkdownContext): MarkdownPart[] {
  const { say, losses } = context;
  if (action.kind === 'link') return linkParts(action, context);
  const what = action.kind === 'select' ? 'select' : 'actions';
  const items = action.kind === 'select' ? action.options : [action];
  const links = items.map((item) => sayLinkLine(item, say));
  if (links.some((link) => link === null || context.dialect.size(link) > dingtalkLimits.actionButtonBytes)) {
    losses.add(what, 'as typed replies');
    return typedParts(action, context);
  }
  losses.add(what, items.length > 0 ? 'as links in the text' : 'as text');
  if (action.kind === 'button') formLosses(action, losses);
  const heading = action.kind === 'select' ? textParts(oneLine(action.label), what, context) : [];
  return [...heading, ...links.map((link, at): MarkdownPart => ({ what, body: link ?? '', line: at > 0 }))];
}

function sayLinkLine(item: Pick<Button, 'label' | 'call'>, say: Say): string | null {
  const label = actionLabel(item, say);
  return isBlank(label) ? null : `- [${escapeMarkdown(label, ' ')}](${sayLink(say(item.call))})`;
}
