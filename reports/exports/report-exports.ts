import type { Card } from '../../kernel/card/card.js';
import type { Sheet } from '../nodes/sheet.js';
import { type Asked, type Desk, deskOf } from '../request/report-context.js';
import type { Wanted } from '../slices/export-request.js';
import { lossReport } from '../slices/loss-report.js';
import { readSlice, readSpan } from '../slices/read-slice.js';
import { sliceReport } from '../slices/slice-report.js';
import { sliceSheets } from '../slices/slice-sheets.js';
import { yieldReport } from '../slices/source-conversion-report.js';
import { funnelReport } from '../standard/funnel-report.js';
import { rankingReport } from '../standard/ranking-report.js';
import { funnelSheets, rankingSheets } from './standard-sheets.js';

/** What a report is called first in its words; anything else is a slice. */
const kinds = {
  yield: ['来源', '产出', 'yield'],
  loss: ['输因', 'loss'],
  funnel: ['漏斗', 'funnel'],
  ranking: ['排行', 'ranking'],
};

/** What the words mean: `来源 本月`, `输因`, `排行`, or a slice. Throws InputError where they mean nothing. */
export async function wantedOf(desk: Desk, words: string): Promise<Wanted> {
  const [, first = '', rest = ''] = /^\s*(\S*)\s*([\s\S]*)$/.exec(words) ?? [];
  const said = Object.entries(kinds).find(([, words]) => words.includes(first.toLowerCase()))?.[0];
  const kind = (said ?? 'slice') as Wanted['kind'];
  if (kind === 'slice') {
    const slice = await readSlice(desk, words);
    return { kind, slice, team: slice.team };
  }
  const { team, period: span, isByProduct } = await readSpan(desk, rest);
  const period = span === 'all' ? undefined : span;
  return kind === 'yield'
    ? { kind, by: isByProduct ? 'product' : 'source', period, team }
    : { kind, period, team };
}

/** The report and all of its figures as tables. */
export async function exported(
  desk: Desk,
  wanted: Wanted,
  asked: Asked & { said?: string },
): Promise<{ card: Card; figures: object; sheets: Sheet[] }> {
  if (wanted.kind === 'yield')
    return await yieldReport(desk, { ...asked, by: wanted.by, period: wanted.period });
  if (wanted.kind === 'funnel') {
    const made = await funnelReport(desk, { ...asked, period: wanted.period });
    return { ...made, sheets: funnelSheets(desk, made.figures) };
  }
  if (wanted.kind === 'ranking') {
    const made = await rankingReport(desk, { ...asked, period: wanted.period });
    return { ...made, sheets: rankingSheets(desk, made.figures) };
  }
  if (wanted.kind !== 'slice') return await lossReport(desk, { ...asked, period: wanted.period });
  const { figures, card } = await sliceReport(desk, { ...asked, slice: wanted.slice, name: wanted.name });
  return { figures, card, sheets: await sliceSheets(deskOf(desk, asked.team), figures) };
}
