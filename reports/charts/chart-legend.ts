import type { LegendComponentOption } from 'echarts';
import type { Figures } from './chart-figures.js';
import { across, edge, fontSize, ink } from './chart-style.js';
import { textWidth } from './chart-text-width.js';

const rowHeight = 26;
/** Width of a series' mark and the space after it, in CSS pixels. */
const mark = 12 + 6;
/** Space between two series, in CSS pixels. */
const gap = 18;

/** Names the series below the title, in one or two rows; a single series is named by the title. */
export function legendOf({ series }: Figures): { legend?: LegendComponentOption; height: number } {
  if (series.length < 2) return { height: 0 };
  const needed = series.reduce((sum, { name }) => sum + textWidth(name, fontSize.small) + mark + gap, -gap);
  const rows = needed <= across ? 1 : 2;
  const share = (across + gap) / Math.ceil(series.length / 2) - gap - mark;
  return {
    height: rows * rowHeight,
    legend: {
      left: edge,
      top: 58,
      width: across,
      padding: 0,
      itemGap: gap,
      itemWidth: 12,
      itemHeight: 12,
      icon: 'roundRect',
      // Series are identified by number: two may have the same name.
      data: series.map((_, index) => ({ name: String(index) })),
      formatter: (index) => series[Number(index)]?.name ?? '',
      textStyle: {
        fontSize: fontSize.small,
        color: ink.plain,
        ...(rows === 2 ? { width: share, overflow: 'truncate', ellipsis: '…' } : {}),
      },
    },
  };
}
