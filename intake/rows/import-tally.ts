import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import type { Shape } from '../read/guess-columns.js';
import type { Row } from '../read/read-file.js';

/** Results of the rows of one file. */
export interface Counts {
  rows: number;
  created: number;
  merged: number;
  unchanged: number;
  refused: number;
}

/** Rows and amount (minor units) per word of the stage column, and the stage it was read as. */
export interface StageSum {
  word: string;
  stage: string;
  status: string;
  rows: number;
  amount: number;
}

/** A correction or note, reported once with its number of rows and first line. */
export interface Remark {
  kind: 'mended' | 'note';
  field: string;
  what: string;
  rows: number;
  firstLine: number;
}

export interface Reconciliation extends Counts {
  file: string;
  shape: Shape;
  /** Records created on the way: customers, people and teams that the rows name. */
  made: Record<string, number>;
  stages: StageSum[];
  /** Sum of the won rows, in minor units. */
  wonAmount: number;
  refusals: { line: number; reason: string }[];
  remarks: Remark[];
}

/** Refusals shown in the report; the file of refused rows has all. */
const refusalsShown = 20;

/** Counts the result of each row, and writes refused rows and remarks to files as they come. */
export class ImportTally {
  readonly counts: Counts = { rows: 0, created: 0, merged: 0, unchanged: 0, refused: 0 };
  readonly made: Record<string, number> = {};
  private readonly stages = new Map<string, StageSum>();
  private readonly remarks = new Map<string, Remark>();
  private readonly refusals: { line: number; reason: string }[] = [];
  private wonAmount = 0;

  constructor(
    readonly file: string,
    readonly shape: Shape,
    private readonly header: readonly string[],
    private readonly refusedRows: RowFile,
    private readonly remarkRows: RowFile,
  ) {}

  refuse(row: Row, reason: string): void {
    this.counts.refused++;
    if (this.refusals.length < refusalsShown) this.refusals.push({ line: row.line, reason });
    this.refusedRows.write(
      ['file', 'line', 'reason', ...this.header],
      [this.file, `${row.line}`, reason, ...row.cells],
    );
  }

  noteCorrection(row: Row, field: string, from: string, to: string): void {
    this.remark('mended', row, field, `${from} → ${to}`);
  }

  note(row: Row, field: string, what: string): void {
    this.remark('note', row, field, what);
  }

  private remark(kind: Remark['kind'], row: Row, field: string, what: string): void {
    const key = `${kind} ${field} ${what}`;
    const known = this.remarks.get(key);
    if (known) known.rows++;
    else this.remarks.set(key, { kind, field, what, rows: 1, firstLine: row.line });
    this.remarkRows.write(
      ['file', 'line', 'kind', 'field', 'what'],
      [this.file, `${row.line}`, kind, field, what],
    );
  }

  make(what: string, count = 1): void {
    this.made[what] = (this.made[what] ?? 0) + count;
  }

  stage(word: string, stage: string, status: string, amount: number): void {
    const sum = this.stages.get(word) ?? { word, stage, status, rows: 0, amount: 0 };
    this.stages.set(word, sum);
    sum.rows++;
    sum.amount += amount;
    if (status === 'won') this.wonAmount += amount;
  }

  reconciliation(): Reconciliation {
    return {
      file: this.file,
      shape: this.shape,
      ...this.counts,
      made: this.made,
      stages: [...this.stages.values()],
      wonAmount: this.wonAmount,
      refusals: this.refusals,
      remarks: [...this.remarks.values()],
    };
  }
}

/** A CSV file that is created with its first row. */
export class RowFile {
  private stream: WriteStream | undefined;
  rows = 0;

  /** `path` null: rows are only counted. */
  constructor(readonly path: string | null) {}

  write(header: readonly string[], cells: readonly string[]): void {
    this.rows++;
    if (this.path === null) return;
    if (!this.stream) {
      this.stream = createWriteStream(this.path);
      // Byte order mark, so that spreadsheet programs read Chinese.
      this.stream.write(`\uFEFF${stringify([[...header]])}`);
    }
    this.stream.write(stringify([[...cells]], { escape_formulas: true }));
  }

  async close(): Promise<void> {
    if (!this.stream) return;
    this.stream.end();
    await once(this.stream, 'finish');
  }
}
