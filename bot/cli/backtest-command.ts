import { historiesBy, yieldToEventLoop } from '../../reports/figures/forecaster.js';
import { type Backtest, backtest } from '../../sales/forecast/backtest.js';
import { historyGap } from '../../sales/forecast/forecast-model.js';
import { stageOf } from '../../sales/process/stages.js';
import { lastChange } from '../../store/deals/deal-histories.js';
import { readMoment, withCliContext } from './cli-context.js';
import { CliError, type Terminal, writeAnswer } from './terminal.js';

export interface BacktestFlags {
  json: boolean;
  days?: string;
  splits?: string;
  asOf?: string;
}

/** `genjin backtest`: compares past forecasts with what happened. */
export async function backtestCommand(terminal: Terminal, flags: BacktestFlags): Promise<void> {
  const days = numberIn(flags.days ?? '90', '--days', 7, 365);
  const splits = numberIn(flags.splits ?? '4', '--splits', 1, 12);
  await withCliContext(terminal, { make: false }, async ({ store, ctx, zone }) => {
    // After the latest change nothing can be tested.
    const last = await lastChange(store.db);
    const said = flags.asOf === undefined ? ctx.now : readMoment(flags.asOf, zone, '--as-of');
    const asOf = last && last < said ? last : said;
    const until = asOf.getTime();
    const pasts = await historiesBy(store.db, asOf);
    const lacks = historyGap(pasts, until);
    if (lacks)
      throw new CliError(
        `${lacks.closed} deals have ended; a backtest needs ${lacks.needed}, won and lost ones among them`,
      );
    const probability = (stage: string) => stageOf(ctx.process, stage)?.probability ?? 0;
    const found = await backtest({
      pasts,
      until,
      probability,
      days,
      splits,
      yieldToEventLoop,
    });
    writeAnswer(terminal, flags.json, documentOf(found, pasts.length), tableText(found, pasts.length));
  });
}

function numberIn(text: string, option: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new CliError(`${option} ${text}: a whole number from ${least} to ${most}`);
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function documentOf({ days, splits, bins, coverage, whole }: Backtest, deals: number) {
  const each = splits.map(({ trainedBy, learnt, told, sums, ...scores }) => ({
    trainedBy: new Date(trainedBy).toISOString(),
    learnt,
    told,
    sums,
    ...Object.fromEntries(Object.entries(scores).map(([name, value]) => [name, rounded(value)])),
  }));
  const all = Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, rounded(value)]));
  return { backtest: 'forecast', deals, days, coverage: rounded(coverage), whole: all, splits: each, bins };
}

function tableText({ days, splits, bins, coverage, whole }: Backtest, deals: number): string {
  const fixed = (value: number, digits = 3) => value.toFixed(digits);
  const percent = (value: number) => `${Math.round(value * 100)}%`;
  const lines = [
    `${deals} deals; won within ${days} days, told by models that learnt only from before`,
    '',
    '| learnt by | ended deals | told | log loss | base | by stage | Brier | calibration error | AUC | WAPE 30 d | by stage | bias | by stage | in 80 % |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...splits.map(
      (s) =>
        `| ${new Date(s.trainedBy).toISOString().slice(0, 10)} | ${s.learnt} | ${s.told} | ${fixed(s.logLoss)} | ${fixed(s.baseLogLoss)} | ${fixed(s.stageLogLoss)} | ${fixed(s.brier)} | ${fixed(s.calibrationError)} | ${fixed(s.auc)} | ${fixed(s.wape, 2)} | ${fixed(s.stageWape, 2)} | ${fixed(s.bias, 2)} | ${fixed(s.stageBias, 2)} | ${percent(s.coverage)} of ${s.sums} |`,
    ),
    '',
    `all splits: log loss ${fixed(whole.logLoss)} (base ${fixed(whole.baseLogLoss)}), Brier ${fixed(whole.brier)}, calibration error ${fixed(whole.calibrationError)}, AUC ${fixed(whole.auc)}, ${percent(coverage)} of sums within 80 % bounds`,
    '',
    ...bins.map((bin) => `told ${percent(bin.told)}: ${percent(bin.happened)} won (${bin.count})`),
  ];
  return `${lines.join('\n')}\n`;
}
