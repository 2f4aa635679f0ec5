import { openStore } from '../../store/open.js';
import { loadConfig } from '../config/config.js';
import { type Terminal, writeAnswer } from './terminal.js';

/** `genjin migrate`: brings the tables up to this version; the bot does so itself at start. */
export async function migrateCommand(
  terminal: Terminal,
  flags: { json: boolean; dryRun: boolean },
): Promise<void> {
  const config = loadConfig(terminal.env);
  const store = await openStore(config.databaseUrl);
  try {
    const applied = flags.dryRun ? await store.pending() : (await store.migrate()).applied;
    const list = applied.length === 0 ? 'nothing' : applied.join(', ');
    const text = flags.dryRun ? `To be applied: ${list}.` : `Applied: ${list}.`;
    writeAnswer(terminal, flags.json, { dryRun: flags.dryRun, applied }, text);
  } finally {
    await store.close();
  }
}
