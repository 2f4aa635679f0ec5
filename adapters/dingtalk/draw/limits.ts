import type { MarkdownDialect } from '../../../kernel/render/markdown.js';
import { jsonBytes, utf8Bytes } from '../../../kernel/render/text-width.js';

export const dingtalkLimits = {
  /** Bytes of one card variable (reference: 1 KB; card bodies far above it were seen to render blank). */
  variableBytes: 1_000,
  /** How the template lays out more than four buttons is not documented. */
  cardButtons: 4,
  /** Bytes of msgParam, the JSON string that carries a message. */
  paramBytes: 15_000,
  /** Bytes kept free in it for the title, keys and quotes. */
  paramReserve: 1_000,
  actionButtons: 5,
  /** Our own: rows of a card that links in one line open. */
  rowLinks: 12,
  /** Our own: bytes of a call on a button, so that four buttons share one variable. */
  callBytes: 120,
  /** Our own: bytes of one action card button, so that five leave most room to the text. */
  actionButtonBytes: 1_000,
  /** Our own: characters of a title that only lists of chats show. */
  listTitle: 100,
} as const;

/** Markdown of card variables: tables and dividers render. */
export const cardDialect: MarkdownDialect = {
  tables: true,
  divider: '***',
  lineBreak: '  \n',
  max: dingtalkLimits.variableBytes,
  size: utf8Bytes,
};

/** Markdown of robot messages: headings, quotes, bold, links, images and lists only. Sizes as JSON bytes. */
export const robotDialect: MarkdownDialect = {
  tables: false,
  divider: null,
  lineBreak: '  \n',
  max: dingtalkLimits.paramBytes - dingtalkLimits.paramReserve,
  size: jsonBytes,
};

/** Plain text messages. */
export const textDialect: MarkdownDialect = { ...robotDialect, lineBreak: '\n' };
