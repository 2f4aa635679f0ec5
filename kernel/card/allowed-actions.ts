import type { Action, Call, Card, CardNode } from './card.js';

/** The card without the buttons and options whose calls its only reader may not make. */
export function withAllowedActions(card: Card, may: (call: Call) => boolean): Card {
  const nodes = card.nodes.flatMap((node): CardNode[] => {
    if (node.kind !== 'actions') return [node];
    const items = node.items.flatMap((item) => allowed(item, may));
    return items.length > 0 ? [{ ...node, items }] : [];
  });
  return { ...card, nodes };
}

function allowed(item: Action, may: (call: Call) => boolean): Action[] {
  if (item.kind === 'link') return [item];
  if (item.kind === 'button') return may(item.call) ? [item] : [];
  const options = item.options.filter(({ call }) => may(call));
  return options.length > 0 ? [{ ...item, options }] : [];
}
