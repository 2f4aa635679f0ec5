import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { loadConfig } from '../../bot/config/config.js';
import { makeLog } from '../../bot/config/log.js';
import { type Product, wire } from '../../bot/wiring/wire.js';
import { listPlaces } from '../../store/people/place-queries.js';
import { afterwards } from '../support/endings.js';
import { processFile } from '../support/process-file.js';
import { testOfAll } from '../support/runs.js';

/** The page as somebody sees it, without markup. */
async function pageOf(product: Product, query: string): Promise<{ words: string; token: string }> {
  const html = await (await fetch(`${product.url()}?lang=en&${query}`)).text();
  const token = /name="page-token" content="([^"]+)"/.exec(html)?.[1] ?? '';
  const body = html.slice(html.indexOf('id="messages"'), html.indexOf('id="composer"'));
  return { words: body.replace(/<[^>]*>/g, ' '), token };
}

const bubbles = (words: string): number => words.match(/Visited|Just called/g)?.length ?? 0;

testOfAll(
  'the English demo opens without a Chinese word, works on as the clock moves, and keeps its chats',
  async () => {
    const database = `file:${join(mkdtempSync(join(tmpdir(), 'genjin-')), 'demo.db')}`;
    const env = { DATABASE_URL: database, LOCALE: 'en', PORT: '0', LOG_LEVEL: 'error' };
    const open = async () => {
      const config = loadConfig({ ...env, PROCESS_FILE: processFile() });
      const product = await wire(config, makeLog(config.logLevel));
      await product.start();
      return product;
    };
    let product = await open();
    afterwards(() => product.stop());
    const place = (await listPlaces(product.store.db)).find(({ name }) => name === 'US sales');
    const group = `as=maria&in=${place?.externalId}`;
    const { words, token } = await pageOf(product, group);
    expect(words).toMatch(/Weekly report · US/);
    expect(words).toMatch(/Morning · US/);
    expect(words).toMatch(/Crestline quotes about 20% below us/);
    // The name of the other language stands in a label.
    expect(words.match(/\p{Script=Han}+/gu) ?? []).toEqual(
      (words.match(/\p{Script=Han}+/gu) ?? []).filter((one) => one === '企业微信' || one === '钉钉'),
    );
    const origin = (product.url() ?? '').slice(0, -1);
    for (let day = 0; day < 2; day++) {
      const moved = await fetch(`${origin}/clock`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Page-Token': token, Origin: origin },
        body: JSON.stringify({ jump: 'workdays' }),
      });
      expect(moved.status).toBe(200);
    }
    const later = (await pageOf(product, group)).words;
    expect(bubbles(later)).toBeGreaterThan(bubbles(words));
    await product.stop();
    product = await open();
    expect((await pageOf(product, group)).words).toContain('Crestline quotes about 20% below us');
    expect(bubbles((await pageOf(product, group)).words)).toBe(bubbles(later));
  },
);
