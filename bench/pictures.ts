import { renderSlack } from '../adapters/slack/draw/render.js';
import { calendarOf } from '../bot/product/product.js';
import { type Chart, chartsOf } from '../kernel/card/card.js';
import { drawChart } from '../reports/charts/draw-chart.js';
import { weeklyReport } from '../reports/weekly/weekly-figures-card.js';
import { pipelineAt } from '../store/reports/figure-queries.js';
import { benchProduct, moment, zone } from './bench-product.js';
import { inTurn, ms, type Row, times } from './measure.js';
import { handWritten } from './reports.js';
import { seedHistory } from './seed.js';

const sizes = [50_000, 1_000_000];
const team = { people: 50, openDeals: 2_000, closedPerWeek: 200 };
const rounds = 15;
let drawn = 0;

/**
 * The weekly report of fifty people from data to the payload that is sent, its picture drawn, against hand-written SQL for
 * the same figures and the drawing alone; and the pipeline as of a month ago against the pipeline now.
 */
export async function benchPictures(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) rows.push(...(await measured(size)));
  return rows;
}

async function measured(size: number): Promise<Row[]> {
  const product = await benchProduct();
  seedHistory(product.file, size, team);
  const { process } = product.process.inForce;
  const { db } = product.store;
  const desk = { db, process, calendar: calendarOf(process), locale: 'zh' as const, zone, now: moment };
  const floor = handWritten(product.file);
  const { card } = await weeklyReport(desk, { asOf: moment });
  const [chart] = chartsOf(card);
  if (!chart) throw new Error('the report has no picture');
  // Pictures are kept: another title is another picture.
  const draw = async (of: Chart) =>
    await drawChart({ ...of, title: `${of.title} ${++drawn}` }, { locale: 'zh' });
  const time = await inTurn(
    rounds,
    async () => {
      const { card } = await weeklyReport(desk, { asOf: moment });
      for (const one of chartsOf(card)) await draw(one);
      renderSlack(card, { locale: 'zh', say: () => '', picture: () => 'F1' });
    },
    async () => {
      floor.report();
      await draw(chart);
    },
  );
  const monthAgo = new Date(moment.getTime() - 30 * 86_400_000);
  const asOf = await inTurn(
    rounds,
    () => pipelineAt(db, monthAgo),
    () => pipelineAt(db, moment),
  );
  floor.close();
  await product.end();
  const deals = `${size.toLocaleString('en')} deals`;
  return [
    {
      what: 'weekly report of 50 people with its picture',
      size: deals,
      ours: ms(time.a),
      floor: ms(time.b),
      ratio: times(time.ratio),
      aim: '≤ 1.2×',
    },
    {
      what: 'pipeline as of a month ago',
      size: `${(size * 2).toLocaleString('en')} versions`,
      ours: ms(asOf.a),
      floor: `${ms(asOf.b)} (now)`,
      ratio: times(asOf.ratio),
      aim: '≤ 1.5×',
    },
  ];
}
