import { basename, resolve } from 'node:path';
import { columnFieldName } from '../../intake/read/guess-columns.js';
import { NothingToImport, type Plan, planImport } from '../../intake/read/plan-import.js';
import { withCustomFields } from '../../intake/rows/custom-columns.js';
import { type ImportResult, runImport } from '../../intake/run-import.js';
import { systemClock } from '../../kernel/time/clock.js';
import { formatsIn, type Locale, operatorLocale } from '../../texts/languages.js';
import { calendarOf } from '../product/product.js';
import { gridLines } from './card-text.js';
import { withCliContext } from './cli-context.js';
import { CliError, confirm, type Terminal, writeAnswer } from './terminal.js';

export interface ImportFlags {
  json: boolean;
  dryRun: boolean;
  yes: boolean;
  /** Folder for the files of refused rows and remarks. */
  reports: string;
}

/**
 * `genjin import PATH`: shows how it reads the columns, asks, imports, and reports the result of each row.
 */
export async function importCommand(terminal: Terminal, path: string, flags: ImportFlags): Promise<void> {
  const planned = await planImport(path).catch((error: unknown) => {
    throw error instanceof NothingToImport ? new CliError(error.message) : error;
  });
  await withCliContext(terminal, { make: true }, async ({ config, store, rules, zone }) => {
    const plan = withCustomFields(planned, rules.process);
    terminal.err(`${planText(plan, config.locale)}\n`);
    if (!flags.dryRun) await confirm(terminal, flags.yes, `Import ${plan.files.length} file(s)?`);
    const name = basename(path).replace(/\.[^.]+$/, '');
    const started = performance.now();
    const result = await runImport(plan, {
      store,
      process: rules.process,
      processVersion: rules.version,
      calendar: calendarOf(rules.process),
      zone,
      locale: config.locale,
      now: systemClock.now(),
      dryRun: flags.dryRun,
      refusedPath: resolve(flags.reports, `${name}.refused.csv`),
      remarksPath: resolve(flags.reports, `${name}.remarks.csv`),
      progress: progressLine(terminal),
    });
    const seconds = (performance.now() - started) / 1000;
    terminal.err('\n');
    writeAnswer(terminal, flags.json, { plan: planDocument(plan), ...result }, resultText(result, seconds));
  });
}

/** Prints progress on one line, at most ten times a second. */
function progressLine(terminal: Terminal): (file: string, done: number, all: number) => void {
  let last = 0;
  return (file, done, all) => {
    const now = performance.now();
    if (now - last < 100 && done < all) return;
    last = now;
    terminal.err(`\r${file} ${Math.min(100, Math.round((done / Math.max(1, all)) * 100))}% `);
  };
}

function planText(plan: Plan, locale: Locale): string {
  const files = plan.files.map(({ path, sample, mapping }) => {
    const example = sample.rows[0]?.cells ?? [];
    const used = Object.entries(mapping.fields).map(([field, index]) => [
      `  ${sample.header[index]}`,
      `→ ${columnFieldName(mapping, field)[locale]}${mapping.by[field] === 'content' ? ' (by content)' : ''}`,
      example[index] ?? '',
    ]);
    const facts = mapping.facts.map((index) => [
      `  ${sample.header[index]}`,
      '→ (further fact)',
      example[index] ?? '',
    ]);
    const usedColumns = new Set([...Object.values(mapping.fields), ...mapping.facts]);
    const left = sample.header.filter((_, index) => !usedColumns.has(index));
    const form = `${sample.form.encoding}, separated by "${sample.form.delimiter === '\t' ? 'tab' : sample.form.delimiter}"`;
    return [
      `${path}: ${mapping.shape} (${form})`,
      ...gridLines([...used, ...facts], []),
      ...(left.length > 0 ? [`  not used: ${left.join(', ')}`] : []),
    ].join('\n');
  });
  return [...files, ...plan.skipped.map((file) => `${file.path}: left alone, ${file.reason}`)].join('\n');
}

function planDocument(plan: Plan) {
  const files = plan.files.map(({ path, sample, mapping }) => {
    const columns = Object.entries(mapping.fields).map(([field, index]) => ({
      column: sample.header[index],
      field,
      by: mapping.by[field],
    }));
    return { path, shape: mapping.shape, ...sample.form, columns };
  });
  return { files, skipped: plan.skipped };
}

const major = (minor: number): string => formatsIn(operatorLocale).number(minor / 100);

function resultText(result: ImportResult, seconds: number): string {
  const rows = result.files.reduce((sum, file) => sum + file.rows, 0);
  const lines = [
    result.dryRun ? 'Dry run: nothing was written.' : `${rows} rows in ${seconds.toFixed(1)} s.`,
    '',
    ...gridLines(
      [
        ['file', 'what', 'rows', 'created', 'merged', 'unchanged', 'refused', 'made'],
        ...result.files.map((file) => [
          file.file,
          file.shape,
          ...[file.rows, file.created, file.merged, file.unchanged, file.refused].map(String),
          Object.entries(file.made)
            .map(([what, count]) => `${count} ${what}`)
            .join(', '),
        ]),
      ],
      [2, 3, 4, 5, 6],
    ),
  ];
  for (const file of result.files) {
    if (file.stages.length > 0) {
      const stages = file.stages.map((sum) => [
        sum.word,
        `→ ${sum.stage} (${sum.status})`,
        `${sum.rows}`,
        major(sum.amount),
      ]);
      lines.push(
        '',
        ...gridLines([[file.file, '', 'rows', 'amount'], ...stages], [2, 3]),
        `won: ${major(file.wonAmount)}`,
      );
    }
    for (const remark of file.remarks) {
      lines.push(
        `${file.file}: ${remark.kind} ${remark.field}: ${remark.what} (${remark.rows} rows, first line ${remark.firstLine})`,
      );
    }
    for (const refusal of file.refusals)
      lines.push(`${file.file}:${refusal.line} refused: ${refusal.reason}`);
  }
  if (result.refusedFile) lines.push('', `Refused rows: ${result.refusedFile}`);
  if (result.remarksFile) lines.push(`Each mended or noted row: ${result.remarksFile}`);
  return lines.join('\n');
}
