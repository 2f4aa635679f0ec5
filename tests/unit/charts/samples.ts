import type { Chart } from '../../../kernel/card/card.js';
import type { Locale } from '../../../texts/languages.js';

/** Minor units of so many 万. */
export const wan = (...values: number[]): number[] => values.map((value) => value * 1_000_000);

export const chart = (of: Partial<Chart> & Pick<Chart, 'kind'>): Chart => ({
  title: '签约',
  labels: ['华东', '华南', '华北'],
  series: [{ name: '签约', values: [12, 8, 3] }],
  unit: 'count',
  ...of,
});

/** Values that go up and down, the same each time. */
export const wave = (count: number, from = 1): number[] =>
  Array.from({ length: count }, (_, index) => Math.round(Math.sin(index * 1.3 + from) * 40 + 50));

export const people = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, index) => `${'王李张刘陈杨赵黄周吴'[index % 10]}${'明静伟洋思'[index % 5]}华`,
  );

export const everyday: [name: string, locale: Locale, chart: Chart][] = [
  [
    'bars',
    'zh',
    chart({ kind: 'bars', unit: 'money', series: [{ name: '签约', values: wan(30, 128.5, 240) }] }),
  ],
  ['bars', 'en', chart({ kind: 'bars', title: 'Won', labels: ['Lead', 'Offer', 'Won'], unit: 'money' })],
  ['lines', 'zh', chart({ kind: 'lines', title: '每周新增', labels: ['9/1', '9/8', '9/15'] })],
  [
    'lines',
    'en',
    chart({ kind: 'lines', title: 'New deals a week', labels: ['9/1', '9/8', '9/15'], unit: 'percent' }),
  ],
  ['funnel', 'zh', chart({ kind: 'funnel', title: '销售漏斗', labels: ['线索', '商机', '赢单'] })],
  ['funnel', 'en', chart({ kind: 'funnel', title: 'Funnel', labels: ['Lead', 'Deal', 'Won'] })],
];
