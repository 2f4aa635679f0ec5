import { hidden, redacted, shows } from '../../crm/access/visibility.js';
import { localDate } from '../../kernel/time/zone.js';
import { measures, type Tally } from '../../sales/figures/slice-measures.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { maySee, showsValue } from '../../sales/people/policy.js';
import type { SliceFacts } from '../../store/reports/slice-queries.js';
import { heading } from '../nodes/headings.js';
import { column, type Sheet } from '../nodes/sheet.js';
import type { Desk } from '../request/report-context.js';
import { sliceTexts } from '../texts/slice-texts.js';
import type { Slice } from './read-slice.js';
import { figureOf, type SliceFigures } from './slice-figures.js';
import { byNames, measureName } from './slice-report.js';
import { labelsFor } from './slice-values.js';

/** All of a slice, and each deal that it was made of. */
export async function sliceSheets(desk: Desk, figures: SliceFigures): Promise<Sheet[]> {
  return [summary(desk, figures), await dealSheet(desk, figures.deals)];
}

function summary(desk: Desk, { slice, rows, columns, total }: SliceFigures): Sheet {
  const t = sliceTexts(desk.locale);
  const { unit } = measures[slice.measure];
  const first = column(heading(byNames(desk, slice)));
  const cell = (tally: Tally | undefined) => cellOf(desk, tally, slice);
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
      ...(slice.measure === 'count' ? [] : [column(heading(measureName(desk, slice)), unit)]),
    ],
    rows: [...rows, { label: t.total, total }].map((row) => [
      row.label,
      row.total.deals,
      ...(slice.measure === 'count' ? [] : [cell(row.total)]),
    ]),
  };
}

function cellOf(desk: Desk, tally: Tally | undefined, slice: Slice): string | number | null {
  if (!tally) return null;
  return measures[slice.measure].unit === 'money' && !shows(desk, 'amount') ? hidden : figureOf(tally, slice);
}

/** The deals that the reader may look at, one in a row. */
export async function dealSheet(desk: Desk, deals: readonly SliceFacts[]): Promise<Sheet> {
  const t = sliceTexts(desk.locale);
  const dimensions = dimensionsOf(desk.process);
  const byKey = (key: string) => dimensions.find((one) => one.key === key) ?? dimensions[0];
  const label = async (key: string) => {
    const dimension = byKey(key);
    return dimension ? await labelsFor(desk, dimension) : async () => '';
  };
  const [owner, team, stage, status, source] = [
    await label('owner'),
    await label('team'),
    await label('stage'),
    await label('status'),
    await label('source'),
  ];
  const day = (at: Date | null) => at && localDate(at, desk.zone);
  const rows: Sheet['rows'] = [];
  const { person, crowd } = desk;
  const readers = [person, crowd].filter((one) => one !== undefined);
  for (const deal of deals.toSorted((a, b) => a.no - b.no)) {
    if (!readers.every((reader) => maySee(reader, deal).ok)) continue;
    const inMoney = readers.every((reader) => showsValue(reader, 'amount', deal));
    rows.push([
      `D-${deal.no}`,
      deal.customer,
      redacted(desk, deal.name, deal),
      await owner(deal.ownerId),
      await team(deal.teamId),
      await stage(deal.stage),
      await status(deal.status),
      inMoney ? deal.amount : hidden,
      deal.product && redacted(desk, deal.product, deal),
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
