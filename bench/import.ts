import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportMeasure } from './import-once.js';
import { childScript, type Row, times } from './measure.js';

const sizes = [10_000, 100_000, 400_000];

/**
 * A file of opportunities through the whole import (columns guessed, rows checked, customers found or made,
 * history and indexes written) against `sqlite3 .import` of the same file into one table without any.
 */
export async function benchImport(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'genjin-bench-import-'));
  try {
    const rows: Row[] = [];
    for (const size of sizes) {
      const file = join(folder, `${size}.csv`);
      await writeOpportunities(file, size);
      const ours = importOnce(file, join(folder, `${size}.db`));
      const floor = sqliteImport(file, join(folder, `${size}-bare.db`));
      const perSecond = size / ours.seconds;
      const floorPerSecond = floor === null ? null : size / floor;
      rows.push({
        what: 'import',
        size: `${size.toLocaleString('en')} rows`,
        ours: `${thousands(perSecond)} rows/s, peak ${ours.peakMiB} MiB`,
        floor: floorPerSecond === null ? 'no sqlite3 here' : `${thousands(floorPerSecond)} rows/s`,
        ratio: floorPerSecond === null ? '' : times(perSecond / floorPerSecond),
        aim: '≥ 0.3×, memory flat',
      });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const thousands = (value: number): string => Math.round(value).toLocaleString('en');

/** One import in a process of its own, so that its peak of memory is its own too. */
function importOnce(file: string, database: string): ImportMeasure {
  const out = execFileSync(process.execPath, [childScript('import-once'), file, database], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return JSON.parse(out) as ImportMeasure;
}

/** Seconds that `sqlite3 .import` takes; null where the program is not there. */
function sqliteImport(file: string, database: string): number | null {
  const start = performance.now();
  const done = spawnSync('sqlite3', [database, '.mode csv', `.import ${file} rows`]);
  return done.error || done.status !== 0 ? null : (performance.now() - start) / 1000;
}

async function writeOpportunities(file: string, count: number): Promise<void> {
  const out = createWriteStream(file);
  out.write('opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n');
  for (let n = 0; n < count; n++) {
    const won = n % 2 === 0;
    const engaged = day(n);
    const more = out.write(
      `OP${n},Agent ${n % 35},GTX Basic,Account ${n % Math.max(85, Math.floor(count / 100))},${won ? 'Won' : 'Lost'},${engaged},${day(n + 45)},${won ? 550 + (n % 400) : 0}\n`,
    );
    if (!more) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

const day = (n: number): string => new Date(Date.UTC(2017, 0, 1 + (n % 700))).toISOString().slice(0, 10);
