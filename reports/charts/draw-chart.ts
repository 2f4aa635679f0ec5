import type { Chart } from '../../kernel/card/card.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import { engine } from './chart-engine.js';
import { familiesFor } from './chart-fonts.js';
import { chartOption } from './chart-option.js';
import { onDarkPaper } from './dark-paper.js';
import { Lru } from './lru-cache.js';

/** Pictures of recent charts, 20–200 KB each: a report goes to several channels and is viewed for a while. */
const pictures = new Lru<Promise<Buffer>>(32);

/**
 * Draws a chart as a PNG of 1200×676 pixels, up to 1200×920 for many rows, on white or on dark paper. The same chart returns the same
 * buffer, which must not be changed. Rejects with `NoCanvasError` if this platform cannot draw; the card then
 * shows its table.
 */
export function drawChart(
  chart: Chart,
  { locale, isDark = false }: { locale: Locale; isDark?: boolean },
): Promise<Buffer> {
  const key = JSON.stringify([locale, isDark, chart]);
  return pictures.get(key, () => {
    const picture = draw(chart, locale, isDark);
    picture.catch(() => pictures.delete(key));
    return picture;
  });
}

async function draw(chart: Chart, locale: Locale, isDark: boolean): Promise<Buffer> {
  const { fonts, draw } = await engine();
  const { noData, allZero, overall } = textsIn(locale).chart;
  const names = chart.series.map((series) => series.name);
  const words = [chart.title, ...chart.labels, ...names, noData, allZero, overall('')].join('');
  const font = await familiesFor(words, fonts);
  const framed = chartOption(chart, { locale, font });
  return draw(isDark ? onDarkPaper(framed) : framed);
}
