import type { Like } from '../../shape/like.js';
import type { dingtalkTexts as original } from '../../zh/adapters/dingtalk-texts.js';
import { plural } from '../formats/formats.js';

/** What only DingTalk's own surfaces say. */
export const dingtalkTexts: Like<typeof original> = {
  onlyWords:
    'I read text and voice only. Please type or say it, for example: log Acme call price too high next Wed',
  working: '⏳ One moment…',
  submitted: 'Submitted',
  fill: 'Submit',
  used: (calls: number, pushes: number) =>
    `DingTalk this month: ${plural(calls, 'call')}, ${plural(pushes, 'push', 'pushes')}.`,
};
