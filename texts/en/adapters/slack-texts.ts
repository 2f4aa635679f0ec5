import type { Like } from '../../shape/like.js';
import type { slackTexts as original } from '../../zh/adapters/slack-texts.js';

/** What only Slack's own surfaces say. */
export const slackTexts: Like<typeof original> = {
  platform: 'Slack',
  title: 'Genjin',
  close: 'Cancel',
  send: 'Send',
  waiting: '⏳ One moment…',
  working: '⏳ Saving. The answer will appear in the chat.',
  search: 'Type a few letters',
  choose: 'Choose one',
  line: 'Type it in one line',
  lineHint: 'For example: log Acme call price too high next Wed',
  fill: 'Fill in a form',
  thisChannel: 'this channel',
  busy: "Slack isn't responding right now. Nothing was saved. Please try again.",
  invite: (channel: string) =>
    `I'm not in ${channel}, so nobody else can see this card. Use /invite there to add me.`,
  shared: 'People from another company are in this channel, so only you can see this answer.',
  homeEmpty: 'New here? Send me "help" in a direct message to see what I can do.',
};
