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
    `DingTalk this month: ${plural(calls, 'call')}, ${plural(pushes, 'push', 'pushes')}.`,
  variables: {
    DINGTALK_CLIENT_ID: 'DingTalk client id',
    DINGTALK_CLIENT_SECRET: 'DingTalk client secret',
    DINGTALK_ROBOT_CODE: 'DingTalk robot code',
    DINGTALK_CARD_TEMPLATE_ID: 'DingTalk card template id; the public template without it',
    DINGTALK_FORM_TEMPLATE_ID: 'DingTalk form template id; without it forms are asked a field at a time',
    DINGTALK_MONTHLY_CALLS: 'Calls of the DingTalk API that the company has a month',
    DINGTALK_MONTHLY_PUSHES: 'Pushes (webhook and Stream) that the company has a month',
    DINGTALK_API_URL: 'Address of the DingTalk API (dedicated deployment)',
    DINGTALK_OAPI_URL: 'Address of the older DingTalk API (dedicated deployment)',
  },
};
