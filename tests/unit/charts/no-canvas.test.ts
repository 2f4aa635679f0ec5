import { expect, it, vi } from 'vitest';
import { NoCanvasError } from '../../../reports/charts/chart-engine.js';
import { drawChart } from '../../../reports/charts/draw-chart.js';
import { chart } from './samples.js';

vi.mock('@napi-rs/canvas', () => {
  throw new Error('Cannot find native binding');
});

it('drawing without the canvas library fails with NoCanvasError each time', async () => {
  for (const _ of [1, 2]) {
    const failure = await drawChart(chart({ kind: 'bars' }), { locale: 'zh' }).catch((error) => error);
    expect(failure).toBeInstanceOf(NoCanvasError);
    expect(failure.message).toContain('@napi-rs/canvas');
    expect(failure.cause).toBeDefined();
  }
});
