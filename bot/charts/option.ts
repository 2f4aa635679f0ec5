import type { Chart } from '../kernel/card.js';
import { barsDrawing } from './bars.js';
import { emptyDrawing } from './empty.js';
import { emptiness, figuresOf } from './figures.js';
import { type Framed, frame, type Look } from './frame.js';
import { funnelDrawing } from './funnel.js';
import { linesDrawing } from './lines.js';
import { waterfallDrawing } from './waterfall.js';

const kinds = { bars: barsDrawing, lines: linesDrawing, funnel: funnelDrawing, waterfall: waterfallDrawing };

/** A chart as ECharts is told to draw it. */
export function optionOf(chart: Chart, look: Look): Framed {
  const figures = figuresOf(chart);
  const empty = emptiness(figures);
  return frame(figures.title, empty ? emptyDrawing(empty, look) : kinds[chart.kind](figures, look), look);
}
