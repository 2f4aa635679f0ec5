import type { MoneyReader } from '../../kernel/pieces/amount.js';
import { type CellKind, headingOf, type Sheet } from '../nodes/sheet.js';

/** Number formats of figures; text needs none and is never read as a formula. */
const formats: Partial<Record<CellKind, string>> = {
  money: '#,##0.00',
  count: '0',
  percent: '0%',
  days: '0',
};

/** Writes a workbook with a page for each sheet; figures are numbers, so that formulas can use them. */
export async function xlsxOfSheets(sheets: readonly Sheet[], reader: MoneyReader): Promise<Uint8Array> {
  const pages = sheets.map(({ name, columns, rows }) => ({
    sheet: pageName(name),
    columns: columns.map((one, at) => ({ width: widthOf(headingOf(one, reader), rows, at) })),
    stickyRowsCount: 1,
    data: [
      columns.map((one) => ({ value: headingOf(one, reader), type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]?.kind))),
    ],
  }));
  // Loaded when it is first needed: it is a large part of a start.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return await writeExcelFile(pages).toBuffer();
}

function cellOf(cell: string | number | null, kind: CellKind = 'text') {
  if (cell === null) return null;
  if (typeof cell === 'string') return { value: plain(cell), type: String };
  const scale = kind === 'money' || kind === 'percent' ? 100 : 1;
  return { value: cell / scale, type: Number, format: formats[kind] ?? '0' };
}

/** Removes control characters, which XML does not allow. */
const plain = (text: string): string =>
  [...text].filter((letter) => letter >= ' ' || letter === '\n' || letter === '\t').join('');

/** Shortens a page name to what spreadsheet programs allow. */
const pageName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** Estimates a column's width; a Chinese character is about two wide. */
function widthOf(label: string, rows: Sheet['rows'], at: number): number {
  const wide = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u2E7F' ? 2 : 1), 0);
  const longest = rows
    .slice(0, 200)
    .reduce((most, row) => Math.max(most, wide(String(row[at] ?? ''))), wide(label));
  return Math.min(40, Math.max(8, longest + 2));
}
