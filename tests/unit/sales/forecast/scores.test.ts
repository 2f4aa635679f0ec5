import { describe, expect, test } from 'vitest';
import {
  auc,
  bias,
  brier,
  calibrationBins,
  calibrationError,
  logLoss,
  wape,
} from '../../../../sales/forecast/forecast-scores.js';

const told = (pairs: [number, boolean][]) => pairs.map(([p, happened]) => ({ p, happened }));

describe('forecast scores', () => {
  test('are best for certain correct predictions, and neutral for coin flips', () => {
    const sure = told([
      [1, true],
      [0, false],
    ]);
    expect(logLoss(sure)).toBeCloseTo(0, 6);
    expect(brier(sure)).toBe(0);
    expect(auc(sure)).toBe(1);
    const none = told([
      [0.5, true],
      [0.5, false],
    ]);
    expect(logLoss(none)).toBeCloseTo(Math.log(2), 9);
    expect(brier(none)).toBe(0.25);
    expect(auc(none)).toBe(0.5);
  });

  test('auc counts pairs in the wrong order, and ties as half', () => {
    expect(
      auc(
        told([
          [0.2, true],
          [0.8, false],
        ]),
      ),
    ).toBe(0);
    expect(
      auc(
        told([
          [0.5, true],
          [0.5, false],
          [0.1, false],
        ]),
      ),
    ).toBe(0.75);
    expect(auc(told([[0.5, true]]))).toBe(0.5);
  });

  test('calibration compares predicted with observed rates', () => {
    const honest = told(Array.from({ length: 200 }, (_, n) => [0.7, n % 10 < 7]));
    expect(calibrationError(honest)).toBeCloseTo(0, 2);
    const bold = told(Array.from({ length: 200 }, (_, n) => [0.9, n % 10 < 7]));
    expect(calibrationError(bold)).toBeCloseTo(0.2, 2);
    expect(calibrationBins(honest).reduce((sum, { count }) => sum + count, 0)).toBe(200);
    expect(calibrationError([])).toBe(0);
  });

  test('wape and bias compare sums', () => {
    const sums = [
      { told: 120, became: 100 },
      { told: 80, became: 100 },
    ];
    expect(wape(sums)).toBe(0.2);
    expect(bias(sums)).toBe(0);
    expect(wape([])).toBe(0);
  });
});
