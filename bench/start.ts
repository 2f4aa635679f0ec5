import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchProduct } from './bench-product.js';
import { childScript, type Row } from './measure.js';
import { seedHistory } from './seed.js';
import type { StartMeasure } from './start-once.js';

/** From nothing to ready, and what stays in memory, on an empty database and on one of a million deals. */
export async function benchStart(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'genjin-bench-start-'));
  try {
    const empty = startOnce(join(folder, 'empty.db'));
    const large = join(folder, 'large.db');
    const product = await benchProduct(large);
    seedHistory(large, 1_000_000);
    await product.store.close();
    const million = startOnce(large);
    return [
      row('start to ready', 'empty database', `${empty.seconds.toFixed(2)} s`, ''),
      row('start to ready', '1,000,000 deals', `${million.seconds.toFixed(2)} s`, ''),
      row('resident memory, idle', 'empty database', `${empty.idleMiB} MiB`, '≤ 150 MB'),
      row('resident memory, idle', '1,000,000 deals', `${million.idleMiB} MiB`, '≤ 150 MB'),
      row('resident memory, after the weekly report', '1,000,000 deals', `${million.afterReportMiB} MiB`, ''),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const row = (what: string, size: string, ours: string, aim: string): Row => ({
  what,
  size,
  ours,
  floor: '',
  ratio: '',
  aim,
});

function startOnce(database: string): StartMeasure {
  const began = Date.now();
  const out = execFileSync(process.execPath, [childScript('start-once'), database, `${began}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(out) as StartMeasure;
}
