import {
  addressLike,
  anyWords,
  httpAddress,
  type ValuesOf,
  type Variable,
  type VariableNeed,
} from '../../../kernel/config/variable.js';
import { type Catalogue, inEachLanguage } from '../../../texts/languages.js';

const about = (name: keyof Catalogue['slackApp']['variables']) =>
  inEachLanguage((t) => t.slackApp.variables[name]);

export const slackVariables = [
  {
    name: 'SLACK_BOT_TOKEN',
    about: about('SLACK_BOT_TOKEN'),
    secret: true,
    example: 'xoxb-…',
    check: addressLike(/^xoxb-/, 'a bot token, xoxb-…'),
  },
  {
    name: 'SLACK_APP_TOKEN',
    about: about('SLACK_APP_TOKEN'),
    secret: true,
    example: 'xapp-…',
    check: addressLike(/^xapp-/, 'an app token, xapp-…'),
  },
  {
    name: 'SLACK_SIGNING_SECRET',
    about: about('SLACK_SIGNING_SECRET'),
    secret: true,
    check: anyWords,
  },
  {
    name: 'SLACK_API_URL',
    about: about('SLACK_API_URL'),
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
