import type { Like } from '../../shape/like.js';
import type { slackAppTexts as original } from '../../zh/adapters/slack-app-texts.js';

/** What the app's own page and menus in Slack say. */
export const slackAppTexts: Like<typeof original> = {
  about: 'The sales-process assistant that lives in the chat',
  anything: 'Genjin: say anything',
  anythingExample: 'log Acme call price too high next Wed',
  line: 'Say a line',
  log: { name: 'Log it', about: 'Log this message as a follow-up' },
  lead: { name: 'Make a lead', about: 'Make a lead of this message' },
  article: { name: 'Save article', about: 'Save this message as an article' },
  scopeFor: 'for',
  scopes: {
    commands: 'slash commands and shortcuts',
    'chat:write': 'posting and updating cards, answers for one person',
    'app_mentions:read': 'reading the messages of a channel that mention the bot',
    'im:history': 'reading private chats with the bot',
    'im:write': 'opening a private chat: alerts, the morning list',
    'users:read': 'names, time zones, and who is a guest or from another company',
    'users:read.email': 'knowing one person on several platforms by e-mail',
    'channels:read': 'names of public channels, who is in them, and whether outsiders are',
    'groups:read': 'the same for private channels the bot was invited to',
    'files:write': 'sending exports as files, uploading the pictures of reports',
    'files:read': 'waiting until a picture or a file is shown',
  },
  variables: {
    SLACK_BOT_TOKEN: 'Slack bot token',
    SLACK_APP_TOKEN: 'Slack app token (Socket Mode, no public address needed)',
    SLACK_SIGNING_SECRET: 'Slack signing secret (HTTP mode, in place of the app token)',
    SLACK_API_URL: 'Address of the Slack API (GovSlack)',
  },
};
