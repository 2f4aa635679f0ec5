import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { articleByNo, countArticles } from '../../store/knowledge/article-queries.js';
import { unansweredQuestions } from '../../store/knowledge/open-questions.js';
import { createArticle } from '../../store/unit/rows/article-rows.js';
import { type Actor, processOfTests, type World, world } from '../support/world.js';

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

describe('the team’s articles', () => {
  test('are written in one line, found by a question and quoted with their source', async () => {
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

  test('on one rival do not answer what is asked about another', async () => {
    await zhou.says('文章 竞品凌峰怎么打：凌峰的实施周期要三个月，价格比我们低两成。 #竞品').sees('A-1');
    await zhou.says('改文章 A-1 竞品=凌峰').sees('A-1');
    await zhou
      .says('文章 How to beat Orbit CRM: their pricing is per seat, competitors charge twice')
      .sees('A-2');
    for (const words of [
      '竞品蓝图怎么打',
      '蓝图科技怎么打',
      '跟蓝图比价格有什么优势',
      'how do we beat Kindle CRM on pricing',
    ])
      await lei.says(words).misses('摘自');
    await lei.says('竞品凌峰怎么打').sees('摘自 A-1');
    await lei.says('凌峰价格有什么优势').sees('摘自 A-1');
    await lei.says('how do we beat Orbit').sees('A-2');
  });

  test('an unanswered question is noted for a manager, who answers it with a tap', async () => {
    await lei.says('问 海外客户怎么开票').sees('还没有', '问题已记录');
    await lei.says('问 海外客户怎么开票？').sees('问题已记录');
    await lei.says('问题').sees('没有权限');
    await zhou.says('问题').sees('海外客户怎么开票（问了 2 次）', '写答案');
    const [{ id } = { id: '' }] = await unansweredQuestions(w.store.db, 1);
    await zhou.taps('写答案').sees('标题：正文');
    await zhou.says('用形式发票，财务两天内出').sees('A-1 已保存', '海外客户怎么开票');
    await zhou.says('问题').sees('没有待回答的问题');
    expect(await countArticles(w.store.db)).toBe(1);
    await zhou.calls({ command: 'article-answer', input: { question: id, words: '再答一次' } });
    expect(JSON.stringify(zhou.last.cards)).toContain('已经有答案了');
    expect(await countArticles(w.store.db)).toBe(1);
    await lei.says('问 海外客户怎么开票').sees('形式发票', '摘自 A-1');
  });

  test('are deleted by their author or a manager, and undo restores them', async () => {
    await zhou.says('文章 付款条件：首付三成').sees('A-1');
    await lei.says('删文章 A-1').sees('只有作者或经理');
    await zhou.says('删文章 A-1').sees('已删除');
    await lei.says('问 付款条件').sees('问题已记录');
    await zhou.says('撤').sees('已撤销');
    await lei.says('问 付款条件').sees('首付三成');
    await zhou.says('文章 A-9').sees('没有 A-9');
    await zhou.says('文章 没有正文').sees('请在标题后面加冒号');
  });

  test('the article of a stage is offered when a deal reaches that stage', async () => {
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

test('an article quoted in a group has amounts and phones removed that some members may not see', async () => {
  await w.close();
  const { access } = processOfTests;
  const rep = { sees: 'team' as const, amount: 'own' as const, phone: 'own' as const };
  w = await world({ process: { ...processOfTests, access: { ...access, rep } } });
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  await zhou.says('文章 谈判底线：维保一年28000元，负责人电话13912345678');
  await zhou.says('问 谈判底线').sees('28000');
  await zhou.in('华东群').says('问 谈判底线').sees('谈判底线', '摘自 A-1').misses('28000', '13912345678');
  const { quiet } = await lei.in('华东群').says('问 谈判底线').misses('28000');
  expect(quiet).toBe(false);
  await lei.says('问 海外客户怎么开票').sees('问题已记录');
});

describe('a question about an untracked metric', () => {
  test('is answered from an article if there is one, otherwise with the nearest tracked metric', async () => {
    await lei.says('这个月提成多少').sees('没有记录提成', '赢单金额');
    await zhou.says('文章 提成多少：按回款的百分之五，次月发');
    await lei.says('这个月提成多少').sees('百分之五', '摘自 A-1').misses('系统没有记录');
  });
});

describe('an unanswered question', () => {
  const told = async () =>
    (await w.store.db.q.select().from(w.store.db.t.outbox)).filter(({ dedupeKey }) =>
      dedupeKey.startsWith('answered:'),
    );

  test('counts rephrased questions as the same one, and notifies everybody who asked in private', async () => {
    const han = await w.rep('韩梅');
    await lei.says('问 海外客户怎么开票').sees('有人回答后会通知您');
    await han.says('问 怎么给海外客户开票？').sees('问题已记录');
    await zhou.says('问 海外客户如何开发票').sees('问题已记录');
    await lei.says('问 海外客户怎么收汇').sees('问题已记录');
    await zhou.says('问题').sees('海外客户怎么开票（问了 3 次）', '海外客户怎么收汇');
    await zhou.taps('写答案');
    await zhou.says('用形式发票。\n财务两天内出，抄送周敏。 #财务').sees('A-1 已保存', '抄送周敏', '#财务');
    expect((await articleByNo(w.store.db, 1))?.body).toBe('用形式发票。\n财务两天内出，抄送周敏。');
    const posts = await told();
    expect(posts).toHaveLength(2);
    for (const { card } of posts) {
      expect(card).toMatchObject({ title: '您的问题有答案了', subtitle: '海外客户怎么开票' });
      expect(JSON.stringify(card)).toContain('用形式发票');
    }
    await zhou.says('问题').sees('海外客户怎么收汇').misses('开票');
    await han.says('问 给海外客户开票').sees('形式发票', '摘自 A-1');
  });

  test('is noted by a tap if the answer was about something else', async () => {
    await zhou.says('文章 海外客户开票：用形式发票');
    await lei.says('问 海外客户怎么收汇').sees('形式发票', '没有帮助');
    await lei.taps('没有帮助').sees('问题已记录');
    await zhou.says('问题').sees('海外客户怎么收汇');
    await zhou.taps('写答案');
    await zhou.says('走公司离岸账户').sees('A-2');
    expect(await told()).toHaveLength(1);
    await lei.says('问 海外客户怎么收汇').sees('离岸账户');
  });

  test('is answered by the article written for it, even if no words match', async () => {
    await lei.says('问 出差能带家属吗').sees('问题已记录');
    await zhou.says('问题');
    await zhou.taps('写答案');
    await zhou.says('行程规定：一个人去').sees('A-1 · 行程规定');
    await lei.says('问 出差可以带家属吗？').sees('一个人去', '摘自 A-1《行程规定》');
  });

  test('is closed by any article that answers it, and reopened if the article is undone', async () => {
    await lei.says('问 投标保证金怎么申请').sees('问题已记录');
    await zhou.says('文章 投标保证金：提前五天向财务申请').sees('A-1');
    expect(await told()).toHaveLength(1);
    await zhou.says('问题').sees('没有待回答的问题');
    await zhou.says('撤').sees('已撤销');
    await zhou.says('问题').sees('投标保证金怎么申请');
    await lei.says('文章 保证金：五天前找财务申请，投标用').sees('A-2');
    await zhou.says('问题').sees('没有待回答的问题');
    // Who asked has written it.
    expect(await told()).toHaveLength(1);
  });

  test('is closed by an edit of an article or by an article from a file', async () => {
    await zhou.says('文章 出差：提前报备');
    await lei.says('问 高铁坐几等座').sees('问题已记录');
    await zhou.says('改文章 A-1 提前报备。高铁坐二等座。');
    expect(await told()).toHaveLength(1);
    await lei.says('问 报销几天到账').sees('问题已记录');
    await w.store.tx((tx) =>
      createArticle(
        tx,
        {
          title: '报销',
          body: '报销七天到账',
          sourceKey: 'x.md',
          url: 'https://wiki.example.com/x',
          authorId: null,
        },
        w.clock.now(),
      ),
    );
    await zhou.says('问题').sees('没有待回答的问题');
    await lei.says('问 报销几天到账').sees('七天到账', '[查看全文 A-2] [原文] [没有帮助]', '文件 x.md');
  });
});
