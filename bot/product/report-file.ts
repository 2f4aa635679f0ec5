import { exportFor } from '../../commands/reports/report-export.js';
import { DeniedError, InputError } from '../../kernel/command/errors.js';
import { hasRole } from '../../kernel/command/roles.js';
import { csvOfSheets } from '../../reports/files/csv-sheets.js';
import { xlsxOfSheets } from '../../reports/files/xlsx-sheets.js';
import { type Ground, privateContext } from './product.js';

export interface ReportFile {
  name: string;
  type: string;
  body: Uint8Array;
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Computes a report as a file for the person who asks, or null if they may not see it or it means nothing.
 */
export async function reportFile(
  ground: Ground,
  { as, what, asof, format }: { as: string; what: string; asof?: string; format: 'csv' | 'xlsx' },
): Promise<ReportFile | null> {
  const context = await privateContext(ground, as);
  if (!context || !hasRole(context.person.role, 'manager')) return null;
  try {
    const { card, sheets } = await exportFor(context, what, asof);
    const body = format === 'csv' ? Buffer.from(csvOfSheets(sheets)) : await xlsxOfSheets(sheets);
    return { name: `${card.title.replace(/[\\/:*?"<>|]/g, ' ')}.${format}`, type: types[format], body };
  } catch (error) {
    if (error instanceof DeniedError || error instanceof InputError) return null;
    throw error;
  }
}
