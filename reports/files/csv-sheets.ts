import { stringify } from 'csv-stringify/sync';
import type { MoneyReader } from '../../kernel/pieces/amount.js';
import { type CellKind, headingOf, type Sheet } from '../nodes/sheet.js';

/**
 * Writes the sheets one below the other with an empty line between. The mark at the start makes spreadsheet
 * programs read Chinese; text that looks like a formula is escaped.
 */
export function csvOfSheets(sheets: readonly Sheet[], reader: MoneyReader): string {
  const tables = sheets.map(({ columns, rows }) =>
    stringify(
      [
        columns.map((one) => headingOf(one, reader)),
        ...rows.map((row) => row.map((cell, at) => written(cell, columns[at]?.kind))),
      ],
      { escape_formulas: true },
    ),
  );
  return `\uFEFF${tables.join('\n')}`;
}

function written(cell: string | number | null, kind: CellKind | undefined): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (kind === 'money') return `${cell / 100}`;
  return kind === 'percent' ? `${cell}%` : `${cell}`;
}
