import type { BarSeriesOption } from 'echarts';
import { fontFor, gridOf, inSequence, namesBelow, noScale, scale, writtenValues } from './chart-axes.js';
import { type Figures, writtenFigure } from './chart-figures.js';
import type { ChartDrawing, ChartLook } from './chart-frame.js';
import { legendOf } from './chart-legend.js';
import { across, colourOf, fontSize, foot, heightFor, ink, rust, top } from './chart-style.js';
import { widest } from './chart-text-width.js';

/** Draws upright bars if their names fit below, else horizontal bars with names at the left. */
export function barsDrawing(figures: Figures, look: ChartLook): ChartDrawing {
  return lies(figures) ? lying(figures, look) : standing(figures, look);
}

/** Most rows, and most bars, that stay readable in horizontal bars. */
const most = { rows: 24, bars: 44 };

function lies({ labels, series }: Figures): boolean {
  if (fontFor(labels, across / labels.length - 6) !== undefined) return false;
  if (labels.length > most.rows || labels.length * series.length > most.bars) return false;
  // Time runs from left to right.
  return labels.length < 5 || !inSequence(labels);
}

/** Share of a label's room that its bars fill; the rest is the gap. */
const filled = ({ series }: Figures): number => (series.length === 1 ? 0.68 : 0.8);

function standing(figures: Figures, look: ChartLook): ChartDrawing {
  const { legend, height } = legendOf(figures);
  const alone = figures.series.length === 1;
  const room = (across / figures.labels.length) * (alone ? 1 : filled(figures) / figures.series.length);
  const font = fontFor(writtenValues(figures, look), room);
  return {
    option: {
      legend,
      grid: gridOf(height),
      xAxis: namesBelow(figures.labels, true),
      yAxis: font ? noScale(figures, 0.12) : scale(figures, look),
      series: seriesOf(figures, look, { font, ends: ['top', 'bottom'] }),
    },
  };
}

/** A row's height for one series, in CSS pixels. */
const rowHeight = 24;

function lying(figures: Figures, look: ChartLook): ChartDrawing {
  const { legend, height: legendHeight } = legendOf(figures);
  const { labels, series } = figures;
  const height = heightFor(labels.length, rowHeight * Math.max(1, series.length * 0.8), top + legendHeight);
  const row = (height - top - legendHeight - foot) / labels.length;
  const bar = (row * filled(figures)) / series.length;
  const font = bar < fontSize.least - 2 ? undefined : Math.min(fontSize.label, Math.max(fontSize.least, bar));
  const words = writtenValues(figures, look);
  return {
    height,
    option: {
      legend,
      grid: gridOf(legendHeight),
      xAxis: font ? noScale(figures, (widest(words, font) + 12) / (across / 2)) : scale(figures, look),
      yAxis: {
        type: 'category',
        data: labels,
        inverse: true,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink.line } },
        axisLabel: {
          fontSize: Math.min(fontSize.label, row * 0.78),
          color: ink.plain,
          margin: 10,
          interval: 0,
          width: 190,
          overflow: 'truncate',
          ellipsis: '…',
        },
      },
      series: seriesOf(figures, look, { font, ends: ['right', 'left'] }),
    },
  };
}

/** The values' font, and the ends of a bar where they stand, above and below zero. */
interface Writing {
  font: number | undefined;
  ends: ['top', 'bottom'] | ['right', 'left'];
}

function seriesOf(figures: Figures, { locale }: ChartLook, { font, ends }: Writing): BarSeriesOption[] {
  const alone = figures.series.length === 1;
  return figures.series.map(({ values }, index) => ({
    type: 'bar',
    name: String(index),
    barMaxWidth: alone ? 56 : 40,
    barCategoryGap: `${Math.round((1 - filled(figures)) * 100)}%`,
    barGap: '8%',
    itemStyle: { color: colourOf(index), borderRadius: 2 },
    label: {
      show: font !== undefined,
      fontSize: font,
      fontWeight: 600,
      color: ink.strong,
      distance: 6,
      formatter: ({ dataIndex }) => writtenFigure(values[dataIndex] ?? 0, figures, locale),
    },
    data: values.map((value) => {
      if (value === null) return '-';
      const below = value < 0;
      return {
        value,
        label: { position: below ? ends[1] : ends[0] },
        ...(below && alone ? { itemStyle: { color: rust } } : {}),
      };
    }),
  }));
}
