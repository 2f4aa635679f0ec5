import type { Card, CardNode, Rendered, Say } from '../../../kernel/card/card.js';
import { hintLine, withHint } from '../../../kernel/render/hint-line.js';
import { LossList } from '../../../kernel/render/losses.js';
import {
  linkParts,
  type MarkdownContext,
  type MarkdownDialect,
  type MarkdownPart,
  nodeParts,
  packParts,
  textParts,
  titleParts,
} from '../../../kernel/render/markdown.js';
import { onOneScreen } from '../../../kernel/render/one-screen.js';
import { type PickedRows, withRowPicker } from '../../../kernel/render/row-picker.js';
import { utf8Bytes } from '../../../kernel/render/text-width.js';
import { tonedTitle } from '../../../kernel/render/toned-title.js';
import { webUrl } from '../../../kernel/render/web-url.js';
import type { Locale } from '../../../texts/languages.js';
import { textsIn } from '../../../texts/languages.js';
import { type Controls, controlsOf, jumpsOf } from './actions.js';
import { faceOf } from './face.js';
import { wecomLimits } from './limits.js';
import type { WecomMessage } from './template-card.js';

export interface WecomDrawOptions {
  say: Say;
  locale: Locale;
  /** Of the template card, if one is sent: 1..128 bytes of `0-9 A-Z a-z _ - @`, never used before. */
  taskId: string;
  /** Where a tap on a card without buttons leads; without it and without links such cards are Markdown. */
  cardUrl?: string;
}

const dialect: MarkdownDialect = {
  tables: true,
  divider: '---',
  lineBreak: '  \n',
  max: wecomLimits.markdownBytes,
  size: utf8Bytes,
};

/**
 * Draws a card as one template card followed by Markdown messages for what it cannot hold, or as Markdown
 * alone where there is nothing to tap. Limits: https://developer.work.weixin.qq.com/document/path/101032.
 */
export function renderWecom(given: Card, options: WecomDrawOptions): Rendered<WecomMessage> {
  const losses = new LossList();
  const context: MarkdownContext = { ...options, losses, dialect };
  const { card, controls } = laidOut(given, context);
  if (controls.buttons.length === 0) return renderNotice(given, options) ?? renderMarkdown(given, options);

  const { shown, rest } = faceOf(card, context);
  const texts = packParts(restParts(rest, context), context, 1);
  const { buttons, selection } = controls;
  return {
    messages: [
      {
        type: 'template_card',
        card: {
          card_type: 'button_interaction',
          ...shown,
          task_id: options.taskId,
          ...(selection === null ? {} : { button_selection: selection }),
          button_list: buttons,
        },
      },
      ...texts.map((content): WecomMessage => ({ type: 'markdown', content })),
    ],
    losses: losses.list(),
  };
}

/** The rows of a card as WeCom can act on them: one picker opens one. */
export const wecomRows = (card: Card, to: { locale: Locale; losses: LossList }): PickedRows =>
  withRowPicker(card, { buttons: wecomLimits.buttons, options: wecomLimits.options - 1 }, to);

/** One screen of a card with its controls; what has no room among them is told in its last line. */
function laidOut(given: Card, context: MarkdownContext): { card: Card; controls: Controls } {
  const { losses, say, locale } = context;
  if (given.tone !== 'neutral') losses.add('tone', 'as a coloured mark');
  const { card, byNumber } = wecomRows(onOneScreen(given, losses), context);
  const controls = controlsOf(card, context);
  const hint = hintLine({ byNumber, actions: [...controls.typed] }, say, locale);
  return { card: withHint(card, hint), controls };
}

/** A card to read, if all of it has room there and a tap on it may lead somewhere. */
function renderNotice(given: Card, options: WecomDrawOptions): Rendered<WecomMessage> | null {
  const losses = new LossList();
  const context: MarkdownContext = { ...options, losses, dialect };
  const { card, controls } = laidOut(given, context);
  const jumps = jumpsOf(card, options.locale);
  const url = webUrl(options.cardUrl ?? '') ?? jumps?.[0]?.url;
  if (jumps === null || url === undefined) return null;
  const { shown, rest } = faceOf(card, context);
  const overflow = rest.filter((node) => node.kind !== 'actions');
  if (controls.typed.size > 0 || restParts(overflow, { ...context, losses: new LossList() }).length > 0) {
    return null;
  }
  const notice: WecomMessage = {
    type: 'template_card',
    card: {
      card_type: 'text_notice',
      ...shown,
      task_id: options.taskId,
      ...(jumps.length > 0 ? { jump_list: jumps } : {}),
      card_action: { type: 1, url },
    },
  };
  return { messages: [notice], losses: losses.list() };
}

/** Everything as Markdown, for cards without buttons. */
function renderMarkdown(given: Card, options: WecomDrawOptions): Rendered<WecomMessage> {
  const losses = new LossList();
  const context: MarkdownContext = { ...options, losses, dialect };
  const { card } = laidOut(given, context);
  const parts = [
    ...titleParts(tonedTitle(card), context),
    ...textParts(card.subtitle ?? '', 'subtitle', context),
    ...restParts(card.nodes, context),
  ];
  const texts = packParts(parts, context);
  if (texts.length === 0) texts.push(textsIn(options.locale).reply.blank);
  return { messages: texts.map((content) => ({ type: 'markdown', content })), losses: losses.list() };
}

function restParts(nodes: CardNode[], context: MarkdownContext): MarkdownPart[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'actions') return nodeParts(node, context);
    return node.items.flatMap((action) => (action.kind === 'link' ? linkParts(action, context) : []));
  });
}
