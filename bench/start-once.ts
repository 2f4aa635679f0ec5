import { setTimeout as wait } from 'node:timers/promises';
import { loadConfig } from '../bot/config/config.js';
import { keepHeapSmall } from '../bot/config/heap.js';
import { makeLog } from '../bot/config/log.js';
import { calendarOf } from '../bot/product/product.js';
import { wire } from '../bot/wiring/wire.js';
import { weeklyReport } from '../reports/weekly/weekly-figures-card.js';
import { moment, zone } from './bench-product.js';
import { residentMiB } from './measure.js';

export interface StartMeasure {
  /** From the start of the process until everything runs. */
  seconds: number;
  idleMiB: number;
  afterReportMiB: number;
}

/** Long enough for what a start leaves behind to be collected. */
const settleMs = 3000;

/** `start-once DATABASE BEGAN`: starts the product, without the sandbox, and answers with a StartMeasure. */
const [database = '', began = '0'] = process.argv.slice(2);
const config = loadConfig({
  DATABASE_URL: `file:${database}`,
  SANDBOX: 'off',
  LOG_LEVEL: 'fatal',
  PORT: '0',
});
keepHeapSmall();
const product = await wire(config, makeLog(config.logLevel));
await product.start();
const seconds = (Date.now() - Number(began)) / 1000;
await wait(settleMs);
const idleMiB = residentMiB();
const { process: rules } = product.deps.process.inForce;
const desk = { process: rules, calendar: calendarOf(rules), locale: 'zh' as const, zone, now: moment };
await weeklyReport({ db: product.store.db, ...desk }, { asOf: moment });
const measure: StartMeasure = { seconds, idleMiB, afterReportMiB: residentMiB() };
await product.stop();
process.stdout.write(JSON.stringify(measure));
