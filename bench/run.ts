import { cpus, totalmem } from 'node:os';
import { benchDryRun } from './dry-run.js';
import { benchIdle } from './idle.js';
import { benchImport } from './import.js';
import { benchLearn } from './learn.js';
import { benchLog } from './log.js';
import type { Row } from './measure.js';
import { benchPictures } from './pictures.js';
import { benchReports } from './reports.js';
import { benchSlack } from './slack.js';
import { benchStart } from './start.js';
import { benchTruth } from './truth.js';

const suites: Record<string, () => Promise<Row[]>> = {
  log: benchLog,
  reports: benchReports,
  'dry-run': benchDryRun,
  idle: benchIdle,
  learn: benchLearn,
  pictures: benchPictures,
  truth: benchTruth,
  import: benchImport,
  start: benchStart,
  slack: benchSlack,
};

/** `npm run bench [suite …]`: runs the suites and prints the table of `docs/benchmarks.md`. */
async function main(names: string[]): Promise<void> {
  const chosen = names.length > 0 ? names : Object.keys(suites);
  const out = (line: string) => process.stdout.write(`${line}\n`);
  out(
    `Machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  );
  out('\n| what | size | ours | floor | ratio | aim |\n|---|---|---|---|---|---|');
  for (const name of chosen) {
    const suite = suites[name];
    if (!suite) throw new Error(`no suite ${name}; there are ${Object.keys(suites).join(', ')}`);
    for (const row of await suite()) {
      out(`| ${row.what} | ${row.size} | ${row.ours} | ${row.floor} | ${row.ratio} | ${row.aim} |`);
    }
  }
}

await main(process.argv.slice(2));
