import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium as playwright } from 'playwright-core';
import { afterwards } from './endings.js';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const cache = join(modules, '.cache', 'chromium');
const flags = [
  '--headless=shell',
  '--no-sandbox',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--disable-dev-shm-usage',
  '--disable-remote-fonts',
];

/**
 * Starts the Chromium that npm brought along; it is closed once the test (or the file) has ended. It is unpacked once;
 * where the system lacks the libraries it needs, those that came with it are used.
 */
export async function launchBrowser(): Promise<Browser> {
  const browser = await launched();
  afterwards(() => browser.close());
  return browser;
}

async function launched(): Promise<Browser> {
  const home = await unpacked();
  const executablePath = join(home, 'chromium');
  try {
    return await playwright.launch({ executablePath, args: flags });
  } catch (error) {
    const libraries = join(home, 'al2023', 'lib');
    if (!existsSync(libraries)) throw error;
    const env = { ...process.env, LD_LIBRARY_PATH: libraries };
    return await playwright.launch({ executablePath, args: flags, env });
  }
}

/** The folder with the binary; filled aside and moved into place, so that two test workers may come at once. */
async function unpacked(): Promise<string> {
  const about = await readFile(join(modules, '@sparticuz', 'chromium', 'package.json'), 'utf8');
  const { version } = JSON.parse(about) as { version: string };
  const home = join(cache, version);
  if (existsSync(join(home, 'chromium'))) return home;
  await mkdir(dirname(home), { recursive: true });
  const aside = await mkdtemp(join(cache, 'new-'));
  const before = { ...process.env };
  // The package unpacks into the temporary folder, and its libraries only where it believes itself on Lambda.
  process.env.TMPDIR = aside;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
  await rename(aside, home).catch(async (error: NodeJS.ErrnoException) => {
    await rm(aside, { recursive: true, force: true });
    if (!existsSync(join(home, 'chromium'))) throw error;
  });
  return home;
}
