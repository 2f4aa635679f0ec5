import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { guessMapping, type Mapping, type Shape, shapes } from './guess-columns.js';
import { EmptyFile, readSample, type Sample } from './read-file.js';

/** One file as it will be read; shown before anything is written. */
export interface PlannedFile {
  path: string;
  sample: Sample;
  mapping: Mapping;
}

export interface Plan {
  /** In order of import: people and prices before what refers to them. */
  files: PlannedFile[];
  /** Files that are not imported, and why. */
  skipped: { path: string; reason: string }[];
}

/** The path has nothing that can be imported. */
export class NothingToImport extends Error {
  override name = 'NothingToImport';
}

/** Examines a CSV file, or each one of a folder, and guesses its columns. Throws NothingToImport. */
export async function planImport(path: string): Promise<Plan> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new NothingToImport(`${path}: there is no such file or folder`);
  const paths = found.isDirectory()
    ? (await readdir(path))
        .filter((name) => /\.(csv|tsv|txt)$/i.test(name))
        .sort()
        .map((name) => join(path, name))
    : [path];
  if (paths.length === 0) throw new NothingToImport(`${path}: the folder has no .csv, .tsv or .txt file`);
  const plan: Plan = { files: [], skipped: [] };
  for (const each of paths) {
    try {
      const sample = await readSample(each);
      const mapping = guessMapping(
        sample.header,
        sample.rows.map((row) => row.cells),
      );
      if (mapping) plan.files.push({ path: each, sample, mapping });
      else
        plan.skipped.push({
          path: each,
          reason: `no known columns: ${sample.header.join(', ').slice(0, 200)}`,
        });
    } catch (error) {
      if (!(error instanceof EmptyFile)) throw error;
      plan.skipped.push({ path: each, reason: 'it has no rows' });
    }
  }
  const order = (shape: Shape) => shapes.indexOf(shape);
  plan.files.sort((a, b) => order(a.mapping.shape) - order(b.mapping.shape) || (a.path < b.path ? -1 : 1));
  if (plan.files.length > 0) return plan;
  const reasons = plan.skipped.map((file) => `${basename(file.path)}: ${file.reason}`).join('; ');
  throw new NothingToImport(`${path}: nothing to import (${reasons})`);
}
