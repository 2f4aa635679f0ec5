import type { Action, Card, Rendered } from '../../../kernel/card/card.js';
import { LossList } from '../../../kernel/render/losses.js';
import {
  linkParts,
  type MarkdownContext,
  type MarkdownPart,
  packParts,
  textParts,
  titleParts,
} from '../../../kernel/render/markdown.js';
import { splitText } from '../../../kernel/render/split-text.js';
import { isBlank, utf8Bytes } from '../../../kernel/render/text-width.js';
import { tonedTitle } from '../../../kernel/render/toned-title.js';
import { textsIn } from '../../../texts/languages.js';
import { cardButtons } from './buttons.js';
import { cardDialect, dingtalkLimits, robotDialect } from './limits.js';
import type { DingtalkMessage } from './messages.js';
import {
  asMessages,
  type DingtalkDrawOptions,
  laidOut,
  toneLoss,
  type WriteActions,
  wholeCard,
  withHidden,
  writeNode,
} from './parts.js';

export { renderActionCard } from './action-card.js';
export type { DingtalkDrawOptions } from './parts.js';
export { renderText } from './text.js';

/**
 * Draws a card for the public template with Markdown and buttons, followed by Markdown messages for what its
 * variables cannot hold; without buttons, what does not fit is Markdown alone.
 */
export function renderDingtalk(given: Card, options: DingtalkDrawOptions): Rendered<DingtalkMessage> {
  const losses = new LossList();
  const context: MarkdownContext = { ...options, losses, dialect: cardDialect };
  toneLoss(given, losses);
  const picked = laidOut(given, { buttons: dingtalkLimits.cardButtons, options: 0 }, context);
  const buttons = cardButtons(picked.card, context);
  const card = withHidden(picked.card, buttons.shown, picked.byNumber, context);
  const face = fillCard(card, context, linksOnly(buttons.shown));
  if (buttons.count === 0 && face.rest.length > 0) return renderMarkdown(given, options);
  const texts = packParts(face.rest, { ...context, dialect: robotDialect }, 1);
  const below = texts.length > 0 ? textsIn(options.locale).reply.below : '';
  const variables = { ...face.variables, sys_full_json_obj: buttons.json };
  if (variables.markdown === '') variables.markdown = below || textsIn(options.locale).reply.blank;
  return {
    messages: [{ type: 'card', variables }, ...asMessages(card, texts, options.locale)],
    losses: losses.list(),
  };
}

interface Face {
  variables: { title: string; markdown: string; tips: string };
  rest: MarkdownPart[];
}

/** Nodes go onto the card, in order, while they fit; from the first that does not, all are further messages. */
function fillCard(card: Card, context: MarkdownContext, actions: WriteActions): Face {
  const { losses, locale } = context;
  const texts = textsIn(locale).reply;
  const robot: MarkdownContext = { ...context, dialect: robotDialect };
  const nodes = [...card.nodes];
  const title = tonedTitle(card) || texts.blank;
  const [head = title, ...more] = splitText(
    title,
    (piece) => utf8Bytes(piece) <= dingtalkLimits.variableBytes,
  );

  let tips = '';
  const last = nodes.at(-1);
  const footer = last?.kind === 'actions' ? nodes.at(-2) : last;
  if (
    footer?.kind === 'context' &&
    !isBlank(footer.text) &&
    utf8Bytes(footer.text) <= dingtalkLimits.variableBytes
  ) {
    tips = footer.text;
    nodes.splice(nodes.lastIndexOf(footer), 1);
  }

  const shown: MarkdownPart[] = [];
  const rest: MarkdownPart[] = [];
  const place = (write: (context: MarkdownContext) => MarkdownPart[]) => {
    const trial = new LossList();
    const parts = write({ ...context, losses: trial });
    const fits = packParts([...shown, ...parts], { ...context, losses: new LossList() }).length <= 1;
    if (rest.length === 0 && fits) {
      shown.push(...parts);
      for (const loss of trial.list()) losses.add(loss.what, loss.how);
    } else rest.push(...write(robot));
  };
  if (more.length > 0) {
    losses.add('title', 'in full in the text');
    place((at) => titleParts(title, at));
  }
  place((at) => textParts(card.subtitle ?? '', 'subtitle', at));
  for (const node of nodes) place((at) => writeNode(node, at, actions));
  return { variables: { title: head, markdown: packParts(shown, context)[0] ?? '', tips }, rest };
}

function renderMarkdown(given: Card, options: DingtalkDrawOptions): Rendered<DingtalkMessage> {
  const losses = new LossList();
  const context: MarkdownContext = { ...options, losses, dialect: robotDialect };
  toneLoss(given, losses);
  const { card, byNumber } = laidOut(given, { buttons: 0, options: 0 }, context);
  const whole = withHidden(card, new Set(), byNumber, context);
  const texts = packParts(wholeCard(whole, context, linksOnly(new Set())), context);
  return { messages: asMessages(card, texts, options.locale), losses: losses.list() };
}

const linksOnly =
  (shown: ReadonlySet<Action>): WriteActions =>
  (items, context) =>
    items.flatMap((action) =>
      action.kind === 'link' && !shown.has(action) ? linkParts(action, context) : [],
    );
