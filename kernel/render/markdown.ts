import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import type { Action, CardNode, Loss, Say } from '../card/card.js';
import { linkLabel, linkLine, type TableNode, tableGrid, tableLines } from './lines.js';
import type { LossList } from './losses.js';
import { escapeMarkdown } from './markdown-escape.js';
import { splitText } from './split-text.js';
import { isBlank, oneLine, type TextMeasure } from './text-width.js';
import { webUrl } from './web-url.js';

/** What a Markdown surface supports. */
export interface MarkdownDialect {
  tables: boolean;
  /** How a divider is written; null if it has none. */
  divider: string | null;
  lineBreak: string;
  /** Largest `size` of one part. */
  max: number;
  size: TextMeasure;
}

/** A piece of text that is not cut again; `line` parts follow on the next line, others as a paragraph. */
export interface MarkdownPart {
  what: Loss['what'];
  body: string;
  line?: boolean;
}

export interface MarkdownContext {
  dialect: MarkdownDialect;
  losses: LossList;
  locale: Locale;
  say: Say;
}

/** Splits people's text into parts, each escaped, wrapped by `wrap` and small enough. */
export function textParts(
  text: string,
  what: Loss['what'],
  { dialect, losses }: MarkdownContext,
  wrap: (escaped: string, first: boolean) => string = (escaped) => escaped,
): MarkdownPart[] {
  if (isBlank(text)) return [];
  const write = (piece: string, first: boolean) => wrap(escapeMarkdown(piece, dialect.lineBreak), first);
  const pieces = splitText(text, (piece) => dialect.size(write(piece, true)) <= dialect.max);
  if (pieces.length > 1) losses.add(what, 'in several parts');
  return pieces
    .map((piece, at) => ({ what, body: write(piece, at === 0), line: at > 0 }))
    .filter((part) => !isBlank(part.body));
}

/** Writes a list; later lines sit directly under the first. */
function listParts(lines: string[], what: Loss['what'], context: MarkdownContext): MarkdownPart[] {
  const parts = lines.flatMap((line) =>
    textParts(oneLine(line), what, context, (escaped, first) => (first ? `- ${escaped}` : escaped)),
  );
  return parts.map((part, at) => ({ ...part, line: at > 0 }));
}

/** Writes a title as a heading. */
export function titleParts(title: string, context: MarkdownContext): MarkdownPart[] {
  return textParts(oneLine(title), 'title', context, (escaped, first) =>
    first ? `### ${escaped}` : escaped,
  );
}

/** Writes any node except actions, which each platform shows in its own way. */
export function nodeParts(
  node: Exclude<CardNode, { kind: 'actions' }>,
  context: MarkdownContext,
): MarkdownPart[] {
  const { dialect, losses } = context;
  switch (node.kind) {
    case 'text': {
      const eachLine = (mark: (line: string) => string) => (escaped: string) =>
        escaped
          .split('\n')
          .map((line) => (isBlank(line) ? '' : mark(line.trim())))
          .join(dialect.lineBreak);
      if (node.style === 'strong')
        return textParts(
          node.text,
          'text',
          context,
          eachLine((line) => `**${line}**`),
        );
      if (node.style === 'quote')
        return textParts(
          node.text,
          'text',
          context,
          eachLine((line) => `> ${line}`),
        );
      return textParts(node.text, 'text', context);
    }
    case 'context':
      if (!isBlank(node.text)) losses.add('context', 'as ordinary text');
      return textParts(node.text, 'context', context);
    case 'fields':
      return node.items
        .flatMap((item) => fieldParts(item, context))
        .map((part, at) => ({ ...part, line: at > 0 }));
    case 'divider':
      if (dialect.divider === null) losses.add('divider', 'left out');
      return dialect.divider === null ? [] : [{ what: 'divider', body: dialect.divider }];
    case 'image':
      return imageParts(node, context);
    case 'table':
      return tableParts(node, context);
  }
}

