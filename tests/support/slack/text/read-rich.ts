import { type JsonObject, objectsIn, stringOf } from '../json.js';
import { decodeText, token } from './entities.js';
import type { NameOf } from './mrkdwn.js';

/** What a person reads of a rich_text block; its leaves are not parsed. */
export function readRichText(block: JsonObject, nameOf: NameOf): string {
  return objectsIn(block.elements)
    .map((part) => readPart(part, nameOf))
    .join('\n');
}

function readPart(part: JsonObject, nameOf: NameOf): string {
  if (part.type !== 'rich_text_list')
    return objectsIn(part.elements)
      .map((leaf) => readLeaf(leaf, nameOf))
      .join('');
  return objectsIn(part.elements)
    .map((item, at) => `${part.style === 'ordered' ? `${at + 1}.` : '•'} ${readPart(item, nameOf)}`)
    .join('\n');
}

function readLeaf(leaf: JsonObject, nameOf: NameOf): string {
  switch (leaf.type) {
    case 'text':
      return stringOf(leaf.text);
    case 'link':
      return stringOf(leaf.text) || stringOf(leaf.url);
    case 'user':
      return `@${nameOf(stringOf(leaf.user_id))}`;
    case 'channel':
      return `#${nameOf(stringOf(leaf.channel_id))}`;
    case 'usergroup':
      return `@${stringOf(leaf.usergroup_id)}`;
    case 'broadcast':
      return `@${stringOf(leaf.range)}`;
    case 'emoji':
      return `:${stringOf(leaf.name)}:`;
    case 'date':
      return stringOf(leaf.fallback);
    default:
      return '';
  }
}

/** Everybody that the leaves notify. */
export function notifiedByRich(block: JsonObject): string[] {
  return objectsIn(block.elements).flatMap((part) => [
    ...notifiedByRich(part),
    ...[stringOf(part.user_id), stringOf(part.usergroup_id)].filter(Boolean),
    ...(part.type === 'broadcast' ? [`@${stringOf(part.range)}`] : []),
  ]);
}

/** What somebody wrote, as the rich_text block that the composer sends next to the text. */
export function richTextOf(text: string): JsonObject {
  const leaves: JsonObject[] = [];
  let rest = 0;
  const plain = (until: number) => {
    const between = decodeText(text.slice(rest, until));
    if (between) leaves.push({ type: 'text', text: between });
  };
  for (const match of text.matchAll(token)) {
    plain(match.index);
    leaves.push(leafOf(match[1] ?? ''));
    rest = match.index + match[0].length;
  }
  plain(text.length);
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: leaves }] };
}

function leafOf(inside: string): JsonObject {
  const [head = '', label] = inside.split('|');
  if (head.startsWith('@')) return { type: 'user', user_id: head.slice(1) };
  if (head.startsWith('#')) return { type: 'channel', channel_id: head.slice(1) };
  if (head.startsWith('!')) return { type: 'broadcast', range: head.slice(1) };
  const url = decodeText(head);
  return label === undefined ? { type: 'link', url } : { type: 'link', url, text: decodeText(label) };
}
