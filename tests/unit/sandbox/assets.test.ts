import { expect, test } from 'vitest';
import { FontAssets, pageAssets } from '../../../adapters/sandbox/server/assets.js';

test('the sandbox finds its script and styles wherever the package runs', () => {
  const assets = pageAssets();
  expect([...assets.keys()]).toEqual(expect.arrayContaining(['app.js', 'base.css', 'icon.svg']));
  expect(assets.get('app.js')?.type).toContain('javascript');
});

test('every font file named in the stylesheet is served, and none covers the middle dot', () => {
  const fonts = new FontAssets();
  const css = new TextDecoder().decode(fonts.stylesheet().body);
  const names = [...css.matchAll(/url\(\/fonts\/([^)]+)\)/gu)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(90);
  expect(names.filter((name) => !fonts.file(name))).toEqual([]);
  const holding = [...css.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/giu)].filter(([, from = '', to]) => {
    const first = Number.parseInt(from, 16);
    return first <= 0xb7 && 0xb7 <= Number.parseInt(to ?? from, 16);
  });
  expect(holding.map(([range]) => range)).toEqual([]);
});
