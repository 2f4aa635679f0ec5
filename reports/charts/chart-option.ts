import type { Chart } from '../../kernel/card/card.js';
import { barsDrawing } from './bars-chart.js';
import { emptiness, figuresOf } from './chart-figures.js';
import { type ChartLook, type Framed, frame } from './chart-frame.js';
import { emptyDrawing } from './empty-chart.js';
import { funnelDrawing } from './funnel-chart.js';
import { linesDrawing } from './lines-chart.js';
import { waterfallDrawing } from './waterfall-chart.js';

const kinds = { bars: barsDrawing, lines: linesDrawing, funnel: funnelDrawing, waterfall: waterfallDrawing };

/** Turns a chart into ECharts options. */
export function chartOption(chart: Chart, look: ChartLook): Framed {
  const figures = figuresOf(chart);
  const empty = emptiness(figures);
  return frame(figures.title, empty ? emptyDrawing(empty, look) : kinds[chart.kind](figures, look), look);
}
