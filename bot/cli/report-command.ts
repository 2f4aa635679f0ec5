import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { reportTrend } from '../../commands/reports/report-trend.js';
import type { Card } from '../../kernel/card/card.js';
import { cardInWords } from '../../kernel/card/shown-texts.js';
import { InputError } from '../../kernel/command/errors.js';
import { readMonths } from '../../kernel/pieces/month-list.js';
import { localDate } from '../../kernel/time/zone.js';
import { exported, wantedOf } from '../../reports/exports/report-exports.js';
import { csvOfSheets } from '../../reports/files/csv-sheets.js';
import { xlsxOfSheets } from '../../reports/files/xlsx-sheets.js';
import { forecastReport } from '../../reports/forecast/forecast-report.js';
import { ghostReport } from '../../reports/forecast/ghost-report.js';
import type { Sheet } from '../../reports/nodes/sheet.js';
import type { ReportContext, ReportRequest } from '../../reports/request/report-context.js';
import { type PeriodKind, periodKinds } from '../../reports/request/report-period.js';
import { reviewReport } from '../../reports/reviews/review-report.js';
import type { ExportRequest } from '../../reports/slices/export-request.js';
import { bridgeReport } from '../../reports/standard/bridge-report.js';
import { funnelReport } from '../../reports/standard/funnel-report.js';
import { rankingReport } from '../../reports/standard/ranking-report.js';
import { responseReport } from '../../reports/standard/response-report.js';
import { stalledReport } from '../../reports/standard/stalled-report.js';
import { type TrendMetric, type TrendSpan, trendReport } from '../../reports/standard/trend-report.js';
import { attainmentReport } from '../../reports/targets/attainment-report.js';
import { weeklyOf } from '../../reports/weekly/weekly-kinds.js';
import { operatorLocale } from '../../texts/languages.js';
import { cardText } from './card-text.js';
import { readMoment, teamNamed, withCliContext } from './cli-context.js';
import { CliError, type Terminal, writeAnswer } from './terminal.js';

export const reportKinds = [
  'weekly',
  'monthly',
  'quarterly',
  'forecast',
  'bridge',
  'funnel',
  'ghosts',
  'ranking',
  'response',
  'target',
  'stalled',
  'trend',
  'slice',
  'yield',
  'loss',
] as const;
type Kind = (typeof reportKinds)[number];

export interface ReportFlags {
  json: boolean;
  asOf?: string;
  team?: string;
  period?: string;
  csv?: string;
  xlsx?: string;
}

/** `genjin report KIND`: the same figures as in chat, for all teams unless one is named. */
export async function reportCommand(
  terminal: Terminal,
  kind: string,
  words: readonly string[],
  flags: ReportFlags,
): Promise<void> {
  if (!isKind(kind)) throw new CliError(`no report "${kind}"; there are ${reportKinds.join(', ')}`);
  const { period } = flags;
  if (period !== undefined && !isPeriod(period)) {
    throw new CliError(`--period ${period}: one of ${periodKinds.join(', ')}`);
  }
  const isTable = tableKinds.includes(kind);
  const isFile = flags.csv !== undefined || flags.xlsx !== undefined;
  if (!isTable && !isFile && kind !== 'trend' && words.length > 0)
    throw new CliError(`"${words.join(' ')}": a ${kind} report takes no words`);
  if (isFile && !fileKinds.includes(kind))
    throw new CliError(`only ${fileKinds.join(', ')} can be written to a file`);
  await withCliContext(terminal, { make: false }, async ({ store, ctx, zone }) => {
    const request = isTable || isFile ? await requestFrom(ctx, kind, words.join(' '), period) : undefined;
    const named = flags.team ?? request?.team;
    const team = named === undefined ? undefined : await teamNamed(store, named);
    const asOf =
      flags.asOf === undefined ? ctx.now : readMoment(flags.asOf, team?.timeZone ?? zone, '--as-of');
    const scope: ReportRequest = { team, asOf };
    const reportOf = {
      weekly: () =>
        weeklyOf(ctx, {
          ...scope,
          week: period === 'thisWeek' || period === 'lastWeek' ? period : undefined,
        }),
      monthly: () => reviewReport(ctx, { ...scope, period: period === 'thisMonth' ? period : 'lastMonth' }),
      quarterly: () =>
        reviewReport(ctx, { ...scope, period: period === 'thisQuarter' ? period : 'lastQuarter' }),
      funnel: () => funnelReport(ctx, { ...scope, period }),
      forecast: () => forecastReport(ctx, { ...scope, period }),
      bridge: () => bridgeReport(ctx, { ...scope, since: period }),
      ghosts: () => ghostReport(ctx, scope),
      ranking: () => rankingReport(ctx, { ...scope, period }),
      response: () => responseReport(ctx, { ...scope, period }),
      target: () => attainmentReport(ctx, { ...scope, span: spanOf(period, asOf, team?.timeZone ?? zone) }),
      stalled: () => stalledReport(ctx, scope),
      trend: () => trendReport(ctx, { ...scope, ...trendSaid(words) }),
    };
    const report: { figures: object; card: Card; sheets?: Sheet[] } =
      request === undefined
        ? await reportOf[kind as keyof typeof reportOf]()
        : await exported(ctx, request, scope);
    const { figures, card, sheets = [] } = report;
    const files = await filesOf(ctx, sheets, flags);
    const document = {
      report: kind,
      asOf: asOf.toISOString(),
      team: team?.name ?? null,
      currency: ctx.process.currency,
      unit: 'minor',
      figures: isTable ? plainFigures(sheets) : figures,
      ...(files.length > 0 ? { files } : {}),
    };
    writeAnswer(
      terminal,
      flags.json,
      document,
      [cardText(cardInWords(card, ctx.locale)), ...files].join('\n'),
    );
  });
}

