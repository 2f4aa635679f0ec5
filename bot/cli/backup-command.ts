import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { plainReason } from '../../kernel/command/plain-reason.js';
import { systemClock } from '../../kernel/time/clock.js';
import { filePath } from '../../store/engine/store.js';
import { openStore } from '../../store/open.js';
import { whyNoBackup } from '../../store/sqlite/check-backup.js';
import { lockRoles, runRoles } from '../../store/sqlite/run-lock.js';
import { textsIn } from '../../texts/languages.js';
import { type Config, loadConfig } from '../config/config.js';
import { demandDatabase } from './cli-context.js';
import { CliError, confirm, type Terminal, writeAnswer } from './terminal.js';

interface Flags {
  json: boolean;
  yes: boolean;
  dryRun: boolean;
}

/** `genjin backup FILE`: writes a full copy while the bot runs. */
export async function backupCommand(terminal: Terminal, file: string, flags: Flags): Promise<void> {
  const config = loadConfig(terminal.env);
  demandFile(config, 'backed up with pg_dump');
  demandDatabase(config, false);
  const target = resolve(file);
  if (target === resolve(filePath(config.databaseUrl))) throw new CliError(`${file} is the database itself`);
  if (await sizeOf(target))
    await confirm(terminal, flags.yes || flags.dryRun, `${file} is there already. Overwrite it?`);
  if (flags.dryRun)
    return writeAnswer(terminal, flags.json, { dryRun: true, file: target }, `Would write ${target}.`);
  await mkdir(dirname(target), { recursive: true });
  const store = await openStore(config.databaseUrl, { readonly: true });
  // Writes to a part file first: an interrupted copy must not replace a good one.
  const partFile = `${target}.part`;
  try {
    await store.backup(partFile);
    await rename(partFile, target);
  } finally {
    await store.close();
    await rm(partFile, { force: true });
  }
  const bytes = await sizeOf(target);
  writeAnswer(terminal, flags.json, { file: target, bytes }, `${target}: ${bytes} bytes`);
}

/** `genjin restore FILE`: replaces the database by a backup; the bot must be stopped. */
export async function restoreCommand(terminal: Terminal, file: string, flags: Flags): Promise<void> {
  const config = loadConfig(terminal.env);
  demandFile(config, 'restored with pg_restore');
  const source = resolve(file);
  const target = resolve(filePath(config.databaseUrl));
  if (source === target) throw new CliError(`${file} is the database itself`);
  const bytes = await sizeOf(source);
  if (bytes === null) throw new CliError(`${file}: there is no such file`);
  await demandBackup(source);
  const replaces = (await sizeOf(target)) !== null;
  if (flags.dryRun) {
    const text = `Would put ${source} in the place of ${target}${replaces ? ', which is there' : ''}.`;
    return writeAnswer(terminal, flags.json, { dryRun: true, from: source, to: target, replaces }, text);
  }
  // A running bot would go on writing into the file that is put aside.
  const lock = lockRoles(target, runRoles);
  if (!lock) throw new CliError(textsIn(config.locale).run.restoreBesideBot(target));
  try {
    if (replaces)
      await confirm(terminal, flags.yes, `Replace the database at ${target}? Stop the bot first.`);
    const previousFile = await replaceBy(source, target, replaces);
    const text = `${target}: restored from ${source}${previousFile ? `; what was there is now ${previousFile}` : ''}`;
    writeAnswer(terminal, flags.json, { from: source, to: target, kept: previousFile }, text);
  } finally {
    lock.release();
  }
}

/** Puts a copy of a backup in the place of the database; returns where that was put, or null if there was none. */
async function replaceBy(source: string, target: string, replaces: boolean): Promise<string | null> {
  await mkdir(dirname(target), { recursive: true });
  const half = `${target}.part`;
  // Read as a database, so that what is still in its journal comes along.
  const backup = await openStore(`file:${source}`, { readonly: true });
  await backup.backup(half).finally(() => backup.close());
  const previousFile = replaces ? await keptName(target) : null;
  if (previousFile) await rename(target, previousFile);
  // The journal belongs to the replaced database and may hold its last acts.
  for (const journal of ['-wal', '-shm']) {
    if ((await sizeOf(`${target}${journal}`)) === null) continue;
    if (previousFile) await rename(`${target}${journal}`, `${previousFile}${journal}`);
    else await rm(`${target}${journal}`);
  }
  await rename(half, target);
  return previousFile;
}

/** A name for the replaced database that no other one has, with the time. */
async function keptName(target: string): Promise<string> {
  const at = systemClock.now().toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  const name = `${target}.before-restore-${at}Z`;
  for (let n = 1; ; n++) {
    const free = n === 1 ? name : `${name}-${n}`;
    if ((await sizeOf(free)) === null) return free;
  }
}

/** Looks at the file as the bot would. Throws CliError if it is no whole backup, or of a newer version. */
async function demandBackup(path: string): Promise<void> {
  const refuse = (why: string) => {
    throw new CliError(`${path} is no backup of Genjin: ${why}`);
  };
  const why = whyNoBackup(path);
  if (why) refuse(why);
  try {
    const store = await openStore(`file:${path}`, { readonly: true });
    await store.pending().finally(() => store.close());
  } catch (error) {
    refuse(plainReason(error));
  }
}

function demandFile(config: Config, how: string): void {
  if (!config.databaseUrl.startsWith('file:')) throw new CliError(`A PostgreSQL database is ${how}.`);
}

async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found ? found.size : null;
}
