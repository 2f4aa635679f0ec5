import type { Card } from '../../kernel/card/card.js';
import { charWidth, oneLine } from '../../kernel/render/text-width.js';

/** Writes a card for a terminal, without its actions. */
export function cardText(card: Card): string {
  const lines = [card.title, ...(card.subtitle ? [card.subtitle] : []), ''];
  for (const node of card.nodes) {
    if (node.kind === 'text' || node.kind === 'context') lines.push(node.text);
    else if (node.kind === 'fields')
      lines.push(
        ...gridLines(
          node.items.map((item) => [item.label, item.value]),
          [],
        ),
      );
    else if (node.kind === 'divider') lines.push('');
    else if (node.kind === 'table') {
      const right = node.columns.flatMap((column, index) => (column.align === 'right' ? [index] : []));
      lines.push('', ...gridLines([node.columns.map((column) => column.label), ...node.rows], right), '');
    }
  }
  // Removes control characters: what people wrote must not steer the terminal.
  return lines.join('\n').replace(/[^\P{Cc}\n]/gu, '');
}

/** Aligns rows in columns; a Chinese character is two wide. */
export function gridLines(rows: readonly string[][], right: readonly number[]): string[] {
  const cells = rows.map((row) => row.map(oneLine));
  const widths = (cells[0] ?? []).map((_, index) => Math.max(...cells.map((row) => width(row[index] ?? ''))));
  return cells.map((row) =>
    row
      .map((cell, index) => {
        const space = ' '.repeat(Math.max(0, (widths[index] ?? 0) - width(cell)));
        return right.includes(index) ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
}

const width = (text: string): number => charWidth(text) * 2;
