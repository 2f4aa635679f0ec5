import { hidden, redacted, shows } from '../../crm/access/visibility.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { localDate } from '../../kernel/time/zone.js';
import { measures, type SliceTally } from '../../sales/figures/slice-measures.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { maySee, showsValue } from '../../sales/people/policy.js';
import type { SliceFacts } from '../../store/reports/slice-queries.js';
import { textsIn } from '../../texts/languages.js';
import { heading } from '../nodes/headings.js';
import { column, type Sheet } from '../nodes/sheet.js';
import type { ReportContext } from '../request/report-context.js';
import type { Slice } from './read-slice.js';
import { figureOf, type SliceFigures } from './slice-figures.js';
import { byNames, measureName } from './slice-report.js';
import { labelsFor } from './slice-values.js';

/** Makes the sheets of a slice: all figures, and the deals it counts. */
export async function sliceSheets(ctx: ReportContext, figures: SliceFigures): Promise<Sheet[]> {
  return [summary(ctx, figures), await dealSheet(ctx, figures.deals)];
}

function summary(ctx: ReportContext, { slice, rows, columns, total }: SliceFigures): Sheet {
  const t = textsIn(ctx.locale).slice;
  const { unit } = measures[slice.measure];
  const first = column(heading(byNames(ctx, slice)));
  const cell = (tally: SliceTally | undefined) => cellOf(ctx, tally, slice);
  if (columns.length > 0) {
    return {
      name: t.summary,
      columns: [first, ...columns.map(({ label }) => column(label, unit)), column(t.total, unit)],
      rows: [
        ...rows.map((row) => [
          row.label,
          ...columns.map((one) => cell(row.cells.get(one.value))),
          cell(row.total),
        ]),
        [t.total, ...columns.map((one) => cell(one.total)), cell(total)],
      ],
    };
  }
  return {
    name: t.summary,
    columns: [
      first,
      column(t.deals, 'count'),
      ...(slice.measure === 'count' ? [] : [column(heading(measureName(ctx, slice)), unit)]),
    ],
    rows: [...rows, { label: t.total, total }].map((row) => [
      row.label,
      row.total.deals,
      ...(slice.measure === 'count' ? [] : [cell(row.total)]),
    ]),
  };
}

function cellOf(ctx: ReportContext, tally: SliceTally | undefined, slice: Slice): string | number | null {
  if (!tally) return null;
  return measures[slice.measure].unit === 'money' && !shows(ctx, 'amount') ? hidden : figureOf(tally, slice);
}

/** Makes the sheet of deals that the reader may see, one per row. */
export async function dealSheet(ctx: ReportContext, deals: readonly SliceFacts[]): Promise<Sheet> {
  const t = textsIn(ctx.locale).slice;
  const dimensions = dimensionsOf(ctx.process);
  const byKey = (key: string) => dimensions.find((one) => one.key === key) ?? dimensions[0];
  const label = async (key: string) => {
    const dimension = byKey(key);
    return dimension ? await labelsFor(ctx, dimension) : async () => '';
  };
  const [owner, team, stage, status, source] = [
    await label('owner'),
    await label('team'),
    await label('stage'),
    await label('status'),
    await label('source'),
  ];
  const day = (at: Date | null) => at && localDate(at, ctx.zone);
  const rows: Sheet['rows'] = [];
  const { person, audience } = ctx;
  const readers = [person, audience].filter((one) => one !== undefined);
  for (const deal of deals.toSorted((a, b) => a.no - b.no)) {
    if (!readers.every((reader) => maySee(reader, deal).ok)) continue;
    const inMoney = readers.every((reader) => showsValue(reader, 'amount', deal));
    rows.push([
      dealNo(deal),
      deal.customer,
      redacted(ctx, deal.name, deal),
      await owner(deal.ownerId),
      await team(deal.teamId),
      await stage(deal.stage),
      await status(deal.status),
      inMoney ? deal.amount : hidden,
      deal.product && redacted(ctx, deal.product, deal),
      deal.source && (await source(deal.source)),
      day(deal.createdAt),
      day(deal.closedAt),
    ]);
  }
  return {
    name: t.details,
    columns: [
      column(t.number),
      column(t.customer),
      column(t.deal),
      column(t.owner),
      column(t.team),
      column(t.stage),
      column(t.status),
      column(t.amount, 'money'),
      column(t.product),
      column(t.source),
      column(t.createdOn, 'date'),
      column(t.closedOn, 'date'),
    ],
    rows,
  };
}
