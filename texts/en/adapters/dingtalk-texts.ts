import type { Like } from '../../shape/like.js';
import type { dingtalkTexts as original } from '../../zh/adapters/dingtalk-texts.js';

/** What only DingTalk's own surfaces say. */
export const dingtalkTexts: Like<typeof original> = {
  /** What DingTalk calls the language. */
  languageKey: 'EN_US',
  onlyWords:
    'I read text and voice only. Please type or say it, for example: log Acme call price too high next Wed',
  working: '⏳ One moment…',
  submitted: 'Submitted',
  fill: 'Submit',
};