function fieldParts(item: { label: string; value: string }, context: MarkdownContext): MarkdownPart[] {
  const texts = textsIn(context.locale).reply;
  if (isBlank(item.label)) return textParts(item.value, 'fields', context);
  const label = escapeMarkdown(oneLine(item.label), ' ');
  const value = isBlank(item.value) ? texts.blank : item.value;
  if (context.dialect.size(label) > context.dialect.max / 2) {
    return [...textParts(item.label, 'fields', context), ...textParts(value, 'fields', context)];
  }
  return textParts(value, 'fields', context, (escaped, first) =>
    first ? texts.pair(`**${label}**`, escaped) : escaped,
  );
}

function imageParts(node: Extract<CardNode, { kind: 'image' }>, context: MarkdownContext): MarkdownPart[] {
  const { dialect, losses, locale } = context;
  const url = 'url' in node ? webUrl(node.url) : null;
  const alt = escapeMarkdown(oneLine(node.alt), ' ');
  const markdown = `![${alt}](${url})`;
  if (url !== null && dialect.size(markdown) <= dialect.max) return [{ what: 'image', body: markdown }];
  losses.add('image', 'as its description');
  return textParts(isBlank(node.alt) ? textsIn(locale).reply.image : node.alt, 'image', context);
}

function tableParts(table: TableNode, context: MarkdownContext): MarkdownPart[] {
  const { dialect, losses } = context;
  const { header, rows, width } = tableGrid(table);
  if (width === 0 || (header === null && rows.length === 0)) return [];
  if (dialect.tables) {
    const row = (cells: string[]) =>
      `| ${cells.map((cell) => (isBlank(cell) ? ' ' : escapeMarkdown(cell, ' '))).join(' | ')} |`;
    const rule = Array.from({ length: width }, (_, at) =>
      table.columns[at]?.align === 'right' ? '---:' : '---',
    );
    const head = `${row(header ?? Array.from({ length: width }, () => ''))}\n| ${rule.join(' | ')} |`;
    const tables = groupRows(head, rows.map(row), dialect);
    if (tables) {
      if (tables.length > 1) losses.add('table', 'in several parts');
      return tables.map((markdown) => ({ what: 'table', body: markdown }));
    }
  }
  losses.add('table', 'as lines');
  const lines = tableLines(table);
  return [
    ...(lines.header ? textParts(lines.header, 'table', context) : []),
    ...listParts(lines.rows, 'table', context),
  ];
}

/**
 * Splits a table into several, each under a repeated head and small enough; null if a row does not fit under
 * the head.
 */
function groupRows(head: string, rows: string[], dialect: MarkdownDialect): string[] | null {
  const tables: string[] = [];
  let current = head;
  if (dialect.size(head) > dialect.max) return null;
  for (const row of rows) {
    if (dialect.size(`${current}\n${row}`) <= dialect.max) current += `\n${row}`;
    else if (current !== head && dialect.size(`${head}\n${row}`) <= dialect.max) {
      tables.push(current);
      current = `${head}\n${row}`;
    } else return null;
  }
  return [...tables, current];
}

/** Writes a live link if the address allows it, else label and address as text. */
export function linkParts(link: Extract<Action, { kind: 'link' }>, context: MarkdownContext): MarkdownPart[] {
  const { dialect, losses, locale } = context;
  const url = webUrl(link.url);
  const markdown = `[${escapeMarkdown(linkLabel(link, locale), ' ')}](${url})`;
  if (url !== null && dialect.size(markdown) <= dialect.max) {
    losses.add('link', 'as a link in the text');
    return [{ what: 'link', body: markdown }];
  }
  losses.add('link', 'as text');
  return textParts(linkLine(link, locale), 'link', context);
}

/** Joins parts, in order, into as few texts as fit; reports what moved to a further message. */
export function packParts(parts: MarkdownPart[], { dialect, losses }: MarkdownContext, before = 0): string[] {
  const texts: string[] = [];
  let current = '';
  for (const part of parts) {
    const glue = current === '' ? '' : part.line ? dialect.lineBreak : '\n\n';
    const joined = current + glue + part.body;
    if (dialect.size(joined) <= dialect.max) current = joined;
    else {
      if (current !== '') texts.push(current);
      current = part.body;
    }
    if (texts.length + before > 0) losses.add(part.what, `in message ${texts.length + before + 1}`);
  }
  return current === '' ? texts : [...texts, current];
}
