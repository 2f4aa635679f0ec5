import { expect, test } from 'vitest';
import { asksWhereLogged } from '../../../language/talk/log-asked.js';

test.each([
  '不好意思，那句记到银狐了吗',
  '刚才那条记在谁头上了',
  '抱歉，上一条记到哪家了',
  '刚才记的是哪家',
  '你给我记到哪个客户上了',
  '不对吧，那条是记在银狐名下了？',
  '那条没记到银狐吧',
  '刚才那句是不是记成银狐了',
  '等等，刚才那条记银狐还是初雪了',
  'sorry, did that go to Ironwood?',
  'did you log that under Larkspur',
  'who did you log that on',
  'wait, which customer did that go under',
  'is that logged under Ironwood?',
  'where did that note go',
])('%s asks on whom it was recorded', (line) => {
  expect(asksWhereLogged(line)).toBe(true);
});

test.each([
  '那句记到银狐吧',
  '把刚才那条记到银狐',
  '刚才那条记错了，应该是银狐',
  '不好意思，那句是银狐的',
  '记一下银狐',
  '银狐的合同存到哪里了他们也不知道',
  '今天去银狐把门禁登记了，王总在',
  'log Ironwood call',
  'did Ironwood sign the contract',
  'who did you call at Ironwood',
  'where did the budget go',
])('%s does not', (line) => {
  expect(asksWhereLogged(line)).toBe(false);
});
