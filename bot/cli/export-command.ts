import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { localDate, localTime } from '../../kernel/time/zone.js';
import {
  type ExportRow,
  type ExportSubject,
  exportRows,
  exportSubjects,
} from '../../store/transfer/export-queries.js';
import { withCliContext } from './cli-context.js';
import { CliError, confirm, type Terminal, writeAnswer } from './terminal.js';

/** `genjin export FOLDER`: writes a CSV file per subject, for spreadsheet programs and `genjin import`. */
export async function exportCommand(
  terminal: Terminal,
  folder: string,
  flags: { json: boolean; yes: boolean; dryRun: boolean; only?: string[] },
): Promise<void> {
  const subjects = (flags.only ?? [...exportSubjects]).map((name) => {
    if (isSubject(name)) return name;
    throw new CliError(`--only ${name}: one of ${exportSubjects.join(', ')}`);
  });
  await withCliContext(terminal, { make: false }, async ({ store, zone, rules }) => {
    const paths = new Map(subjects.map((subject) => [subject, resolve(join(folder, `${subject}.csv`))]));
    const there = [...paths.values()].filter((path) => existsSync(path));
    if (there.length > 0 && !flags.dryRun)
      await confirm(terminal, flags.yes, `${there.join(', ')}: overwrite?`);
    if (!flags.dryRun) await mkdir(folder, { recursive: true });
    const files = [];
    for (const [subject, path] of paths) {
      const file = flags.dryRun ? null : createWriteStream(path);
      let rows = 0;
      for await (const batch of exportRows(store.db, subject, rules.process.fields)) {
        if (file) {
          const text = csvOf(batch, rows === 0, zone);
          if (!file.write(text)) await once(file, 'drain');
        }
        rows += batch.length;
      }
      if (file) {
        file.end();
        await once(file, 'finish');
      }
      files.push({ subject, path, rows });
    }
    const lines = files.map((file) => `${file.path}: ${file.rows} rows`);
    writeAnswer(terminal, flags.json, { dryRun: flags.dryRun, files }, lines.join('\n'));
  });
}

const isSubject = (word: string): word is ExportSubject =>
  (exportSubjects as readonly string[]).includes(word);

/** Begins with a byte order mark, so that spreadsheet programs read Chinese, and escapes formulas. */
function csvOf(rows: readonly ExportRow[], first: boolean, zone: string): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => cellOf(column, row[column] ?? null, zone)));
  const text = stringify(first ? [columns, ...lines] : lines, { escape_formulas: true });
  return first ? `\uFEFF${text}` : text;
}

function cellOf(column: string, value: ExportRow[string], zone: string): string {
  if (value === null) return '';
  if (value instanceof Date) return `${localDate(value, zone)} ${localTime(value, zone)}`;
  if ((column === 'amount' || column === 'amount told') && typeof value === 'number') return `${value / 100}`;
  return String(value);
}
