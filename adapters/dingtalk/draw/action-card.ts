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
} from '../../../kernel/render/markdown.js';
import { escapeMarkdown } from '../../../kernel/render/markdown-escape.js';
import { isBlank, jsonBytes, oneLine } from '../../../kernel/render/text-width.js';
import { queryValue, webUrl } from '../../../kernel/render/web-url.js';
import { textsIn } from '../../../texts/languages.js';
import { dingtalkLimits, robotDialect } from './limits.js';
import type { DingtalkMessage } from './messages.js';
import {
  asMessages,
  type DingtalkDrawOptions,
  laidOut,
  listTitle,
  toneLoss,
  wholeCard,
  withHidden,
} from './parts.js';

type ActionButton = Extract<DingtalkMessage, { type: 'action_card' }>['buttons'][number];

/**
 * The card without card permission: Markdown whose last message has up to five buttons. A tap on one makes
 * the person say the typed line; further actions do the same as links in the text.
 */
export function renderActionCard(given: Card, options: DingtalkDrawOptions): Rendered<DingtalkMessage> {
  const losses = new LossList();
  toneLoss(given, losses);
  const room = { buttons: dingtalkLimits.actionButtons, options: dingtalkLimits.rowLinks };
  const { card, byNumber } = laidOut(given, room, { ...options, losses });
  const { buttons, shown } = actionButtons(card, options, losses);
  const taken = buttons.reduce((sum, button) => sum + jsonBytes(JSON.stringify(button)), 0);
  const dialect = { ...robotDialect, max: robotDialect.max - taken };
  const context: MarkdownContext = { ...options, losses, dialect };
  const linked = linkedTaps(card, shown, context);
  const all = new Set([...shown, ...linked.keys()]);
  const whole = withHidden(card, all, byNumber, context);
  const parts = wholeCard(whole, context, (items) =>
    items.flatMap((item) => {
      if (item.kind === 'link') return shown.has(item) ? [] : linkParts(item, context);
      return linked.get(item) ?? [];
    }),
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

/** Actions that are no buttons, as links in the text that say their lines; those of one picker in one line. */
function linkedTaps(
  card: Card,
  shown: ReadonlySet<Action>,
  context: MarkdownContext,
): Map<Action, MarkdownPart[]> {
  const { say, losses, dialect, locale } = context;
  const linked = new Map<Action, MarkdownPart[]>();
  for (const action of actionsOf(card)) {
    if (action.kind === 'link' || shown.has(action)) continue;
    const items = action.kind === 'select' ? action.options : [action];
    const links = items.map((item) => sayLinkIn(item, say));
    const heading = action.kind === 'select' ? escapeMarkdown(oneLine(action.label), ' ') : '';
    const line = links.join(' · ');
    const body = isBlank(heading) ? line : textsIn(locale).reply.pair(heading, line);
    const fits = dialect.size(body) <= dialect.max / 2;
    if (items.length === 0 || links.includes(null) || !fits) continue;
    const what = action.kind === 'select' ? 'select' : 'actions';
    losses.add(what, 'as links in the text');
    if (action.kind === 'button') formLosses(action, losses);
    linked.set(action, [{ what, body }]);
  }
  return linked;
}

function sayLinkIn(item: Pick<Button, 'label' | 'call'>, say: Say): string | null {
  const label = actionLabel(item, say);
  const link = `[${escapeMarkdown(label, ' ')}](${sayLink(say(item.call))})`;
  return isBlank(label) || jsonBytes(link) > dingtalkLimits.actionButtonBytes ? null : link;
}
