import { readFile, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { acceptProcess } from '../../crm/rules/accept-process.js';
import { systemClock } from '../../kernel/time/clock.js';
import { type Process, parseStoredProcess } from '../../sales/process/parse-process.js';
import { processDifferences } from '../../sales/process/process-differences.js';
import { markProcessFileSeen } from '../../store/running/process-files.js';
import { latestProcessVersion, processHash } from '../../store/running/process-versions.js';
import type { ProcessVersion } from '../../store/schema/row-types.js';
import { unitOfNobody } from '../../store/unit/unit.js';
import { operatorLocale } from '../../texts/languages.js';
import { fileId, ProcessRefused } from '../product/process-file.js';
import { processFileOf } from '../product/usual-process-file.js';
import { gridLines } from './card-text.js';
import { type OpenStore, withStore } from './cli-context.js';
import { CliError, confirm, type Terminal, writeAnswer } from './terminal.js';

interface Flags {
  json: boolean;
  yes: boolean;
  dryRun: boolean;
}

/**
 * `genjin process export [FILE]`: writes the rules in force with their comments to the process file, or to another
 * one; `-` prints them. From then on a saved file is put in force.
 */
export async function processExport(
  terminal: Terminal,
  given: string | undefined,
  flags: Flags,
): Promise<void> {
  await withStore(terminal, { make: false }, async ({ config, store }) => {
    const { version, hash, yaml } = await demandVersion({ config, store });
    if (given === '-') return writeAnswer(terminal, flags.json, { version, hash, yaml }, yaml.trimEnd());
    const path = resolve(given ?? (await processFileOf(config, store.db)));
    const there = await textOf(path);
    if (there !== undefined && there !== yaml && !flags.dryRun)
      await confirm(
        terminal,
        flags.yes,
        `${path} is not version ${version}, which is in force. Overwrite it?`,
      );
    const isWritten = there !== yaml && !flags.dryRun;
    if (isWritten) await replaceFile(path, yaml);
    if (!flags.dryRun) await store.tx((tx) => markProcessFileSeen(tx, fileId(path), hash));
    const document = { dryRun: flags.dryRun, path, version, hash, written: isWritten };
    const what = there === yaml ? 'is already' : isWritten ? 'is now' : 'would be';
    writeAnswer(terminal, flags.json, document, `${path} ${what} version ${version} of the rules.`);
  });
}

/** `genjin process diff [FILE]`: lists what a file would change. True if it changes nothing. */
export async function processDiff(
  terminal: Terminal,
  given: string | undefined,
  flags: { json: boolean },
): Promise<boolean> {
  return await withStore(terminal, { make: false }, async (open) => {
    const path = resolve(given ?? (await processFileOf(open.config, open.store.db)));
    const { version, yaml } = await demandVersion(open);
    const { process } = await demandProcess(open, path);
    const changes = changesBetween(yaml, process);
    const said =
      changes.length === 0
        ? `${path} has the rules of version ${version}, which is in force.`
        : changeLines(changes, version);
    writeAnswer(terminal, flags.json, { path, version, same: changes.length === 0, changes }, said);
    return changes.length === 0;
  });
}

/** `genjin process import [FILE]`: puts a file in force, whatever it was written from. */
export async function processImport(
  terminal: Terminal,
  given: string | undefined,
  flags: Flags,
): Promise<void> {
  await withStore(terminal, { make: true }, async (open) => {
    const { store, config } = open;
    const path = resolve(given ?? (await processFileOf(config, store.db)));
    const { yaml, process } = await demandProcess(open, path);
    const hash = processHash(yaml);
    const before = await latestProcessVersion(store.db);
    const changes = before ? changesBetween(before.yaml, process) : [];
    const isSame = before?.hash === hash;
    if (changes.length > 0) terminal.err(`${changeLines(changes, before?.version ?? 0)}\n`);
    if (!flags.dryRun && !isSame) await confirm(terminal, flags.yes, `Put ${path} in force?`);
    const version = flags.dryRun
      ? (before?.version ?? null)
      : await store.tx(async (tx) => {
          await markProcessFileSeen(tx, fileId(path), hash);
          return await unitOfNobody(tx, systemClock.now(), 'file').putInForce({ hash, yaml });
        });
    const document = { dryRun: flags.dryRun, path, version, changes };
    const said = isSame ? 'is in force already' : flags.dryRun ? 'would be put in force' : 'is in force';
    writeAnswer(terminal, flags.json, document, `${path} ${said}.`);
  });
}

async function demandVersion({ store }: OpenStore): Promise<ProcessVersion> {
  const version = await latestProcessVersion(store.db);
  if (version) return version;
  throw new CliError('The database has no rules yet: start the bot, or say genjin process import.');
}

/** Reads a process file that may be put in force. Throws CliError if there is none, ProcessRefused with its problems. */
async function demandProcess(
  { config, store }: OpenStore,
  path: string,
): Promise<{ yaml: string; process: Process }> {
  const yaml = await textOf(path);
  if (yaml === undefined) throw new CliError(`there is no file ${path}`);
  const company = { db: store.db, now: systemClock.now(), timeZone: config.timeZone };
  const accepted = await acceptProcess(company, yaml);
  if (!accepted.ok) throw new ProcessRefused(path, accepted.problems);
  return { yaml, process: accepted.process };
}

interface Change {
  rule: string;
  before: string;
  after: string;
}

function changesBetween(stored: string, after: Process): Change[] {
  const before = parseStoredProcess(stored);
  // This release cannot read what is in force: no rule of it can be compared.
  if (!before.ok) return [];
  return processDifferences(before.process, after).map((one) => ({
    rule: one.name[operatorLocale],
    before: one.before[operatorLocale],
    after: one.after[operatorLocale],
  }));
}

const changeLines = (changes: readonly Change[], version: number): string =>
  gridLines(
    [
      ['rule', `version ${version}`, 'file'],
      ...changes.map(({ rule, before, after }) => [rule, before, after]),
    ],
    [],
  ).join('\n');

/** Reads a text file, or returns undefined if there is none. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new CliError(`${path} cannot be read: ${(error as Error).message}`);
  }
}

/** Replaces a file as a whole, so that nobody reads half of it. */
async function replaceFile(path: string, text: string): Promise<void> {
  try {
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  } catch (error) {
    throw new CliError(`${path} cannot be written: ${(error as Error).message}`);
  }
}
