import { existsSync } from 'node:fs';
import { systemClock } from '../../kernel/time/clock.js';
import { isDate } from '../../kernel/time/dates.js';
import { instantOf } from '../../kernel/time/zone.js';
import type { ReportContext } from '../../reports/request/report-context.js';
import { filePath, type Store } from '../../store/engine/store.js';
import { repairLine } from '../../store/guard/repair.js';
import { openStore } from '../../store/open.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { Team } from '../../store/schema/row-types.js';
import { type Config, loadConfig } from '../config/config.js';
import {
  type FileDiffers,
  ProcessFile,
  type ProcessInForce,
  type ProcessRefused,
} from '../product/process-file.js';
import { calendarOf } from '../product/product.js';
import { processFileOf } from '../product/usual-process-file.js';
import { CliError, type Terminal } from './terminal.js';

/** What a subcommand works with: the configuration, database and rules of the bot. */
export interface CliContext {
  config: Config;
  store: Store;
  rules: ProcessInForce;
  zone: string;
  ctx: ReportContext;
}

/** The configuration and the open database. */
export type OpenStore = Pick<CliContext, 'config' | 'store'>;

/** Opens the configured database for `work` and closes it. `make`: creates a missing database. */
export async function withStore<T>(
  terminal: Terminal,
  options: { make: boolean },
  work: (open: OpenStore) => Promise<T>,
): Promise<T> {
  const config = loadConfig(terminal.env);
  demandDatabase(config, options.make);
  const store = await openStore(config.databaseUrl);
  try {
    for (const repair of (await store.migrate()).repaired) terminal.err(`${repairLine(repair)}\n`);
    return await work({ config, store });
  } finally {
    await store.close();
  }
}

/** The same, with the rules in force. */
export async function withCliContext<T>(
  terminal: Terminal,
  options: { make: boolean },
  work: (cli: CliContext) => Promise<T>,
): Promise<T> {
  return await withStore(terminal, options, async ({ config, store }) => {
    const rules = await rulesInForce(terminal, config, store);
    const zone = rules.process.timeZone ?? config.timeZone;
    const calendar = calendarOf(rules.process);
    const { locale } = config;
    const now = systemClock.now();
    const ctx = { db: store.db, process: rules.process, calendar, locale, zone, now };
    return await work({ config, store, rules, zone, ctx });
  });
}

/** Loads the rules in force as the bot does, and says where the process file is not what applies. */
async function rulesInForce(terminal: Terminal, config: Config, store: Store): Promise<ProcessInForce> {
  const { locale, timeZone } = config;
  const path = await processFileOf(config, store.db);
  const refused = (error: ProcessRefused) =>
    terminal.err(`${error.message}\nThe last good version stays in force.\n`);
  const differs = ({ version, changes }: FileDiffers) =>
    terminal.err(
      `${path} differs in ${changes} rule(s) from version ${version}, which is in force; see genjin process diff.\n`,
    );
  const file = new ProcessFile(path, store, systemClock, refused, { locale, timeZone, differs });
  await file.refresh();
  return file.inForce;
}

/**
 * Throws CliError if the database file is missing: a mistyped DATABASE_URL must not report on an empty
 * database.
 */
export function demandDatabase(config: Config, make: boolean): void {
  if (make || !config.databaseUrl.startsWith('file:')) return;
  const path = filePath(config.databaseUrl);
  if (!existsSync(path))
    throw new CliError(`There is no database at ${path}: check DATABASE_URL, or import something first.`);
}

/**
 * Reads a moment: `2017-11-20`, `2017-11-20T09:00` in the zone, or with an offset. A bare date means its end,
 * so that a report as of a day includes the day. Throws CliError.
 */
export function readMoment(text: string, zone: string, option: string): Date {
  const local = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/.exec(text);
  if (local?.[1] && isDate(local[1]) && (local[2] === undefined || /^([01]\d|2[0-3]):/.test(local[2]))) {
    return instantOf(local[1], local[2] ?? '23:59', zone);
  }
  const absolute = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? new Date(text)
    : null;
  if (absolute && !Number.isNaN(absolute.getTime())) return absolute;
  throw new CliError(`${option} ${text}: not a time; write 2017-11-20 or 2017-11-20T09:00`);
}

/** Finds a team by name. Throws CliError with the known names. */
export async function teamNamed(store: Store, name: string): Promise<Team> {
  const teams = await listTeams(store.db);
  const found = teams.find((team) => team.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  throw new CliError(
    `--team ${name}: no such team; there are ${teams.map((team) => team.name).join(', ') || 'none'}`,
  );
}
