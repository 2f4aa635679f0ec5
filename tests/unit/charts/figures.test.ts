import { describe, expect, it } from 'vitest';
import { conversion, emptiness, figuresOf, writtenFigure } from '../../../reports/charts/chart-figures.js';
import { textWidth, widest } from '../../../reports/charts/chart-text-width.js';
import { chart, wan } from './samples.js';

describe('chart figures', () => {
  it('have one value per label, and null for values that are not numbers', () => {
    const figures = figuresOf(
      chart({
        kind: 'bars',
        series: [
          { name: 'a', values: [1, Number.NaN, Number.POSITIVE_INFINITY, 4] },
          { name: 'b', values: [-1] },
        ],
      }),
    );
    expect(figures.series.map(({ values }) => values)).toEqual([
      [1, null, null],
      [-1, null, null],
    ]);
  });

  it('have titles and labels on one line, without emoji', () => {
    const figures = figuresOf(chart({ kind: 'bars', title: '🔥 本周\n签约 ❤️', labels: ['👍🏽 华东'] }));
    expect(figures.title).toBe('本周 签约 ❤');
    expect(figures.labels).toEqual(['华东']);
  });

  it('distinguish no data from all zeros', () => {
    const of = (values: number[]) =>
      emptiness(figuresOf(chart({ kind: 'bars', series: [{ name: 'a', values }] })));
    expect(of([])).toBe('noData');
    expect(of([Number.NaN])).toBe('noData');
    expect(of([0, 0])).toBe('allZero');
    expect(of([0, -1])).toBeUndefined();
    expect(emptiness(figuresOf(chart({ kind: 'bars', series: [] })))).toBe('noData');
    expect(emptiness(figuresOf(chart({ kind: 'bars', labels: [] })))).toBe('noData');
  });

  it('are written in a short form', () => {
    expect(writtenFigure(wan(30)[0] ?? 0, { unit: 'money', currency: 'CNY' }, 'zh')).toBe('30万');
    expect(writtenFigure(wan(30)[0] ?? 0, { unit: 'money', currency: 'USD' }, 'en')).toBe('$300K');
    expect(writtenFigure(-1_000_000, { unit: 'money', currency: 'CNY' }, 'zh')).toBe('-1万');
    expect(writtenFigure(0, { unit: 'money', currency: 'CNY' }, 'zh')).toBe('0');
    expect(writtenFigure(0, { unit: 'percent' }, 'zh')).toBe('0%');
    expect(writtenFigure(64.25, { unit: 'percent' }, 'en')).toBe('64.3%');
    expect(writtenFigure(12345, { unit: 'count' }, 'en')).toBe('12,345');
  });

  it('give a conversion rate only if both values allow one', () => {
    expect(conversion(52, 86, 'zh')).toBe('60%');
    expect(conversion(120, 100, 'zh')).toBe('120%');
    expect(conversion(0, 100, 'en')).toBe('0%');
    for (const [value, before] of [
      [1, 0],
      [1, null],
      [null, 1],
      [-1, 10],
      [1, -10],
    ] as const) {
      expect(conversion(value, before, 'zh')).toBeUndefined();
    }
  });
});

describe('text width', () => {
  it('counts a Chinese character as one em, a Latin letter as about half', () => {
    expect(textWidth('华东', 10)).toBe(20);
    expect(textWidth('ab', 10)).toBeCloseTo(11.6);
    expect(widest(['a', '华东', '华'], 10)).toBe(20);
    expect(widest([], 10)).toBe(0);
  });
});
