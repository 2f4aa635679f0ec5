import { Command, CommanderError } from 'commander';
import { NothingToImport } from '../../intake/read/plan-import.js';
import { plainReason } from '../../kernel/command/plain-reason.js';
import { MigrationRefused } from '../../store/guard/repair.js';
import { productName } from '../../texts/languages.js';
import { ConfigError } from '../config/config.js';
import { ProcessRefused } from '../product/process-file.js';
import { articlesCommand } from './articles-command.js';
import { backtestCommand } from './backtest-command.js';
import { backupCommand, restoreCommand } from './backup-command.js';
import { deadList, deadResend } from './dead-posts-command.js';
import { doctorCommand } from './doctor.js';
import { explainLineCommand } from './explain-line-command.js';
import { exportCommand } from './export-command.js';
import { importCommand } from './import-command.js';
import { jobList, jobRun } from './job-command.js';
import { manifestCommand, manifestPlatforms } from './manifest-command.js';
import { migrateCommand } from './migrate-command.js';
import { processDiff, processExport, processImport } from './process-command.js';
import { reportCommand, reportKinds } from './report-command.js';
import { sentCommand } from './sent-command.js';
import { CliError, type Terminal } from './terminal.js';

const json = ['--json', 'one JSON document on stdout'] as const;
const yes = ['-y, --yes', 'do not ask'] as const;
const dryRun = ['--dry-run', 'say what would happen, change nothing'] as const;

interface Flags {
  json: boolean;
  yes: boolean;
  dryRun: boolean;
}

/** Sets absent flags to false. */
const withDefaults = <T extends Partial<Flags>>(flags: T): T & Flags => ({
  json: false,
  yes: false,
  dryRun: false,
  ...flags,
});

/**
 * Runs one command line (without `node` and the script) and returns the exit code: 0 done, 1 something
 * failed, 2 the line, environment or a file must be corrected. `start` runs the bot.
 */
