import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { personById } from '../../store/people/person-queries.js';
import { findPlace } from '../../store/people/place-queries.js';
import { issueSetupCode } from '../../store/people/setup-code.js';
import { teamByName } from '../../store/people/team-queries.js';
import { inboxText } from '../support/inbox-text.js';
import { type Actor, printed, type World, world } from '../support/world.js';

let w: World;

beforeEach(async () => {
  w = await world();
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const now = async (actor: Actor) => {
  const person = await personById(w.store.db, actor.person.id);
  if (!person) throw new Error(`${actor.id} is gone`);
  return person;
};

describe('the first admin', () => {
  test('becomes admin by sending the setup code in a private chat, once', async () => {
    await w.setupCode('sesame-77');
    const chen = await w.rep('陈晨', null);
    const other = await w.rep('吴桐', null);
    await chen.says('setup wrong').sees('不正确');
    await w.stranger('韩梅').in('华东群').says('setup wrong').sees('私聊');
    await chen.says('/setup sesame-77').sees('您现在是管理员');
    expect((await now(chen)).role).toBe('admin');
    await other.says('setup sesame-77').misses('您现在是管理员');
    expect((await now(other)).role).toBe('rep');
  });

  test('the setup code is void once it was said in a group, also if it is configured', async () => {
    const issued = async () => await w.store.tx((tx) => issueSetupCode(tx, 'sesame-77'));
    expect(await issued()).toBe('sesame-77');
    const chen = await w.rep('陈晨', null);
    await w.stranger('韩梅').in('华东群').says('setup sesame-77').sees('已经作废').misses('sesame');
    await chen.says('setup sesame-77').sees('不正确');
    const next = await issued();
    expect(next).not.toBe('sesame-77');
    await chen.says(`setup ${next}`).sees('您现在是管理员');
  });

  test('the setup code is never stored in the inbox', async () => {
    await w.setupCode('sesame-77');
    const chen = await w.rep('陈晨', null);
    await chen.says('setup sesame-77').sees('管理员');
    expect(await inboxText(w.store.db)).not.toContain('sesame-77');
  });
});

test('a channel that people of another company read cannot be bound', async () => {
  const chen = await w.admin('陈晨');
  const shared = { id: 'C-shared', kind: 'group' as const, name: '合作群', isShared: true };
  const answer = await w.receive(chen.id, shared, { kind: 'say', text: '绑群 华东 周报' });
  expect(answer.cards.map(printed).join()).toContain('外部人员');
});

describe('teams', () => {
  test('an admin creates a team and names its manager', async () => {
    const chen = await w.admin('陈晨');
    const zhou = await w.rep('周敏', null);
    await chen.says('团队 华南 @周敏').sees('华南', '经理: 周敏');
    expect(await now(zhou)).toMatchObject({
      role: 'manager',
      teamId: (await teamByName(w.store.db, '华南'))?.id,
    });
    await chen.says('团队').sees('华东', '华南');
    await zhou.says('团队 华北').sees('没有权限', '管理员');
  });

  test('a manager who is given another team no longer manages the former one', async () => {
    const chen = await w.admin('陈晨');
    await w.manager('周敏');
    await chen.says('团队 华南 @周敏').sees('周敏');
    expect((await teamByName(w.store.db, '华东'))?.managerId).toBeNull();
  });

  test('a manager adds a colleague to the team, and undo removes the colleague', async () => {
    const zhou = await w.manager('周敏');
    const lei = await w.rep('李雷', null);
    await zhou.says('入队 @李雷 华东').sees('李雷已加入「华东」');
    expect((await now(lei)).teamId).toBe(w.east.id);
    await zhou.taps('撤销').sees('已撤销');
    expect((await now(lei)).teamId).toBeNull();
  });

  test('a manager cannot add people to another team', async () => {
    const zhou = await w.manager('周敏');
    await w.team('华南');
    const lei = await w.rep('李雷', null);
    await zhou.says('入队 @李雷 华南').sees('没有权限');
    await zhou.says('入队 @李雷 西北').sees('没有「西北」这个团队');
    expect((await now(lei)).teamId).toBeNull();
  });
});

describe('roles', () => {
  test('a rep who is promoted becomes the manager of a team that has none', async () => {
    const chen = await w.admin('陈晨');
    const lei = await w.rep('李雷');
    await chen.says('角色 @李雷 经理').sees('李雷现在是经理');
    expect((await now(lei)).role).toBe('manager');
    expect((await teamByName(w.store.db, '华东'))?.managerId).toBe(lei.person.id);
    await chen.says('角色 @李雷 销售').sees('李雷现在是销售');
    expect((await teamByName(w.store.db, '华东'))?.managerId).toBeNull();
  });

  test('a rep cannot give roles, nobody gives their own role or one above it, and the last admin stays admin', async () => {
    const chen = await w.admin('陈晨');
    const zhou = await w.manager('周敏');
    const lei = await w.rep('李雷');
    await lei.says('角色 @李雷 经理').sees('没有权限');
    for (const role of ['管理员', '经理']) await zhou.says(`角色 @李雷 ${role}`).sees('没有权限', '管理员');
    await zhou.says('角色 @李雷 只读').sees('只读');
    await zhou.says('角色 @李雷 销售').sees('销售');
    await chen.says('角色 @陈晨 销售').sees('至少要留一位管理员');
    expect([(await now(lei)).role, (await now(chen)).role]).toEqual(['rep', 'admin']);
    await chen.says('角色 @李雷 老板').sees('角色');
  });
});

describe('binding a group', () => {
  test('binds the group to the team together with the kinds of posts it gets', async () => {
    const zhou = await w.manager('周敏');
    zhou.in('华东群');
    await zhou.says('绑群 华东 周报 停滞').sees('周报', '停滞提醒');
    expect(await findPlace(w.store.db, 'sandbox', '华东群')).toMatchObject({
      teamId: w.east.id,
      posts: ['report', 'stall'],
    });
    await zhou.says('绑群 华东').sees('公海');
    expect((await findPlace(w.store.db, 'sandbox', '华东群'))?.posts).toHaveLength(5);
  });

  test('needs the manager of the team that has the group, or an admin', async () => {
    const zhou = await w.manager('周敏');
    const qin = await w.manager('秦川', await w.team('西南'));
    const chen = await w.admin('陈晨');
    const bound = async () => (await findPlace(w.store.db, 'sandbox', '华东群'))?.teamId;
    await zhou.in('华东群').says('绑群 华东').sees('华东');
    await qin.in('华东群').says('绑群 西南').sees('没有权限');
    expect(await bound()).toBe(w.east.id);
    await chen.in('华东群').says('绑群 公司 周报').sees('周报');
    await zhou.in('华东群').says('绑群 华东').sees('没有权限');
    expect(await bound()).toBeNull();
    expect(w.incidents).toEqual([]);
  });

  test('is refused in a private chat, for a rep, and for another team', async () => {
    const zhou = await w.manager('周敏');
    const lei = await w.rep('李雷');
    await w.team('华南');
    await zhou.says('绑群 华东').sees('群里发');
    await lei.in('华东群').says('绑群 华东').sees('没有权限');
    await zhou.in('华东群').says('绑群 华南').sees('没有权限');
    expect(await findPlace(w.store.db, 'sandbox', '华东群')).toMatchObject({ teamId: null, posts: [] });
  });
});

describe('a person’s own settings', () => {
  test('alerts are muted until a date or for a duration, and an invalid time mutes nothing', async () => {
    const lei = await w.rep('李雷');
    await lei.says('静音 明天').sees('明天 09:00');
    expect((await now(lei)).mutedUntil?.toISOString()).toBe('2026-11-27T01:00:00.000Z');
    await lei.says('静音 2小时').sees('今天 12:0');
    await lei.taps('取消静音').sees('已恢复提醒');
    expect((await now(lei)).mutedUntil).toBeNull();
    await lei.says('静音 昨天').sees('没看懂');
    await lei.says('取消');
    await lei.says('静音 很久').sees('静音 2小时');
    expect((await now(lei)).mutedUntil).toBeNull();
  });

  test('personal data is shown only to that person', async () => {
    const lei = await w.rep('李雷');
    await lei.says('商机 星河科技 30万');
    await lei.says('我的数据').sees('李雷', '华东', '商机: 1', 'Asia/Shanghai');
    const answer = await lei.in('华东群').says('我的数据');
    expect(answer.quiet).toBe(true);
  });
});
