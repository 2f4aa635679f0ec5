import type {
  ActionElement,
  Block,
  RichText,
  SlackMessage,
  TableCell,
} from '../../adapters/slack/draw/blocks.js';
import { decodeCall } from '../../kernel/render/call-code.js';
import { nothing, type Seen, together } from './rendering.js';

const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Anything that Slack would still parse in an escaped text object. */
const liveIn = (text: string): string[] => text.match(/[<>]|&(?!(?:amp|lt|gt);)/gu) ?? [];

export function seenInSlack(messages: SlackMessage[]): Seen {
  return together(
    messages.map((message) => ({
      ...together(message.blocks.map(seenInBlock)),
      live: [...liveIn(message.text), ...message.blocks.flatMap((block) => seenInBlock(block).live)],
    })),
  );
}

function seenInBlock(block: Block): Seen {
  switch (block.type) {
    case 'header':
      return escaped(block.text.text);
    case 'section':
      if ('text' in block) return escaped(block.text.text);
      return together(
        block.fields.map((field) => {
          if (field.type === 'plain_text') return escaped(field.text);
          const [, label = '', value = ''] = /^\*([^\n]*)\*\n([\s\S]*)$/u.exec(field.text) ?? [];
          const marks = `${label}${value}`.match(/[*_~`]/gu) ?? [];
          const both = escaped(`${label}\n${value}`);
          return { ...both, live: [...both.live, ...marks, ...(field.verbatim ? [] : ['links'])] };
        }),
      );
    case 'context':
      return together(block.elements.map((element) => escaped(element.text)));
    case 'divider':
      return { ...nothing, dividers: 1 };
    case 'image':
      return {
        ...nothing,
        images: [{ alt: block.alt_text, url: 'slack_file' in block ? block.slack_file.id : block.image_url }],
      };
    case 'rich_text':
      return seenInRichText(block);
    case 'table':
      return { ...together(block.rows.flat().map(seenInCell)), tables: 1 };
    case 'actions':
      return together(block.elements.map(seenInElement));
  }
}

const escaped = (text: string): Seen => ({ ...nothing, text: decode(text), live: liveIn(text) });

function seenInCell(cell: TableCell): Seen {
  if (cell.type === 'rich_text') return seenInRichText(cell);
  return { ...nothing, text: cell.text, live: cell.text.match(/[&<>]/gu) ?? [] };
}

/** Leaves of rich text are shown as they are. */
function seenInRichText(block: RichText): Seen {
  const leaves = block.elements.flatMap((element) => element.elements);
  return {
    ...nothing,
    text: leaves.map((leaf) => leaf.text).join(''),
    links: leaves.flatMap((leaf) =>
      leaf.type === 'link' ? [{ label: leaf.text, url: leaf.url, button: false }] : [],
    ),
  };
}

function seenInElement(element: ActionElement): Seen {
  if (element.type === 'static_select') {
    return {
      ...escaped(element.placeholder.text),
      controls: element.options.map((option) => ({
        label: decode(option.text.text),
        call: decodeCall(option.value) ?? undefined,
      })),
      live: element.options.flatMap((option) => liveIn(option.text.text)),
    };
  }
  const label = decode(element.text.text);
  const live = [...liveIn(element.text.text), ...liveIn(element.confirm?.text.text ?? '')];
  if (element.url !== undefined)
    return { ...nothing, live, links: [{ label, url: element.url, button: true }] };
  const call = decodeCall(element.value ?? '') ?? undefined;
  return { ...nothing, live, controls: [{ label, call, confirm: element.confirm !== undefined }] };
}
