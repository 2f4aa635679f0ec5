import { basename } from 'node:path';
import { unitOfNobody } from '../store/unit/unit.js';
import type { Plan, PlannedFile } from './read/plan-import.js';
import { rowsOf } from './read/read-file.js';
import { accountImporter } from './rows/account-importer.js';
import { contactImporter } from './rows/contact-importer.js';
import { dealImporter } from './rows/deal-importer.js';
import { ImportDirectory } from './rows/import-directory.js';
import { ImportTally, type Reconciliation, RowFile } from './rows/import-tally.js';
import type { FileContext, ImportContext, Importer } from './rows/importer.js';
import { productImporter, teamImporter } from './rows/team-importer.js';

export interface ImportOptions extends Omit<ImportContext, 'directory'> {
  /** Where refused rows and remarks are written; null: nowhere. */
  refusedPath: string | null;
  remarksPath: string | null;
  progress(file: string, done: number, all: number): void;
}

export interface ImportResult {
  dryRun: boolean;
  files: Reconciliation[];
  /** The files written; null if there was nothing to write. */
  refusedFile: string | null;
  remarksFile: string | null;
}

/** Rows per transaction: the most that a crash loses and that are imported again. */
const batchSize = 10_000;

/**
 * Imports the files of a plan, batch by batch, so that memory does not grow with the file. Importing a file
 * again changes nothing; after a crash it resumes.
 */
export async function runImport(plan: Plan, options: ImportOptions): Promise<ImportResult> {
  const { store, dryRun, zone, now } = options;
  const directory = new ImportDirectory(store, dryRun, zone, now);
  await directory.load();
  const refused = new RowFile(options.refusedPath);
  const remarks = new RowFile(options.remarksPath);
  const files: Reconciliation[] = [];
  for (const file of plan.files) {
    const tally = new ImportTally(
      basename(file.path),
      file.mapping.shape,
      file.sample.header,
      refused,
      remarks,
    );
    const context: FileContext = { ...options, directory, mapping: file.mapping, tally };
    await importFile(file, importerFor(context, file), tally, options.progress);
    files.push(tally.reconciliation());
    const { rows, created, merged, unchanged } = tally.counts;
    if (dryRun || created + merged === 0) continue;
    const after = { file: tally.file, rows, created, merged, unchanged, refused: tally.counts.refused };
    await store.tx((tx) =>
      unitOfNobody(tx, now, 'import').note('import.done', { id: tally.file }, after, null),
    );
  }
  await Promise.all([refused.close(), remarks.close()]);
  return {
    dryRun,
    files,
    refusedFile: refused.rows > 0 ? refused.path : null,
    remarksFile: remarks.rows > 0 ? remarks.path : null,
  };
}

async function importFile(
  file: PlannedFile,
  importer: Importer,
  tally: ImportTally,
  progress: ImportOptions['progress'],
): Promise<void> {
  let again = false;
  do {
    let header = true;
    const first: boolean = !again;
    const unreadable = (problem: { line: number; reason: string }) => {
      if (!first) return;
      tally.counts.rows++;
      tally.refuse({ line: problem.line, cells: [] }, problem.reason);
    };
    let done = 0;
    const batches = rowsOf(file.path, file.sample.form, unreadable, batchSize, (bytes) => {
      done = bytes;
    });
    for await (const batch of batches) {
      const rows = header ? batch.slice(1) : batch;
      header = false;
      if (first) tally.counts.rows += rows.length;
      if (rows.length > 0) await importer.take(rows);
      progress(tally.file, done, file.sample.bytes);
    }
    again = first && (importer.again?.() ?? false);
  } while (again);
}

function importerFor(context: FileContext, file: PlannedFile): Importer {
  switch (context.mapping.shape) {
    case 'teams':
      return teamImporter(context);
    case 'products':
      return productImporter(context);
    case 'accounts':
      return accountImporter(context, file.sample.header);
    case 'contacts':
    case 'leads':
      return contactImporter(context);
    case 'opportunities':
      return dealImporter(context);
  }
}
