import { type Changes, fixture, objectLike } from './fixtures.js';
import type { JsonObject } from './frames.js';
import type { Bubble, Message } from './message.js';
import type { PeopleFiles } from './people-files.js';

/**
 * A snapshot of what is quoted, without an id: wecom.md, section 4. How a card or a video is quoted is not
 * documented; here as the text one reads on it.
 */
export function quoteOf(message: Message, files: PeopleFiles): JsonObject {
  const { bubble } = message;
  switch (bubble.kind) {
    case 'voice':
      return quote('quote-voice', { voice: { content: bubble.words } });
    case 'mixed':
      return quote('quote-mixed', { mixed: { msg_item: bubble.parts.map((part) => item(part, files)) } });
    case 'media':
      if (bubble.media === 'image')
        return quote('quote-image', { image: files.hold(bubble.name, bubble.bytes) });
      if (bubble.media === 'file')
        return quote('quote-file', { file: files.hold(bubble.name, bubble.bytes) });
      return quote('quote-text', { text: { content: message.readable() } });
    case 'markdown':
      return quote('quote-text', { text: { content: bubble.markdown } });
    case 'text':
      return quote('quote-text', { text: { content: bubble.text } });
    case 'card':
      return quote('quote-text', { text: { content: message.readable() } });
  }
}

function item(part: Bubble, files: PeopleFiles): JsonObject {
  if (part.kind === 'text') return { msgtype: 'text', text: { content: part.text } };
  if (part.kind === 'media') return { msgtype: 'image', image: files.hold(part.name, part.bytes) };
  throw new Error(`not part of a mixed message: ${part.kind}`);
}

function quote(recording: string, changes: Changes): JsonObject {
  const { quote } = fixture(recording).body as JsonObject;
  return objectLike(quote as JsonObject, changes, recording);
}
