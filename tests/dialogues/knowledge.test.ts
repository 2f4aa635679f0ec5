import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countArticles, createArticle } from '../../store/articles.js';
import { unansweredQuestions } from '../../store/open-questions.js';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let lei: Actor;
let zhou: Actor;

beforeEach(async () => {
  w = await world();
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('what the team knows', () => {
  test('is written in a line, found by a question, and quoted with its source', async () => {
    await lei.says('文章').sees('还没有文章', '文章 标题：正文');
    await zhou
      .says(
        '文章 竞品凌峰怎么打：凌峰的实施周期要三个月，先问客户上线时间。价格比我们低两成，但不含培训。 #竞品',
      )
      .sees('A-1 已保存', '竞品凌峰怎么打', '#竞品');
    await zhou.says('文章 报销流程：发票拍照发给财务').sees('A-2');
    await lei.says('问 凌峰怎么打？').sees('实施周期要三个月', '摘自 A-1《竞品凌峰怎么打》').misses('发票');
    await lei.taps('看全文 A-1').sees('A-1 · 竞品凌峰怎么打', '不含培训').misses('删除');
    await lei.says('ask 凌峰 价格').sees('价格比我们低两成');
  });

  test('what nobody wrote is noted for a manager, who answers it by a tap', async () => {
    await lei.says('问 海外客户怎么开票').sees('还没有', '已经记下来');
    await lei.says('问 海外客户怎么开票？').sees('已经记下来');
    await lei.says('问题').sees('没有权限');
    await zhou.says('问题').sees('海外客户怎么开票（问了 2 次）', '写答案');
    const [{ id } = { id: '' }] = await unansweredQuestions(w.store.db, 1);
    await zhou.taps('写答案').sees('标题：正文');
    await zhou.says('用形式发票，财务两天内出').sees('A-1 已保存', '海外客户怎么开票');
    await zhou.says('问题').sees('所有问题都有答案');
    expect(await countArticles(w.store.db)).toBe(1);
    await zhou.calls({ command: 'article-answer', input: { question: id, words: '再答一次' } });
    expect(JSON.stringify(zhou.last.cards)).toContain('已经有答案了');
    expect(await countArticles(w.store.db)).toBe(1);
    await lei.says('问 海外客户怎么开票').sees('形式发票', '摘自 A-1');
  });

  test('is removed by its author or a manager, and comes back by undo', async () => {
    await zhou.says('文章 付款条件：首付三成').sees('A-1');
    await lei.says('删文章 A-1').sees('只有作者或经理');
    await zhou.says('删文章 A-1').sees('已删除');
    await lei.says('问 付款条件').sees('已经记下来');
    await zhou.says('撤').sees('已撤');
    await lei.says('问 付款条件').sees('首付三成');
    await zhou.says('文章 A-9').sees('没有 A-9');
    await zhou.says('文章 没有正文').sees('标题后面写一个冒号');
  });

  test("a stage's article is offered when a deal gets there", async () => {
    await w.store.tx((tx) =>
      createArticle(
        tx,
        {
          title: '需求怎么问',
          body: '先问现状',
          tags: [],
          stage: 'qualify',
          sourceKey: 'a.md',
          authorId: null,
        },
        w.clock.now(),
      ),
    );
    await lei.says('商机 星河科技 ERP 10万 王总').sees('D-1').misses('打法');
    await lei.says('跟 D-1 电话 聊了需求').sees('已记');
    await lei.says('推 D-1').sees('需求确认', '打法：需求怎么问');
    await lei.taps('打法：需求怎么问').sees('A-1', '先问现状');
  });
});
