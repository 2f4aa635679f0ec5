import { createInterface } from 'node:readline/promises';
import { wordsInEach } from '../../texts/languages.js';

/** An error that the person at the keyboard can correct: printed in one line, exit code 2. */
export class CliError extends Error {
  override name = 'CliError';
}

/** Where a command reads and writes; tests bring their own. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Asks for a yes; null if nobody can answer. */
  ask: ((question: string) => Promise<boolean>) | null;
  env: Record<string, string | undefined>;
}

/** The terminal of the process. */
export function processTerminal(env: Record<string, string | undefined>): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    ask: process.stdin.isTTY && process.stderr.isTTY ? askYes : null,
    env,
  };
}

async function askYes(question: string): Promise<boolean> {
  const line = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const said = (await line.question(`${question} [y/N] `)).trim().toLowerCase();
    return wordsInEach((t) => t.dispatch.yesWords).includes(said);
  } finally {
    line.close();
  }
}

/** Prints the answer: one JSON document with --json, else the text. */
export function writeAnswer(terminal: Terminal, json: boolean, document: unknown, text: string): void {
  terminal.out(json ? `${JSON.stringify(document, null, 2)}\n` : `${text}\n`);
}

/** Returns after --yes or a confirmed question. Throws CliError otherwise, with the options to use. */
export async function confirm(terminal: Terminal, yes: boolean, question: string): Promise<void> {
  if (yes) return;
  if (!terminal.ask)
    throw new CliError(`${question} Say --yes to go on, or --dry-run to see what would happen.`);
  if (!(await terminal.ask(question))) throw new CliError('Nothing was done.');
}
