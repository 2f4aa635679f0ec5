import type { Json, JsonObject } from '../json.js';
import { blockId } from './composition.js';
import { limits } from './limits.js';
import { richText } from './rich-text.js';
import { boolean, type Fields, list, number, object, oneOf, type Rule, string, tagged } from './rule.js';
import { charactersIn } from './size.js';

const rawText = object({ required: { type: oneOf('raw_text'), text: string() } });
const rawNumber = object({
  required: { type: oneOf('raw_number'), text: string(), value: number({ whole: false }) },
});
const cell = tagged({ raw_text: rawText, raw_number: rawNumber, rich_text: richText });

const rowsOf = (block: JsonObject): Json[] => (Array.isArray(block.rows) ? block.rows : []);

/** https://docs.slack.dev/reference/block-kit/blocks/table-block ; empty cells are refused (slack.md, section 6). */
export const table: Rule = object({
  required: {
    type: oneOf('table'),
    rows: list(list(cell, { max: limits.table.cells }), { max: limits.table.rows }),
  },
  optional: {
    block_id: blockId,
    column_settings: list(
      object({ optional: { align: oneOf('left', 'center', 'right'), is_wrapped: boolean } }),
      { max: limits.table.columnSettings },
    ),
  },
  also: (block, at, report) => {
    if (charactersIn(rowsOf(block)) > limits.table.text)
      report.add(`${at}/rows`, `must be less than ${limits.table.text + 1} characters`);
  },
});

const headedAndEven: NonNullable<Fields['also']> = (block, at, report) => {
  const rows = rowsOf(block);
  const [head] = rows;
  if (Array.isArray(head))
    for (const [index, one] of head.entries())
      tagged({ raw_text: rawText, raw_number: rawNumber })(one, `${at}/rows/0/${index}`, report);
  const widths = new Set(rows.map((row) => (Array.isArray(row) ? row.length : 0)));
  if (widths.size > 1) report.add(`${at}/rows`, 'rows must have the same number of cells');
  if (charactersIn(rows) > limits.dataTable.text)
    report.add(`${at}/rows`, `must be less than ${limits.dataTable.text + 1} characters`);
};

/** https://docs.slack.dev/reference/block-kit/blocks/data-table-block */
export const dataTable: Rule = object({
  required: {
    type: oneOf('data_table'),
    caption: string(),
    rows: list(list(cell, { max: limits.dataTable.cells }), { min: 2, max: limits.dataTable.rows }),
  },
  optional: {
    block_id: blockId,
    page_size: number({ min: 1, max: limits.dataTable.pageSize }),
    row_header_column_index: number({ min: 0, max: limits.dataTable.cells - 1 }),
  },
  also: headedAndEven,
});
