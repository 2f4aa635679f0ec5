/** Characters as a phone shows them: a half-width one takes half the room, a combining one none. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text.replace(/[\p{M}\p{Cf}]/gu, '')) width += char < '\u1100' ? 0.5 : 1;
  return width;
}

/** The text as a client shows it where only so many characters have room. */
export function cut(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let shown = '';
  for (const char of text) {
    if (textWidth(shown + char) > room - 1) break;
    shown += char;
  }
  return `${shown}…`;
}
