import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { processFolder } from './databases.js';
import { afterwards } from './endings.js';

const root = join(import.meta.dirname, '../..');

let built: Promise<string> | undefined;

/** A folder where the product is built as it is when installed: dist/ beside store/migrations; built once per process. */
export function builtProduct(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const folder = join(processFolder('built'), 'built');
  mkdirSync(folder);
  for (const name of ['package.json', 'process.yaml']) copyFileSync(join(root, name), join(folder, name));
  for (const name of ['node_modules', 'store']) symlinkSync(join(root, name), join(folder, name));
  const tsc = [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')];
  // Types are another check's business, and most of the work.
  await promisify(execFile)(process.execPath, [...tsc, '--noCheck', '--outDir', join(folder, 'dist')]);
  return folder;
}

/** A process of the product that a test started. */
export interface Running {
  child: ChildProcess;
  /** What it has written to stdout and stderr so far. */
  said(): string;
  /** Resolves with its exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  kill(): Promise<void>;
}

/** Runs `genjin ARGS` as a process of its own; it is killed once the test has ended. */
export async function runGenjin(args: string[], env: Record<string, string>): Promise<Running> {
  const cwd = await builtProduct();
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['dist/bot/cli.js', ...args], {
    cwd,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'gone'));
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  afterwards(kill);
  return { child, said: () => said, ended, kill };
}
