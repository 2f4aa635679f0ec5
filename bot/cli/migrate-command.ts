import type { Store } from '../../store/engine/store.js';
import { brokenLine } from '../../store/guard/broken.js';
import { repairLine } from '../../store/guard/repair.js';
import { openStore } from '../../store/open.js';
import { loadConfig } from '../config/config.js';
import { type Terminal, writeAnswer } from './terminal.js';

async function migrated(store: Store): Promise<{ applied: string[]; lines: string[] }> {
  const { applied, repaired } = await store.migrate();
  return { applied, lines: repaired.map(repairLine) };
}

/**
 * `genjin migrate`: brings the tables up to this version; the bot does so itself when it starts. Says what it
 * had to repair, and in a dry run which rows it would look into.
 */
export async function migrateCommand(
  terminal: Terminal,
  flags: { json: boolean; dryRun: boolean },
): Promise<void> {
  const config = loadConfig(terminal.env);
  const store = await openStore(config.databaseUrl);
  try {
    const { applied, lines } = flags.dryRun
      ? { applied: await store.pending(), lines: (await store.broken()).map(brokenLine) }
      : await migrated(store);
    const list = applied.length === 0 ? 'nothing' : applied.join(', ');
    const text = flags.dryRun ? `To be applied: ${list}.` : `Applied: ${list}.`;
    const document = { dryRun: flags.dryRun, applied, [flags.dryRun ? 'broken' : 'repaired']: lines };
    writeAnswer(terminal, flags.json, document, [text, ...lines].join('\n'));
  } finally {
    await store.close();
  }
}
