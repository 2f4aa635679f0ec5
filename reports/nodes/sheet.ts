/** What a column of an exported sheet holds; money in minor units, rates in whole percent. */
export type CellKind = 'text' | 'money' | 'count' | 'percent' | 'days' | 'date';

/** One table of an export, as figures: how they are written is for the file's format. */
export interface Sheet {
  name: string;
  columns: { label: string; kind: CellKind }[];
  /** Null: nothing to say; text in a column of figures: what is not for the reader. */
  rows: (string | number | null)[][];
}

export const column = (label: string, kind: CellKind = 'text') => ({ label, kind });
