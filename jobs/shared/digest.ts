import { actions, button, type Card, type CardNode, context, text } from '../../kernel/card/card.js';
import { recordNumbersIn } from '../../kernel/records/record-number.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';

/** Returns the first words of a card below its title. */
function firstWords(nodes: readonly CardNode[]): string {
  const [first] = nodes.flatMap((node) => (node.kind === 'text' ? [node.text] : []));
  return first ?? '';
}

/** Returns the record's number in a card's key: 'D-7' from 'deal:D-7'. */
const recordOf = ({ key }: Card): string | undefined => recordNumbersIn(key)[0];

/** Joins many short cards into one: a line or two and a button for each record. */
export function digest(cards: readonly Card[], locale: Locale): Card {
  const t = textsIn(locale).job;
  const records = [...new Set(cards.flatMap((card) => recordOf(card) ?? []))];
  return {
    key: `digest:${records.join(',')}`,
    title: t.digestTitle(cards.length),
    tone: 'warn',
    nodes: [
      ...cards.flatMap((card) => [text(card.title, 'strong'), text(firstWords(card.nodes))]),
      ...actions(...records.map((record) => button(record, 'find', { name: record }))),
      context(t.digestHint),
    ],
  };
}
