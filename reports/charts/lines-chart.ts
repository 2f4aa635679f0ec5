import type { LineSeriesOption } from 'echarts';
import { fontFor, gridOf, namesBelow, noScale, scale, writtenValues } from './chart-axes.js';
import { type Figures, present, writtenFigure } from './chart-figures.js';
import type { ChartDrawing, ChartLook } from './chart-frame.js';
import { legendOf } from './chart-legend.js';
import { across, colourOf, edge, fontSize, green, ink, paper } from './chart-style.js';
import { widest } from './chart-text-width.js';

/** Draws lines; a single line shows all values that fit, several lines show their last value each. */
export function linesDrawing(figures: Figures, look: ChartLook): ChartDrawing {
  const { legend, height } = legendOf(figures);
  const alone = figures.series.length === 1;
  const words = writtenValues(figures, look);
  const font = alone ? fontFor(words, across / figures.labels.length - 4) : undefined;
  const grid = gridOf(height);
  return {
    option: {
      legend,
      grid: font ? grid : { ...grid, right: edge + widest(words, fontSize.label) + 8 },
      xAxis: namesBelow(figures.labels, font !== undefined),
      yAxis: font ? noScale(figures, 0.14) : scale(figures, look),
      series: figures.series.map(({ values }, index) => ({
        ...lineOf(figures, values, index),
        ...(font ? valuesAt(figures, look, values, font) : lastOf(figures, look, values, index)),
      })),
    },
  };
}

function lineOf(figures: Figures, values: (number | null)[], index: number): LineSeriesOption {
  return {
    type: 'line',
    name: String(index),
    lineStyle: { width: 3, color: colourOf(index) },
    itemStyle: { color: colourOf(index) },
    symbol: 'circle',
    symbolSize: figures.labels.length > 12 ? 5 : 8,
    showAllSymbol: true,
    areaStyle: figures.series.length === 1 ? { color: green, opacity: 0.08 } : undefined,
    data: values.map((value) => value ?? '-'),
  };
}

/** Places each value at its point: below in a dip, where the line would cross words above. */
function valuesAt(
  figures: Figures,
  { locale }: ChartLook,
  values: (number | null)[],
  font: number,
): Pick<LineSeriesOption, 'label' | 'data'> {
  const floor = Math.max(...present(figures).map(Math.abs)) * 0.15;
  return {
    label: {
      show: true,
      fontSize: font,
      fontWeight: 600,
      color: ink.strong,
      // A background outline keeps the value readable on a steep line.
      textBorderColor: paper,
      textBorderWidth: 4,
      distance: 8,
      formatter: ({ dataIndex }) => writtenFigure(values[dataIndex] ?? 0, figures, locale),
    },
    data: values.map((value, at) => {
      if (value === null) return '-';
      const roomBelow = value < 0 || value > floor;
      const dip = roomBelow && value < (values[at - 1] ?? value) && value < (values[at + 1] ?? value);
      return { value, label: { position: dip ? 'bottom' : 'top' } };
    }),
  };
}

function lastOf(
  figures: Figures,
  { locale }: ChartLook,
  values: (number | null)[],
  index: number,
): Pick<LineSeriesOption, 'endLabel' | 'labelLayout'> {
  const last = values.findLast((value) => value !== null);
  return {
    endLabel: {
      show: last !== undefined,
      fontSize: fontSize.label,
      fontWeight: 600,
      color: figures.series.length === 1 ? ink.strong : colourOf(index),
      distance: 8,
      formatter: () => writtenFigure(last ?? 0, figures, locale),
    },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}
