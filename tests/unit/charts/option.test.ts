import type { BarSeriesOption, LineSeriesOption } from 'echarts';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../kernel/card/card.js';
import { chartOption } from '../../../reports/charts/chart-option.js';
import { size } from '../../../reports/charts/chart-style.js';
import type { Locale } from '../../../texts/languages.js';
import { chart, everyday, people, wan, wave } from './samples.js';

const draw = (of: Chart, locale: Locale = 'zh') => chartOption(of, { locale, font: 'Noto' });
const option = (of: Chart, locale: Locale = 'zh') => draw(of, locale).option;
const titles = (of: Chart, locale: Locale = 'zh') =>
  [option(of, locale).title].flat().map((title) => title?.text);
const series = <One>(of: Chart): One[] => [option(of).series].flat() as One[];
const bars = (of: Chart) => series<BarSeriesOption>(of);
const lines = (of: Chart) => series<LineSeriesOption>(of);
const axis = (of: Chart, name: 'xAxis' | 'yAxis') => [option(of)[name]].flat()[0];

describe('every chart', () => {
  it.each(everyday)('%s in %s has its title, a white background and no animation', (_, locale, of) => {
    expect(option(of, locale)).toMatchObject({
      animation: false,
      backgroundColor: '#ffffff',
      textStyle: { fontFamily: 'Noto' },
    });
    expect(titles(of, locale)[0]).toBe(of.title);
  });

  it('shows a sentence if there is no data', () => {
    expect(titles(chart({ kind: 'funnel', series: [] }))).toEqual(['签约', '还没有数据']);
    expect(titles(chart({ kind: 'lines', labels: [] }), 'en')).toEqual(['签约', 'No data yet']);
    const zero = chart({ kind: 'bars', series: [{ name: 'a', values: [0, 0, 0] }] });
    expect(titles(zero)).toEqual(['签约', '都是 0']);
    expect(titles(zero, 'en')).toEqual(['签约', 'All values are zero']);
    expect(option(zero).series).toBeUndefined();
  });
});

describe('a bar chart', () => {
  it('has vertical bars with values above them if the labels fit, and no value axis', () => {
    const of = chart({ kind: 'bars' });
    expect(axis(of, 'xAxis')).toMatchObject({ type: 'category', data: of.labels });
    expect(axis(of, 'yAxis')).toMatchObject({ show: false, min: 0 });
    expect(bars(of)[0]?.label?.show).toBe(true);
  });

  it('has horizontal bars, in a taller picture if there are many, if the labels do not fit', () => {
    const of = chart({ kind: 'bars', labels: people(20), series: [{ name: 'a', values: wave(20) }] });
    expect(axis(of, 'yAxis')).toMatchObject({ type: 'category', data: of.labels, inverse: true });
    expect(bars(of)[0]?.label?.show).toBe(true);
    expect(draw(of).height).toBe(size.tallest);
    expect(draw(chart({ kind: 'bars' })).height).toBe(size.height);
  });

  it('keeps vertical bars for a sequence of dates, and skips some labels', () => {
    const weeks = Array.from({ length: 20 }, (_, week) => `2026 W${week + 1}`);
    const of = chart({ kind: 'bars', labels: weeks, series: [{ name: 'a', values: wave(20) }] });
    expect(axis(of, 'xAxis')).toMatchObject({ type: 'category', axisLabel: { interval: 'auto', rotate: 0 } });
  });

  it('keeps vertical bars if there are too many to tell apart horizontally', () => {
    const of = chart({ kind: 'bars', labels: people(60), series: [{ name: 'a', values: wave(60) }] });
    expect(axis(of, 'xAxis')).toMatchObject({ type: 'category', axisLabel: { interval: 'auto' } });
  });

  it('has slanted labels and an axis instead of values for six series and twenty labels', () => {
    const names = ['华东', '华南', '华北', '西南', '西北', '东北'];
    const of = chart({
      kind: 'bars',
      labels: people(20),
      series: names.map((name, index) => ({ name, values: wan(...wave(20, index)) })),
      unit: 'money',
    });
    expect(axis(of, 'xAxis')).toMatchObject({ axisLabel: { interval: 0, rotate: 40, overflow: 'truncate' } });
    const values = axis(of, 'yAxis');
    expect(values).not.toMatchObject({ show: false });
    const label = values?.axisLabel as { formatter(value: number): string };
    expect(label.formatter(20_000_000)).toBe('20万');
    expect(bars(of).every((one) => one.label?.show === false)).toBe(true);
    expect(new Set(bars(of).map((one) => one.itemStyle?.color)).size).toBe(6);
  });

  it('writes negative values below the bar, and omits missing values', () => {
    const of = chart({ kind: 'bars', series: [{ name: 'a', values: [30, -12, Number.NaN] }] });
    expect(bars(of)[0]?.data).toMatchObject([
      { value: 30, label: { position: 'top' } },
      { value: -12, label: { position: 'bottom' } },
      '-',
    ]);
    expect(axis(of, 'yAxis')).toMatchObject({ min: expect.closeTo(-17.04), max: expect.closeTo(35.04) });
  });

  it('lists both in the legend if two series have the same name', () => {
    const of = chart({
      kind: 'bars',
      series: [
        { name: '王明', values: [1, 2, 3] },
        { name: '王明', values: [3, 2, 1] },
      ],
    });
    const legend = [option(of).legend].flat()[0];
    expect(legend).toMatchObject({ data: [{ name: '0' }, { name: '1' }] });
    const written = legend?.formatter as (name: string) => string;
    expect(['0', '1'].map(written)).toEqual(['王明', '王明']);
  });

  it('has a legend of two rows if the names are long', () => {
    const named = (name: string) =>
      [
        option(
          chart({
            kind: 'bars',
            series: Array.from({ length: 6 }, (_, index) => ({ name: name + index, values: [1, 2, 3] })),
          }),
        ).grid,
      ].flat()[0]?.top;
    expect(Number(named('华东大区第一销售部'))).toBeGreaterThan(Number(named('华东')));
  });
});

