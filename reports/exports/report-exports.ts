import type { Card } from '../../kernel/card/card.js';
import { cardInWords } from '../../kernel/card/shown-texts.js';
import { markInWords } from '../../kernel/names/self-given-name.js';
import { everyWording, termInEach } from '../../texts/languages.js';
import type { Sheet } from '../nodes/sheet.js';
import { contextOfTeam, type ReportContext, type ReportRequest } from '../request/report-context.js';
import type { ExportRequest } from '../slices/export-request.js';
import { lossReport } from '../slices/loss-report.js';
import { readSlice, readSpan } from '../slices/read-slice.js';
import { sliceReport } from '../slices/slice-report.js';
import { sliceSheets } from '../slices/slice-sheets.js';
import { sourceConversionReport } from '../slices/source-conversion-report.js';
import { funnelReport } from '../standard/funnel-report.js';
import { rankingReport } from '../standard/ranking-report.js';
import { funnelSheets, rankingSheets } from './standard-sheets.js';

/** The first word of a standard report's words; any other words are a slice. */
const kinds = (['yield', 'loss', 'funnel', 'ranking'] as const).map((kind) => {
  const { name, aliases } = termInEach((t) => t.slice.exports[kind]);
  return { kind, words: [...everyWording(name), ...aliases] };
});

/**
 * Reads which report the words mean: `来源 本月` ("sources this month"), `输因` ("loss reasons"), `排行` ("ranking"),
 * or a slice. Throws InputError if they mean none.
 */
export async function wantedOf(ctx: ReportContext, words: string): Promise<ExportRequest> {
  const [, first = '', rest = ''] = /^\s*(\S*)\s*([\s\S]*)$/.exec(words) ?? [];
  const kind = kinds.find((one) => one.words.includes(first.toLowerCase()))?.kind ?? 'slice';
  if (kind === 'slice') {
    const slice = await readSlice(ctx, words);
    return { kind, slice, team: slice.team };
  }
  const { team, period: span, isByProduct } = await readSpan(ctx, rest);
  const period = span === 'all' ? undefined : span;
  return kind === 'yield'
    ? { kind, by: isByProduct ? 'product' : 'source', period, team }
    : { kind, period, team };
}

interface Exported {
  card: Card;
  figures: object;
  sheets: Sheet[];
}

/** Makes the report's card and all its figures as sheets. */
export async function exported(
  ctx: ReportContext,
  wanted: ExportRequest,
  asked: ReportRequest & { said?: string },
): Promise<Exported> {
  const made = await madeFor(ctx, wanted, asked);
  const sheets = made.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? markInWords(cell, ctx.locale) : cell)),
    ),
  }));
  return { ...made, card: cardInWords(made.card, ctx.locale), sheets };
}

async function madeFor(
  ctx: ReportContext,
  wanted: ExportRequest,
  asked: ReportRequest & { said?: string },
): Promise<Exported> {
  if (wanted.kind === 'yield')
    return await sourceConversionReport(ctx, { ...asked, by: wanted.by, period: wanted.period });
  if (wanted.kind === 'funnel') {
    const made = await funnelReport(ctx, { ...asked, period: wanted.period });
    return { ...made, sheets: funnelSheets(ctx, made.figures) };
  }
  if (wanted.kind === 'ranking') {
    const made = await rankingReport(ctx, { ...asked, period: wanted.period });
    return { ...made, sheets: rankingSheets(ctx, made.figures) };
  }
  if (wanted.kind !== 'slice') return await lossReport(ctx, { ...asked, period: wanted.period });
  const { figures, card } = await sliceReport(ctx, { ...asked, slice: wanted.slice, name: wanted.name });
  return { figures, card, sheets: await sliceSheets(contextOfTeam(ctx, asked.team), figures) };
}
