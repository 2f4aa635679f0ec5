import { actions, button, type Card } from '../../kernel/card/card.js';
import type { Answer } from '../../kernel/chat/chat.js';
import { type Locale, textsIn } from '../../texts/languages.js';

/**
 * The cards that answer the lines of one message. In a group only the first report that all may read is posted; the others are
 * offered by a button each, so that one message does not fill the chat.
 */
export function cardsOfLines(
  answers: readonly Answer[],
  { isGroup, reads, locale }: { isGroup: boolean; reads: (card: Card) => boolean; locale: Locale },
): Card[] {
  const cards = answers.flatMap((answer) => answer.cards);
  const posted = answers.flatMap((answer) => (answer.quiet ? [] : answer.cards)).filter(reads);
  const [, ...others] = posted;
  if (!isGroup || others.length === 0) return cards;
  const offers = others.flatMap(({ title, drawing }) =>
    drawing ? [button(title, drawing.call.command, drawing.call.input)] : [],
  );
  const t = textsIn(locale).dispatch;
  const more: Card = { key: 'more-reports', title: t.moreReports, tone: 'info', nodes: actions(...offers) };
  return [...cards.filter((card) => !others.includes(card)), more];
}
