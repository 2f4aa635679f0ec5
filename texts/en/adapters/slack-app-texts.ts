import type { Like } from '../../shape/like.js';
import type { slackAppTexts as original } from '../../zh/adapters/slack-app-texts.js';

/** What the app's own page and menus in Slack say. */
export const slackAppTexts: Like<typeof original> = {
  about: 'The sales assistant that lives in your chat',
  anything: 'Genjin: say anything',
  anythingExample: 'log Acme call price too high next Wed',
  line: 'Message Genjin',
  log: { name: 'Log it', about: 'Log this message as a follow-up' },
  lead: { name: 'Create lead', about: 'Create a lead from this message' },
  article: { name: 'Save article', about: 'Save this message as an article' },
  scopeFor: 'for',
  scopes: {
    commands: 'slash commands and shortcuts',
    'chat:write': 'posting and updating cards, private answers',
    'app_mentions:read': 'reading channel messages that mention the bot',
    'im:history': 'reading direct messages to the bot',
    'im:write': 'sending direct messages: alerts, the morning list',
    'users:read': 'names, time zones, and who is a guest or from another company',
    'users:read.email': 'matching one person across platforms by email',
    'channels:read': 'names of public channels, who is in them, and whether outsiders are',
    'groups:read': 'the same for private channels the bot was invited to',
    'files:write': 'sending exports as files, uploading report images',
    'files:read': 'waiting for an image or file to finish uploading',
  },
  variables: {
    SLACK_BOT_TOKEN: 'Slack bot token',
    SLACK_APP_TOKEN: 'Slack app token (Socket Mode, no public address needed)',
    SLACK_SIGNING_SECRET: 'Slack signing secret (HTTP mode, instead of the app token)',
    SLACK_API_URL: 'Address of the Slack API (GovSlack)',
  },
};
