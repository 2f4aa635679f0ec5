import { escapeText } from './entities.js';

/** Top-level domains that the composer links without a scheme; a few are enough to meet every kind. */
const bareDomain = '(?:com|cn|net|org|io|co|dev|app|ai)';

const linkable = new RegExp(
  [
    '(?<email>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)',
    '(?<url>https?:\\/\\/[^\\s<>，。；！？、（）「」]+)',
    `(?<bare>(?<![\\w@.-])(?:[a-z0-9-]+\\.)+${bareDomain}(?![\\w.-]))`,
  ].join('|'),
  'giu',
);

/**
 * What somebody types, as Slack sends it: entities for three characters, emails and web addresses as links
 * (https://docs.slack.dev/messaging/formatting-message-text, slack.md section 2).
 */
export function composed(typed: string): string {
  let sent = '';
  let rest = 0;
  for (const match of typed.matchAll(linkable)) {
    sent += escapeText(typed.slice(rest, match.index)) + linked(match.groups ?? {});
    rest = match.index + match[0].length;
  }
  return sent + escapeText(typed.slice(rest));
}

function linked({ email, url, bare }: Record<string, string | undefined>): string {
  if (email !== undefined) return `<mailto:${email}|${email}>`;
  if (url !== undefined) return `<${escapeText(url)}>`;
  return `<http://${bare}|${bare}>`;
}
