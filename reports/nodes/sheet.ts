import type { MoneyReader } from '../../kernel/pieces/amount.js';
import { formatsIn } from '../../texts/languages.js';

/** What an exported column holds: money in minor units, rates in whole percent. */
export type CellKind = 'text' | 'money' | 'count' | 'percent' | 'days' | 'date';

/** One table of an export, as raw values that each file format writes its own way. */
export interface Sheet {
  name: string;
  columns: { label: string; kind: CellKind }[];
  /** Null for an empty cell; text in a column of figures hides a value from the reader. */
  rows: (string | number | null)[][];
}

/** The heading of an exported column; one of money says its currency. */
export const headingOf = (
  { label, kind }: Sheet['columns'][number],
  { locale, process }: MoneyReader,
): string => (kind === 'money' ? formatsIn(locale).moneyColumn(label, process.currency) : label);

export const column = (label: string, kind: CellKind = 'text') => ({ label, kind });
