import { decodeText, token } from './entities.js';

/** The name that stands for an id of a person or a channel. */
export type NameOf = (id: string) => string;

/** What a person reads of mrkdwn (https://docs.slack.dev/messaging/formatting-message-text). */
export function readMrkdwn(text: string, nameOf: NameOf): string {
  let read = '';
  let rest = 0;
  for (const match of text.matchAll(token)) {
    read += plainPart(text.slice(rest, match.index)) + readToken(match[1] ?? '', nameOf);
    rest = match.index + match[0].length;
  }
  return read + plainPart(text.slice(rest));
}

/** Ids and groups that a text notifies: `@here`, `U…`, `S…`; what is escaped notifies nobody. */
export function notifiedBy(text: string): string[] {
  return [...text.matchAll(token)].flatMap(([, inside = '']) => {
    const [head = ''] = inside.split('|');
    if (head.startsWith('@')) return [head.slice(1)];
    if (/^!(?:here|channel|everyone)$/u.test(head)) return [`@${head.slice(1)}`];
    if (head.startsWith('!subteam^')) return [head.slice('!subteam^'.length)];
    return [];
  });
}

function readToken(inside: string, nameOf: NameOf): string {
  const bar = inside.indexOf('|');
  const head = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : decodeText(inside.slice(bar + 1));
  if (head.startsWith('@')) return `@${nameOf(head.slice(1))}`;
  if (head.startsWith('#')) return `#${nameOf(head.slice(1))}`;
  if (head.startsWith('!date^')) return label ?? head;
  if (head.startsWith('!')) return label ?? `@${head.slice(1)}`;
  return label ?? decodeText(head.replace(/^mailto:/u, ''));
}

const marks: [RegExp, string][] = [
  [/(^|[^\p{L}\p{N}*])\*(\S(?:[^*\n]*\S)?)\*(?=$|[^\p{L}\p{N}*])/gu, '$1$2'],
  [/(^|[^\p{L}\p{N}_])_(\S(?:[^_\n]*\S)?)_(?=$|[^\p{L}\p{N}_])/gu, '$1$2'],
  [/(^|[^\p{L}\p{N}~])~(\S(?:[^~\n]*\S)?)~(?=$|[^\p{L}\p{N}~])/gu, '$1$2'],
  [/`([^`\n]+)`/gu, '$1'],
];

/** Marks of bold, italic, strike and code are drawn, not read; there is no way to escape them. */
function plainPart(text: string): string {
  return decodeText(marks.reduce((rest, [mark, kept]) => rest.replace(mark, kept), text));
}
