/**
 * The words of a message without the mention that called the bot. It stands anywhere, as plain text, and the bot is
 * not told its own name: where none is configured, the first `@token` at the start or the end is taken for it.
 */
export function withoutMention(text: string, botName: string | undefined): string {
  const words = text.replaceAll(/[\u2005\u00a0]/gu, ' ');
  const named = botName ? words.replaceAll(`@${botName}`, ' ') : undefined;
  const bare =
    named !== undefined && named !== words
      ? named
      : words.replace(/^\s*@\S+|@\S+\s*$/u, (one) => (one ? ' ' : one));
  return bare.replace(/[^\S\n]+/gu, ' ').trim();
}
