import type { Like } from '../../shape/like.js';
import type { wecomTexts as original } from '../../zh/adapters/wecom-texts.js';

/** What only WeCom's own surfaces say. */
export const wecomTexts: Like<typeof original> = {
  platform: 'WeCom',
  group: (mark: string) => `Group ${mark}`,
  thinking: '⏳ One moment…',
  thought: '✅ Done, see below.',
  stillThinking: "Still working on it. I'll send the answer when it's ready.",
  asksYou: 'The card above has a question for you.',
  askPrivately: 'This one is private. Send me a private message first, then ask again.',
  more: 'See the next message',
  variables: {
    WECOM_BOT_ID: 'WeCom bot ID',
    WECOM_BOT_SECRET: 'WeCom bot secret',
    WECOM_BOT_NAME: "The bot's name in groups, removed from the start of messages",
    WECOM_WS_URL: 'Address of the WeCom long connection (private deployment)',
    WECOM_CORP_ID: 'Corp ID; together with WECOM_APP_SECRET, names come from the directory',
    WECOM_APP_SECRET: 'Secret of a self-built app (optional)',
    WECOM_API_URL: 'Address of the WeCom API (private deployment)',
    WECOM_CARD_URL: 'The page a tap on a WeCom card opens',
  },
};
