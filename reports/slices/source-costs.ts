import { shows } from '../../crm/access/visibility.js';
import { type CardNode, context, right, table, text } from '../../kernel/card/card.js';
import { formatAmount } from '../../kernel/pieces/amount.js';
import { daysOfMonths, monthsIn } from '../../kernel/time/months.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { sourceConversionRows } from '../../sales/figures/source-conversion.js';
import { allSourceCosts, type SourceCostRow, sourceCostRows } from '../../sales/figures/source-cost-rows.js';
import { leadOutcomes } from '../../store/reports/slice-queries.js';
import { sourceCostsOf } from '../../store/reports/source-cost-queries.js';
import { textsIn } from '../../texts/languages.js';
import { column, type Sheet } from '../nodes/sheet.js';
import type { ReportContext } from '../request/report-context.js';
import type { Period } from '../request/report-period.js';
import { labelsFor } from './slice-values.js';

/** What the sources cost in whole months, each with its name. */
export interface SourceCosts {
  rows: (SourceCostRow & { label: string })[];
  all: SourceCostRow;
}

const nothing: SourceCosts = { rows: [], all: allSourceCosts([]) };

/**
 * Computes what each source cost the company in some months, per lead that came in them and per deal won of those leads by
 * `at`; nothing for those who may not see every amount.
 */
export async function costsOfMonths(
  ctx: ReportContext,
  months: readonly string[],
  at: Date,
): Promise<SourceCosts> {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || !shows(ctx, 'amount')) return nothing;
  const costs = await sourceCostsOf(ctx.db, months, at);
  if (costs.length === 0) return nothing;
  const midnight = (day: string) => instantOf(day, '00:00', ctx.zone);
  const span = { from: midnight(daysOfMonths(first).first), to: midnight(daysOfMonths(last).after) };
  const items = (await leadOutcomes(ctx.db, span, at)).map((lead) => ({
    ...{ key: lead.source, isLead: true, status: lead.status, amount: 0, days: null },
  }));
  const dimension = dimensionsOf(ctx.process).find(({ key }) => key === 'source');
  const label = dimension ? await labelsFor(ctx, dimension) : async () => '';
  const rows = sourceCostRows(costs, sourceConversionRows(items));
  const named: SourceCosts['rows'] = [];
  for (const row of rows) named.push({ ...row, label: (await label(row.key)) || (row.key ?? '') });
  return { rows: named, all: allSourceCosts(rows) };
}

/** Lists the months of a period that begins and ends with a month; undefined for a week. */
export function wholeMonths({ from, to }: Pick<Period, 'from' | 'to'>, zone: string): string[] | undefined {
  const [first, after] = [localDate(from, zone), localDate(to, zone)];
  if (!first.endsWith('-01') || !after.endsWith('-01')) return undefined;
  const years = new Set([first.slice(0, 4), after.slice(0, 4)]);
  return [...years].flatMap(monthsIn).filter((month) => `${month}-01` >= first && `${month}-01` < after);
}

/** Table of what each source cost, per lead and per won deal, or the costs alone; nothing if no cost was told. */
export function costNodes(ctx: ReportContext, { rows, all }: SourceCosts, isBare = false): CardNode[] {
  if (rows.length === 0) return [];
  const t = textsIn(ctx.locale).slice;
  const money = (amount: number | null) => (amount === null ? '–' : formatAmount(amount, ctx));
  const line = (row: SourceCostRow, label: string) => [
    label,
    money(row.cost),
    ...(isBare ? [] : [`${row.leads}`, money(row.perLead), `${row.won}`, money(row.perWin)]),
  ];
  const columns = [t.leads, t.perLead, t.wins, t.perWin].map((label) => right(label));
  return [
    text(t.costTitle, 'strong'),
    table(
      [t.source, right(t.cost), ...(isBare ? [] : columns)],
      [...rows.map((row) => line(row, row.label)), ...(rows.length > 1 ? [line(all, t.total)] : [])],
    ),
    ...(isBare ? [] : [context(t.costRule)]),
  ];
}

/** The same as a sheet of a file, or nothing. */
export function costSheets(ctx: ReportContext, { rows }: SourceCosts): Sheet[] {
  if (rows.length === 0) return [];
  const t = textsIn(ctx.locale).slice;
  return [
    {
      name: t.cost,
      columns: [
        column(t.source),
        column(t.cost, 'money'),
        column(t.leads, 'count'),
        column(t.perLead, 'money'),
        column(t.wins, 'count'),
        column(t.perWin, 'money'),
      ],
      rows: rows.map((row) => [row.label, row.cost, row.leads, row.perLead, row.won, row.perWin]),
    },
  ];
}
