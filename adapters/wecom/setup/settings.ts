import {
  addressLike,
  anyWords,
  httpAddress,
  type ValuesOf,
  type Variable,
  type VariableNeed,
} from '../../../kernel/config/variable.js';
import type { SelfBuiltApp } from '../in/people.js';

export const wecomVariables = [
  { name: 'WECOM_BOT_ID', about: { zh: '企业微信智能机器人 ID', en: 'WeCom bot id' }, check: anyWords },
  {
    name: 'WECOM_BOT_SECRET',
    about: { zh: '企业微信智能机器人密钥', en: 'WeCom bot secret' },
    secret: true,
    check: anyWords,
  },
  {
    name: 'WECOM_BOT_NAME',
    about: {
      zh: '机器人在群里的名字，用来去掉 @ 前缀',
      en: 'The name it has in groups; taken off the front of messages',
    },
    check: anyWords,
  },
  {
    name: 'WECOM_WS_URL',
    about: {
      zh: '企业微信长连接地址(私有部署)',
      en: 'Address of the WeCom long connection (private deployment)',
    },
    check: addressLike(/^wss?:\/\//, 'a ws(s) address'),
  },
  {
    name: 'WECOM_CORP_ID',
    about: {
      zh: '企业 ID；和 WECOM_APP_SECRET 一起填，可从通讯录取姓名',
      en: 'Corp id; with WECOM_APP_SECRET names come from the directory',
    },
    check: anyWords,
  },
  {
    name: 'WECOM_APP_SECRET',
    about: { zh: '自建应用的 Secret(可选)', en: 'Secret of a self-built app (optional)' },
    secret: true,
    check: anyWords,
  },
  {
    name: 'WECOM_API_URL',
    about: {
      zh: '企业微信 API 地址(私有部署)',
      en: 'Address of the WeCom API (private deployment)',
    },
    check: httpAddress,
  },
  {
    name: 'WECOM_CARD_URL',
    about: { zh: '企业微信卡片点击后打开的网页', en: 'The page a tap on a WeCom card opens' },
    check: httpAddress,
  },
] as const satisfies readonly Variable[];

export const wecomNeeds: readonly VariableNeed[] = [
  { when: 'WECOM_BOT_ID', oneOf: ['WECOM_BOT_SECRET'] },
  { when: 'WECOM_BOT_SECRET', oneOf: ['WECOM_BOT_ID'] },
  { when: 'WECOM_CORP_ID', oneOf: ['WECOM_APP_SECRET'] },
  { when: 'WECOM_APP_SECRET', oneOf: ['WECOM_CORP_ID'] },
];

export interface WecomSettings {
  botId: string;
  secret: string;
  /** As people mention the bot; it is not told its own name. */
  name?: string;
  /** A private deployment's address. */
  wsUrl?: string;
  /** Asks the directory for names. */
  app?: SelfBuiltApp;
  /** Where a tap on a card without buttons leads. */
  cardUrl?: string;
}

/** What the variables say, or undefined if none asks for WeCom. */
export function wecomSettings(values: ValuesOf<typeof wecomVariables>): WecomSettings | undefined {
  const { WECOM_BOT_ID: botId, WECOM_BOT_SECRET: secret = '', WECOM_CORP_ID: corpId } = values;
  if (botId === undefined) return undefined;
  return {
    botId,
    secret,
    name: values.WECOM_BOT_NAME,
    wsUrl: values.WECOM_WS_URL,
    cardUrl: values.WECOM_CARD_URL,
    app:
      corpId === undefined
        ? undefined
        : { corpId, secret: values.WECOM_APP_SECRET ?? '', apiUrl: values.WECOM_API_URL },
  };
}
