import type { WorkCalendar } from '../../kernel/time/workdays.js';
import type { Process } from '../../sales/process/parse-process.js';
import type { Store } from '../../store/engine/store.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import { columnFieldName, type Mapping, type Shape } from '../read/guess-columns.js';
import type { Row } from '../read/read-file.js';
import type { ImportDirectory } from './import-directory.js';
import type { ImportTally } from './import-tally.js';

/** What the whole import shares. */
export interface ImportContext {
  store: Store;
  process: Process;
  processVersion: number;
  calendar: WorkCalendar;
  zone: string;
  locale: Locale;
  now: Date;
  /** Reads and counts everything, writes nothing. */
  dryRun: boolean;
  directory: ImportDirectory;
}

/** Imports the rows of one file, batch by batch. */
export interface Importer {
  take(rows: Row[]): Promise<void>;
  /** Called at the end; true asks for the file to be read a second time. */
  again?(): boolean;
}

export interface FileContext extends ImportContext {
  mapping: Mapping;
  tally: ImportTally;
}

/** Reads a field of a row, trimmed; '' if the file has no such column. */
export function cell(row: Row, mapping: Mapping, field: string): string {
  const index = mapping.fields[field];
  return index === undefined ? '' : (row.cells[index] ?? '');
}

/** A row that cannot be imported; its message is the reason for people. */
export class RowRefused extends Error {}

/** The import's texts in its language. */
export const importTexts = (context: Pick<ImportContext, 'locale'>) => textsIn(context.locale).intake;

/** Name of a field for people, in the import's language. */
export function columnLabel(context: FileContext, field: string): string {
  return columnFieldName(context.mapping, field)[context.locale];
}

/** Reads a field that must not be blank. Throws RowRefused. */
export function requiredCell(context: FileContext, row: Row, field: string): string {
  const found = cell(row, context.mapping, field);
  if (found === '') throw new RowRefused(importTexts(context).blank(columnLabel(context, field)));
  return found;
}

/** Reads each row; counts refused ones and returns the others with their rows. */
export function readRows<T>(
  context: FileContext,
  rows: readonly Row[],
  read: (row: Row) => T | null,
): { row: Row; read: T }[] {
  return rows.flatMap((row) => {
    try {
      const found = read(row);
      return found === null ? [] : [{ row, read: found }];
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      context.tally.refuse(row, error.message);
      return [];
    }
  });
}

export type { Shape };
