import type { SlackMessage } from '../../../adapters/slack/draw/blocks.js';

type Json = Record<string, unknown>;

/**
 * Checks a message as slack.com does, from the documented limits alone
 * (https://docs.slack.dev/reference/block-kit/blocks); gives the refusals.
 */
export function slackRefusals(message: SlackMessage): string[] {
  const refusals: string[] = [];
  const check = (ok: boolean, what: string) => {
    if (!ok) refusals.push(what);
  };
  const textIn = (value: unknown, max: number, what: string) => {
    const text = (value as Json | undefined)?.text;
    check(typeof text === 'string' && text.length > 0 && text.length <= max, `${what}: 1-${max} characters`);
  };
  check(message.text.length > 0 && message.text.length <= 4_000, 'text: 1-4000 characters');
  check(message.blocks.length > 0 && message.blocks.length <= 50, 'blocks: 1-50');
  const ids = message.blocks.map((block) => block.block_id);
  check(
    new Set(ids).size === ids.length && ids.every((id) => id.length > 0 && id.length <= 255),
    'block_id: unique, 1-255',
  );
  check(message.blocks.filter((block) => block.type === 'table').length <= 1, 'only_one_table_allowed');
  check(allTexts(message.blocks).join('').length <= 13_000, 'msg_blocks_too_long');
  walk(message, (value) => check(value !== '', 'must be more than 0 characters'));

  for (const block of message.blocks) {
    switch (block.type) {
      case 'header':
        textIn(block.text, 150, 'header');
        check(block.text.type === 'plain_text', 'header: plain_text');
        break;
      case 'section':
        if ('text' in block) textIn(block.text, 3_000, 'section');
        else {
          check(block.fields.length >= 1 && block.fields.length <= 10, 'fields: 1-10');
          for (const field of block.fields) textIn(field, 2_000, 'field');
        }
        break;
      case 'context':
        check(block.elements.length >= 1 && block.elements.length <= 10, 'context: 1-10');
        for (const element of block.elements) textIn(element, 3_000, 'context');
        break;
      case 'image':
        if ('slack_file' in block) check(block.slack_file.id.length > 0, 'slack_file');
        else check(block.image_url.length <= 3_000 && /^https?:\/\//u.test(block.image_url), 'image_url');
        check(block.alt_text.length >= 1 && block.alt_text.length <= 2_000, 'alt_text: 1-2000');
        break;
      case 'table':
        check(block.rows.length >= 1 && block.rows.length <= 100, 'table: 1-100 rows');
        check(new Set(block.rows.map((row) => row.length)).size === 1, 'table: rows equally wide');
        check(
          block.rows.every((row) => row.length >= 1 && row.length <= 20),
          'table: 1-20 cells',
        );
        check(block.column_settings.length <= 20, 'table: 20 column_settings');
        check(allTexts(block.rows).join('').length <= 10_000, 'table: 10000 characters');
        break;
      case 'rich_text':
        check(
          block.elements.length > 0 && block.elements.every((element) => element.elements.length > 0),
          'rich_text: not empty',
        );
        break;
      case 'actions': {
        check(block.elements.length >= 1 && block.elements.length <= 25, 'actions: 1-25');
        const actionIds = block.elements.map((element) => element.action_id);
        check(new Set(actionIds).size === actionIds.length, 'action_id: unique in its block');
        for (const element of block.elements) {
          if (element.type === 'button') {
            textIn(element.text, 75, 'button');
            check((element.value ?? 'x').length <= 2_000, 'button value: 2000');
            check((element.url ?? 'https://x').length <= 3_000, 'button url: 3000');
            if (element.confirm) {
              textIn(element.confirm.title, 100, 'confirm title');
              textIn(element.confirm.text, 300, 'confirm text');
              textIn(element.confirm.confirm, 30, 'confirm yes');
              textIn(element.confirm.deny, 30, 'confirm no');
            }
          } else {
            textIn(element.placeholder, 150, 'placeholder');
            check(element.options.length >= 1 && element.options.length <= 100, 'options: 1-100');
            for (const option of element.options) {
              textIn(option.text, 75, 'option');
              check(option.value.length >= 1 && option.value.length <= 150, 'option value: 1-150');
            }
          }
        }
        break;
      }
      case 'divider':
        break;
    }
  }
  return refusals;
}

function walk(value: unknown, visit: (leaf: unknown) => void): void {
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) walk(inner, visit);
  else visit(value);
}

function allTexts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (key === 'text' || key === 'alt_text' ? [inner] : []) : allTexts(inner),
  );
}
