import {
  addressLike,
  anyWords,
  httpAddress,
  type ValuesOf,
  type Variable,
  type VariableNeed,
} from '../../../kernel/config/variable.js';

export const slackVariables = [
  {
    name: 'SLACK_BOT_TOKEN',
    about: { zh: 'Slack 机器人令牌', en: 'Slack bot token' },
    secret: true,
    example: 'xoxb-…',
    check: addressLike(/^xoxb-/, 'a bot token, xoxb-…'),
  },
  {
    name: 'SLACK_APP_TOKEN',
    about: {
      zh: 'Slack 应用令牌(Socket Mode，无需公网地址)',
      en: 'Slack app token (Socket Mode, no public address needed)',
    },
    secret: true,
    example: 'xapp-…',
    check: addressLike(/^xapp-/, 'an app token, xapp-…'),
  },
  {
    name: 'SLACK_SIGNING_SECRET',
    about: {
      zh: 'Slack 签名密钥(HTTP 模式，代替应用令牌)',
      en: 'Slack signing secret (HTTP mode, in place of the app token)',
    },
    secret: true,
    check: anyWords,
  },
  {
    name: 'SLACK_API_URL',
    about: { zh: 'Slack API 地址(GovSlack)', en: 'Address of the Slack API (GovSlack)' },
    check: httpAddress,
  },
] as const satisfies readonly Variable[];

export const slackNeeds: readonly VariableNeed[] = [
  { when: 'SLACK_BOT_TOKEN', oneOf: ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] },
  { when: 'SLACK_APP_TOKEN', oneOf: ['SLACK_BOT_TOKEN'] },
  { when: 'SLACK_SIGNING_SECRET', oneOf: ['SLACK_BOT_TOKEN'] },
];

export interface SlackSettings {
  botToken: string;
  /** Socket Mode; without it requests come over HTTP and carry a signature. */
  appToken?: string;
  signingSecret?: string;
  /** GovSlack, or another place that speaks the Web API. */
  apiUrl?: string;
}

/** What the variables say, or undefined if none asks for Slack. */
export function slackSettings(values: ValuesOf<typeof slackVariables>): SlackSettings | undefined {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
  } = values;
  return botToken === undefined
    ? undefined
    : { botToken, appToken, signingSecret, apiUrl: values.SLACK_API_URL };
}
