// Draws the pictures of the two READMEs from the page itself: starts the demo in each language on a database of its own, types
// a visit and a question as a rep, and saves what the page shows. `npm run build` first; the browser is the one that the
// tests have unpacked (`npx vitest run tests/browser/sandbox-page.test.ts` unpacks it).
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = {
  en: {
    file: 'sandbox.png',
    more: ', quoted $45k, they also look at Crestline',
    question: 'how much did I win this quarter',
  },
  zh: { file: 'sandbox.zh.png', more: '，报价28万，他们也在看凌峰', question: '本季我赢了多少' },
};

async function openBrowser() {
  const cache = join(root, 'node_modules', '.cache', 'chromium');
  const home = readdirSync(cache)
    .map((name) => join(cache, name))
    .find((path) => existsSync(join(path, 'chromium')));
  const args = ['--headless=shell', '--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
  const env = { ...process.env, LD_LIBRARY_PATH: join(home, 'al2023', 'lib') };
  return await chromium.launch({ executablePath: join(home, 'chromium'), args, env });
}

/** Starts the demo; resolves with its address and what ends it. */
function startDemo(locale) {
  const folder = mkdtempSync(join(tmpdir(), 'genjin-picture-'));
  const env = {
    ...process.env,
    LOCALE: locale,
    DATABASE_URL: `file:${join(folder, 'demo.db')}`,
    PORT: '0',
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, [join(root, 'dist/run/cli.js'), 'start'], { env, cwd: root });
  const end = () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`the demo ended with ${code}`)));
    child.stderr.pipe(process.stderr);
    child.stderr.on('data', (text) => {
      const [url] = /http:\S+/.exec(String(text)) ?? [];
      if (url) resolve({ url, end });
    });
  });
}

const browser = await openBrowser();
for (const [locale, { file, more, question }] of Object.entries(pictures)) {
  const demo = await startDemo(locale);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1130 }, deviceScaleFactor: 1.5 });
    await page.goto(demo.url);
    // The line to try names a customer of the rep; what was quoted and who else is in it come before its last part.
    const [line] = await page.locator('.chips button').allTextContents();
    const at = Math.max(line.lastIndexOf(','), line.lastIndexOf('，'));
    for (const words of [line.slice(0, at) + more + line.slice(at), question]) {
      const before = await page.locator('.card').count();
      await page.locator('#line').fill(words);
      await page.locator('#line').press('Enter');
      await page.locator('.card').nth(before).waitFor();
      await page.waitForTimeout(500);
    }
    await page.screenshot({ path: join(root, 'docs/images', file) });
    await page.close();
  } finally {
    demo.end();
  }
}
await browser.close();
