import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import { type Button, type Card, type Say, type Select, text } from '../card/card.js';
import { actionLabel } from './lines.js';
import { isBlank, oneLine } from './text-width.js';

/**
 * The one line that tells what else can be said, where a card has no room for controls: the number of a row opens it, and
 * what a control is called does what it does. Empty if there is room for all.
 */
export function hintLine(
  { byNumber, actions }: { byNumber: readonly string[]; actions: readonly (Button | Select)[] },
  say: Say,
  locale: Locale,
): string {
  const t = textsIn(locale).reply;
  const all = [...new Set(actions.flatMap((action) => typedFor(action, say)))];
  // 判断 D-1 and 判断 D-2 are told once.
  const each = new Map(all.toReversed().map((line) => [line.replace(/\b[A-Z]-\d+\b/gu, '#'), line]));
  const lines = [...each.values()].toReversed();
  const [example] = byNumber;
  if (example === undefined)
    return lines.length === 0 ? '' : lines.length < all.length ? t.alsoSendOf(lines) : t.alsoSend(lines);
  return lines.length > 0 ? t.sendNumberOr(example, lines) : t.sendNumber(example);
}

/** A line such as 推 D-12 ("move D-12"), which means the same whenever it is typed. */
const isVerbOnRecord = /^\S+ [A-Z]-\d+$/u;

/** What is typed for a control: what it is called, or what its options are, or the line of a call without a label. */
export function typedFor(action: Button | Select, say: Say): string[] {
  if (action.kind === 'button') {
    const line = oneLine(say(action.call));
    return [isVerbOnRecord.test(line) ? line : actionLabel(action, say)];
  }
  if (action.options.length === 0) return [];
  return isBlank(action.label) ? action.options.map((one) => actionLabel(one, say)) : [oneLine(action.label)];
}

/** The card with the line at its end, before its footer. */
export function withHint(card: Card, line: string): Card {
  if (line === '') return card;
  const { nodes } = card;
  const isFooter = (at: number) => nodes[at]?.kind === 'context';
  const actionsLast = nodes.at(-1)?.kind === 'actions' ? 1 : 0;
  const last = nodes.length - 1 - actionsLast;
  return { ...card, nodes: nodes.toSpliced(isFooter(last) ? last : nodes.length, 0, text(line)) };
}
