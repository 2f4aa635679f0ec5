import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../kernel/card/card.js';
import { familiesFor } from '../../../reports/charts/chart-fonts.js';
import { size } from '../../../reports/charts/chart-style.js';
import { drawChart } from '../../../reports/charts/draw-chart.js';
import type { Locale } from '../../../texts/languages.js';
import { chart, everyday, people, wave } from './samples.js';

interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

async function pixels(of: Chart, locale: Locale = 'zh', isDark = false): Promise<Pixels> {
  const image = await loadImage(await drawChart(of, { locale, isDark }));
  const canvas = createCanvas(image.width, image.height);
  const paper = canvas.getContext('2d');
  paper.drawImage(image, 0, 0);
  return {
    width: image.width,
    height: image.height,
    data: paper.getImageData(0, 0, image.width, image.height).data,
  };
}

/** How many pixels of an area are darker than the paper, and a picture of them to compare. */
function ink({ width, data }: Pixels, x: number, y: number, wide: number, high: number) {
  let dark = 0;
  let shape = '';
  for (let row = y; row < y + high; row++) {
    for (let column = x; column < x + wide; column++) {
      const at = (row * width + column) * 4;
      const on = (data[at] ?? 255) + (data[at + 1] ?? 255) + (data[at + 2] ?? 255) < 500;
      if (on) dark++;
      shape += on ? '#' : '.';
    }
  }
  return { dark, shape };
}

/** The first character of the title. */
const titleInk = (of: Pixels) => ink(of, 46, 34, 48, 60);
const drawingInk = (of: Pixels) => ink(of, 0, 120, of.width, of.height - 120);

describe('a chart picture', () => {
  it.each(everyday)(
    'has the right size, a white background, a title and a drawing: %s in %s',
    async (_, locale, of) => {
      const picture = await pixels(of, locale);
      expect([picture.width, picture.height]).toEqual([size.width * size.scale, size.height * size.scale]);
      expect([...picture.data.slice(0, 4)]).toEqual([255, 255, 255, 255]);
      expect(titleInk(picture).dark).toBeGreaterThan(100);
      expect(drawingInk(picture).dark).toBeGreaterThan(1000);
    },
  );

  it('shows a sentence instead of a drawing if there is no data', async () => {
    const empty = chart({ kind: 'bars', series: [] });
    const zero = chart({ kind: 'bars', series: [{ name: 'a', values: [0, 0, 0] }] });
    const inks = await Promise.all([pixels(empty, 'zh'), pixels(empty, 'en'), pixels(zero, 'zh')]).then(
      (all) => all.map((one) => ink(one, 300, 300, 600, 80)),
    );
    for (const { dark } of inks) expect(dark).toBeGreaterThan(300);
    expect(new Set(inks.map(({ shape }) => shape)).size).toBe(3);
  });

  it('shows Chinese and rare characters as glyphs, not empty boxes', async () => {
    const shapes = [];
    for (const title of ['华', '销', '雒', '堃', '龘', '電']) {
      shapes.push(titleInk(await pixels(chart({ kind: 'bars', title }))).shape);
    }
    const missing = titleInk(await pixels(chart({ kind: 'bars', title: '\u{F0000}' }))).shape;
    expect(new Set([...shapes, missing]).size).toBe(7);
  });

  it('shows twenty labels and six series, and is taller for a long list', async () => {
    const all = chart({
      kind: 'bars',
      labels: people(20),
      series: Array.from({ length: 6 }, (_, index) => ({ name: `${index}`, values: wave(20, index) })),
    });
    expect(drawingInk(await pixels(all)).dark).toBeGreaterThan(10_000);
    expect((await pixels({ ...all, series: all.series.slice(0, 1) })).height).toBe(size.tallest * size.scale);
  });

  it('is drawn even if values are not finite numbers', async () => {
    for (const kind of ['bars', 'lines', 'funnel'] as const) {
      const values = [Number.NaN, -5, Number.POSITIVE_INFINITY];
      const picture = await pixels(chart({ kind, series: [{ name: 'a', values }] }));
      expect(drawingInk(picture).dark).toBeGreaterThan(100);
    }
  });
});

describe('drawing a chart again', () => {
  const of = chart({ kind: 'bars', title: '再来一次' });

  it('returns the cached picture', async () => {
    const [first, second] = await Promise.all([
      drawChart(of, { locale: 'zh' }),
      drawChart(of, { locale: 'zh' }),
    ]);
    expect(second).toBe(first);
    expect(await drawChart(structuredClone(of), { locale: 'zh' })).toBe(first);
  });

  it('draws another picture for another language or figure', async () => {
    const first = await drawChart(of, { locale: 'zh' });
    expect(await drawChart(of, { locale: 'en' })).not.toBe(first);
    const other = { ...of, series: [{ name: '签约', values: [12, 8, 4] }] };
    expect((await drawChart(other, { locale: 'zh' })).equals(first)).toBe(false);
  });
});

describe('chart fonts', () => {
  it('are registered only for the characters of a text', async () => {
    const before = new Set(GlobalFonts.families.map(({ family }) => family));
    const families = await familiesFor('囍', GlobalFonts);
    const added = GlobalFonts.families.filter(
      ({ family }) => family.startsWith('Noto-SC-') && !before.has(family),
    );
    expect(added.length).toBeLessThan(6);
    for (const { family } of added) expect(families).toContain(family);
    expect(await familiesFor('囍', GlobalFonts)).toBe(families);
  });
});

it.each(everyday.slice(0, 4))('a chart on dark paper has light words: %s', async (_name, locale, one) => {
  const { data } = await pixels(one, locale, true);
  const brightness = Array.from({ length: data.length / 4 }, (_, n) => data[n * 4] ?? 0);
  expect(brightness[0]).toBeLessThan(60);
  expect(brightness.slice(0, 1200 * 120).some((one) => one > 200)).toBe(true);
  // Nothing is left in the colour of white paper.
  expect(brightness.filter((one) => one > 250).length).toBeLessThan(50);
});
