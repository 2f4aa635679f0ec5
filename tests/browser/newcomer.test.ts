import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadConfig } from '../../bot/config.js';
import { makeLog } from '../../bot/log.js';
import { type Product, wire } from '../../bot/wire.js';
import { launchBrowser } from '../support/browser.js';

const folder = mkdtempSync(join(tmpdir(), 'genjin-newcomer-'));
let product: Product;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const config = loadConfig({
    DATABASE_URL: `file:${join(folder, 'demo.db')}`,
    PORT: '0',
    LOG_LEVEL: 'error',
  });
  product = await wire(config, makeLog(config.logLevel));
  await product.start();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
  page.setDefaultTimeout(20_000);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const lastCard = () => page.locator('.card').last();

async function be(person: string, place = `private-${person}`): Promise<void> {
  await page.goto(`${product.url()}?as=${person}&in=${place}`);
}

/** Types a line and waits until the newest card shows the words. */
async function says(line: string, sees: RegExp): Promise<void> {
  await page.locator('#line').fill(line);
  await page.locator('#line').press('Enter');
  await page.locator('.card', { hasText: sees }).last().waitFor();
  await expect.poll(() => lastCard().textContent()).toMatch(sees);
}

const tap = (label: string) => lastCard().getByRole('button', { name: label, exact: true }).click();

async function openEastGroup(): Promise<void> {
  await be('zhou');
  await page.getByText('华东销售群').first().click();
  await page.waitForURL(/in=group-/);
}

test("a newcomer's ten minutes: lead, log, deal, move, undo, lost with its reason", async () => {
  await be('lilei');
  await says('线索 金桥纺织 王总 13911112222 想看ERP #官网', /金桥纺织/);
  await says('跟 金桥纺织 电话 价格偏高 下周三再约', /已记.*金桥纺织/);
  await says('商机 金桥纺织 ERP二期 30万 2027-03-01', /D-\d+.*30万/);
  await says('推 金桥纺织', /需求确认/);
  await says('撤', /已撤/);
  await says('金桥纺织', /初步沟通/);
  await says('输 金桥纺织', /原因/);
  await tap('价格');
  await expect.poll(() => lastCard().textContent()).toMatch(/输单/);
  await says('金桥纺织', /没有进行中的商机/);
});

test('on Monday at nine the report is in the group, and a stall alert is fixed from its card', async () => {
  await openEastGroup();
  await page.getByRole('button', { name: '周一 09:00' }).click();
  const report = page.locator('.card', { hasText: /周报 · 华东/ }).last();
  await report.waitFor();
  expect(await report.textContent()).toMatch(/在手|赢单/);
  const alert = page.locator('.card', { hasText: /^停滞 · D-/ }).first();
  const deal = /D-\d+/.exec((await alert.textContent()) ?? '')?.[0] ?? '';
  await alert.getByText('改期', { exact: true }).click();
  await alert.getByRole('button', { name: /周/ }).first().click();
  await page
    .locator('.card', { hasText: deal })
    .filter({ hasText: /已记.*下一步/ })
    .first()
    .waitFor();
});
