import type { Card } from '../../kernel/card/card.js';
import { fieldLine, tableLines } from '../../kernel/render/lines.js';
import type { Locale } from '../../texts/languages.js';

/** Writes a report as lines, exactly as its reader sees it. */
export function reportWords({ title, subtitle, nodes }: Card, locale: Locale): string {
  const lines = nodes.flatMap((node): string[] => {
    if (node.kind === 'text' || node.kind === 'context') return [node.text];
    if (node.kind === 'fields') return node.items.map((item) => fieldLine(item, locale));
    if (node.kind !== 'table') return [];
    const { header, rows } = tableLines(node);
    return [...(header ? [header] : []), ...rows];
  });
  return [title, ...(subtitle ? [subtitle] : []), ...lines].join('\n');
}
