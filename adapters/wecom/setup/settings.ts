import {
  addressLike,
  anyWords,
  httpAddress,
  type ValuesOf,
  type Variable,
  type VariableNeed,
} from '../../../kernel/config/variable.js';
import { type Catalogue, inEachLanguage } from '../../../texts/languages.js';
import type { SelfBuiltApp } from '../in/people.js';

const about = (name: keyof Catalogue['wecom']['variables']) => inEachLanguage((t) => t.wecom.variables[name]);

export const wecomVariables = [
  { name: 'WECOM_BOT_ID', about: about('WECOM_BOT_ID'), check: anyWords },
  {
    name: 'WECOM_BOT_SECRET',
    about: about('WECOM_BOT_SECRET'),
    secret: true,
    check: anyWords,
  },
  {
    name: 'WECOM_BOT_NAME',
    about: about('WECOM_BOT_NAME'),
    check: anyWords,
  },
  {
    name: 'WECOM_WS_URL',
    about: about('WECOM_WS_URL'),
    check: addressLike(/^wss?:\/\//, 'a ws(s) address'),
  },
  {
    name: 'WECOM_CORP_ID',
    about: about('WECOM_CORP_ID'),
    check: anyWords,
  },
  {
    name: 'WECOM_APP_SECRET',
    about: about('WECOM_APP_SECRET'),
    secret: true,
    check: anyWords,
  },
  {
    name: 'WECOM_API_URL',
    about: about('WECOM_API_URL'),
    check: httpAddress,
  },
  {
    name: 'WECOM_CARD_URL',
    about: about('WECOM_CARD_URL'),
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
