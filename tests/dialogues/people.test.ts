import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let alice: Actor;
let admin: Actor;
let manager: Actor;

beforeEach(async () => {
  w = await world();
  alice = await w.rep('爱丽丝');
  manager = await w.manager('王经理');
  admin = await w.admin('管理员小陈');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('set-up', () => {
  it('makes the first admin with the setup code, in private, once', async () => {
    const fresh = await world();
    await fresh.setupCode('s3cret');
    const chen = fresh.stranger('陈晨');
    await chen.in('群').says('setup wrong').sees('私聊');
    const alone = fresh.stranger('陈晨');
    await alone.says('setup wrong').sees('设置码不正确').misses('wrong');
    await alone.says('/setup s3cret').sees('陈晨，您现在是管理员');
    await fresh.stranger('李四').says('setup s3cret').sees('管理员已设置');
    expect(fresh.incidents).toEqual([]);
    await fresh.close();
  });
});

describe('teams', () => {
  it('are created by an admin, with a manager', async () => {
    await admin.says('团队 华南 @爱丽丝').sees('团队「华南」已创建', '经理: 爱丽丝');
    await alice.says('我的数据').sees('经理', '华南');
    await manager.says('团队 华北').sees('没有权限', '管理员');
  });

  it('are joined with the manager’s tap; an admin moves other people', async () => {
    await manager.says('我的数据');
    const newcomer = w.stranger('新人');
    await newcomer.says('入队 华东').sees('已请「华东」的负责人确认');
    await manager.says('入队 华东 @新人').sees('新人已加入「华东」');
    await newcomer.says('入队 华东').sees('已经在「');
    await w.team('华南');
    await newcomer.says('入队 华南').sees('没有权限');
    await admin.says('入队 华南 @新人').sees('新人已加入「华南」');
    await admin.says('入队 火星').sees('没有「火星」这个团队', '华东、华南');
  });
});

describe('roles', () => {
  it('are given by people who may, and can be undone', async () => {
    await admin.says('角色 @爱丽丝 经理').sees('爱丽丝现在是经理');
    await admin.says('撤').sees('已撤销');
    await alice.says('角色 @爱丽丝 管理员').sees('没有权限');
    await manager.says('角色 @爱丽丝 管理员').sees('没有权限');
    await admin.says('角色 @管理员小陈 销售').sees('至少要留一位管理员');
    await admin.says('角色 @爱丽丝 国王').sees('角色');
  });
});

describe('binding a group', () => {
  it('binds the group to a team with the kinds of posts it gets', async () => {
    await manager.in('华东群').says('绑群 华东 周报 停滞').sees('华东群 已绑定到「华东」', '周报、停滞提醒');
    await manager.says('绑群 华东 天气').sees('周报、停滞提醒、新线索、公海');
  });

  it('is done only in that group and only by the team’s manager', async () => {
    await manager.says('绑群 华东').sees('在要绑定的群里');
    await w.team('华南');
    await manager.in('群').says('绑群 华南').sees('没有权限');
    await alice.in('群').says('绑群 华东').sees('没有权限');
  });
});

describe('help', () => {
  it('lists what the role may do, with examples of the speaker’s own customers', async () => {
    await alice.says('帮').sees('跟 华为').misses('绑群');
    await alice.says('线索 星河科技 王总');
    await alice.says('帮').sees('跟 星河科技 电话');
    await manager.says('帮');
    await manager.taps('管理').sees('绑群').misses('建团队');
    await admin.says('帮');
    await admin.taps('管理').sees('建团队');
  });

  it('explains one verb in full and suggests the nearest verb for a typo', async () => {
    await alice.says('帮 线索').sees('用法', '新线索');
    await alice.says('help leed').sees('没有找到「leed」');
  });
});

describe('a person’s own settings', () => {
  it('「我的数据」 shows the person’s records, accounts and team', async () => {
    await alice.says('商机 华为 ERP 30万');
    await alice.says('我的数据').sees('爱丽丝', '商机: 1', '平台账号: sandbox', '华东');
  });

  it('alerts are muted for a duration or until a day', async () => {
    await alice.says('静音 2小时').sees('静音到今天 12:00');
    await alice.says('静音 明天').sees('静音到明天 09:00');
    await alice.taps('取消静音').sees('已恢复提醒');
    await alice.says('静音 很久').sees('没看懂');
  });
});
