import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { type Card, type Chart, chartsOf, type Picture } from '../../../kernel/card/card.js';
import type { ChartDraw, PlatformLog } from '../../../kernel/chat/adapter.js';
import type { Locale } from '../../../texts/languages.js';
import { failureOf, persist } from '../api/web.js';
import { uploadBytes } from './upload.js';

/** Slack takes some seconds over a new file; a card does not wait longer than that for its picture. */
const patienceMs = 12_000;
const lookAgainMs = 300;
/** Files remembered, so that a report posted to several channels is uploaded once. */
const kept = 200;

/** The pictures of cards as files of the workspace, which a message may show by their id. */
export class SlackPictures {
  private readonly files = new Map<string, Promise<string | undefined>>();

  constructor(
    private readonly client: WebClient,
    private readonly draw: ChartDraw | undefined,
    private readonly log: PlatformLog,
  ) {}

  /** Uploads what the card shows; a chart that could not be is shown by its description. */
  async of(card: Card, locale: Locale): Promise<Picture> {
    const charts = chartsOf(card);
    const ids = await Promise.all(charts.map((chart) => this.file(chart, locale)));
    return (chart) => ids[charts.indexOf(chart)];
  }

  private file(chart: Chart, locale: Locale): Promise<string | undefined> {
    const key = createHash('sha256')
      .update(locale + JSON.stringify(chart))
      .digest('base64url');
    const before = this.files.get(key);
    if (before) return before;
    const file = this.upload(chart, locale).catch((error) => {
      this.files.delete(key);
      this.log.warn({ reason: failureOf(error).reason }, 'a picture could not be shown');
      return undefined;
    });
    if (this.files.size >= kept) this.files.clear();
    this.files.set(key, file);
    return file;
  }

  /** Without a channel: only the card shows it. */
  private async upload(chart: Chart, locale: Locale): Promise<string | undefined> {
    if (!this.draw) return undefined;
    const png = await this.draw(chart, locale);
    const id = await uploadBytes(this.client, 'chart.png', png);
    await persist(() => this.client.files.completeUploadExternal({ files: [{ id, title: chart.title }] }));
    await this.processed(id);
    return id;
  }

  /** A message that shows a file not processed yet is refused as a whole. */
  private async processed(id: string): Promise<void> {
    for (let waited = 0; waited < patienceMs; waited += lookAgainMs) {
      const { file } = await persist(() => this.client.files.info({ file: id }));
      if (file?.mimetype) return;
      await wait(lookAgainMs, undefined, { ref: false });
    }
    throw new Error('Slack did not process a file in time');
  }
}
