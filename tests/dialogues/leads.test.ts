import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let alice: Actor;
let bob: Actor;
let manager: Actor;

beforeEach(async () => {
  w = await world();
  alice = await w.rep('爱丽丝');
  bob = await w.rep('张三');
  manager = await w.manager('王经理');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('a lead', () => {
  it('is assigned to the rep who enters it, with a response deadline', async () => {
    await alice
      .says('线索 华为 王总 13800000000 想看ERP #官网')
      .sees(
        'L-1 · 华为',
        '负责人: 爱丽丝',
        '王总',
        '13800000000',
        '来源: 官网',
        '今天 11:00',
        '谁录入谁跟进',
      );
  });

  it('knows a name by either spelling of its "and", and asks before it makes a second', async () => {
    await alice.says('lead Brook & Vine wants a portal').sees('L-1 · Brook & Vine');
    await alice.says('lead Brook and Vine').sees('可能重复');
    await alice.says('lead Brook + Vine Inc.').sees('可能重复');
    await alice.says('lead Smith and Sons Ltd').sees('L-2 · Smith and Sons Ltd');
    await alice.says('lead Smith & Sons').sees('可能重复');
    await alice.says('线索 山月与海风').sees('L-3 · 山月与海风');
    await alice.says('线索 山月和海风').sees('可能重复');
    await alice.says('线索 和平纺织').sees('L-4 · 和平纺织');
  });

  it('takes a name without capitals whole, with its figures', async () => {
    await alice.says('lead pier 9 seafood wants pos').sees('L-1 · pier 9 seafood', 'wants pos');
    await alice.says('lead brook and vine wants a portal').sees('L-2 · brook and vine');
    await alice.says('lead acme wants erp').sees('L-3 · acme');
    await alice.says("lead tom and jerry's diner").sees("L-4 · tom and jerry's diner");
  });

  it('accepts its parts in any order, in full-width and traditional characters', async () => {
    await alice.says('線索　華為　１３８００００００００　王總　想看ERP').sees('華為', '王總', '13800000000');
  });

  it('is assigned to the rep who has waited longest if a manager enters it', async () => {
    await manager.says('线索 甲公司 想看ERP').sees('负责人: 爱丽丝', '首次分到');
    await manager.says('线索 乙公司 想看ERP').sees('负责人: 张三');
    await manager.says('线索 丙公司 想看ERP').sees('负责人: 爱丽丝', '等待最久');
  });

  it('can be assigned to a named colleague', async () => {
    await manager.says('线索 华为 想看ERP @张三').sees('负责人: 张三', '王经理指定');
  });

  it('shows a duplicate warning for an existing customer before it is saved; merging keeps all contacts', async () => {
    await alice.says('线索 华为 王总 13800000000 想看ERP');
    await alice.says('线索 华为 李总 13900000000 要报价').sees('可能重复', '还没有保存', 'L-1');
    await alice.taps('并入 L-1').sees('已并入 L-1');
    await alice.says('华为').sees('王总 13800000000', '李总 13900000000').misses('L-2');
  });

  it('shows a duplicate warning for a known phone under another name', async () => {
    await alice.says('线索 华为 王总 13800000000');
    await alice.says('线索 鸿蒙 13800000000').sees('可能重复', '13800000000', '华为');
    await alice.taps('仍要新建').sees('L-2 · 鸿蒙');
  });

  it('shows a duplicate warning for a customer name one letter off', async () => {
    await alice.says('线索 星河科技 王总');
    await alice.says('线索 星河科学 李总').sees('可能重复', '名字相近');
  });

  it('becomes a deal when it is moved', async () => {
    await alice.says('线索 华为 王总 想看ERP');
    await alice.says('推 华为').sees('D-1', '线索 L-1 已转为商机 D-1', '初步沟通 (2/6)');
    await alice.says('L-1').sees('已转商机');
  });

  it('counts as answered in time if the first follow-up is before the deadline', async () => {
    await alice.says('线索 华为 王总 想看ERP');
    w.clock.advance(30 * 60_000);
    await alice.says('跟 L-1 电话 已联系').sees('首次响应：按时');
  });

  it('counts as answered late if the first follow-up is after the deadline', async () => {
    await alice.says('线索 华为 王总 想看ERP');
    w.clock.advance(3 * 3_600_000);
    await alice.says('跟 L-1 电话 已联系').sees('首次响应：已超时');
  });

  it('asks for the customer if none is given, and the answer completes it', async () => {
    await alice.says('线索').sees('请补充：客户');
    await alice.says('华为').sees('L-1 · 华为');
  });

  it('is dropped by 取消 while a question is open', async () => {
    await alice.says('线索');
    await alice.says('取消').sees('已取消');
    await alice.says('华为').misses('L-1');
  });
});

describe('the pool', () => {
  beforeEach(async () => {
    const lonely = await w.team('华南');
    const admin = await w.admin('管理员');
    await w.manager('林经理', lonely);
    await admin.says('线索 中兴 赵总 13911112222 想看CRM');
    const lead = admin.last.cards[0]?.key.slice('lead:'.length) ?? '';
    await w.release(lead);
  });

  it('masks phones, and the first person to tap a lead gets it', async () => {
    await alice.says('公海').sees('L-1', '中兴', '139****2222').misses('13911112222');
    const tap = alice.callOf('认领 L-1');
    await alice.taps('认领 L-1').sees('爱丽丝已认领', '13911112222');
    await bob.calls(tap).sees('已由爱丽丝认领');
  });

  it('accepts a claim by the bare number', async () => {
    await bob.says('抢 1').sees('张三已认领');
  });

  it('enforces the daily claim limit of the process', async () => {
    for (const name of ['蓝鲸制造', '青禾食品', '远山教育', '北辰电气', '松石软件']) {
      await alice.says(`线索 ${name} 想看`);
      await w.release(alice.last.cards[0]?.key.slice('lead:'.length) ?? '');
    }
    for (let n = 2; n <= 6; n++) await bob.says(`抢 L-${n}`).sees('张三已认领');
    await bob.says('抢 L-1').sees('今天已认领 5 条');
  });

  it('answers a claim of an unknown number with an error', async () => {
    await alice.says('抢 L-99').sees('没有编号为 L-99 的记录');
  });
});

describe('transferring a lead', () => {
  it('transfers the lead, the customer and its tasks', async () => {
    await alice.says('线索 华为 王总 想看ERP');
    await alice.says('跟 L-1 电话 再约 明天');
    await alice.says('转给 L-1 @张三').sees('L-1 从爱丽丝转给张三');
    await bob.says('跟 L-1 电话 接手了').sees('已记录 · 华为');
    await alice.says('跟 L-1 电话').sees('只有负责人张三或经理王经理可以修改');
    const admin = await w.admin('管理员');
    await admin.says('华为').sees('负责人: 张三');
  });

  it('asks for the new owner, with the team as choices', async () => {
    await alice.says('线索 华为 王总 想看ERP');
    await alice.taps('转给').sees('[张三]');
    await alice.taps('张三').sees('转给张三');
  });

  it('refuses an unknown colleague and lists the team', async () => {
    await alice.says('线索 华为 王总 想看ERP');
    await alice.says('转给 L-1 @赵六').sees('没有叫「赵六」的同事', '张三');
  });

  it('is allowed only to the owner or a manager', async () => {
    await alice.says('线索 华为 王总 想看ERP');
    await bob.says('转给 L-1 @张三').sees('没有权限', '经理王经理');
    await manager.says('派 华为 @张三').sees('从爱丽丝转给张三');
  });
});

it('leads work in English as well', async () => {
  const en = await world({ locale: 'en' });
  const ann = await en.rep('Ann');
  await ann
    .says('lead Northwind Mr Wang 13800000000 wants a demo #website')
    .sees('L-1 · Northwind', 'owner: Ann', 'Website');
  await ann.says('lead Northwind').sees('Possible duplicate', 'Create anyway');
  expect(en.incidents).toEqual([]);
  await en.close();
});
