import { type TableNode, tableGrid } from '../../../kernel/render/lines.js';
import { isBlank } from '../../../kernel/render/text-width.js';
import type { BlockBody, TableCell } from './blocks.js';
import { slackLimits } from './limits.js';
import { escapedLength, leaf, rich } from './text.js';

/** The table as Slack's own block, or null where it is too large for one. */
export function tableBlock(table: TableNode): Extract<BlockBody, { type: 'table' }> | null {
  const { header, rows, width } = tableGrid(table);
  const all = header ? [header, ...rows] : rows;
  const size = all.flat().reduce((sum, cell) => sum + Math.max(1, escapedLength(cell)), 0);
  if (width === 0 || all.length === 0) return null;
  if (width > slackLimits.tableColumns || all.length > slackLimits.tableRows || size > slackLimits.tableText)
    return null;
  return {
    type: 'table',
    rows: [...(header ? [header.map(headCell)] : []), ...rows.map((row) => row.map(cell))],
    column_settings: Array.from({ length: width }, (_, at) => ({
      align: table.columns[at]?.align ?? 'left',
      is_wrapped: true,
    })),
  };
}

const headCell = (text: string): TableCell => (isBlank(text) ? cell(text) : rich([leaf(text, true)]));

/** Slack refuses empty cells. Whether raw cells decode entities is not documented: rich leaves do not. */
function cell(text: string): TableCell {
  if (isBlank(text)) return { type: 'raw_text', text: ' ' };
  return /[&<>]/u.test(text) ? rich([leaf(text)]) : { type: 'raw_text', text };
}
