import { type JsonObject, objectOf, objectsIn, stringOf } from '../json.js';
import { decodeText } from './entities.js';
import { type NameOf, readMrkdwn } from './mrkdwn.js';
import { readElement, readText } from './read-elements.js';
import { readRichText } from './read-rich.js';

/** What a person reads of blocks, one line or more for each; what can be tapped stands in brackets. */
export function readBlocks(blocks: JsonObject[], nameOf: NameOf): string {
  return blocks
    .map((block) => readBlock(block, nameOf))
    .filter(Boolean)
    .join('\n');
}

function readBlock(block: JsonObject, nameOf: NameOf): string {
  const text = (value: JsonObject[string] | undefined) => (value ? readText(objectOf(value), nameOf) : '');
  const elements = () => objectsIn(block.elements).map((element) => readElement(element, nameOf));
  switch (block.type) {
    case 'section':
      return [
        text(block.text),
        ...objectsIn(block.fields).map((field) => readText(field, nameOf)),
        block.accessory ? readElement(objectOf(block.accessory), nameOf) : '',
      ]
        .filter(Boolean)
        .join('\n');
    case 'header':
    case 'alert':
      return text(block.text);
    case 'context':
      return objectsIn(block.elements)
        .map((element) =>
          element.type === 'image' ? readElement(element, nameOf) : readText(element, nameOf),
        )
        .join(' ');
    case 'actions':
    case 'context_actions':
      return elements().join(' ');
    case 'divider':
      return '---';
    case 'image':
      return [text(block.title), readElement(block, nameOf)].filter(Boolean).join('\n');
    case 'rich_text':
      return readRichText(block, nameOf);
    case 'markdown':
      return decodeText(stringOf(block.text));
    case 'input': {
      const label = `${text(block.label)}${block.optional === true ? ' (optional)' : ''}`;
      return [`${label}: ${readElement(objectOf(block.element), nameOf)}`, text(block.hint)]
        .filter(Boolean)
        .join('\n');
    }
    case 'table':
    case 'data_table':
      return [stringOf(block.caption), ...rowsOf(block).map((row) => readRow(row, nameOf))]
        .filter(Boolean)
        .join('\n');
    case 'data_visualization':
      return `[chart: ${stringOf(block.title)}]`;
    case 'video':
      return `[video: ${text(block.title)}]`;
    case 'card':
      return [
        ...['title', 'subtitle', 'body'].map((part) => text(block[part])),
        objectsIn(block.actions)
          .map((button) => readElement(button, nameOf))
          .join(' '),
      ]
        .filter(Boolean)
        .join('\n');
    case 'carousel':
      return readBlocks(objectsIn(block.elements), nameOf);
    case 'container':
      return [text(block.title), text(block.subtitle), readBlocks(objectsIn(block.child_blocks), nameOf)]
        .filter(Boolean)
        .join('\n');
    default:
      return `[${stringOf(block.type)}]`;
  }
}

const rowsOf = (block: JsonObject): JsonObject[][] =>
  Array.isArray(block.rows) ? block.rows.map((row) => objectsIn(row)) : [];

const readRow = (row: JsonObject[], nameOf: NameOf): string =>
  row
    .map((cell) => (cell.type === 'rich_text' ? readRichText(cell, nameOf) : stringOf(cell.text)))
    .join(' | ');

/** What a person reads of a message: its blocks, or its text where it has none, then its attachments. */
export function readMessage(
  message: { text: string; blocks: JsonObject[]; attachments: JsonObject[] },
  nameOf: NameOf,
): string {
  const body =
    message.blocks.length > 0 ? readBlocks(message.blocks, nameOf) : readMrkdwn(message.text, nameOf);
  return [body, ...message.attachments.map((one) => readAttachment(one, nameOf))].filter(Boolean).join('\n');
}

function readAttachment(attachment: JsonObject, nameOf: NameOf): string {
  const blocks = objectsIn(attachment.blocks);
  if (blocks.length > 0) return readBlocks(blocks, nameOf);
  const { pretext, title, text } = attachment;
  return [pretext, title, text]
    .map((part) => readMrkdwn(stringOf(part), nameOf))
    .filter(Boolean)
    .join('\n');
}
