import { afterEach, expect, test } from 'vitest';
import { asks, DingtalkOffice } from '../../support/dingtalk-office.js';
import { testOfAll } from '../../support/runs.js';

let office: DingtalkOffice;

afterEach(async () => {
  const refused = office.dingtalk.calls.filter(({ outcome }) => outcome !== 'ok');
  expect(refused.map(({ path, outcome }) => `${path} ${outcome}`)).toEqual([]);
});

testOfAll('an empty office is set up by talking to the bot: admin, team, people and group', async () => {
  office = await DingtalkOffice.empty();
  const { dingtalk, product } = office;
  const [chen, zhou, lei] = [
    dingtalk.person('chen01', '陈晨'),
    dingtalk.person('zhou01', '周敏'),
    dingtalk.person('lei01', '李雷'),
  ];
  const east = dingtalk.group('华东销售群', [chen, zhou, lei]);
  await asks(chen, `setup ${product.setupCode}`, '您现在是管理员');
  await asks(zhou, '帮', '也可以用命令');
  await asks(lei, '帮', '也可以用命令');
  await asks(chen, '团队 华东', '周敏', { mentions: [zhou] });
  await asks(zhou, '入队 @李雷 华东', '已加入');
  await asks(zhou, '绑群 华东', '已绑定到「华东」', { in: east });
  await asks(lei, '线索 星河科技 王总 13800000000 想看ERP #官网', /L-1[\s\S]*李雷/, { in: east });
});

test('a working day succeeds: lead, log, deal, move, undo, won, lost, weekly report and an alert answered', async () => {
  office = await DingtalkOffice.open();
  const { lei, east, dingtalk } = office;
  await asks(lei, '线索 星河科技 王总 13800000000 想看ERP #官网', 'L-1');
  await asks(lei, '跟 星河科技 电话 价格偏高 下周三再约', '已记');
  await asks(lei, '商机 星河科技 ERP二期 30万 2027-03-01', 'D-1');
  await asks(lei, '推 星河科技', '需求确认', { in: east });
  await asks(lei, '撤', '已撤销', { in: east });
  const message = await asks(lei, 'D-1', '初步沟通', { in: east });
  const { ackedAfter } = await lei.taps(message, '推进').acked();
  expect(ackedAfter).toBeDefined();
  await expect.poll(() => message.readable(lei)).toMatch(/需求确认[\s\S]*✓ 推进到需求确认 · 李雷/);
  await expect.poll(() => message.readable()).toMatch(/需求确认[\s\S]*✓ 推进到需求确认 · 李雷/);

  await asks(lei, '商机 云帆物流 仓储系统 12万 2027-02-01 赵经理', 'D-2');
  await asks(lei, '跟 D-2 电话 谈妥了', '已记');
  await asks(lei, '赢 云帆物流 12万', '赢单');
  const why = await asks(lei, '输 星河科技', '原因');
  await lei.taps(why, '价格').acked();
  await lei.chat.waitFor(/已记为输单，原因：价格/, { as: lei });
  await asks(lei, '商机 青禾食品 60万 2027-02-01', 'D-3');

  await office.at('2026-11-30', '09:00');
  const report = await east.waitFor(/周报 · 华东/);
  expect(east.readable()).toMatch(/赢单 1 单，共 12万/);
  await east.waitFor(/\[图片/, { after: report });

  await office.at('2026-12-10', '09:30');
  const alert = await east.waitFor(/停滞 · D-3/);
  expect(alert.mentions).toEqual(['lei01']);
  await lei.taps(alert, '跟进').acked();
  await east.waitFor(/跟进了什么/, { after: alert });
  await asks(lei, '价格谈妥了', '已记', { in: east });
  await dingtalk.settled();
});
