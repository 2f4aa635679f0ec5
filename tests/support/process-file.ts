import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testFolder } from './databases.js';

/** The process file that the product ships with. */
export const shippedPath = join(import.meta.dirname, '../../process.yaml');

let files = 0;

/** A copy of the shipped process file of a test's own, changed as wanted; answers its path. */
export function processFile(edit: (yaml: string) => string = (yaml) => yaml): string {
  const path = join(testFolder(), `process-${++files}.yaml`);
  copyFileSync(shippedPath, path);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
  return path;
}
