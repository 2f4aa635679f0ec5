import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let alice: Actor;
let bob: Actor;

beforeEach(async () => {
  w = await world();
  alice = await w.rep('爱丽丝');
  bob = await w.rep('张三');
  await alice.says('商机 华为 ERP二期 30万 6月底 王总');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('a deal', () => {
  it('shows its amount, stage, probability and close date', async () => {
    await alice
      .says('商机 中兴 CRM 12.5万 2027-03-01')
      .sees('D-2 · 中兴 · 12.5万', 'CRM', '初步沟通 (2/6)', '20%', '2027年3月1日');
  });

  it('swallows no odd amount or day into its name: each is refused by its field', async () => {
    await alice.says('商机 中兴 CRM -30万').sees('没看懂金额「-30万」', '例如：30万');
    await alice.says('商机 中兴 CRM 30万 2月30日').sees('没看懂预计成交日「2月30日」');
    await alice.says('商机 中兴 CRM 30万 1999-01-01').sees('没看懂预计成交日「1999-01-01」');
    await alice.says('deal 中兴 CRM $1.2.3m').sees('$1.2.3m');
    await alice.says('今天拜访了华为，2月30日再去').sees('没有「2月30日」这一天', '已保留您的消息');
    await alice.says('我的商机').misses('中兴');
    await alice.says('华为').misses('2月30日');
  });

  it('asks which customer is meant if the name resembles an existing one', async () => {
    await alice.says('商机 花为 ERP 30万').sees('「花为」是哪个客户？', '华为');
    await alice.taps('华为').sees('D-2 · 华为');
  });

  it('shows the old and new value after its amount or close date is edited', async () => {
    await alice.says('改 华为 28万').sees('金额 30万 → 28万', 'D-1 · 华为 · 28万');
    await alice.says('改 D-1 7月15日').sees('预计成交 2027年6月30日 周三 → 2027年7月15日 周四');
  });

  it('goes back in words, and asks why; a lead becomes a deal in words, no deal moves on by them', async () => {
    await alice.says('跟 华为 电话 需求已确认');
    await alice.says('推 华为').sees('需求确认');
    await alice.says('退回到初步沟通').sees('为什么');
    await alice.says('预算被砍').sees('退回「初步沟通」：预算被砍');
    await alice.says('线索 远山教育 陈校长');
    await alice.says('把远山教育转成商机').sees('线索 L-1 已转为商机 D-2');
    await alice.says('把远山教育转成商机').sees('C-2').misses('推进到');
    await alice.says('turn 华为 into a deal').misses('推进到');
  });

  it('that a manager makes on a colleague’s customer is that colleague’s', async () => {
    const min = await w.manager('周敏');
    const bea = await w.rep('韩梅');
    await min.says('商机 华为 三期 20万').sees('D-2', '负责人: 爱丽丝', '商机记在爱丽丝名下');
    await min.says('华为');
    await min.taps('新商机').sees('D-3', '负责人: 爱丽丝');
    await min.says('给华为建个商机，叫四期 40万').sees('D-4', '负责人: 爱丽丝');
    await min.says('商机 华为 五期 10万 负责人=周敏').sees('D-5', '负责人: 周敏').misses('客户由');
    await min.says('商机 华为 六期 10万 负责人=韩梅').sees('D-6', '负责人: 韩梅');
    await alice.says('线索 远山教育 陈校长');
    await min.says('商机 远山教育 平台 12万').sees('线索 L-1 已转为商机 D-7', '负责人: 爱丽丝');
    await min.says('商机 新岸家居 一期 3万').sees('D-8', '负责人: 周敏').misses('客户由');
    await alice.says('共享 华为 韩梅');
    await bea.says('商机 华为 七期 3万').sees('D-9', '负责人: 韩梅');
    await bob.says('商机 华为 八期 3万').sees('没有权限').misses('D-10');
  });

  it('edit with an invalid or missing value names the value and gives an example', async () => {
    await alice.says('改 华为 三零万元整吧').sees('没看懂金额', '例如');
    await alice.says('取消');
    await alice.says('改 华为').sees('改成多少', '例如');
    await alice.says('25万').sees('金额 30万 → 25万');
  });
});

describe('moving a deal', () => {
  it('moves to the next stage, showing its goal and the steps still open', async () => {
    await alice.says('跟 华为 拜访 需求清单已确认');
    await alice.says('推 华为').sees('从「初步沟通」推进到「需求确认」', '未完成的标准动作', '本阶段目标');
  });

  it('asks for what the stage requires, and moves once that is answered', async () => {
    await alice.says('推 华为').sees('还需要补充', '进入「需求确认」前请先补齐：跟进记录');
    await alice.says('电话 需求已确认').sees('推进到「需求确认」');
    await alice.says('D-1').sees('需求确认 (3/6)', '最近跟进');
  });

  it('asks for several missing values one after the other', async () => {
    await alice.says('线索 中兴 想看ERP');
    await alice.says('推 L-1').sees('D-2');
    await alice.says('推 D-2').sees('请先补齐：联系人、跟进记录');
    await alice.says('赵总').sees('请先补齐：跟进记录');
    await alice.says('电话聊过需求').sees('推进到「需求确认」');
  });

  it('moves to a stage given by name, alias, number or >', async () => {
    await alice.says('跟 华为 电话 需求已确认');
    await alice.says('>谈判 华为').sees('推进到「谈判签约」');
    await alice.says('推 华为 >需求，预算要重批').sees('从「谈判签约」退回「需求确认」：预算要重批');
    await alice.says('推 华为 >4').sees('「方案输出」');
  });

  it('asks why the deal goes back, and stores the answer as the reason', async () => {
    await alice.says('跟 华为 电话 需求已确认');
    await alice.says('>谈判 华为').sees('推进到「谈判签约」');
    await alice.says('推 华为 >4').sees('为什么从「谈判签约」退回「方案输出」？');
    await alice.says('推 华为 >需求').sees('为什么从「谈判签约」退回「需求确认」？');
    await alice.says('预算要重批').sees('退回「需求确认」：预算要重批');
    await alice.says('撤').sees('D-1 已恢复原样');
    await alice.says('D-1').sees('谈判签约');
  });

  it('refuses an unknown stage and lists the stages', async () => {
    await alice.says('推 华为 >火星').sees('没有「火星」这个阶段', '初步沟通', '谈判签约');
  });

  it('refuses a move to the stage the deal is already in', async () => {
    await alice.says('推 华为 >初步沟通').sees('已经在「初步沟通」');
  });

  it('wins the deal if the move is into the last stage', async () => {
    await alice.says('跟 华为 电话 需求已确认');
    await alice.says('推 华为 >交付').sees('赢单 30万', '已赢单');
    await alice.says('推 D-1').sees('D-1 已赢单，不能再改');
  });

  it('ticks a standard step from the card', async () => {
    await alice.says('D-1');
    await alice.taps('介绍公司和同类案例').sees('已完成：介绍公司和同类案例');
    expect(() => alice.callOf('介绍公司和同类案例')).toThrow();
  });
});

describe('winning and losing a deal', () => {
  it('wins with the amount given', async () => {
    await alice.says('跟 华为 电话 谈妥了');
    await alice.says('赢 华为 32万').sees('赢单 32万', 'D-1 · 华为 · 32万');
  });

  it('asks for the amount if the deal has none', async () => {
    await alice.says('商机 中兴 CRM');
    await alice.says('跟 D-2 电话 李总 谈妥了');
    await alice.says('赢 D-2').sees('还没有金额');
    await alice.says('10万').sees('赢单 10万');
  });

  it('asks for the loss reason, by button or number, and counts the reasons', async () => {
    await alice.says('输 华为').sees('为什么输单', '[价格]', '[竞品]');
    await alice.says('2').sees('原因：竞品', '今年因「竞品」输单 1 单，共输单 1 单');
    await alice.says('商机 中兴 CRM 10万');
    await alice.says('输 中兴');
    await alice.taps('价格').sees('原因：价格', '因「价格」输单 1 单，共输单 2 单');
  });

  it('takes the loss reason from the line, also by alias, and refuses an unknown reason', async () => {
    await alice.says('输 华为 不喜欢').sees('没有「不喜欢」这个输单原因', '[价格]', '[竞品]');
    await alice.says('太贵').sees('原因：价格');
  });
});

describe('permission to change a deal', () => {
  it('is limited to the owner, the manager and admins; the refusal names them', async () => {
    for (const line of ['推 D-1', '改 D-1 1万', '赢 D-1 1万', '输 D-1 价格', '跟 D-1 电话', '约 D-1 明天']) {
      await bob.says(line).sees('没有权限', '负责人爱丽丝');
    }
    await bob.says('D-1').sees('30万');
    const manager = await w.manager('王经理');
    await manager.says('改 D-1 31万').sees('31万');
  });

  it('is checked for taps as well as for lines', async () => {
    await alice.says('D-1');
    await bob.calls(alice.callOf('推进')).sees('没有权限');
  });

  it('does not let a rep see deals of other teams', async () => {
    const south = await w.team('华南');
    const xu = await w.rep('许诺', south);
    await xu.says('D-1').sees('没有编号为 D-1 的记录').misses('30万');
  });
});

describe('a button on an old card', () => {
  it('answers with the current card if the deal has changed', async () => {
    await alice.says('D-1');
    const old = alice.callOf('推进');
    await alice.says('改 D-1 28万');
    await alice.calls(old).sees('D-1 已有更新', '28万', '初步沟通');
  });

  it('still works after a follow-up, which changes no value of the deal', async () => {
    await alice.says('D-1');
    const old = alice.callOf('推进');
    await alice.says('跟 D-1 电话 需求已确认');
    await alice.calls(old).sees('推进到「需求确认」');
  });
});

it('deals work in English as well', async () => {
  const en = await world({ locale: 'en' });
  const ann = await en.rep('Ann');
  await ann
    .says('deal Acme "ERP phase 2" 300k 2027-06-30 Mr Wang')
    .sees('D-1 · Acme', 'ERP phase 2', 'First contact (2/6)');
  await ann.says('log Acme call needs are clear next Wed').sees('Logged · Acme', 'Next step');
  await ann.says('move Acme').sees('Moved from First contact to Qualification');
  await ann.says('edit Acme 280k').sees('→ ¥280,000');
  await ann.says('lost Acme price').sees('Reason: Price');
  expect(en.incidents).toEqual([]);
  await en.close();
});
