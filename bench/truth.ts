import { backtest } from '../sales/forecast/backtest.js';
import { madeUp, probabilityInTruth } from '../tests/support/truth.js';
import type { Row } from './measure.js';

const seeds = 10;
const companies = [
  { name: '12 reps, 20 new deals a week', reps: 12, weekly: 20 },
  { name: '6 reps, 6 new deals a week', reps: 6, weekly: 6 },
];

/** How right the forecast is where the truth is known: three made-up years of ten companies of each size. */
export async function benchTruth(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, reps, weekly } of companies) {
    const found = [];
    for (let seed = 1; seed <= seeds; seed++) {
      const { pasts, until } = madeUp({ seed, years: 3, reps, weekly, season: 0.35 });
      found.push(await backtest({ histories: pasts, until, probability: probabilityInTruth }));
    }
    const splits = found.flatMap((one) => one.splits);
    const sums = splits.reduce((sum, { sums }) => sum + sums, 0);
    const within = splits.reduce((sum, { sums, coverage }) => sum + sums * coverage, 0);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const row = (what: string, ours: string, floor: string, aim: string) =>
      rows.push({ what, size: name, ours, floor, ratio: '', aim });
    row('calibration error', mean(found.map(({ whole }) => whole.calibrationError)).toFixed(3), '', '≤ 0.05');
    row(
      'log loss',
      mean(found.map(({ whole }) => whole.logLoss)).toFixed(3),
      `${mean(found.map(({ whole }) => whole.baseLogLoss)).toFixed(3)} (base rate)`,
      '',
    );
    row(
      'sums within their 80 % bounds',
      `${((within / sums) * 100).toFixed(1)} % of ${sums}`,
      '',
      '80 ± 5 %',
    );
    row(
      'WAPE of 30 days',
      mean(splits.map(({ wape }) => wape)).toFixed(3),
      `${mean(splits.map(({ stageWape }) => stageWape)).toFixed(3)} (by stage)`,
      'better',
    );
  }
  return rows;
}
