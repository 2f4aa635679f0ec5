import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '../../kernel/card/card.js';
import { actionsOf, type Button } from '../../kernel/card/card.js';
import { personById } from '../../store/people/person-queries.js';
import type { Team } from '../../store/schema/row-types.js';
import { createCustomer } from '../../store/unit/rows/customer-rows.js';
import { createDeal } from '../../store/unit/rows/deal-rows.js';
import { createPerson } from '../../store/unit/rows/person-rows.js';
import { type Actor, printed, type World, world } from '../support/world.js';

let w: World;
let south: Team;
let chen: Actor;
let zhou: Actor;
let wu: Actor;
let lei: Actor;
let newcomer: Actor;

async function open(locale: 'zh' | 'en' = 'zh') {
  w = await world({ locale });
  south = await w.team('华南');
  chen = await w.admin('陈管');
  zhou = await w.manager('周敏');
  wu = await w.manager('吴桐', south);
  lei = await w.rep('李雷');
  newcomer = w.stranger('新人');
  for (const one of [chen, zhou, wu, lei]) await one.says(locale === 'zh' ? '我的数据' : 'mydata');
}

beforeEach(async () => await open());
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

/** The cards queued for a person, the latest last. */
async function cardsFor(who: string): Promise<Card[]> {
  const { q, t } = w.store.db;
  const [place] = (await q.select().from(t.places)).filter(
    ({ externalId }) => externalId === `private-${who}`,
  );
  const posts = (await q.select().from(t.outbox)).filter(({ placeId }) => placeId === place?.id);
  return posts.map(({ card }) => card as Card);
}

/** Taps a button of the last card that was sent to the person. */
async function tapsSent(actor: Actor, label: string) {
  const buttons = (await cardsFor(actor.id)).flatMap(actionsOf).reverse() as Button[];
  const found = buttons.find((one) => one.label === label);
  if (!found) throw new Error(`no ${label} for ${actor.id}`);
  return actor.calls(found.call);
}

const textFor = async (actor: Actor) => (await cardsFor(actor.id)).map(printed).join('\n---\n');
const now = async (actor: Actor) => await personById(w.store.db, actor.person.id);
const nameless = ['周敏', '李雷', '吴桐', '30万'];

describe('joining a team', () => {
  test('takes a tap of its manager; before it, nothing of the team is shown', async () => {
    await lei.says('商机 星河科技 30万');
    await newcomer
      .says('入队 华东')
      .sees('已请「华东」的负责人确认')
      .misses(...nameless);
    for (const line of [
      '漏斗',
      '周报',
      '今天',
      '公海',
      '排行',
      '停滞',
      '星河科技',
      'D-1',
      '入门',
      '团队',
      '目标',
    ])
      await newcomer.says(line).misses(...nameless);
    expect(await textFor(zhou)).toContain('新人想加入「华东」\n[同意] [拒绝]');
    expect(await textFor(wu)).toBe('');
    await tapsSent(zhou, '同意');
    expect(await textFor(newcomer)).toMatch(/入门[\s\S]*您已加入「华东」/);
    await newcomer.says('漏斗').misses('没有权限');
  });

  test('is asked once a day, and told if it is declined', async () => {
    await newcomer.says('入队 华东');
    await newcomer.says('入队 华东').sees('已请「华东」的负责人确认');
    expect((await cardsFor('周敏')).length).toBe(1);
    await tapsSent(zhou, '拒绝');
    expect(await textFor(newcomer)).toContain('「华东」没有同意');
    await newcomer.says('漏斗').sees('入队');
    await newcomer.says('入队 华东');
    expect((await cardsFor('周敏')).length).toBe(2);
  });

  test('goes to an admin if the team has no manager whom the bot can reach', async () => {
    await w.team('西北');
    await newcomer.says('入队 西北').sees('已请「西北」的负责人确认');
    expect(await textFor(chen)).toContain('新人想加入「西北」');
    await tapsSent(chen, '同意');
    expect(await textFor(newcomer)).toContain('您已加入「西北」');
  });

  test('works in English', async () => {
    await w.close();
    await open('en');
    await newcomer
      .says('join 华东')
      .sees('asked the manager of 华东')
      .misses(...nameless);
    expect(await textFor(zhou)).toContain('新人 wants to join 华东\n[Approve] [Decline]');
    await tapsSent(zhou, 'Decline');
    expect(await textFor(newcomer)).toContain('was declined');
    await newcomer.says('join 华南');
    await tapsSent(wu, 'Approve');
    expect(await textFor(newcomer)).toContain("You're now in 华南");
  });

  test('nobody approves for another team, or a card of theirs', async () => {
    await newcomer.says('入队 华东');
    const approve = (await cardsFor('周敏')).flatMap(actionsOf)[0] as Button;
    await wu.calls(approve.call).sees('没有权限', '周敏');
    await newcomer.calls(approve.call).sees('已请');
    await lei.calls(approve.call).sees('没有权限', '周敏');
  });
});

