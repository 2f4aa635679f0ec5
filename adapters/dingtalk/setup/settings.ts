import {
  anyWords,
  httpAddress,
  positiveCount,
  type ValuesOf,
  type Variable,
  type VariableNeed,
} from '../../../kernel/config/variable.js';
import { type Catalogue, inEachLanguage } from '../../../texts/languages.js';

const about = (name: keyof Catalogue['dingtalk']['variables']) =>
  inEachLanguage((t) => t.dingtalk.variables[name]);

export const dingtalkVariables = [
  {
    name: 'DINGTALK_CLIENT_ID',
    about: about('DINGTALK_CLIENT_ID'),
    check: anyWords,
  },
  {
    name: 'DINGTALK_CLIENT_SECRET',
    about: about('DINGTALK_CLIENT_SECRET'),
    secret: true,
    check: anyWords,
  },
  {
    name: 'DINGTALK_ROBOT_CODE',
    about: about('DINGTALK_ROBOT_CODE'),
    check: anyWords,
  },
  {
    name: 'DINGTALK_CARD_TEMPLATE_ID',
    about: about('DINGTALK_CARD_TEMPLATE_ID'),
    check: anyWords,
  },
  {
    name: 'DINGTALK_FORM_TEMPLATE_ID',
    about: about('DINGTALK_FORM_TEMPLATE_ID'),
    check: anyWords,
  },
  {
    name: 'DINGTALK_MONTHLY_CALLS',
    about: about('DINGTALK_MONTHLY_CALLS'),
    default: '5000',
    check: positiveCount,
  },
  {
    name: 'DINGTALK_MONTHLY_PUSHES',
    about: about('DINGTALK_MONTHLY_PUSHES'),
    default: '3000',
    check: positiveCount,
  },
  {
    name: 'DINGTALK_API_URL',
    about: about('DINGTALK_API_URL'),
    check: httpAddress,
  },
  {
    name: 'DINGTALK_OAPI_URL',
    about: about('DINGTALK_OAPI_URL'),
    check: httpAddress,
  },
] as const satisfies readonly Variable[];

export const dingtalkNeeds: readonly VariableNeed[] = [
  { when: 'DINGTALK_CLIENT_ID', oneOf: ['DINGTALK_CLIENT_SECRET'] },
  { when: 'DINGTALK_CLIENT_SECRET', oneOf: ['DINGTALK_CLIENT_ID'] },
];

export interface DingtalkSettings {
  clientId: string;
  clientSecret: string;
  /** The client id unless told otherwise. */
  robotCode?: string;
  /** The public template unless told otherwise. */
  cardTemplateId?: string;
  /** The official form example, imported and published; without it forms are asked a field at a time. */
  formTemplateId?: string;
  /** What the company may use in a month. */
  quota: { calls: number; pushes: number };
  /** Dedicated deployments have hosts of their own. */
  apiUrl?: string;
  oapiUrl?: string;
}

/** What the variables say, or undefined if none asks for DingTalk. */
export function dingtalkSettings(values: ValuesOf<typeof dingtalkVariables>): DingtalkSettings | undefined {
  const { DINGTALK_CLIENT_ID: clientId, DINGTALK_CLIENT_SECRET: clientSecret = '' } = values;
  if (clientId === undefined) return undefined;
  return {
    clientId,
    clientSecret,
    robotCode: values.DINGTALK_ROBOT_CODE,
    cardTemplateId: values.DINGTALK_CARD_TEMPLATE_ID,
    formTemplateId: values.DINGTALK_FORM_TEMPLATE_ID,
    quota: { calls: values.DINGTALK_MONTHLY_CALLS, pushes: values.DINGTALK_MONTHLY_PUSHES },
    apiUrl: values.DINGTALK_API_URL,
    oapiUrl: values.DINGTALK_OAPI_URL,
  };
}
