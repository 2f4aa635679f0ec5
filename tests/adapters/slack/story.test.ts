import { expect, test } from 'vitest';
import { SlackOffice } from '../../support/slack-office.js';

let office: SlackOffice;

test('an empty office is set up by talking to the bot: admin, team, people and channel', async () => {
  office = await SlackOffice.empty();
  const { slack, product } = office;
  const chen = office.person('陈晨');
  const zhou = office.person('周敏');
  const alice = office.person('李雷');
  const east = slack.channel('east-sales', { members: [chen, zhou, alice] });
  await chen.says(`setup ${product.setupCode}`).sees('您现在是管理员');
  await zhou.mentions(east, '帮').sees('也可以用命令');
  await alice.says('帮').sees('也可以用命令');
  await chen.says(`团队 华东 <@${zhou.id}>`, { raw: true }).sees('华东', '周敏');
  await zhou.says(`入队 <@${alice.id}> 华东`, { raw: true }).sees('李雷已加入');
  await zhou.slash('/sale', '绑群 华东', { in: east }).sees('已绑定到「华东」');
  await alice
    .slash('/lead', '星河科技 王总 13800000000 想看ERP #官网', { in: east })
    .sees('L-1', '负责人', '李雷');
});

test('a working day succeeds: lead, log, deal, move, undo, lost, won, weekly report and an alert answered', async () => {
  office = await SlackOffice.open();
  const { alice, east } = office;
  await alice.slash('/sale', '线索 星河科技 王总 13800000000 想看ERP #官网').sees('L-1', '星河科技');
  await alice.slash('/log', '星河科技 电话 价格偏高 下周三再约').sees('已记');
  await alice.slash('/deal', '星河科技 "ERP 二期" 30万 2027-03-01').sees('D-1');
  const asked = await alice.mentions(east, '推 星河科技').sees('需求确认');
  await alice.mentions(east, '撤', { thread: asked }).sees('已撤销');
  await alice.mentions(east, '改 D-1 31万');
  const card = await east.waitFor(/31万[\s\S]*初步沟通/);
  await alice.taps(card, '推进').sees('需求确认', '✓ 推进到需求确认 · 李雷');

  await alice.says('商机 云帆物流 仓储系统 12万 2027-02-01 赵经理').sees('D-2');
  await alice.says('跟 D-2 电话 谈妥了').sees('已记');
  await alice.says('赢 云帆物流 12万').sees('赢单');
  await alice.says('输 星河科技').sees('原因');
  const why = await alice.dm.waitFor(/原因/);
  await alice.taps(why, '价格').sees('输单');

  await alice.says('商机 青禾食品 60万 2027-02-01').sees('D-3');
  await office.at('2026-11-30', '09:00');
  const report = await east.waitFor(/周报 · 华东/);
  expect(report.readable()).toMatch(/赢单 1 单，共 12万/);
  const [picture] = report.blocks.filter(({ type }) => type === 'image');
  expect(picture).toMatchObject({
    slack_file: { id: expect.stringMatching(/^F/) },
    alt_text: expect.any(String),
  });

  await office.at('2026-12-10', '09:30');
  const alert = await east.waitFor(/停滞 · D-3/);
  expect(alert.notifies).toEqual([alice.id]);
  await alice.taps(alert, '跟进');
  const view = await alice.waitForView(/备注/);
  await alice.submits(view, { 备注: '价格谈妥了' }).sees('已记', '价格谈妥了');

  // What a window asks is answered there, whether it is still open or not.
  await alice.says('青禾食品').sees('D-3');
  const own = await alice.dm.waitFor(/\[跟进\]/);
  await alice.taps(own, '跟进');
  const window = await alice.waitForView(/备注/);
  const followUps = async () =>
    (await office.product.store.db.q.select().from(office.product.store.db.t.followUps)).length;
  const before = await followUps();
  await alice.says('我去倒杯咖啡');
  await alice.says('谢谢').sees('不客气');
  expect(await followUps()).toBe(before);
  await alice.submits(window, { 备注: '合同寄出' }).sees('已记', '合同寄出');
});
