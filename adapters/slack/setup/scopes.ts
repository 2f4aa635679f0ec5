import type { ByLanguage } from '../../../texts/languages.js';

/** A right the app asks for, and what fails without it. */
export interface SlackScope {
  name: string;
  why: ByLanguage;
}

/** The fewest that the product needs. Sources: https://docs.slack.dev/reference/scopes and each method's page. */
export const botScopes: SlackScope[] = [
  {
    name: 'commands',
    why: { zh: '斜杠命令和快捷方式', en: 'slash commands and shortcuts' },
  },
  {
    name: 'chat:write',
    why: {
      zh: '发卡片、更新卡片、只给一个人看的回答',
      en: 'posting and updating cards, answers for one person',
    },
  },
  {
    name: 'app_mentions:read',
    why: {
      zh: '读频道里 @机器人 的那一条消息',
      en: 'reading the messages of a channel that mention the bot',
    },
  },
  {
    name: 'im:history',
    why: { zh: '读和机器人的私聊', en: 'reading private chats with the bot' },
  },
  {
    name: 'im:write',
    why: {
      zh: '主动打开私聊：提醒、早晨的待办',
      en: 'opening a private chat: alerts, the morning list',
    },
  },
  {
    name: 'users:read',
    why: {
      zh: '姓名、时区，以及谁是访客或外部人员',
      en: 'names, time zones, and who is a guest or from another company',
    },
  },
  {
    name: 'users:read.email',
    why: { zh: '按邮箱认出同一个人', en: 'knowing one person on several platforms by e-mail' },
  },
  {
    name: 'channels:read',
    why: {
      zh: '公开频道的名字、机器人在不在、有没有外部人员',
      en: 'names of public channels, whether the bot is in, whether outsiders are',
    },
  },
  {
    name: 'groups:read',
    why: { zh: '同上，私有频道', en: 'the same for private channels the bot was invited to' },
  },
  {
    name: 'files:write',
    why: { zh: '上传报表里的图', en: 'uploading the pictures of reports' },
  },
  {
    name: 'files:read',
    why: { zh: '等图处理好再发卡片', en: 'waiting until a picture can be shown' },
  },
];

/** Of the app-level token, for Socket Mode. */
export const appScope = 'connections:write';

/** The scopes as a table of `docs/slack.md`. */
export function scopesTable(): string {
  const rows = botScopes.map(({ name, why }) => `| \`${name}\` | ${why.en} | ${why.zh} |`);
  return ['| scope | for | 用途 |', '|---|---|---|', ...rows].join('\n');
}
