import type { Store } from '../../store/engine/store.js';
import { type Broken, brokenLine } from '../../store/guard/broken.js';
import { type Repair, repairLine } from '../../store/guard/repair.js';
import { openStore } from '../../store/open.js';
import { loadConfig } from '../config/config.js';
import { type Terminal, writeAnswer } from './terminal.js';

interface Outcome {
  applied: string[];
  /** For --json, and for people. */
  rows: Record<string, unknown>;
  lines: string[];
}

/**
 * `genjin migrate`: brings the tables up to this version; the bot does so itself when it starts. Says which rows it
 * repaired for that; a dry run says which rows stand in the way, or break the schema where nothing is to be applied.
 */
export async function migrateCommand(
  terminal: Terminal,
  flags: { json: boolean; dryRun: boolean },
): Promise<void> {
  const { dryRun, json } = flags;
  const config = loadConfig(terminal.env);
  const store = await openStore(config.databaseUrl);
  try {
    const { applied, rows, lines } = dryRun ? await foreseen(store) : await done(store);
    const list = applied.length === 0 ? 'nothing' : applied.join(', ');
    const text = dryRun ? `To be applied: ${list}.` : `Applied: ${list}.`;
    writeAnswer(terminal, json, { dryRun, applied, ...rows }, [text, ...lines].join('\n'));
  } finally {
    await store.close();
  }
}

async function foreseen(store: Store): Promise<Outcome> {
  const applied = await store.pending();
  const broken = await store.broken();
  return { applied, rows: { broken: broken.map(documentOf) }, lines: broken.map(brokenLine) };
}

async function done(store: Store): Promise<Outcome> {
  const { applied, repaired } = await store.migrate();
  return { applied, rows: { repaired: repaired.map(documentOf) }, lines: repaired.map(repairLine) };
}

function documentOf(one: Broken | Repair): Record<string, unknown> {
  const { demand, ...found } = one;
  return { table: demand.table, column: demand.column, breaks: demand.kind, ...found };
}
