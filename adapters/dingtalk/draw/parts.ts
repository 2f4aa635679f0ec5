import type { Action, Card, CardNode, Say } from '../../../kernel/card/card.js';
import type { LossList } from '../../../kernel/render/losses.js';
import {
  type MarkdownContext,
  type MarkdownPart,
  nodeParts,
  textParts,
  titleParts,
} from '../../../kernel/render/markdown.js';
import { withNamedRows } from '../../../kernel/render/named-rows.js';
import { withRowButtons } from '../../../kernel/render/row-buttons.js';
import { splitText } from '../../../kernel/render/split-text.js';
import { tonedTitle } from '../../../kernel/render/toned-title.js';
import type { Locale } from '../../../texts/languages.js';
import { textsIn } from '../../../texts/languages.js';
import { dingtalkLimits } from './limits.js';
import type { DingtalkMessage } from './messages.js';

export interface DingtalkDrawOptions {
  say: Say;
  locale: Locale;
}

/** Writes the actions of one node that are no buttons of the card. */
export type WriteActions = (items: Action[], context: MarkdownContext) => MarkdownPart[];

/** The card with its rows' actions as buttons and lines that name them: no menus are drawn. */
export const withRowsNamed = (card: Card, locale: Locale): Card =>
  withNamedRows(withRowButtons(card, { label: textsIn(locale).reply.others, most: 60 }));

/** Title, subtitle and all nodes as Markdown. */
export function wholeCard(card: Card, context: MarkdownContext, actions: WriteActions): MarkdownPart[] {
  return [
    ...titleParts(tonedTitle(card), context),
    ...textParts(card.subtitle ?? '', 'subtitle', context),
    ...card.nodes.flatMap((node) => writeNode(node, context, actions)),
  ];
}

export function writeNode(node: CardNode, context: MarkdownContext, actions: WriteActions): MarkdownPart[] {
  return node.kind === 'actions' ? actions(node.items, context) : nodeParts(node, context);
}

export function asMessages(card: Card, texts: string[], locale: Locale): DingtalkMessage[] {
  const title = listTitle(card, locale);
  return texts.map((text) => ({ type: 'markdown', title, text }));
}

/** The title in lists of chats; the message itself repeats it in full. */
export function listTitle(card: Card, locale: Locale): string {
  const title = tonedTitle(card) || textsIn(locale).reply.blank;
  return splitText(title, (piece) => piece.length <= dingtalkLimits.listTitle)[0] ?? title;
}

export function toneLoss(card: Card, losses: LossList): void {
  if (card.tone !== 'neutral') losses.add('tone', 'as a coloured mark');
}
