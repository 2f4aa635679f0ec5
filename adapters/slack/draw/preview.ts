import type { Call } from '../../../kernel/card/card.js';
import {
  type PreviewBlock,
  type PreviewControl,
  type PreviewMessage,
  type PreviewOption,
  type PreviewRun,
  plainRun,
} from '../../../kernel/chat/preview.js';
import { decodeCallAmong } from '../../../kernel/render/call-code.js';
import type { ActionElement, Block, Mrkdwn, PlainText, RichText, SlackMessage, TableCell } from './blocks.js';
import { unescapeText } from './text.js';

/** Messages as a Slack channel shows them. */
export function previewSlack(messages: readonly SlackMessage[], calls: readonly Call[]): PreviewMessage[] {
  return messages.map(({ blocks }) => ({
    frame: 'plain',
    sender: 'picture',
    blocks: blocks.flatMap((block) => previewBlock(block, calls)),
  }));
}

function previewBlock(block: Block, calls: readonly Call[]): PreviewBlock[] {
  switch (block.type) {
    case 'header':
      return [{ kind: 'heading', text: unescapeText(block.text.text) }];
    case 'section':
      if ('text' in block) return [{ kind: 'text', runs: runsOf(block.text) }];
      return [{ kind: 'columns', items: block.fields.map(runsOf) }];
    case 'context':
      return [{ kind: 'text', style: 'quiet', runs: block.elements.flatMap(runsOf) }];
    case 'divider':
      return [{ kind: 'divider' }];
    case 'image':
      if ('slack_file' in block) return [{ kind: 'image', alt: block.alt_text, url: block.slack_file.id }];
      return [{ kind: 'image', alt: block.alt_text }];
    case 'rich_text':
      return block.elements.map(({ type, elements }) => ({
        kind: 'text',
        runs: leavesOf(elements),
        ...(type === 'rich_text_quote' ? { style: 'quote' as const } : {}),
      }));
    case 'actions':
      return [{ kind: 'controls', items: block.elements.map((element) => control(element, calls)) }];
    case 'table':
      return [
        {
          kind: 'table',
          rows: block.rows.map((row) => row.map(cellRuns)),
          align: block.column_settings.map(({ align }) => align),
        },
      ];
  }
}

function control(element: ActionElement, calls: readonly Call[]): PreviewControl {
  const option = (label: string, code: string): PreviewOption[] => {
    const call = decodeCallAmong(code, calls);
    return call ? [{ label: unescapeText(label), call }] : [];
  };
  if (element.type === 'static_select') {
    const options = element.options.flatMap(({ text, value }) => option(text.text, value));
    return { kind: 'menu', label: unescapeText(element.placeholder.text), options };
  }
  const { text, value = '', url, style, confirm } = element;
  const label = unescapeText(text.text);
  const call = decodeCallAmong(value, calls);
  if (url !== undefined || !call) return { kind: 'link', label, url: url ?? '' };
  return {
    kind: 'button',
    label,
    call,
    ...(style ? { style } : {}),
    ...(confirm ? { confirm: unescapeText(confirm.text.text) } : {}),
  };
}

const cellRuns = (cell: TableCell): PreviewRun[] =>
  cell.type === 'raw_text'
    ? plainRun(cell.text)
    : cell.elements.flatMap(({ elements }) => leavesOf(elements));

const leavesOf = (leaves: RichText['elements'][number]['elements']): PreviewRun[] =>
  leaves.map((leaf) =>
    leaf.type === 'link'
      ? { text: leaf.text, url: leaf.url }
      : { text: leaf.text, ...(leaf.style ? { bold: true } : {}) },
  );

/** In mrkdwn only `*bold*` is read: it is all that cards use. */
function runsOf({ type, text }: PlainText | Mrkdwn): PreviewRun[] {
  if (type === 'plain_text') return plainRun(unescapeText(text));
  return text
    .split(/(\*[^*\n]+\*)/u)
    .filter((part) => part !== '')
    .map((part) =>
      /^\*[^*\n]+\*$/u.test(part)
        ? { text: unescapeText(part.slice(1, -1)), bold: true }
        : { text: unescapeText(part) },
    );
}
