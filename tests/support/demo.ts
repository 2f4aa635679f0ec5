import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { loadConfig } from '../../bot/config/config.js';
import { makeLog } from '../../bot/config/log.js';
import { type Product, wire } from '../../bot/wiring/wire.js';
import { launchBrowser } from './browser.js';
import { sqliteCopy } from './databases.js';
import { afterwards } from './endings.js';
import { onceARun } from './once-a-run.js';
import { patienceMs } from './patience.js';
import { processFile, shippedPath } from './process-file.js';

/** The product with its demo team, as two commands start it, and a browser to look at it with. */
export class Demo {
  private constructor(
    readonly product: Product,
    private readonly browser: Browser,
    /** Where its process file is. */
    readonly processFile: string,
  ) {}

  /** Stopped once the test (or the file) has ended. */
  static async open(): Promise<Demo> {
    const rules = processFile();
    // Told once a run, because it takes longer than what is tried on it.
    const story = await onceARun('demo.db', tellStory);
    const product = await productOn(sqliteCopy(`file:${story}`), rules);
    afterwards(() => product.stop());
    await product.start();
    return new Demo(product, await launchBrowser(), rules);
  }

  /** Somebody with a page of their own. */
  async player(person: string): Promise<Player> {
    const page = await this.browser.newPage({ viewport: { width: 1360, height: 900 } });
    page.setDefaultTimeout(patienceMs);
    const player = new Player(this.product, page, person);
    await player.open();
    return player;
  }
}

/** Makes a database with the demo's story. */
async function tellStory(path: string): Promise<void> {
  const product = await productOn(`file:${path}`, shippedPath);
  try {
    await product.start();
  } finally {
    await product.stop();
  }
}

async function productOn(database: string, processFile: string): Promise<Product> {
  const config = loadConfig({
    DATABASE_URL: database,
    PROCESS_FILE: processFile,
    PORT: '0',
    LOG_LEVEL: 'error',
  });
  return await wire(config, makeLog(config.logLevel));
}

/** Who plays somebody of the demo in the browser. */
export class Player {
  constructor(
    private readonly product: Product,
    readonly page: Page,
    private readonly person: string,
  ) {}

  /** Goes to their private chat. */
  async open(): Promise<void> {
    await this.page.goto(`${this.product.url()}?as=${this.person}&in=private-${this.person}`);
  }

  async openGroup(name: string): Promise<void> {
    await this.page.getByText(name).first().click();
    await this.page.waitForURL(/in=group-/);
  }

  lastCard = () => this.page.locator('.card').last();
  cards = (words: RegExp | string) => this.page.locator('.card', { hasText: words });

  /** Types a line and waits until one of the newest cards shows the words. */
  async says(line: string, sees: RegExp): Promise<void> {
    await this.page.locator('#line').fill(line);
    await this.page.locator('#line').press('Enter');
    await this.cards(sees).last().waitFor();
    await this.sees(sees);
  }

  /** Waits for the words on one of the newest cards: the clock may post an alert below an answer. */
  async sees(words: RegExp): Promise<void> {
    const newest = async () => (await this.page.locator('.card').allTextContents()).slice(-3).join('\n');
    await expect.poll(newest).toMatch(words);
  }

  /** Taps a button of the newest card that has it. */
  async taps(label: string): Promise<void> {
    const button = this.page.getByRole('button', { name: label, exact: true });
    await this.page
      .locator('.card', { has: button })
      .last()
      .getByRole('button', { name: label, exact: true })
      .click();
  }
}
