import type { Card, CardNode } from '../../../kernel/card/card.js';
import { splitText } from '../../../kernel/render/split-text.js';
import { charWidth, isBlank, oneLine } from '../../../kernel/render/text-width.js';
import { tonedTitle } from '../../../kernel/render/toned-title.js';
import { textsIn } from '../../../texts/languages.js';
import type { WecomContext } from './actions.js';
import { wecomLimits } from './limits.js';
import type { TemplateCard } from './template-card.js';

/** What a template card shows above its controls, and the nodes that found no room there, in order. */
export interface Face {
  shown: Pick<TemplateCard, 'main_title' | 'quote_area' | 'sub_title_text' | 'horizontal_content_list'>;
  /** Actions nodes are always here: what of them cannot be a control is told in its place. */
  rest: CardNode[];
}

/**
 * Fills title, subtitle, text and facts as far as clients show them uncut. From the first node that does not
 * fit, all go to `rest`, so that a text stays with its table; only single long facts may step out before.
 */
export function faceOf(card: Card, { losses, locale }: WecomContext): Face {
  const lines: string[] = [];
  const facts: { keyname: string; value: string }[] = [];
  const rest: CardNode[] = [];
  let quote: string | null = null;
  const fitsText = (text: string) => charWidth([...lines, text].join('\n')) <= wecomLimits.subTitleChars;

  const title = tonedTitle(card) || textsIn(locale).reply.blank;
  const [head = title, ...tail] = splitText(title, (piece) => charWidth(piece) <= wecomLimits.titleChars);
  const subtitle = oneLine(card.subtitle ?? '');
  const titleTail = tail.join('');
  let open = true;
  if (titleTail !== '') {
    losses.add('title', 'continued in the text');
    if (fitsText(titleTail)) lines.push(titleTail);
    else rest.push({ kind: 'text', text: title, style: 'strong' });
    open = rest.length === 0;
  }
  let desc: string | undefined;
  if (!isBlank(subtitle)) {
    if (titleTail === '' && charWidth(subtitle) <= wecomLimits.descChars) desc = subtitle;
    else {
      losses.add('subtitle', 'in the text');
      if (open && fitsText(subtitle)) lines.push(subtitle);
      else rest.push({ kind: 'text', text: subtitle });
      open = rest.length === 0;
    }
  }

  for (const node of card.nodes) {
    if (node.kind === 'actions' || isEmpty(node)) rest.push(node);
    else if (!open) rest.push(node);
    else if (node.kind === 'divider') losses.add('divider', 'left out');
    else if (node.kind === 'fields') rest.push(...placeFacts(node, facts, textsIn(locale).reply.blank));
    else if (
      node.kind === 'text' &&
      node.style === 'quote' &&
      quote === null &&
      titleTail === '' &&
      charWidth(node.text) <= wecomLimits.subTitleChars
    ) {
      quote = node.text;
    } else if ((node.kind === 'text' || node.kind === 'context') && fitsText(node.text)) {
      lines.push(node.text);
      if (node.kind === 'context') losses.add('context', 'as ordinary text');
      else if (node.style === 'strong' || node.style === 'quote') losses.add('style', 'left out');
    } else {
      open = false;
      rest.push(node);
    }
  }
  return {
    shown: {
      main_title: desc === undefined ? { title: head } : { title: head, desc },
      ...(quote === null ? {} : { quote_area: { type: 0, quote_text: quote } }),
      ...(lines.length > 0 ? { sub_title_text: lines.join('\n') } : {}),
      ...(facts.length > 0 ? { horizontal_content_list: facts } : {}),
    },
    rest,
  };
}

function isEmpty(node: CardNode): boolean {
  return (node.kind === 'text' || node.kind === 'context') && isBlank(node.text);
}

/** Moves facts onto the card while there is room; gives back those that stay behind. */
function placeFacts(
  node: Extract<CardNode, { kind: 'fields' }>,
  facts: { keyname: string; value: string }[],
  blank: string,
): CardNode[] {
  const behind = node.items.filter(({ label, value }) => {
    if (isBlank(label) && isBlank(value)) return false;
    const fits =
      facts.length < wecomLimits.facts &&
      !isBlank(label) &&
      charWidth(oneLine(label)) <= wecomLimits.factNameChars &&
      charWidth(oneLine(value)) <= wecomLimits.factValueChars;
    if (fits) facts.push({ keyname: oneLine(label), value: isBlank(value) ? blank : oneLine(value) });
    return !fits;
  });
  return behind.length > 0 ? [{ kind: 'fields', items: behind }] : [];
}
