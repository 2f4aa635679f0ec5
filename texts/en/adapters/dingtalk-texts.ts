import type { Like } from '../../shape/like.js';
import type { dingtalkTexts as original } from '../../zh/adapters/dingtalk-texts.js';
import { plural } from '../formats/formats.js';

/** What only DingTalk's own surfaces say. */
export const dingtalkTexts: Like<typeof original> = {
  platform: 'DingTalk',
  /** What DingTalk calls the language. */
  languageKey: 'EN_US',
  working: '⏳ One moment…',
  submitted: 'Submitted',
  fill: 'Submit',
  used: (calls: number, pushes: number) =>
    `DingTalk usage this month: ${plural(calls, 'API call')}, ${plural(pushes, 'push', 'pushes')}.`,
  variables: {
    DINGTALK_CLIENT_ID: 'DingTalk client ID',
    DINGTALK_CLIENT_SECRET: 'DingTalk client secret',
    DINGTALK_ROBOT_CODE: 'DingTalk robot code',
    DINGTALK_CARD_TEMPLATE_ID: 'DingTalk card template ID; if not set, the public template is used',
    DINGTALK_FORM_TEMPLATE_ID: 'DingTalk form template ID; if not set, forms are asked one field at a time',
    DINGTALK_MONTHLY_CALLS: "Your company's monthly DingTalk API call quota",
    DINGTALK_MONTHLY_PUSHES: "Your company's monthly push quota (webhook and Stream)",
    DINGTALK_API_URL: 'Address of the DingTalk API (dedicated deployment)',
    DINGTALK_OAPI_URL: 'Address of the older DingTalk API (dedicated deployment)',
  },
};
