import { type Action, actionsOf, type Card, type CardNode, type Say } from '../../../kernel/card/card.js';
import { hintLine, withHint } from '../../../kernel/render/hint-line.js';
import type { LossList } from '../../../kernel/render/losses.js';
import {
  type MarkdownContext,
  type MarkdownPart,
  nodeParts,
  textParts,
  titleParts,
} from '../../../kernel/render/markdown.js';
import { onOneScreen } from '../../../kernel/render/one-screen.js';
import { type PickedRows, type RoomBelow, withRowPicker } from '../../../kernel/render/row-picker.js';
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

/** One screen of a card, its rows opened by what there is room for. */
export const laidOut = (card: Card, room: RoomBelow, to: { locale: Locale; losses: LossList }): PickedRows =>
  withRowPicker(onOneScreen(card, to.losses), room, to);

/** The card with a line that tells what else can be said, where something has no control. */
export function withHidden(
  card: Card,
  shown: ReadonlySet<Action>,
  byNumber: readonly string[],
  { say, locale, losses }: MarkdownContext,
): Card {
  const typed = actionsOf(card).flatMap((action) =>
    action.kind === 'link' || shown.has(action) ? [] : [action],
  );
  for (const action of typed) losses.add(action.kind === 'select' ? 'select' : 'actions', 'as words to send');
  return withHint(card, hintLine({ byNumber, actions: typed }, say, locale));
}

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
