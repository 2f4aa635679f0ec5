/**
 * The words of a message as a person typed them. Slack writes people, channels and links as `<…>` and the three
 * signs `& < >` as entities (https://docs.slack.dev/messaging/formatting-message-text). A mention of somebody
 * stays `<@U…>`, because only the id can be trusted; one of the bot is how it was called, and goes.
 */
export function readText(text: string, botUserId: string): string {
  return text
    .replace(/<([^<>]*)>/g, (whole, inside: string) => {
      const [target = '', label = ''] = split(inside);
      if (target.startsWith('@')) return target === `@${botUserId}` ? ' ' : `<${target}>`;
      if (target.startsWith('#')) return `#${label || target.slice(1)}`;
      if (target.startsWith('!')) return label || `@${target.slice(1).split('^')[0]}`;
      return label || target.replace(/^(?:mailto|tel):/, '') || whole;
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** Ids of the people mentioned, the bot aside. */
export function mentionsIn(text: string, botUserId: string): string[] {
  const ids = [...text.matchAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g)].map((found) => found[1] ?? '');
  return [...new Set(ids)].filter((id) => id !== '' && id !== botUserId);
}

function split(inside: string): [target: string, label: string] {
  const bar = inside.indexOf('|');
  return bar < 0 ? [inside, ''] : [inside.slice(0, bar), inside.slice(bar + 1)];
}
