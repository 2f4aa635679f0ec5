import { exportFor } from '../../commands/reports/report-export.js';
import type { CardFile } from '../../kernel/card/card.js';
import { DeniedError, InputError } from '../../kernel/command/errors.js';
import { hasRole } from '../../kernel/command/roles.js';
import { csvOfSheets } from '../../reports/files/csv-sheets.js';
import { xlsxOfSheets } from '../../reports/files/xlsx-sheets.js';
import { type ProductDeps, privateContext } from './product.js';

/** Makes the file of an export, or undefined if its person may not see it any more or it means nothing. */
export async function fileBytes(deps: ProductDeps, { call, by }: CardFile): Promise<Uint8Array | undefined> {
  const { what, asof, format } = call.input;
  if (call.command !== 'export') return undefined;
  const context = await privateContext(deps, by);
  if (!context || !hasRole(context.person.role, 'manager')) return undefined;
  try {
    const { sheets } = await exportFor(context, String(what), typeof asof === 'string' ? asof : undefined);
    return format === 'csv' ? Buffer.from(csvOfSheets(sheets, context)) : await xlsxOfSheets(sheets, context);
  } catch (error) {
    if (error instanceof DeniedError || error instanceof InputError) return undefined;
    throw error;
  }
}
