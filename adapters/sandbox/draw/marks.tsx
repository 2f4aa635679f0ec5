import type { Child } from 'hono/jsx';

const names: Record<string, string> = { '🔵': 'info', '🟢': 'good', '🟠': 'warn', '🔴': 'bad' };

/** Coloured discs are drawn, because not every machine has a font with them; the character stays for copying. */
export function drawMarks(text: string): Child[] {
  return text
    .split(/(🔵|🟢|🟠|🔴)/u)
    .filter((part) => part !== '')
    .map((part) => (names[part] ? <span class={`mark mark-${names[part]}`}>{part}</span> : part));
}
