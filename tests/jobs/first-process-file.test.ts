import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileId, ProcessFile } from '../../bot/product/process-file.js';
import { processFileOf } from '../../bot/product/usual-process-file.js';
import { FixedClock } from '../../kernel/time/clock.js';
import { parseProcess } from '../../sales/process/parse-process.js';
import type { Store } from '../../store/engine/store.js';
import { type Locale, locales, textsIn } from '../../texts/languages.js';
import { freshSqlite } from '../support/databases.js';

const root = join(import.meta.dirname, '../..');
const clock = new FixedClock(new Date('2026-11-23T02:00:00Z'));
const fileOf = (store: Store, locale: Locale, processFile?: string) =>
  processFileOf({ processFile, locale }, store.db);
const begin = (store: Store, name: string) =>
  new ProcessFile(join(root, name), store, clock, (error) => {
    throw error;
  }).refresh();

function shipped(name: string) {
  const parsed = parseProcess(readFileSync(join(root, name), 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.process;
}

it('a new company begins with the rules of its language', async () => {
  const { store } = await freshSqlite();
  expect(await fileOf(store, 'zh')).toBe('process.yaml');
  expect(await fileOf(store, 'en')).toBe('process.en.yaml');
  expect(await fileOf(store, 'en', 'ours.yaml')).toBe('ours.yaml');
});

it('a company stays with the file that it began with, whatever its language', async () => {
  const { store: old } = await freshSqlite();
  await begin(old, 'process.yaml');
  expect(await fileOf(old, 'en')).toBe('process.yaml');
  const { store } = await freshSqlite();
  await begin(store, 'process.en.yaml');
  expect(await fileOf(store, 'en')).toBe('process.en.yaml');
  expect(fileId('process.en.yaml')).toMatch(/process\.en\.yaml$/);
});

it('each language has a file with its currency and calendar, and the same stages, sources and loss reasons', () => {
  const [zh, en] = locales.map((locale) => shipped(textsIn(locale).config.processFile));
  expect([zh?.currency, zh?.calendar]).toEqual(['CNY', 'china']);
  expect([en?.currency, en?.calendar]).toEqual(['USD', 'plain']);
  const keys = (process = shipped('process.yaml')) => [
    process.pipelines.flatMap(({ stages }) => stages.map(({ key }) => key)),
    process.sources.map(({ key }) => key),
    process.lossReasons.map(({ key }) => key),
  ];
  expect(keys(en)).toEqual(keys(zh));
});
