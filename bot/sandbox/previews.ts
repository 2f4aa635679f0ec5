import { renderDingtalk } from '../../adapters/dingtalk/draw/render.js';
import type { Previews } from '../../adapters/sandbox/room/options.js';
import { renderSlack } from '../../adapters/slack/draw/render.js';
import { renderWecom } from '../../adapters/wecom/draw/render.js';
import { sayIn } from '../../kernel/command/say-in.js';
import type { Locale } from '../../texts/languages.js';
import { registry } from '../product/product.js';

/** What a platform needs beside the card; the sandbox has no card page and no message ids to give. */
const say = (locale: Locale) => sayIn(registry, locale);

/** Draws a card as each platform's renderer would send it. */
export const previews: Previews = {
  slack: (card, locale, picture) => renderSlack(card, { say: say(locale), locale, picture }),
  wecom: (card, locale) => renderWecom(card, { say: say(locale), locale, taskId: 'sandbox' }),
  dingtalk: (card, locale) => renderDingtalk(card, { say: say(locale), locale }),
};
