import { blockId } from './composition.js';
import { boolean, list, number, object, oneOf, type Rule, string, tagged } from './rule.js';

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */

const style: Rule = object({
  optional: {
    bold: boolean,
    italic: boolean,
    strike: boolean,
    code: boolean,
    underline: boolean,
    highlight: boolean,
    client_highlight: boolean,
    unlink: boolean,
  },
});

const leaf = (name: string, required: Record<string, Rule>, optional: Record<string, Rule> = {}): Rule =>
  object({ required: { type: oneOf(name), ...required }, optional: { style, ...optional } });

const text = leaf('text', { text: string() });
const link = leaf('link', { url: string() }, { text: string(), unsafe: boolean });

const leaves: Rule = tagged({
  text,
  link,
  user: leaf('user', { user_id: string() }),
  usergroup: leaf('usergroup', { usergroup_id: string() }),
  channel: leaf('channel', { channel_id: string() }),
  team: leaf('team', { team_id: string() }),
  broadcast: leaf('broadcast', { range: oneOf('here', 'channel', 'everyone') }),
  emoji: leaf(
    'emoji',
    { name: string() },
    { unicode: string(), url: string(), skin_tone: number({ min: 1 }) },
  ),
  color: leaf('color', { value: string() }),
  date: leaf(
    'date',
    { timestamp: number({ min: 0 }), format: string() },
    { url: string(), fallback: string() },
  ),
});

const border = { border: oneOf(0, 1) };

const section: Rule = object({ required: { type: oneOf('rich_text_section'), elements: list(leaves) } });

const parts: Rule = tagged({
  rich_text_section: section,
  rich_text_list: object({
    required: {
      type: oneOf('rich_text_list'),
      style: oneOf('bullet', 'ordered'),
      elements: list(tagged({ rich_text_section: section })),
    },
    optional: { ...border, indent: number({ min: 0, max: 8 }), offset: number({ min: 0 }) },
  }),
  rich_text_quote: object({
    required: { type: oneOf('rich_text_quote'), elements: list(leaves) },
    optional: border,
  }),
  rich_text_preformatted: object({
    required: { type: oneOf('rich_text_preformatted'), elements: list(tagged({ text, link })) },
    optional: { ...border, language: string() },
  }),
});

export const richText: Rule = object({
  required: { type: oneOf('rich_text'), elements: list(parts) },
  optional: { block_id: blockId },
});
