import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageFolder } from '../../../kernel/files/package-folder.js';

export interface Asset {
  body: Uint8Array<ArrayBuffer>;
  type: string;
  /** Seconds a browser may keep it without asking. */
  maxAge: number;
}

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

const typeOf = (name: string): string =>
  types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

/** Page script and styles, read once. They are plain files of the package, whether it runs from dist or not. */
export function pageAssets(): Map<string, Asset> {
  const folder = join(packageFolder(), 'adapters', 'sandbox', 'public');
  return new Map(
    readdirSync(folder).map((name) => [
      name,
      { body: read(join(folder, name)), type: typeOf(name), maxAge: 0 },
    ]),
  );
}

/** Noto Sans SC in slices by Unicode range; a browser with a Chinese font of its own fetches none of them. */
export class FontAssets {
  readonly #folder = dirname(
    createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'),
  );
  readonly #names = new Set(readdirSync(join(this.#folder, 'files')));

  stylesheet(): Asset {
    // The face draws the middle dot as wide as a Chinese character, which tears 'D-12 · 30万' apart.
    const css = readFileSync(join(this.#folder, 'wght.css'), 'utf8')
      .replaceAll('url(./files/', 'url(/fonts/')
      .replaceAll('U+0000-00FF', 'U+0000-00B6,U+00B8-00FF')
      .replaceAll(/U\+b7,/giu, '');
    return { body: new TextEncoder().encode(css), type: typeOf('wght.css'), maxAge: 86_400 };
  }

  file(name: string): Asset | undefined {
    if (!this.#names.has(name)) return undefined;
    return { body: read(join(this.#folder, 'files', name)), type: typeOf(name), maxAge: 31_536_000 };
  }
}

const read = (path: string): Uint8Array<ArrayBuffer> => Uint8Array.from(readFileSync(path));
