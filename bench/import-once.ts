import { calendarOf } from '../bot/product/product.js';
import { planImport } from '../intake/read/plan-import.js';
import { runImport } from '../intake/run-import.js';
import { benchProduct, moment, zone } from './bench-product.js';
import { peakMiB } from './measure.js';

/** What one import took. */
export interface ImportMeasure {
  seconds: number;
  peakMiB: number;
}

/** `import-once FILE DATABASE`: imports and answers with an ImportMeasure. */
const [file = '', database = ''] = process.argv.slice(2);
const product = await benchProduct(database);
const { process: rules, version } = product.process.inForce;
const start = performance.now();
await runImport(await planImport(file), {
  store: product.store,
  process: rules,
  processVersion: version,
  calendar: calendarOf(rules),
  zone,
  locale: 'zh',
  now: moment,
  dryRun: false,
  refusedPath: null,
  remarksPath: null,
  progress: () => undefined,
});
const measure: ImportMeasure = { seconds: (performance.now() - start) / 1000, peakMiB: peakMiB() };
await product.end();
process.stdout.write(JSON.stringify(measure));
