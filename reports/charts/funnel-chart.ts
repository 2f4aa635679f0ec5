import type { GraphicComponentOption } from 'echarts';
import { textsIn } from '../../texts/languages.js';
import { conversion, type Figures, writtenFigure } from './chart-figures.js';
import type { ChartDrawing, ChartLook } from './chart-frame.js';
import { edge, fontSize, foot, green, greenTint, heightFor, ink, size, top } from './chart-style.js';
import { textWidth, widest } from './chart-text-width.js';

/**
 * Draws the steps from top to bottom, each as wide as its value, with the conversion to the next at the
 * right. ECharts' own funnel has no place for conversions, and its slanted sides hide where a step ends.
 */
export function funnelDrawing(figures: Figures, look: ChartLook): ChartDrawing {
  const values = figures.series[0]?.values ?? [];
  const overall =
    values.length > 2 ? conversion(values.at(-1) ?? null, values[0] ?? null, look.locale) : undefined;
  const height = heightFor(values.length, 30, top);
  const plan = planOf(figures, values, height);
  return {
    height,
    aside: overall && textsIn(look.locale).chart.overall(overall),
    option: {
      graphic: {
        elements: values.flatMap((value, index) => [
          ...between(plan, look, values, index),
          ...step(plan, look, figures, value, index),
        ]),
      },
    },
  };
}

type Shape = GraphicComponentOption;

/** Positions and sizes, in CSS pixels. */
interface Plan {
  /** Height from one step to the next, and of the step's bar. */
  band: number;
  bar: number;
  font: number;
  names: number;
  middle: number;
  /** Width of a value's bar. */
  wide(value: number | null): number;
  /** Top of a step's bar. */
  y(index: number): number;
}

/** Width of the words at the right, in CSS pixels. */
const rightColumn = 64;
const gap = 16;

function planOf({ labels }: Figures, values: (number | null)[], height: number): Plan {
  const free = height - top - foot;
  const band = Math.min(76, free / labels.length);
  const bar = band * 0.64;
  // No gap follows the last step.
  const rest = free - band * (labels.length - 1) - bar;
  const font = Math.min(fontSize.label, band * 0.62);
  const names = Math.min(170, widest(labels, font));
  const left = edge + names + gap;
  const room = size.width - edge - rightColumn - gap - left;
  const most = Math.max(...values.map((value) => value ?? 0));
  return {
    band,
    bar,
    font,
    names,
    middle: left + room / 2,
    // A step that few reached stays visible.
    wide: (value) => (value !== null && value > 0 ? Math.max(3, (value / most) * room) : 0),
    y: (index) => top + rest / 2 + band * index,
  };
}

/** Draws a step's name, its bar, and the value inside, or beside a bar that is too short. */
function step(plan: Plan, look: ChartLook, figures: Figures, value: number | null, index: number): Shape[] {
  const { bar, font, middle, names } = plan;
  const y = plan.y(index);
  const wide = plan.wide(value);
  const figure = value === null ? '–' : writtenFigure(value, figures, look.locale);
  const inside = textWidth(figure, font) + 16 <= wide;
  const words = { y: y + bar / 2, fontFamily: look.font, fontSize: font, verticalAlign: 'middle' } as const;
  return [
    {
      type: 'text',
      style: {
        ...words,
        x: edge,
        text: figures.labels[index] ?? '',
        fill: ink.plain,
        width: names + 4,
        overflow: 'truncate',
        ellipsis: '…',
      },
    },
    {
      type: 'rect',
      shape: { x: middle - wide / 2, y, width: wide, height: bar, r: Math.min(4, wide / 2) },
      style: { fill: green },
    },
    {
      type: 'text',
      style: {
        ...words,
        x: inside ? middle : middle + wide / 2 + 8,
        text: figure,
        fontWeight: 600,
        fill: inside ? '#ffffff' : ink.strong,
        align: inside ? 'center' : 'left',
      },
    },
  ];
}

/** Draws the light slope from the step before, with the conversion. */
function between(plan: Plan, look: ChartLook, values: (number | null)[], index: number): Shape[] {
  if (index === 0) return [];
  const { bar, band, font, middle } = plan;
  const [before = null, value = null] = values.slice(index - 1, index + 1);
  const [above, beneath] = [plan.wide(before) / 2, plan.wide(value) / 2];
  const [from, to] = [plan.y(index - 1) + bar, plan.y(index)];
  const part = conversion(value, before, look.locale);
  const slope: Shape = {
    type: 'polygon',
    shape: {
      points: [
        [middle - above, from],
        [middle + above, from],
        [middle + beneath, to],
        [middle - beneath, to],
      ],
    },
    style: { fill: greenTint },
  };
  if (part === undefined) return [slope];
  return [
    slope,
    {
      type: 'text',
      style: {
        x: size.width - edge,
        y: to - (band - bar) / 2,
        text: `↓ ${part}`,
        fontFamily: look.font,
        fontSize: font,
        fill: ink.quiet,
        align: 'right',
        verticalAlign: 'middle',
      },
    },
  ];
}
