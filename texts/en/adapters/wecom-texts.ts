import type { Like } from '../../shape/like.js';
import type { wecomTexts as original } from '../../zh/adapters/wecom-texts.js';

/** What only WeCom's own surfaces say. */
export const wecomTexts: Like<typeof original> = {
  group: (mark: string) => `Group ${mark}`,
  onlyWords:
    'I read text and voice only. Please type or say it, for example: log Acme call price too high next Wed',
  thinking: '⏳ One moment…',
  thought: '✅ Done, see below.',
  stillThinking: 'Still at it. The answer comes when it is there.',
  askPrivately: 'This is for your eyes only. Send me a private message first, then ask again.',
  more: 'See the next message',
};
