import { describe, expect, it } from 'vitest';
import { givesToUnnamed, namesUnnamed, ordersChange } from '../../language/order/change-order.js';

describe('an order to change what is recorded', () => {
  it.each([
    'pls change pier 9 to 45k',
    'push dr patel call to mon 10am',
    'add 5k for onboarding to harborview',
    'hand everything Tom has to Amy, he is out this week',
    'ok mark it as lost, price too high',
    '把知行咨询转成商机，20万',
    '赵敏的电话改成13812345679',
    '万象零售阶段搞错了，还在需求确认',
    '转商机 知行咨询 20万',
  ])('is %s', (line) => expect(ordersChange(line)).toBe(true));

  it.each([
    'they pushed the demo to Friday',
    'push back from their legal, they want a lower price',
    'added two seats to the quote today',
    'sent the contract to Acme',
    '客户把合同寄回来了',
    '王总说价格要改一下',
    '今天把报价发给星河科技了',
  ])('is not %s', (line) => expect(ordersChange(line)).toBe(false));
});

describe('what is given to somebody without a name', () => {
  it.each([
    'tell him to call them tomorrow',
    'tell everyone to update their deals',
    '提醒大家周五下午三点开会',
  ])('is %s', (line) => expect(givesToUnnamed(line)).toBe(true));

  it.each(['remind me to call him', 'tell Tom to call them', '提醒李雷周五开会', '让他们下周给答复'])(
    'is not %s',
    (line) => expect(givesToUnnamed(line)).toBe(false),
  );
});

it.each([
  ['告诉他明天去送合同', '告诉李雷明天去送合同'],
  ['麻烦提醒一下她周五打电话', '麻烦提醒一下李雷周五打电话'],
  ['通知他一下周三开会', '通知李雷周三开会'],
  ['tell him to send it', 'tell 李雷 to send it'],
  ['please remind her about the quote', 'please remind 李雷 about the quote'],
])('names whom %s tells', (line, named) => expect(namesUnnamed(line, '李雷')?.line).toBe(named));

it.each([
  '告诉他们明天去',
  '今天告诉他预算批了',
  '他说明天来',
  'told him to send it',
  'tell them',
  '告诉他了吗',
  'can you tell him who won?',
])('names nobody in %s', (line) => expect(namesUnnamed(line, '李雷')).toBeUndefined());
