import { afterEach, beforeEach, expect, test } from 'vitest';
import { createArticle } from '../../store/unit/rows/article-rows.js';
import { type Actor, printed, type World, world } from '../support/world.js';

let w: World;
let zhou: Actor;
let han: Actor;

beforeEach(async () => {
  w = await world();
  zhou = await w.manager('周敏');
  han = await w.rep('韩梅', null);
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

/** Becomes one of the team, by its manager. */
const joins = async () => {
  await han.says('我的数据');
  await zhou.says('入队 华东 @韩梅').sees('韩梅已加入');
};
const posts = async () => await w.store.db.q.select().from(w.store.db.t.outbox);
const knows = async (given: Parameters<typeof createArticle>[1]) =>
  await w.store.tx((tx) => createArticle(tx, given, w.clock.now()));

test('a rep who joins a team is greeted, and each onboarding step is ticked once it is done', async () => {
  await knows({ title: '拜访提纲', body: '先聊现状', tags: ['入门'], position: 2, authorId: null });
  await knows({ title: '产品一页纸', body: '三个模块', tags: ['入门'], position: 1, authorId: null });
  await knows({ title: '提成怎么算', body: '百分之五', tags: ['制度'], authorId: null });
  await joins();
  await han
    .says('入门')
    .sees(
      '入门 · 韩梅',
      '已完成 1/8 步',
      '✓ 告诉我您的姓名',
      /○ 读《产品一页纸》\n○ 读《拜访提纲》/,
      '[读《产品一页纸》]',
    )
    .misses('提成');
  await han.taps('读《产品一页纸》').sees('三个模块', '[读完了]');
  await han.taps('读完了').sees('已完成 2/8 步', '✓ 读《产品一页纸》', '[读《拜访提纲》]');
  await han.says('文章 A-2').misses('读完了');
  await han.says('撤').sees('已撤销');
  await han.says('入门').sees('已完成 1/8 步');
  await han.says('文章 A-2');
  await han.taps('读完了');
  await han.says('读完 A-1').sees('已完成 3/8 步', '[新建第一条线索]');
  await han.taps('新建第一条线索').sees('客户');
  await han.says('星河科技').sees('L-1');
  await han.says('跟 L-1 电话 聊了现状');
  await han.says('入门').sees('✓ 新建第一条线索', '○ 记一次跟进');
  await han.says('跟 L-1 电话 约了演示 王总 明天').sees('已记');
  await han.says('推 L-1').sees('D-1');
  await han.says('入门').sees('已完成 6/8 步', '✓ 推进一个商机', '[查看今天的待办]');
  await han.taps('查看今天的待办').sees('今天');
  await han.says('问 提成怎么算').sees('百分之五');
  await han.says('入门').sees('8 步全部完成', '欢迎加入').misses('○', '[');
});

test('a question about figures ticks its step, and an undone lead unticks its step', async () => {
  await joins();
  await han.says('问 这个月赢了多少').sees('赢单');
  // The step is ticked, and the next line still follows on the question.
  await han.says('上个月呢').sees('上月', '赢单金额');
  await han.says('线索 星河科技');
  await han.says('撤');
  await han.says('入门').sees('✓ 问一个问题', '○ 新建第一条线索');
});

test('a rep added by the manager gets the steps in private; the manager sees each newcomer’s progress', async () => {
  await han.says('帮');
  await zhou.says('入队 @韩梅 华东').sees('韩梅');
  const [post] = (await posts()).filter(({ dedupeKey }) => dedupeKey.startsWith('welcome:'));
  expect(post?.card).toMatchObject({ title: '入门 · 韩梅' });
  expect(JSON.stringify(post?.card)).toContain('新建第一条线索');

  await zhou.says('入门').sees('1 位新人', '韩梅 1/6 · 下一步：新建第一条线索', '[韩梅]');
  await zhou.taps('韩梅').sees('入门 · 韩梅', '✓ 告诉我您的姓名').misses('[新建第一条线索]');
  await zhou.says('入门 @韩梅').sees('已完成 1/6 步');
  const li = await w.rep('李雷');
  await li.says('入门 @韩梅').sees('只能查看自己');
  const other = await w.team('华南');
  const lin = await w.manager('林岚', other);
  await lin.says('入门').sees('没有新加入的销售');
  await lin.says('入门 @韩梅').sees('只能查看自己');
  const chen = await w.admin('陈晨');
  await chen.says('入门').sees('2 位新人', '韩梅', '李雷');
  w.later(200);
  await chen.says('入门').sees('没有新加入的销售');
});

test('a person without a name is asked for it as the first onboarding step', async () => {
  const id = 'wo1234567890abcdefghijklmn';
  const says = async (text: string) => {
    const answer = await w.hears(id, undefined, { id: `private-${id}`, kind: 'private' }, text);
    return answer.cards.map(printed).join('\n');
  };
  expect(await says('入门')).toMatch(/○ 告诉我您的姓名[\s\S]*\[告诉我您的姓名\]/);
  await says('我叫 小马');
  expect(await says('入门')).toContain('✓ 告诉我您的姓名');
});

test('onboarding works in English', async () => {
  await w.close();
  w = await world({ locale: 'en' });
  zhou = await w.manager('Zoe');
  han = await w.rep('Hana', null);
  await zhou.says('article First visit: listen first #onboarding');
  await han.says('mydata');
  await zhou.says('join 华东 @Hana').sees('Hana joined');
  await han.says('onboard').sees('of 7 steps done', '○ Read "First visit"', '○ Ask a question');
  await zhou.says('onboard').sees('1 new rep:', /Hana \d\/7 · next: /);
});