const spans: Partial<Record<PeriodKind, string>> = {
  thisMonth: 'this month',
  lastMonth: 'last month',
  thisQuarter: 'this quarter',
  thisYear: 'this year',
};

/** Targets are monthly, so a week has none. Throws CliError. */
function spanOf(period: PeriodKind | undefined, asOf: Date, zone: string): string | undefined {
  const words = spans[period ?? 'thisMonth'];
  if (!words) throw new CliError(`--period ${period}: for targets one of ${Object.keys(spans).join(', ')}`);
  return readMonths(words, localDate(asOf, zone));
}

/** Reads metric and span as in chat: `won 12 months`. Throws CliError if the words are neither. */
function trendSaid(words: readonly string[]): { metric?: TrendMetric; span?: TrendSpan } {
  const { metric, span } = reportTrend.fields;
  const said = words.flatMap((word, at) => [word, ...(words[at + 1] ? [`${word} ${words[at + 1]}`] : [])]);
  const at = { today: '', locale: operatorLocale };
  const read = (field: typeof metric) =>
    said.map((one) => field?.parse(one, at)).find((one) => one !== undefined);
  const [figure, back] = [read(metric), read(span)];
  if (words.length > 0 && figure === undefined && back === undefined)
    throw new CliError(`"${words.join(' ')}": for a trend say e.g. won 12 months`);
  return { metric: figure as TrendMetric | undefined, span: back as TrendSpan | undefined };
}

/** Kinds read from words, and kinds that can be written to a file. */
const tableKinds: readonly string[] = ['slice', 'yield', 'loss'];

const fileKinds: readonly string[] = [...tableKinds, 'funnel', 'ranking'];

/** Reads the report request. Throws CliError if the words mean nothing. */
async function requestFrom(
  ctx: ReportContext,
  kind: string,
  words: string,
  period: PeriodKind | undefined,
): Promise<ExportRequest> {
  try {
    const said = [kind === 'slice' ? '' : kind, words, period ?? ''].filter(Boolean).join(' ');
    return await wantedOf(ctx, said);
  } catch (error) {
    throw error instanceof InputError ? new CliError(error.message) : error;
  }
}

async function filesOf(
  ctx: ReportContext,
  sheets: readonly Sheet[],
  { csv, xlsx }: ReportFlags,
): Promise<string[]> {
  const paths: string[] = [];
  const write = async (file: string, content: string | Uint8Array) => {
    const path = resolve(file);
    await writeFile(path, content);
    paths.push(path);
  };
  if (csv !== undefined) await write(csv, csvOfSheets(sheets, ctx));
  if (xlsx !== undefined) await write(xlsx, await xlsxOfSheets(sheets, ctx));
  return paths;
}

/** Converts tables to lists of objects keyed by column name. */
const plainFigures = (sheets: readonly Sheet[]) =>
  sheets.map(({ name, columns, rows }) => ({
    name,
    rows: rows.map((row) => Object.fromEntries(columns.map(({ label }, at) => [label, row[at] ?? null]))),
  }));

const isKind = (word: string): word is Kind => (reportKinds as readonly string[]).includes(word);
const isPeriod = (word: string): word is PeriodKind => (periodKinds as readonly string[]).includes(word);
