import { readFile } from 'node:fs/promises';
import { allJobs } from '../../jobs/register-jobs.js';
import {
  type ScheduleFault,
  scheduleFaults,
  scheduleFaultWords,
} from '../../jobs/shared/broken-schedules.js';
import type { Finding } from '../../kernel/chat/finding.js';
import { systemClock } from '../../kernel/time/clock.js';
import { parseProcess, parseStoredProcess } from '../../sales/process/parse-process.js';
import { processDifferences } from '../../sales/process/process-differences.js';
import type { Store } from '../../store/engine/store.js';
import { latestProcessVersion } from '../../store/running/process-versions.js';
import { operatorLocale } from '../../texts/languages.js';
import type { Config } from '../config/config.js';
import type { ProcessInForce } from '../product/process-file.js';
import { firstProcessFile } from '../product/usual-process-file.js';
import { jobContext } from './job-command.js';

/** Checks the file, and whether it says what is in force; `rules`: those of the database. */
export async function examineProcessFile(
  config: Config,
  {
    path = firstProcessFile(config),
    rules,
  }: { path?: string | undefined; rules?: ProcessInForce | undefined },
): Promise<Finding> {
  const check = 'process file';
  const yaml = await readFile(path, 'utf8').catch(() => null);
  if (yaml === null && rules)
    return { check, state: 'ok', found: `no ${path}; version ${rules.version} of the database is in force` };
  if (yaml === null) {
    return {
      check,
      state: 'fail',
      found: `${path} cannot be read`,
      fix: `set PROCESS_FILE, or put ${path} into the working folder`,
    };
  }
  const parsed = parseProcess(yaml);
  if (!parsed.ok) {
    const reasons = parsed.problems.map(
      (problem) => `${path}:${problem.line} ${problem.reason[config.locale]}`,
    );
    return {
      check,
      state: 'fail',
      found: reasons.join('; '),
      fix: 'correct these lines; the last good version stays in force',
    };
  }
  const changes = rules ? processDifferences(rules.process, parsed.process).length : 0;
  if (!rules || changes === 0)
    return { check, state: 'ok', found: `${path}, ${parsed.process.stages.length} stages` };
  return {
    check,
    state: 'warn',
    found: `${path} differs in ${changes} rule(s) from version ${rules.version}, which is in force`,
    fix: '`genjin process diff` lists them; `genjin process export` makes the file follow, `genjin process import` the rules',
  };
}

/** Reads the rules in force, or undefined if there are none that this release can read. */
export async function storedRules({ db }: Store): Promise<ProcessInForce | undefined> {
  const row = await latestProcessVersion(db);
  const parsed = row && parseStoredProcess(row.yaml);
  return row && parsed?.ok ? { process: parsed.process, version: row.version } : undefined;
}

/** How to correct what nobody can correct in the chat. */
const operatorFix: Partial<Record<ScheduleFault['kind'], string>> = {
  zone: 'Set time_zone of these teams in the table teams to a known name such as Asia/Shanghai.',
  job: 'Report it with this line; all other jobs go on.',
};

/** Names the schedules that cannot run, and how to correct them. */
export async function examineSchedules(
  config: Config,
  store: Store,
  rules: ProcessInForce,
): Promise<Finding> {
  const zone = rules.process.timeZone ?? config.timeZone;
  const context = jobContext({ config, store, rules, zone }, systemClock.now());
  const faults = await scheduleFaults(allJobs, context);
  const check = 'schedules';
  if (faults.length === 0) return { check, state: 'ok', found: 'each has its slots' };
  const words = faults.map((fault) => scheduleFaultWords(operatorLocale, fault));
  return {
    check,
    state: 'fail',
    found: words.map(([said]) => said).join(' '),
    fix: faults.map((fault, at) => operatorFix[fault.kind] ?? words[at]?.[1]).join(' '),
  };
}
