import type { Card, Json } from '../../kernel/card/card.js';
import type { Locale } from '../../texts/languages.js';

/** Notes on a card that the clock posts what a person would say for it, and the moment that it shows. */
export function drawnByCall(
  card: Card,
  command: string,
  input: Record<string, Json | undefined>,
  { at, locale }: { at: Date; locale: Locale },
): Card {
  const said = Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const call = { command, input: Object.fromEntries(said) as Record<string, Json> };
  return { ...card, drawing: { call, at: at.toISOString(), locale } };
}
