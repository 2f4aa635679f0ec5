import {
  actionsOf,
  type Call,
  type Card,
  type Loss,
  type Rendered,
  wordsOf,
} from '../../kernel/card/card.js';
import type { RenderOptions } from '../../kernel/chat/adapter.js';
import { type PreviewMessage, plainRun } from '../../kernel/chat/preview.js';
import { decodeCallAmong, encodeCallWithin } from '../../kernel/render/call-code.js';
import { actionLabel, linkLine } from '../../kernel/render/lines.js';

/** A card on paper: its words line by line, and a box to tick for each thing that can be done. */
export interface PaperMessage {
  lines: string[];
  boxes: { label: string; code: string }[];
}

/** A box has room for a token and for no call. */
export const callBytes = 24;

export function renderPaper(card: Card, { say, locale }: RenderOptions): Rendered<PaperMessage> {
  const changed = new Set<Loss['what']>(['style', ...(card.tone === 'neutral' ? [] : ['tone' as const])]);
  for (const { kind } of card.nodes)
    if (kind === 'table' || kind === 'divider' || kind === 'image') changed.add(kind);
  const lines = wordsOf(card);
  const boxes: PaperMessage['boxes'] = [];
  for (const action of actionsOf(card)) {
    if (action.kind !== 'button') changed.add(action.kind);
    else if (action.confirm !== undefined) changed.add('confirm');
    if (action.kind === 'link') lines.push(linkLine(action, locale));
    else
      for (const item of action.kind === 'select' ? action.options : [action])
        boxes.push({ label: actionLabel(item, say), code: encodeCallWithin(item.call, callBytes) });
  }
  const losses = [...changed].map((what) => ({ what, how: 'as ink on paper' }));
  return { messages: [{ lines, boxes }], losses };
}

export function previewPaper(messages: readonly PaperMessage[], calls: readonly Call[]): PreviewMessage[] {
  return messages.map(({ lines, boxes }) => {
    const text = lines.map((line) => ({ kind: 'text' as const, runs: plainRun(line) }));
    const items = boxes.flatMap(({ label, code }) => {
      const call = decodeCallAmong(code, calls);
      return call ? [{ kind: 'button' as const, label, call }] : [];
    });
    return { frame: 'plain', blocks: [...text, { kind: 'controls', items }] };
  });
}
