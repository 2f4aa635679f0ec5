import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveMembers } from '../../store/people/place-members.js';
import { findPlace } from '../../store/people/place-queries.js';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let lei: Actor;
let zhou: Actor;
let chen: Actor;
let mei: Actor;

beforeEach(async () => {
  w = await world();
  lei = await w.rep('李雷');
  zhou = await w.manager('周敏');
  chen = await w.admin('陈晨');
  mei = await w.rep('韩梅', await w.team('华南'));
  await lei.says('商机 星河科技 30万').sees('D-1');
});
afterEach(async () => await w.close());

const placeId = async (group: string, platform = 'sandbox') =>
  (await findPlace(w.store.db, platform, group))?.id ?? '';

test('a personal list is shared only to a group that the person has spoken in, or that is their team’s', async () => {
  await mei.in('华南群').says('帮助');
  await zhou.in('华东群').says('绑群 华东');
  const share = async (group: string) => ({
    command: 'deals',
    input: { share: await placeId(group) },
  });
  await lei
    .alone()
    .calls(await share('华南群'))
    .sees('只能发到您所在的群');
  await lei.calls(await share('华东群')).sees('已发到');
  await lei.in('华南群').says('我的商机');
  await lei
    .alone()
    .calls(await share('华南群'))
    .misses('只能发到您所在的群');
});

test('once somebody of outside has spoken in a group, it sees nothing until an admin gives it to a team again', async () => {
  await zhou.in('华东群').says('绑群 华东');
  await lei.in('华东群');
  expect((await lei.says('改 D-1 31万')).quiet).toBe(false);
  await w.outsider('华东群', '客户王总');
  const told = await lei.says('改 D-1 32万').sees('32万', '访客或外部人员');
  expect(told.quiet).toBe(true);
  await zhou.says('绑群 华东');
  expect((await lei.says('改 D-1 33万')).quiet).toBe(true);
  await chen.in('华东群').says('绑群 华东');
  expect((await lei.says('改 D-1 34万')).quiet).toBe(false);
});

test('a card on the wall goes when somebody of outside turns out to be there', async () => {
  await lei.in('华东群');
  const { cards } = await lei.says('改 D-1 31万').sees('31万');
  const place = { id: '华东群', kind: 'group' as const };
  const id = await w.posted(place, cards[0] as never);
  await w.outsider('华东群', '客户王总');
  const shown = await w.redrawn(place, id);
  expect(JSON.stringify(shown)).toContain('不再显示');
  expect(JSON.stringify(shown)).not.toMatch(/D-1|31万|星河/);
});

test('a list that was on its way while somebody of outside came in is taken back', async () => {
  await zhou.in('华东群').says('绑群 华东');
  const { cards } = await lei.in('华东群').says('停滞').sees('停滞');
  await w.outsider('华东群', '客户王总');
  const place = { id: '华东群', kind: 'group' as const };
  const id = await w.posted(place, cards[0] as never);
  expect(JSON.stringify(await w.redrawn(place, id))).toContain('不再显示');
});

test('on a platform that lists nobody, binding says what the group will see', async () => {
  const boss = await w.link(chen, 'wecom', 'chen-wecom');
  await boss.in('企微群').says('绑群 华东').sees('不提供群成员名单', '「华东」');
});

test('a group whose members are listed sees what each of them may see', async () => {
  const boss = await w.link(zhou, 'slack', 'U-zhou');
  const rep = await w.link(lei, 'slack', 'U-lei');
  await w.link(mei, 'slack', 'U-mei');
  boss.in('C-east');
  rep.in('C-east');
  const list = async (...ids: string[]) => {
    const now = w.clock.now();
    const known = { ids, hasOutsiders: false, listedAt: now, askedAt: now, trouble: null };
    const id = await placeId('C-east', 'slack');
    await w.store.tx((tx) => saveMembers(tx, id, known));
  };
  // Nobody has asked Slack yet.
  expect((await rep.says('改 D-1 31万').sees('查不到群成员')).quiet).toBe(true);
  await list('U-zhou', 'U-lei');
  expect((await rep.says('改 D-1 32万')).quiet).toBe(false);
  await list('U-zhou', 'U-lei', 'U-mei');
  expect((await rep.says('改 D-1 33万').sees('无权查看这些内容')).quiet).toBe(true);
  await list('U-zhou', 'U-lei', 'U-nobody');
  expect((await rep.says('改 D-1 34万').sees('还没有私聊过我')).quiet).toBe(true);
  await list('U-lei');
  await boss.calls({ command: 'move', input: { deal: 'D-1' } }).sees('已不在这个群里');
});

test('a question with choices that a group may not read is asked and answered in private', async () => {
  await lei.says('商机 星河科技 另一个 50万');
  const rep = await w.link(lei, 'wecom', 'lei-wecom');
  await rep.says('帮助');
  const asked = await rep.in('企微群').says('推 星河科技').sees('D-1', 'D-2');
  expect(asked).toMatchObject({ quiet: true, secret: true });
  await rep.alone().says('2').sees('需求确认');
});
