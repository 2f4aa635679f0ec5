import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterwards } from './endings.js';

/** Where the product stands, whose dist/ was compiled before the tests began. */
const root = join(import.meta.dirname, '../..');

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
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['dist/run/cli.js', ...args], {
    cwd: root,
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
