import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { testOfAll } from '../support/runs.js';
import { rooms, root } from './house.js';

const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** A copy of the product in which the example of the page is carried out. */
const copy = mkdtempSync(join(tmpdir(), 'genjin-contributing-'));
const copied = [
  ...rooms,
  'tests/support',
  'tests/laws',
  'process.yaml',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** A block with a file's name: a new file (`ts`), or a change of one that exists (`diff`). */
interface Block {
  kind: string;
  path: string;
  text: string;
}

const blocks: Block[] = [...page.matchAll(/^```(ts|diff) (\S+)\n([\s\S]*?)^```$/gm)].map(
  ([, kind = '', path = '', text = '']) => ({ kind, path, text }),
);

const remove = () => rmSync(copy, { recursive: true, force: true });
afterAll(remove);
try {
  await carryOut();
} catch (error) {
  remove();
  throw error;
}

describe('the example of CONTRIBUTING.md', () => {
  it.each(blocks)('$path has the lines of the example', ({ path, kind, text }) => {
    const added = text.split('\n').filter((line) => kind === 'ts' || line.startsWith('+'));
    const file = readFileSync(join(copy, path), 'utf8');
    for (const line of added) expect(file).toContain(kind === 'ts' ? line : line.slice(1));
  });

  testOfAll('adds a command whose examples work in each language', async () => {
    const { registry } = await import(join(copy, 'dist/bot/product/product.js'));
    const { world } = await import(join(copy, 'tests/support/world.ts'));
    const command = registry.get('drinks');
    for (const [locale, deal] of Object.entries({ zh: '商机 华为 ERP 20万', en: 'deal Acme ERP 200k' })) {
      const w = await world({ locale });
      const rep = await w.rep('Leo');
      await rep.says(deal);
      for (const line of command.examples[locale]) await rep.says(line).sees(/C-1/);
      expect(w.incidents).toEqual([]);
    }
  });
});

/**
 * Applies the page to the copy. In `npm run test:all` makes migrations too, checks types, compiles, and makes the example's
 * tests tests of this file.
 */
async function carryOut(): Promise<void> {
  for (const path of copied) cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const block of blocks) apply(block);
  if (!inject('everything')) return;
  const [migrations = ''] = /^npm run migrations.*$/m.exec(page) ?? [];
  await run(migrations);
  await run('npx tsc -p tsconfig.build.json');
  await import(join(copy, 'tests/support/end-of-file.ts'));
  for (const { path } of blocks) if (path.endsWith('.test.ts')) await import(join(copy, path));
}

function apply({ kind, path, text }: Block): void {
  const file = join(copy, path);
  if (kind === 'ts') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  for (const hunk of text.split(/^@@\n/m)) {
    const lines = hunk.trimEnd().split('\n');
    const side = (marks: string) =>
      lines
        .filter((line) => marks.includes(line.charAt(0)))
        .map((line) => `\n${line.slice(1)}`)
        .join('');
    const parts = `\n${readFileSync(file, 'utf8')}`.split(`${side(' -')}\n`);
    if (parts.length !== 2)
      throw new Error(`${path} has these lines ${parts.length - 1} times:${side(' -')}`);
    writeFileSync(file, parts.join(`${side(' +')}\n`).slice(1));
  }
}

/** Runs a command line in the copy; fails with what it printed. */
async function run(line: string): Promise<void> {
  const [program = '', ...given] = line.split(' ');
  await promisify(execFile)(program, given, { cwd: copy }).catch(({ stdout, stderr }) => {
    throw new Error(`${line}\n${stdout}${stderr}`);
  });
}
