import { afterEach, expect, test } from 'vitest';
import { testOfAll } from '../../support/runs.js';
import { asks, WecomOffice } from '../../support/wecom-office.js';

let office: WecomOffice;

afterEach(async () => {
  expect(office.wecom.refusals.map(({ errcode, errmsg }) => `${errcode} ${errmsg}`)).toEqual([]);
});

testOfAll('an empty office is set up by talking to the bot: admin, team, people and group', async () => {
  office = await WecomOffice.empty();
  const { wecom, product } = office;
  const [chen, zhou, lei] = [wecom.person('chenchen'), wecom.person('zhoumin'), wecom.person('lilei')];
  const east = wecom.group('华东销售群', [chen, zhou, lei]);
  await asks(chen, `setup ${product.setupCode}`, '您现在是管理员');
  await chen.chat.waitFor(/怎么称呼您/);
  await asks(chen, '我叫 陈晨', '陈晨');
  await asks(zhou, '我叫 周敏', '周敏');
  await asks(lei, '我叫 李雷', '李雷');
  await asks(chen, '团队 华东 @周敏', '周敏');
  await asks(zhou, '入队 @李雷 华东', '已加入');
  await asks(zhou, '绑群 华东', '已绑定到「华东」', { in: east });
  await asks(lei, '线索 星河科技 王总 13800000000 想看ERP #官网', /L-1[\s\S]*李雷/, { in: east });
});

test('a working day succeeds: lead, log, deal, move, undo, won, lost, weekly report and an alert answered', async () => {
  office = await WecomOffice.open();
  const { lei, east } = office;
  await asks(lei, '线索 星河科技 王总 13800000000 想看ERP #官网', 'L-1');
  await asks(lei, '跟 星河科技 电话 价格偏高 下周三再约', '已记');
  await asks(lei, '商机 星河科技 ERP二期 30万 2027-03-01', 'D-1');
  await asks(lei, '推 星河科技', '需求确认', { in: east });
  await asks(lei, '撤', '已撤销', { in: east });
  const card = await asks(lei, 'D-1', '初步沟通', { in: east });
  await lei.taps(card, '推进');
  await expect.poll(() => card.readable()).toMatch(/✓ 推进到需求确认 · 李雷[\s\S]*需求确认/);
  expect(card.updates).toBe(1);

  await asks(lei, '商机 云帆物流 仓储系统 12万 2027-02-01 赵经理', 'D-2');
  await asks(lei, '跟 D-2 电话 谈妥了', '已记');
  await asks(lei, '赢 云帆物流 12万', '赢单');
  const why = await asks(lei, '输 星河科技', '原因');
  await lei.votes(why, '价格');
  await expect.poll(() => why.readable()).toMatch(/已记为输单，原因：价格/);
  await asks(lei, '商机 青禾食品 60万 2027-02-01', 'D-3');

  await office.at('2026-11-30', '09:00');
  const report = await east.waitFor(/周报 · 华东/);
  expect(report.readable()).toMatch(/赢单 1 单，共 12万/);
  await east.waitFor(/\[图片\]/);

  await office.at('2026-12-10', '09:30');
  const alert = await east.waitFor(/停滞 · D-3/);
  await east.waitFor(/@李雷/);
  await lei.taps(alert, '跟进');
  await east.waitFor(/跟进了什么/, { after: alert });
  await asks(lei, '价格谈妥了', '已记', { in: east });
});
