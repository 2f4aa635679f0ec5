import { onTestFinished, TestRunner } from 'vitest';

const endings: (() => unknown)[] = [];

/**
 * Runs `end` once the test that is running has ended, however it ends; where none is running (while a file is loaded,
 * in a `beforeAll`), once the test file has. The last one asked for comes first.
 */
export function afterwards(end: () => unknown): void {
  if (TestRunner.getCurrentTest()) onTestFinished(async () => void (await end()));
  else endings.push(end);
}

/** What a test file leaves behind goes with it (end-of-file.ts). */
export async function endFile(): Promise<void> {
  for (const end of endings.splice(0).reverse()) await end();
}
