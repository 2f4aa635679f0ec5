import { type Card, type Chart, chartsOf } from '../../../kernel/card/card.js';
import type { Locale } from '../../../texts/languages.js';
import { asError } from '../connection/failure.js';
import type { WecomLink } from '../connection/link.js';
import type { WecomLog } from '../logger.js';

/** Draws a chart as a PNG. */
export type WecomPictureDraw = (chart: Chart, locale: Locale) => Promise<Uint8Array>;

/** The pictures of cards as uploaded media; they follow the card as messages of their own. */
export class WecomPictures {
  constructor(
    private readonly link: WecomLink,
    private readonly draw: WecomPictureDraw | undefined,
    private readonly log: WecomLog,
  ) {}

  /** Ids of the uploaded pictures; one that could not be is left out, since the card tells its figures as well. */
  async of(card: Card, locale: Locale): Promise<string[]> {
    const { draw } = this;
    if (!draw) return [];
    const ids: string[] = [];
    for (const chart of chartsOf(card)) {
      try {
        const png = Buffer.from(await draw(chart, locale));
        const options = { type: 'image' as const, filename: 'chart.png' };
        const { media_id: id } = await this.link.request((client) => client.uploadMedia(png, options));
        ids.push(id);
      } catch (error) {
        this.log.warn({ reason: asError(error).message }, 'a picture could not be uploaded');
      }
    }
    return ids;
  }
}
