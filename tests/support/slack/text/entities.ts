/** Slack keeps three characters as entities (https://docs.slack.dev/messaging/formatting-message-text#escaping). */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Decodes once, as clients do: what comes out is not parsed again (slack.md, section 7). */
export const decodeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** A token that Slack parses in mrkdwn: mentions, channels, dates, links. */
export const token = /<((?:@|#|!|https?:|mailto:|tel:)[^<>]*)>/gu;

const bareAmpersand = /&(?!(?:amp|lt|gt);)/gu;

/** Text of a plain_text object as Slack keeps it: bare characters become entities (slackapi/bolt-python#513). */
export const storedPlain = (text: string): string =>
  text.replace(bareAmpersand, '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The same for mrkdwn, where tokens stay what they are. */
export function storedMrkdwn(text: string): string {
  let rest = 0;
  let stored = '';
  for (const match of text.matchAll(token)) {
    stored += storedPlain(text.slice(rest, match.index)) + match[0].replace(bareAmpersand, '&amp;');
    rest = match.index + match[0].length;
  }
  return stored + storedPlain(text.slice(rest));
}