describe('moving people', () => {
  test('needs the team they leave', async () => {
    const rep = await w.rep('南丙', south);
    await zhou.says('入队 华东 @南丙').sees('没有权限', '管理员');
    await wu.says('入队 华东 @南丙').sees('没有权限', '管理员');
    await rep.says('入队 华东').sees('没有权限', '管理员');
    expect((await now(rep))?.teamId).toBe(south.id);
    await chen.says('入队 华东 @南丙').sees('南丙已加入「华东」');
  });

  test('neither admins nor peers are a manager’s to move or to demote', async () => {
    await zhou.says('入队 华东 @陈管').sees('没有权限', '管理员');
    await zhou.says('角色 @陈管 只读').sees('没有权限', '管理员');
    const peer = await w.rep('韩梅');
    await chen.says('角色 @韩梅 经理').sees('经理');
    await zhou.says('角色 @韩梅 只读').sees('没有权限', '管理员');
    await zhou.says('交接 @韩梅 @李雷 离职').sees('没有权限');
    expect((await now(peer))?.role).toBe('manager');
    expect((await now(chen))?.teamId).toBeNull();
  });

  test('the last admin stays, and who is no admin any more takes no grant back', async () => {
    await chen.says('角色 @陈管 销售').sees('至少要留一位管理员');
    await chen.says('交接 @陈管 @李雷 离职').sees('至少要留一位管理员');
    await chen.says('角色 @李雷 管理员').sees('管理员');
    await lei.says('角色 @陈管 销售').sees('销售');
    await chen.says('撤').sees('没有权限');
    expect((await now(lei))?.role).toBe('admin');
  });
});

describe('a name that somebody gave themselves', () => {
  test('is marked for others until the manager confirms it', async () => {
    await lei.says('商机 星河科技 30万');
    await lei.says('我叫 陈总').sees('好的，陈总', '陈总（自报）');
    await zhou.says('D-1').sees('负责人: 陈总（自报）');
    await zhou.says('派 D-1 @陈总').misses('没有这位');
    expect(await textFor(zhou)).toContain('李雷说自己叫「陈总」，请确认\n[确认姓名]');
    await tapsSent(zhou, '确认姓名');
    await zhou.says('D-1').sees('负责人: 陈总').misses('自报');
    await lei.says('我叫 王总（自报）').sees('姓名最多');
  });

  test('loses the mark once the platform sends it', async () => {
    const place = { id: 'private-U7', kind: 'private' as const };
    const says = async (text: string, name?: string) => await w.hears('U7', name, place, text);
    await says('我叫 赵六');
    expect(printed((await says('我的数据')).cards[0] as Card)).toContain('赵六（自报）');
    expect(printed((await says('我的数据', '赵六')).cards[0] as Card)).not.toContain('自报');
  });

  test('is confirmed by whoever takes them into a team, and undone with it', async () => {
    await newcomer.says('我叫 赵六').sees('赵六（自报）');
    await zhou.says('入队 华东 @赵六').sees('赵六已加入「华东」').misses('自报');
    await zhou.says('撤').sees('已撤销');
    await chen.says('入队 华东 @赵六').sees('赵六已加入');
  });

  test('of a colleague with an account is refused', async () => {
    await lei.says('我叫 周敏').sees('已经有一位同事叫「周敏」');
    expect((await now(lei))?.name).toBe('李雷');
  });
});

test('an imported person without an account is claimed with an admin’s tap', async () => {
  const imported = await w.store.tx(async (tx) => {
    const person = await createPerson(tx, { name: '张伟', teamId: w.east.id }, w.clock.now());
    for (let n = 1; n <= 500; n++) {
      const whose = { ownerId: person.id, teamId: w.east.id };
      const customer = await createCustomer(tx, { name: `客户${n}`, ...whose }, w.clock.now());
      const about = { customerId: customer.id, name: customer.name, ...whose };
      await createDeal(tx, { ...about, stage: 'contact', stallAt: null, processVersion: 1 }, w.clock.now());
    }
    return person;
  });
  await newcomer.says('我叫 张伟').sees('已请管理员确认');
  expect(await textFor(chen)).toContain('新人说自己是导入的同事「张伟」，是同一个人吗？\n[是同一人，绑定]');
  const give = (await cardsFor('陈管')).flatMap(actionsOf)[0] as Button;
  await newcomer.calls(give.call).sees('没有权限', '管理员');
  await zhou.calls(give.call).sees('没有权限', '管理员');
  await tapsSent(chen, '是同一人，绑定');
  expect(await textFor(newcomer)).toContain('您就是张伟');
  await newcomer.says('我的数据').sees('张伟', '商机: 500', '华东');
  expect((await personById(w.store.db, imported.id))?.active).toBe(true);
  await chen.calls(give.call).misses('已绑定');
});

test('what concerns the whole company is an admin’s', async () => {
  await zhou.says('目标 公司 12月 赢单 500万').sees('没有权限', '管理员');
  await zhou.in('总部群').says('绑群 公司 周报').sees('没有权限', '管理员');
  await zhou.calls({ command: 'rule-restore', input: { version: '1' } }).sees('管理员');
  await zhou.says('导出 来源 公司').misses('xlsx');
  await zhou.says('导出 来源 华南').misses('xlsx');
  await zhou.says('团队 新队').sees('没有权限', '管理员');
});
