import {
  anyWords,
  httpAddress,
  positiveCount,
  type ValuesOf,
  type Variable,
  type VariableNeed,
} from '../../../kernel/config/variable.js';

export const dingtalkVariables = [
  {
    name: 'DINGTALK_CLIENT_ID',
    about: { zh: '钉钉应用 Client ID', en: 'DingTalk client id' },
    check: anyWords,
  },
  {
    name: 'DINGTALK_CLIENT_SECRET',
    about: { zh: '钉钉应用 Client Secret', en: 'DingTalk client secret' },
    secret: true,
    check: anyWords,
  },
  {
    name: 'DINGTALK_ROBOT_CODE',
    about: { zh: '钉钉机器人编码', en: 'DingTalk robot code' },
    check: anyWords,
  },
  {
    name: 'DINGTALK_CARD_TEMPLATE_ID',
    about: {
      zh: '钉钉互动卡片模板 ID；不填用官方公共模板',
      en: 'DingTalk card template id; the public template without it',
    },
    check: anyWords,
  },
  {
    name: 'DINGTALK_FORM_TEMPLATE_ID',
    about: {
      zh: '钉钉表单卡片模板 ID；不填则一次问一项',
      en: 'DingTalk form template id; without it forms are asked a field at a time',
    },
    check: anyWords,
  },
  {
    name: 'DINGTALK_MONTHLY_CALLS',
    about: {
      zh: '本公司每月可用的钉钉 API 次数',
      en: 'Calls of the DingTalk API that the company has a month',
    },
    default: '5000',
    check: positiveCount,
  },
  {
    name: 'DINGTALK_MONTHLY_PUSHES',
    about: {
      zh: '本公司每月可用的钉钉推送(Webhook 和 Stream)次数',
      en: 'Pushes (webhook and Stream) that the company has a month',
    },
    default: '3000',
    check: positiveCount,
  },
  {
    name: 'DINGTALK_API_URL',
    about: { zh: '钉钉新版 API 地址(专属部署)', en: 'Address of the DingTalk API (dedicated deployment)' },
    check: httpAddress,
  },
  {
    name: 'DINGTALK_OAPI_URL',
    about: {
      zh: '钉钉旧版 API 地址(专属部署)',
      en: 'Address of the older DingTalk API (dedicated deployment)',
    },
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
