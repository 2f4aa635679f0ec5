import { calendarOf } from '../bot/product/product.js';
import { isTrained, learnBy } from '../reports/figures/forecaster.js';
import { standingDeals } from '../reports/figures/open-deals.js';
import { benchProduct, moment, zone } from './bench-product.js';
import { ms, peakMiB, type Row, residentMiB, timed } from './measure.js';
import { seedHistory } from './seed.js';

const closed = 100_000;
const open = 10_000;

/** Learning from a hundred thousand closed deals, and telling of ten thousand open ones. */
export async function benchLearn(): Promise<Row[]> {
  const product = await benchProduct();
  seedHistory(product.file, closed + open, { openDeals: open, closedPerWeek: 900, people: 50 });
  const { db } = product.store;
  const { process } = product.process.inForce;
  const before = residentMiB();
  let learnt = await learnBy(db, moment);
  const learning = await timed(async () => {
    learnt = await learnBy(db, moment);
  });
  const peak = peakMiB();
  if (!isTrained(learnt)) throw new Error('nothing was learnt');
  const desk = { db, process, calendar: calendarOf(process), locale: 'zh' as const, zone, now: moment };
  let told = 0;
  const telling = await timed(async () => {
    told = (await standingDeals(desk, learnt, { at: moment })).length;
  });
  await product.end();
  return [
    {
      what: 'learning the forecast, data to model',
      size: `${closed.toLocaleString('en')} closed deals`,
      ours: `${(learning / 1000).toFixed(1)} s, peak ${peak} MiB (${before} MiB before)`,
      floor: '',
      ratio: '',
      aim: '',
    },
    {
      what: 'predicting open deals, data to chances',
      size: `${told.toLocaleString('en')} open deals`,
      ours: ms(telling),
      floor: '',
      ratio: '',
      aim: '',
    },
  ];
}
