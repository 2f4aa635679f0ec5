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

/** The YAML with another text for one of its lists at the top, its key included. */
export const withList = (yaml: string, key: string, text: string): string => {
  const list = new RegExp(`^${key}:(?: \\[\\])?\\n(?: .*\\n)*`, 'm');
  if (!list.test(yaml)) throw new Error(`no list ${key}`);
  return yaml.replace(list, () => text);
};

/** The YAML with wins that need no more than their amount. */
export const winningAtOnce = (yaml: string): string => yaml.replace('require: passed', 'require: won');
