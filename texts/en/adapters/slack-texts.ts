import type { Like } from '../../shape/like.js';
import type { slackTexts as original } from '../../zh/adapters/slack-texts.js';

/** What only Slack's own surfaces say. */
export const slackTexts: Like<typeof original> = {
  platform: 'Slack',
  title: 'Genjin',
  close: 'Cancel',
  send: 'Send',
  waiting: '⏳ One moment…',
  working: '⏳ Saving. The answer will be in the chat.',
  search: 'Type a few letters',
  choose: 'Choose one',
  line: 'Say it in a line',
  lineHint: 'For example: log Acme call price too high next Wed. One line, one act.',
  fill: 'Fill in a form',
  thisChannel: 'this channel',
  busy: 'Slack does not answer right now. Nothing was written; please try again.',
  invite: (channel: string) =>
    `I am not in ${channel}, so nobody else sees this card. Send /invite and my name there.`,
  shared: 'People of another company are in this channel, so only you see this answer.',
  homeEmpty: 'New here? Send "help" in a private chat to see what I can do.',
};
