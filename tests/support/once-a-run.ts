import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { patienceMs } from './patience.js';

/**
 * Who shares: all processes of the run that load the same sources. A copy of the checkout (contributing.test.ts) has others,
 * and so has the next run of a Vitest that watches.
 */
const checkout = createHash('sha256')
  .update(import.meta.dirname)
  .digest('hex')
  .slice(0, 8);
const scope = process.env.VITEST_MODE === 'WATCH' ? `${checkout}-${process.pid}` : checkout;

/**
 * The path of a file that the processes of the run share, as `make` left it: the first process that asks makes it, the others
 * wait. It goes with the run's folder (run-folder.ts).
 */
export async function onceARun(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const folder = join(tmpdir(), `shared-${scope}-${name}`);
  const path = join(folder, name);
  const outcome = join(folder, 'outcome');
  if (isFirst(folder)) {
    const failure = await make(path).then(
      () => '',
      (error) => String(error?.stack ?? error),
    );
    writeFileSync(`${outcome}-new`, failure);
    renameSync(`${outcome}-new`, outcome);
  }
  for (let waitedMs = 0; !existsSync(outcome); waitedMs += 20) {
    if (waitedMs > patienceMs) throw new Error(`${name} is not made within ${patienceMs} ms`);
    await setTimeout(20);
  }
  const failure = readFileSync(outcome, 'utf8');
  if (failure) throw new Error(`${name}: ${failure}`);
  return path;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
