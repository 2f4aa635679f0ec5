import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProcessFile } from '../bot/product/process-file.js';
import type { ProductDeps } from '../bot/product/product.js';
import { FixedClock } from '../kernel/time/clock.js';
import { openStore } from '../store/open.js';

/** The zone and the moment of every benchmark: what is measured is the same on every day. */
export const zone = 'Asia/Shanghai';
export const moment = new Date('2026-11-23T02:00:00Z');

/** A product on a database file of its own, and how to take it away. */
export async function benchProduct(
  file = join(mkdtempSync(join(tmpdir(), 'genjin-bench-')), 'bench.db'),
): Promise<ProductDeps & { file: string; end(): Promise<void> }> {
  const store = await openStore(`file:${file}`);
  await store.migrate();
  const clock = new FixedClock(moment);
  const fail = (error: unknown) => {
    throw error;
  };
  const process = new ProcessFile('process.yaml', store, clock, fail);
  await process.refresh();
  return {
    store,
    clock,
    process,
    locale: 'zh',
    timeZone: zone,
    incident: fail,
    file,
    end: async () => {
      await store.close();
      removeDatabase(file);
    },
  };
}

export function removeDatabase(file: string): void {
  for (const tail of ['', '-wal', '-shm']) rmSync(file + tail, { force: true });
}
