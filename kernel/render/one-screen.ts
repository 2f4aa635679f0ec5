import { isDeepStrictEqual } from 'node:util';
import { actionsOf, type Call, type Card, type CardNode } from '../card/card.js';
import type { LossList } from './losses.js';

/**
 * The card for a platform where it has to be one screen: briefer words stand in place of long ones, and what a button of the
 * card opens is left out. The buttons that open it are the last to give way.
 */
export function onOneScreen(card: Card, losses: LossList): Card {
  const calls = actionsOf(card).flatMap((action) => (action.kind === 'button' ? [action.call] : []));
  const opened: Call[] = [];
  const nodes = card.nodes.flatMap((node): CardNode[] => {
    const behind = 'behind' in node ? node.behind : undefined;
    if (behind && calls.some((call) => isDeepStrictEqual(call, behind))) {
      opened.push(behind);
      losses.add(node.kind, 'behind a button');
      return [];
    }
    const brief = 'brief' in node ? node.brief : undefined;
    if (brief === undefined || (node.kind !== 'text' && node.kind !== 'context')) return [node];
    losses.add(node.kind, 'in fewer words');
    return [{ ...node, text: brief }];
  });
  if (nodes.every((node, at) => node === card.nodes[at]) && nodes.length === card.nodes.length) return card;
  return { ...card, nodes: inOneBlock(nodes, card).map((node) => withFirst(node, opened)) };
}

/** The nodes with brief lines that follow each other, what acts on them aside, as one text. */
function inOneBlock(nodes: readonly CardNode[], { nodes: given }: Card): CardNode[] {
  const isBrief = (node: CardNode | undefined): node is Extract<CardNode, { kind: 'text' }> =>
    node?.kind === 'text' && node.brief !== undefined && !given.includes(node);
  const done: CardNode[] = [];
  for (const node of nodes) {
    const at = done.findLastIndex(({ kind }) => kind !== 'actions');
    const before = done[at];
    if (isBrief(node) && isBrief(before)) done[at] = { ...before, text: `${before.text}\n${node.text}` };
    else done.push(node);
  }
  return done;
}

/** The actions with those first that open what was left out. */
function withFirst(node: CardNode, opened: readonly Call[]): CardNode {
  if (node.kind !== 'actions') return node;
  const isFirst = (item: (typeof node.items)[number]) =>
    item.kind === 'button' && opened.some((call) => isDeepStrictEqual(call, item.call));
  return {
    ...node,
    items: [...node.items.filter(isFirst), ...node.items.filter((item) => !isFirst(item))],
  };
}
