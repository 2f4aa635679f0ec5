import { afterEach, beforeEach, expect, it } from 'vitest';
import { personByIdentity } from '../../store/people/person-queries.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { type Actor, printed, type World, world } from '../support/world.js';

let w: World;
let alice: Actor;

beforeEach(async () => {
  w = await world();
  alice = await w.rep('爱丽丝');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

/** The line that the card says to send on the other platform. */
async function codeOf(actor: Actor): Promise<string> {
  const answer = await actor.says('绑定').sees('另一个平台');
  return /绑定 [A-Z2-9]{8}/.exec(answer.cards.map(printed).join())?.[0] ?? '';
}

it('linking two accounts makes them one person with the records of both', async () => {
  await alice.says('商机 华为 ERP 30万');
  const line = await codeOf(alice);
  const there = w.stranger('U-ALICE').on('slack');
  await there.says('商机 中兴 云服务 50万').sees('负责人: U-ALICE');
  await there.says(line).sees('已绑定，两个账号都是爱丽丝', 'sandbox', 'slack');
  await there.says('D-2').sees('负责人: 爱丽丝');
  await there.says('跟 华为 电话 价格偏高').sees('已记录 · 华为');
  await alice.says('首页').sees('爱丽丝，您好', '进行中商机 · 2 个');
});

it('a link code works once, expires, and is refused in the account that requested it', async () => {
  const line = await codeOf(alice);
  await alice.says(line).sees('到另一个平台发');
  const there = w.stranger('U-ALICE').on('slack');
  await there.says('绑定 WRONGONE').sees('绑定码不正确');
  w.clock.advance(11 * 60_000);
  await there.says(line).sees('已过期');
  const fresh = await codeOf(alice);
  await there.says(fresh).sees('已绑定');
  await w.stranger('U-EVE').on('wecom').says(fresh).sees('绑定码不正确');
});

it('linking is done in a private chat and cannot be undone', async () => {
  await alice.in('华东群').says('绑定').sees('私聊');
  const other = await w.rep('小号');
  const line = await codeOf(other);
  const there = w.stranger('U-X').on('slack');
  await there.says(line).sees('已绑定');
  await there.says('撤').sees('不能撤销');
});

it('a newcomer’s account becomes the person who asked for the code, with role and team', async () => {
  const boss = await w.manager('王经理');
  const there = w.stranger('U-BOSS').on('slack');
  await boss.says(await codeOf(there)).sees('请反过来操作');
  await there.says(await codeOf(boss)).sees('已绑定');
  await there.says('派 华为 @爱丽丝').misses('需要经理');
  const posts = await w.store.db.q.select().from(w.store.db.t.outbox);
  expect(JSON.stringify(posts)).toContain('绑定了另一个账号：slack 上的「U-BOSS」');
});

it('nobody gains a role, a team or records of a colleague by a code', async () => {
  const chen = await w.admin('陈晨');
  await chen.says(await codeOf(alice)).sees('同一个平台');
  await alice.says(await codeOf(chen)).sees('同一个平台');
  // Somebody of another team who is on another platform only.
  const far = w.stranger('U-FAR').on('slack');
  await far.says('帮');
  const { store } = w;
  const person = await personByIdentity(store.db, 'slack', 'U-FAR');
  const team = await w.team('华南');
  if (person) await store.tx((tx) => updatePerson(tx, person.id, { teamId: team.id }));
  await far.says(await codeOf(alice)).sees('联系管理员');
  await alice.says(await codeOf(far)).sees('联系管理员');
  await chen.says(await codeOf(far)).sees('联系管理员');
});

it('the home page shows today’s tasks and the pipeline, and for managers the weekly report', async () => {
  await alice.says('首页').sees('今天没有待办', '您还没有进行中的商机').misses('周报');
  await alice.says('商机 华为 ERP 30万');
  await alice.says('约 华为 今天 讲方案');
  await alice.says('首页').sees('讲方案', '进行中商机 · 1 个', '初步沟通 | 1 | 30万');
  const boss = await w.manager('王经理');
  await boss.says('首页').sees('周报 · 华东', '赢单金额');
});
