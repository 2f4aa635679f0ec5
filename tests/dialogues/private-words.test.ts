import { expect, test } from 'vitest';
import { Wall, type WallMessage } from '../support/wall.js';
import { world } from '../support/world.js';

test('a group reads no title of a task that was said in a private chat', async () => {
  const w = await world();
  const lei = await w.rep('李雷');
  await lei.says('商机 星河科技 30万 王总');
  await lei.says('约 星河科技 明天 私下给王总留五个点').sees('留五个点');
  lei.in('group');
  const logged = await lei.says('今天给星河科技打了电话，还在走流程').sees('下一步', '内容仅在私聊中可见');
  expect(logged.quiet).toBeFalsy();
  await lei.says('星河科技').sees('[发到群]');
  const shared = await lei.taps('发到群');
  expect(JSON.stringify([logged.cards, shared.cards])).not.toContain('五个点');
  expect(w.incidents).toEqual([]);
  await w.close();
});

test('a message of several lines in a group posts no private list, whatever its other lines are', async () => {
  const w = await world();
  const lei = await w.rep('李雷');
  await lei.says('商机 星河科技 30万 王总');
  lei.in('group');
  expect((await lei.says('今天给星河科技打了电话')).quiet).toBeFalsy();
  for (const line of ['我的商机', '今天', '我的数据']) {
    const { quiet } = await lei.says(`今天给星河科技打了电话，他们下周五给答复\n${line}`);
    expect(quiet, line).toBe(true);
  }
  await w.close();
});

test('a title that is corrected is as private as the chat in which it is corrected', async () => {
  const w = await world();
  const lei = await w.rep('李雷');
  await lei.says('商机 星河科技 30万 王总');
  await lei.says('约 星河科技 明天 演示').sees('T-1', '演示');
  await lei.says('标题改成私下留五个点').sees('五个点');
  const log = async () => await lei.in('group').says('今天给星河科技打了电话，还在走流程');
  expect(JSON.stringify((await log()).cards)).not.toContain('五个点');
  await w.close();
});

test('a question whether a visit is told of twice quotes to no group what was said in private', async () => {
  const w = await world();
  const lei = await w.rep('李雷');
  await lei.says('商机 星河科技 30万 王总');
  await lei.says('今天拜访了星河科技，对方报价七折').sees('七折');
  lei.in('group');
  await lei.says('今天拜访了星河科技').sees('拜访', '（内容仅在私聊中可见）').misses('七折');
  lei.alone();
  await lei.says('今天拜访了星河科技').sees('七折');
  await w.close();
});

test('a group reads no note of a lead that was said in a private chat, nor does the post of its return', async () => {
  const w = await world();
  const wall = new Wall(w);
  const zhou = await w.manager('周敏');
  const [lei, mei] = [await w.rep('李雷'), await w.rep('韩梅')];
  await wall.says(zhou, '华东群', '绑群 华东');
  const [asked] = await wall.says(lei, 'private', '今天拜访了白鹭旅游，对方采购要回扣');
  await wall.taps(lei, asked as WallMessage, '新建');
  const own = await wall.says(lei, 'private', 'L-1');
  expect(own.map(Wall.words).join('\n')).toContain('回扣');
  await wall.says(zhou, '华东群', '转 L-1 @韩梅');
  await wall.says(mei, '华东群', '放回公海 L-1 没有预算');
  await wall.says(mei, '华东群', '领取 L-1');
  await wall.says(zhou, '华东群', 'C-1');
  expect(wall.wordsAt('华东群')).toContain('韩梅');
  expect(wall.wordsAt('华东群')).not.toContain('回扣');
  const posted = await w.store.db.q.select().from(w.store.db.t.outbox);
  const posts = posted.filter(({ card }) => JSON.stringify(card).includes('没有预算'));
  expect(posts.length).toBeGreaterThan(0);
  expect(JSON.stringify(posts)).not.toContain('回扣');
  expect(w.incidents).toEqual([]);
  await w.close();
});

test('a card in a private chat that is drawn anew has the words that asking again shows, one in a group none', async () => {
  const w = await world();
  const wall = new Wall(w);
  const zhou = await w.manager('周敏');
  const lei = await w.rep('李雷');
  await w.rep('韩梅');
  await wall.says(zhou, '华东群', '绑群 华东');
  await wall.says(lei, 'private', '商机 星河科技 30万 王总');
  await wall.says(lei, 'private', '帮');
  const [own] = await wall.says(lei, 'private', 'C-1');
  const [shared] = await wall.shares(lei, '华东群', 'C-1');
  await wall.says(lei, 'private', '今天给星河科技打了电话，对方采购要回扣');
  await wall.says(lei, 'private', '约 星河科技 明天 私下留五个点');
  await wall.says(lei, 'private', '协作 星河科技 @韩梅');
  for (const words of ['要回扣', '五个点']) {
    expect(Wall.words(own as WallMessage)).toContain(words);
    expect(Wall.words(shared as WallMessage)).not.toContain(words);
  }
  expect([own?.redrawn, shared?.redrawn]).not.toContain(0);
  expect(w.incidents).toEqual([]);
  await w.close();
});
