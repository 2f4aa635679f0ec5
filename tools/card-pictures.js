// Draws docs/images/cards-*.webp from a sandbox page that runs: `LOCALE=en npm start`, then
// `node tools/card-pictures.js ADDRESS en`; cards-*.zh.webp from `LOCALE=zh npm start` with `zh` in place of `en`. On each
// platform's look somebody of the demo team says ten lines, and the cards that answer stand beside each other.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';

// The package unpacks the libraries that Chromium needs only where it believes itself there.
process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
const { default: chromium } = await import('@sparticuz/chromium');
const { chromium: playwright } = await import('playwright-core');

const address = process.argv[2] ?? 'http://127.0.0.1:3000/';
const looks = ['native', 'slack', 'wecom', 'dingtalk'];

/** Who says what, in their private chat. The last one is a question that is left open, so that nothing is lost. */
const said = {
  en: [
    ['maria', 'weekly'],
    ['maria', 'stalled'],
    ['maria', 'funnel'],
    ['jack', 'today'],
    ['jack', 'my deals'],
    ['jack', 'my tasks'],
    ['jack', 'DEAL'],
    ['jack', 'CUSTOMER'],
    ['jack', 'pool'],
    ['jack', 'lost DEAL'],
  ],
  zh: [
    ['zhou', '周报'],
    ['zhou', '停滞'],
    ['zhou', '漏斗'],
    ['lilei', '今天'],
    ['lilei', '我的商机'],
    ['lilei', '我的待办'],
    ['lilei', 'DEAL'],
    ['lilei', 'CUSTOMER'],
    ['lilei', '公海'],
    ['lilei', '输 DEAL'],
  ],
};
const locale = process.argv[3] ?? 'en';

const executablePath = await chromium.executablePath();
const args = ['--headless=shell', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
const browser = await playwright.launch({ executablePath, args });
for (const look of looks) {
  const page = await browser.newPage({ viewport: { width: 1240, height: 900 }, bypassCSP: true });
  const cards = [];
  let person = '';
  /** The rep's largest deal, once the list of deals stands there, and its customer, once its card does. */
  let deal = '';
  let customer = '';
  for (const [who, words] of said[locale]) {
    const line = words.replace('DEAL', deal).replace('CUSTOMER', customer);
    if (who !== person) await page.goto(`${address}?as=${who}&in=private-${who}&lang=${locale}&look=${look}`);
    if (who !== person) await page.waitForTimeout(1500);
    person = who;
    const before = await page.locator('.look').count();
    await page.fill('#line', line);
    await page.keyboard.press('Enter');
    await page.waitForFunction((count) => document.querySelectorAll('.look').length > count, before);
    await page.waitForTimeout(700);
    cards.push(
      await page
        .locator('.look')
        .last()
        .evaluate((one) => one.outerHTML),
    );
    const text = (await page.locator('.look').last().textContent()) ?? '';
    deal ||= who === said[locale][3][0] ? (/D-\d+/.exec(text)?.[0] ?? '') : '';
    if (line === deal) customer = /D-\d+ · ([^·\n]+?) ·/.exec(text)?.[1] ?? '';
  }
  await page.evaluate((all) => {
    document.body.innerHTML = `<div id="cards" style="columns: 3; column-gap: 16px; padding: 16px; width: 1208px; font-size: 13px">${all
      .map((one) => `<div style="break-inside: avoid; margin-bottom: 16px; overflow: hidden">${one}</div>`)
      .join('')}</div>`;
    document.documentElement.style.overflow = document.body.style.overflow = 'visible';
    document.body.style.display = document.body.style.height = 'unset';
    for (const one of document.querySelectorAll('.losses')) one.remove();
  }, cards);
  await page.waitForTimeout(1500);
  const picture = await loadImage(await page.locator('#cards').screenshot());
  const canvas = createCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  // A fourth of what the same is as PNG.
  const small = await canvas.encode('webp', 75);
  writeFileSync(
    fileURLToPath(
      new URL(`../docs/images/cards-${look}${locale === 'en' ? '' : `.${locale}`}.webp`, import.meta.url),
    ),
    small,
  );
  await page.close();
}
await browser.close();
