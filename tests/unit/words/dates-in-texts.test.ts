import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { locales } from '../../../texts/languages.js';

const texts = join(import.meta.dirname, '../../../texts');

/** Texts about what stands in a file, where dates are written so. */
const ofFiles = /(?:sales\/problem-texts|intake\/\S+|process-file-texts)\.ts$/;

it.each(locales)('no text in %s shows a date as computers write it', (locale) => {
  const files = readdirSync(join(texts, locale), { recursive: true, encoding: 'utf8' });
  const shown = files
    .filter((file) => file.endsWith('.ts') && !ofFiles.test(file))
    .flatMap((file) =>
      readFileSync(join(texts, locale, file), 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line) && /\d{4}-\d\d-\d\d/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(shown).toEqual([]);
});
