import { type Card, chartsOf } from '../../../kernel/card/card.js';
import type { ChartDraw, PlatformLog } from '../../../kernel/chat/adapter.js';
import type { Locale } from '../../../texts/languages.js';
import { asError } from '../api/failure.js';
import type { WecomLink } from '../connection/link.js';

/** The pictures of cards as uploaded media; they follow the card as messages of their own. */
export class WecomPictures {
  constructor(
    private readonly link: WecomLink,
    private readonly draw: ChartDraw | undefined,
    private readonly log: PlatformLog,
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
