import { fontFor, gridOf, namesBelow, noScale, scale, writtenValues } from './chart-axes.js';
import { type Figures, writtenFigure } from './chart-figures.js';
import type { ChartDrawing, ChartLook } from './chart-frame.js';
import { across, green, ink, rust, top } from './chart-style.js';

/**
 * Draws a waterfall: the first and last value start at zero, those between start where the one before ended.
 * Rises and falls differ in colour and sign.
 */
export function waterfallDrawing(figures: Figures, look: ChartLook): ChartDrawing {
  const steps = stepsOf((figures.series[0]?.values ?? []).map((value) => value ?? 0));
  const tops = { ...figures, series: [{ name: '', values: steps.map(({ low, size }) => low + size) }] };
  const font = fontFor(writtenValues(figures, look), across / Math.max(1, figures.labels.length) - 4);
  return {
    option: {
      grid: { ...gridOf(0), top },
      xAxis: namesBelow(figures.labels, true),
      yAxis: font ? noScale(tops, 0.12) : scale(tops, look),
      series: [
        // An invisible bar carries each floating one.
        {
          type: 'bar',
          stack: 'one',
          silent: true,
          itemStyle: { color: 'transparent' },
          data: steps.map(({ low }) => low),
        },
        {
          type: 'bar',
          stack: 'one',
          barMaxWidth: 56,
          barCategoryGap: '28%',
          label: {
            show: font !== undefined,
            position: 'top',
            fontSize: font,
            fontWeight: 600,
            color: ink.strong,
            distance: 6,
            formatter: ({ dataIndex }: { dataIndex: number }) =>
              signOf(steps[dataIndex]) +
              writtenFigure(Math.abs(steps[dataIndex]?.value ?? 0), figures, look.locale),
          },
          data: steps.map(({ size, value, isSum }) => ({
            value: size,
            itemStyle: { color: isSum ? ink.plain : value < 0 ? rust : green, borderRadius: 2 },
          })),
        },
      ],
    },
  };
}

interface Step {
  low: number;
  size: number;
  value: number;
  isSum: boolean;
}

const signOf = (step: Step | undefined): string => (!step || step.isSum ? '' : step.value < 0 ? '−' : '+');

function stepsOf(values: readonly number[]): Step[] {
  let level = 0;
  return values.map((value, n) => {
    const isSum = n === 0 || n === values.length - 1;
    const before = isSum ? 0 : level;
    level = isSum ? value : level + value;
    return { low: Math.min(before, level), size: Math.abs(level - before), value, isSum };
  });
}