export async function runCli(
  args: string[],
  terminal: Terminal,
  start: () => Promise<void>,
): Promise<number> {
  let code = 0;
  const program = new Command('genjin')
    .description(`${productName}: the sales-process assistant that lives in the team’s chat`)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showSuggestionAfterError();
  const sub = (name: string, about: string, parent: Command = program) =>
    parent.command(name).description(about).exitOverride();

  sub('start', 'run the bot; without a platform, the sandbox on this machine').action(start);
  sub('doctor', 'check configuration, database, process file and clock, and say what to fix')
    .option(...json)
    .action(async (flags) => {
      code = (await doctorCommand(terminal, withDefaults(flags))) ? 0 : 1;
    });
  sub('import <path>', 'import a CSV file, or each one of a folder')
    .option(...json)
    .option(...dryRun)
    .option(...yes)
    .option('--reports <folder>', 'where the files of refused and mended rows go', '.')
    .action((path, flags) => importCommand(terminal, path, withDefaults(flags)));
  sub('articles <folder>', 'take in what the team knows: every Markdown file of a folder')
    .option(...json)
    .option(...dryRun)
    .option(...yes)
    .action((folder, flags) => articlesCommand(terminal, folder, withDefaults(flags)));
  sub('export <folder>', 'write a CSV file per subject')
    .option(...json)
    .option(...dryRun)
    .option(...yes)
    .option('--only <subjects...>', 'only these subjects')
    .action((folder, flags) => exportCommand(terminal, folder, withDefaults(flags)));

  const process = sub('process', 'the rules in force, and files of them');
  sub('export [file]', 'write the rules in force to the process file or another one; - prints them', process)
    .option(...json)
    .option(...dryRun)
    .option(...yes)
    .action((file, flags) => processExport(terminal, file, withDefaults(flags)));
  sub('diff [file]', 'what the process file or another one would change; exit code 1 if something', process)
    .option(...json)
    .action(async (file, flags) => {
      code = (await processDiff(terminal, file, withDefaults(flags))) ? 0 : 1;
    });
  sub('import [file]', 'put the process file or another one in force', process)
    .option(...json)
    .option(...dryRun)
    .option(...yes)
    .action((file, flags) => processImport(terminal, file, withDefaults(flags)));

  const job = sub('job', 'what the clock starts');
  sub('list', 'each job with its schedule and its last run', job)
    .option(...json)
    .action((flags) => jobList(terminal, withDefaults(flags)));
  sub('run <name>', 'run a job now, or as if it were then', job)
    .option('--at <time>', 'the time of its slot, e.g. 2017-11-20T09:00')
    .option(...json)
    .option(...dryRun)
    .option(...yes)
    .action((name, flags) => jobRun(terminal, name, withDefaults(flags)));

  sub(
    'report <kind> [words...]',
    `a report: ${reportKinds.join(', ')}; slice takes words, e.g. amount by product`,
  )
    .option('--as-of <time>', 'as it stood then, e.g. 2017-11-20 or 2017-11-20T09:00')
    .option('--team <name>', 'of one team')
    .option(
      '--period <period>',
      'thisWeek, lastWeek, thisMonth, lastMonth, thisQuarter, lastQuarter, thisYear',
    )
    .option('--csv <file>', 'write slice, yield or loss with all of its figures to a CSV file')
    .option('--xlsx <file>', 'the same to an XLSX file')
    .option(...json)
    .action((kind, words, flags) => reportCommand(terminal, kind, words, withDefaults(flags)));
  sub('sent', 'the weekly reports that were sent, and whether a re-run says the same')
    .option(...json)
    .action((flags) => sentCommand(terminal, withDefaults(flags)));
  sub('explain-line <words>', 'how a line would be read if somebody said it now, and why; nothing is written')
    .option('--as <name>', 'who would say it in private; else the first colleague')
    .option(...json)
    .action((words, flags) => explainLineCommand(terminal, words, withDefaults(flags)));
  sub('backtest', 'what the forecast would have told at past moments, against what became of it')
    .option('--days <n>', 'a deal counts as won where it was won within so many days', '90')
    .option('--splits <n>', 'how many splits in time', '4')
    .option('--as-of <time>', 'with what was known by then')
    .option(...json)
    .action((flags) => backtestCommand(terminal, withDefaults(flags)));
  sub('backup <file>', 'copy the database while the bot runs')
    .option(...json)
    .option(...dryRun)
    .option(...yes)
    .action((file, flags) => backupCommand(terminal, file, withDefaults(flags)));
  sub('restore <file>', 'put a backup in the place of the database; stop the bot first')
    .option(...json)
    .option(...dryRun)
    .option(...yes)
    .action((file, flags) => restoreCommand(terminal, file, withDefaults(flags)));
  sub('migrate', 'bring the tables up to this version')
    .option(...json)
    .option(...dryRun)
    .action((flags) => migrateCommand(terminal, withDefaults(flags)));

  sub(
    'manifest <platform>',
    `the manifest of an app with these commands, to paste where it is made: ${manifestPlatforms.join(', ')}`,
  )
    .option('--prefix <word>', 'before each slash command: crm makes /crm-log')
    .option('--url <address>', 'over HTTP at this address instead of Socket Mode')
    .action((platform, flags) => manifestCommand(terminal, platform, flags));

  const dead = sub('dead', 'posts that could not be sent');
  sub('list', 'what could not be sent, and why', dead)
    .option(...json)
    .action((flags) => deadList(terminal, withDefaults(flags)));
  sub('resend [ids...]', 'put them back in the queue; all of them without an id', dead)
    .option(...json)
    .option(...dryRun)
    .option(...yes)
    .action((ids, flags) => deadResend(terminal, ids, withDefaults(flags)));

  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, terminal);
  }
}

function explain(error: unknown, terminal: Terminal): number {
  // Commander has already printed the error or its help.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof ConfigError) {
    for (const { variable, reason } of error.problems) terminal.err(`genjin: ${variable} ${reason}\n`);
    return 2;
  }
  const known = [CliError, NothingToImport, ProcessRefused, MigrationRefused].some(
    (kind) => error instanceof kind,
  );
  terminal.err(`genjin: ${plainReason(error)}\n`);
  return known ? 2 : 1;
}
