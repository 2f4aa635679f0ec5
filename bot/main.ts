import { once } from 'node:events';
import { filePath } from '../store/engine/store.js';
import { lockRoles, runRoles } from '../store/sqlite/run-lock.js';
import { everyWording, inEachLanguage, productName, textsIn } from '../texts/languages.js';
import { CliError } from './cli/terminal.js';
import type { Config } from './config/config.js';
import { keepHeapSmall } from './config/heap.js';
import { makeLog } from './config/log.js';
import { wire } from './wiring/wire.js';

/**
 * Runs the product until SIGTERM or SIGINT; resolves when everything is closed. `say` receives lines for the
 * operator.
 */
export async function start(config: Config, say: (line: string) => void): Promise<void> {
  keepHeapSmall();
  const log = makeLog(config.logLevel);
  const lock = lockFor(config);
  const product = await wire(config, log);
  const ended = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  // While every connection waits for its next attempt, nothing else would keep the process.
  const alive = setInterval(() => undefined, 60_000);
  try {
    await product.start();
    const url = product.url();
    if (url) say(`${productName} → ${url}`);
    if (product.setupCode)
      say(
        `setup ${product.setupCode}   ← ${everyWording(inEachLanguage((t) => t.people.setupLine)).join(' / ')}`,
      );
    await ended;
    log.info('stopping');
    await product.stop();
  } finally {
    clearInterval(alive);
    lock?.release();
  }
}

/**
 * Locks a SQLite database for what this process is to do. Throws CliError if another process does the same with it:
 * both would answer, and one would hear nothing. Processes on PostgreSQL share the work.
 */
function lockFor({ databaseUrl, role, locale }: Config): { release(): void } | undefined {
  if (!databaseUrl.startsWith('file:')) return undefined;
  const file = filePath(databaseUrl);
  const lock = lockRoles(file, role === 'all' ? runRoles : [role]);
  if (!lock) throw new CliError(textsIn(locale).run.startBesideBot(file, role));
  return lock;
}