describe('a line chart', () => {
  it('shows each value of a single series, below the point in a dip', () => {
    const of = chart({
      kind: 'lines',
      labels: ['9/1', '9/8', '9/15', '9/22', '9/29'],
      series: [{ name: 'a', values: [12, 8, 15, Number.NaN, 20] }],
    });
    expect(lines(of)[0]?.data).toMatchObject([
      { value: 12, label: { position: 'top' } },
      { value: 8, label: { position: 'bottom' } },
      { value: 15, label: { position: 'top' } },
      '-',
      { value: 20, label: { position: 'top' } },
    ]);
    expect(axis(of, 'yAxis')).toMatchObject({ show: false });
    const deep = chart({ kind: 'lines', series: [{ name: 'a', values: [5, -8, 4] }] });
    expect(lines(deep)[0]?.data?.[1]).toMatchObject({ label: { position: 'bottom' } });
    // Under a point close to the axis stand the names.
    const low = chart({ kind: 'lines', series: [{ name: 'a', values: [50, 1, 40] }] });
    expect(lines(low)[0]?.data?.[1]).toMatchObject({ label: { position: 'top' } });
  });

  it('shows the last value of each of several series, without overlap', () => {
    const of = chart({
      kind: 'lines',
      series: [
        { name: 'a', values: wan(100, 110, 120) },
        { name: 'b', values: wan(90, 64) },
        { name: 'c', values: [] },
      ],
      unit: 'money',
    });
    const last = lines(of).map(({ endLabel }) => {
      const words = endLabel?.formatter as () => string;
      return endLabel?.show ? words() : undefined;
    });
    expect(last).toEqual(['120万', '64万', undefined]);
    expect(lines(of).every((one) => 'moveOverlap' in (one.labelLayout ?? {}))).toBe(true);
  });
});

/** What is looked at of a funnel's shapes. */
interface Shape {
  type: 'text' | 'rect' | 'polygon';
  style?: { text?: string; fontSize?: number };
  shape?: { y: number; width: number; height: number };
}

describe('a funnel', () => {
  const shapes = (of: Chart) => ([option(of).graphic].flat()[0] as { elements: Shape[] }).elements;
  const words = (of: Chart) => shapes(of).flatMap((one) => (one.type === 'text' ? [one.style?.text] : []));
  const widths = (of: Chart) =>
    shapes(of).flatMap((one) => (one.type === 'rect' ? [one.shape?.width ?? 0] : []));

  it('shows each step, its value, the conversion from the step before, and the overall conversion', () => {
    const of = chart({
      kind: 'funnel',
      labels: ['线索', '商机', '赢单'],
      series: [{ name: 'a', values: wan(300, 120, 30) }],
      unit: 'money',
    });
    expect(words(of)).toEqual(['线索', '300万', '↓ 40%', '商机', '120万', '↓ 25%', '赢单', '30万']);
    expect(titles(of)).toEqual(['签约', '整体转化 10%']);
    expect(titles(of, 'en')).toEqual(['签约', 'Overall 10%']);
  });

  it('is as wide as its values, the largest value being the widest', () => {
    const [first = 0, second = 0, third = 0] = widths(
      chart({ kind: 'funnel', series: [{ name: 'a', values: [50, 100, 25] }] }),
    );
    expect(second / first).toBeCloseTo(2);
    expect(second / third).toBeCloseTo(4);
  });

  it('shows no conversion for missing or negative values', () => {
    const of = chart({ kind: 'funnel', series: [{ name: 'a', values: [10, Number.NaN, -5] }] });
    expect(words(of)).toEqual(['华东', '10', '华南', '–', '华北', '-5']);
    expect(widths(of).slice(1)).toEqual([0, 0]);
    expect(titles(of)).toEqual(['签约']);
  });

  it('keeps twenty steps apart', () => {
    const of = chart({ kind: 'funnel', labels: people(20), series: [{ name: 'a', values: wave(20) }] });
    const lowest = Math.max(
      ...shapes(of).map((one) => (one.type === 'rect' ? (one.shape?.y ?? 0) + (one.shape?.height ?? 0) : 0)),
    );
    expect(draw(of).height).toBe(size.tallest);
    expect(lowest).toBeLessThan(size.tallest);
    for (const one of shapes(of)) if (one.type === 'text') expect(one.style?.fontSize).toBeGreaterThan(11);
  });
});
