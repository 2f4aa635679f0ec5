import { type Card, context, localeOfCard } from '../../kernel/card/card.js';
import type { Answer } from '../../kernel/chat/chat.js';
import type { Unread } from '../../kernel/chat/unread.js';
import { type Locale, textsIn } from '../../texts/languages.js';
import { plainCard } from './dispatch-cards.js';

/** Says that something without words was not read, and what the sender can do. */
export function unreadCard(kind: Unread, locale: Locale): Card {
  const t = textsIn(locale).unread;
  return kind === 'edit'
    ? plainCard('unread:edit', t.edited, t.correct, 'info')
    : plainCard(`unread:${kind}`, t.alone(kind), t.instead, 'info');
}

/** Adds to the answer to some words that what came beside them was not read. */
export function withUnread(answer: Answer, kind: Unread | undefined, locale: Locale): Answer {
  const last = answer.cards.at(-1);
  if (!kind || kind === 'edit' || !last) return answer;
  const note = context(textsIn(localeOfCard(last, locale)).unread.beside(kind));
  return { ...answer, cards: [...answer.cards.slice(0, -1), { ...last, nodes: [...last.nodes, note] }] };
}
