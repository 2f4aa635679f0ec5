import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cleanup } from '../../jobs/upkeep/cleanup-job.js';
import { articleByNo, countArticles } from '../../store/knowledge/article-queries.js';
import { createArticle } from '../../store/unit/rows/article-rows.js';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let lei: Actor;
let han: Actor;
let zhou: Actor;

beforeEach(async () => {
  w = await world();
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  han = await w.rep('韩梅');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const body = async (no: number) => (await articleByNo(w.store.db, no))?.body;

test('a new, a changed and a proposed article say who will be able to read them', async () => {
  const everybody = '公司所有同事都能看到';
  await lei.says('文章 报价三步：先问预算').sees('A-1 已保存', everybody);
  await lei.says('改文章 A-1 报价三步：先问预算，再问时间').sees('A-1 已更新', everybody);
  await lei.says('改标题 A-1 报价').sees('A-1 已更新', everybody);
  await lei.says('文章 A-1').misses(everybody);
  await lei.says('删文章 A-1').sees('A-1 已删除').misses(everybody);
  await lei.says('文章', { quoted: '先弄清楚是没预算还是觉得不值' }).sees('仅您可见', `保存后，${everybody}`);
  await lei.taps('保存').sees('A-2 已保存', everybody);
});

describe('making an article from a message', () => {
  test('quoting a message drafts an article that only the author sees until it is saved', async () => {
    const quoted = '客户嫌贵的时候，先弄清楚是没预算还是觉得不值。不值就算三年总账给他看！';
    await lei
      .says('文章', { quoted })
      .sees('A-1 · 客户嫌贵的时候', '三年总账', '仅您可见', '[保存] [改标题]');
    await han.says('文章 A-1').sees('没有 A-1');
    await lei.says('文章 A-1').sees('这是草稿', '[保存]');
    await han.says('文章').sees('还没有文章');
    await han.says('问 客户嫌贵').sees('还没有');
    await lei.taps('改标题').sees('标题要改成什么');
    await lei.says('客户嫌贵怎么回').sees('A-1 · 客户嫌贵怎么回', '这是草稿');
    await lei.taps('保存').sees('A-1 已保存', '三年总账');
    await han.says('问 客户嫌贵').sees('三年总账', '摘自 A-1《客户嫌贵怎么回》');
    expect(await body(1)).toBe(quoted);
  });

  test('「文章」 takes tags and a stage, and undo removes the draft', async () => {
    await lei
      .says('文章 #技巧 >谈判', { quoted: '让步要换东西：减价就缩账期。' })
      .sees('让步要换东西', '#技巧', '谈判签约');
    await lei.says('撤').sees('已撤销');
    expect(await articleByNo(w.store.db, 1)).toBeUndefined();
  });

  test('a draft made in a group is seen only by the speaker; saving it is announced to the group', async () => {
    lei.in('华东群');
    const proposed = await lei.says('文章', { quoted: '投标保证金要提前五天申请' });
    expect(proposed.quiet).toBe(true);
    const keep = lei.callOf('保存');
    for (const line of ['文章 A-1', '改标题 A-1 投标保证金', '改文章 A-1 #投标', '删文章 A-1'])
      expect((await lei.says(line)).quiet, line).toBe(true);
    await lei.says('撤');
    await lei.calls({ ...keep, input: { article: 'A-1' } });
    await lei.says('撤').sees('已撤销');
    await lei.says('文章 A-1').sees('这是草稿');
    const kept = await lei.taps('保存').sees('已保存');
    expect(kept.quiet).toBe(false);
  });

  test('「文章」 without a quoted message lists articles, and a text over 8000 characters is refused', async () => {
    await lei.says('文章').sees('还没有文章');
    await lei.says('存为文章').sees('引用或回复一条消息');
    await lei.says('取消');
    await lei.says('文章', { quoted: '字'.repeat(8_001) }).sees('正文最多 8000 个字');
    expect(await countArticles(w.store.db)).toBe(0);
  });

  test('a draft can be saved or deleted only by its author', async () => {
    await lei.says('文章', { quoted: '价格政策月底到期' });
    const keep = lei.callOf('保存');
    await han.calls(keep).sees('没有 A-1');
    await zhou.says('删文章 A-1').sees('没有 A-1');
    await lei.calls(keep).sees('已保存');
    await lei.calls(keep).sees('A-1');
  });

  test('an unsaved draft is deleted after two weeks, a saved article stays', async () => {
    await lei.says('文章', { quoted: '价格政策月底到期' });
    await lei.says('文章 留下的：正文');
    const run = async () => {
      const context = { store: w.store, now: w.clock.now(), timeZone: 'Asia/Shanghai' } as never;
      await cleanup.run({ scope: '', at: w.clock.now(), lateMinutes: 0 }, context);
    };
    w.later(13);
    await run();
    await lei.says('文章 A-1').sees('A-1 ·');
    w.later(2);
    await run();
    await lei.says('文章 A-1').sees('没有 A-1');
    await lei.says('文章 A-2').sees('留下的');
  });

  test('a long follow-up offers to become an article without names and figures', async () => {
    await lei.says('商机 星河科技 ERP标准版 30万 王总');
    await lei
      .says(
        '跟 D-1 电话 星河的王总说预算是30万，电话13912345678，他们最怕上线以后没人管，我承诺第一个月驻场两天，他当场就松口了，还答应介绍同行，下次带老板来看演示环境',
      )
      .sees('已记', '写成文章');
    const make = lei.callOf('写成文章');
    await lei.taps('写成文章').sees('A-1', '第一个月驻场两天').misses('星河', '王总', '30万', '13912345678');
    await han.calls(lei.callOf('保存')).sees('没有 A-1');
    await lei.taps('保存').sees('已保存', 'ERP标准版');
    await lei.says('撤').sees('已撤销');
    await lei.says('跟 D-1 电话 短').misses('写成文章');
    expect(make.command).toBe('article-note');
  });
});

describe('writing a case study', () => {
  beforeEach(async () => {
    await lei.says('商机 星河科技 ERP标准版 30万 王总');
    await lei.says('跟 D-1 电话 王总说价格偏高，对比两家');
    w.nextDay();
    await lei.says('跟 D-1 拜访 带去同行现场看了一次，30万可以谈，电话13912345678');
  });

  test('a won deal becomes a case that lists events in order, without names and figures', async () => {
    await lei.says('写成案例 D-1').sees('还在进行中');
    await lei.says('跟 D-1 微信 想看样板，说发到 wang@star.cn');
    await lei.says('赢 D-1 28万').sees('写成案例', '[撤销]');
    await lei
      .taps('写成案例')
      .sees(
        '案例：一家客户 · ERP标准版，赢单',
        /第 1 天 电话：.*价格偏高/,
        /第 2 天 拜访：.*同行现场/,
        '跟进 3 次',
      )
      .misses('星河', '王总', '28万', '30万', '13912345678', 'wang@star.cn');
    await lei.taps('保存').sees('#案例');
    await han.says('问 有没有ERP标准版的案例').sees('摘自 A-1');
  });

  test('a lost deal becomes a case with the reason and the stage, only for people who may change the deal', async () => {
    await lei.says('输 D-1 价格').sees('写成案例');
    const make = lei.callOf('写成案例');
    await han.calls(make).sees('李雷').misses('同行现场');
    await lei.calls(make).sees('输在价格', '原因是价格', '停在「初步沟通」');
    await lei.says('D-1').sees('写成案例');
    await han.says('D-1').misses('写成案例');
  });

  test('replying 「文章」 to a deal card drafts its article, and a case once the deal is won', async () => {
    await lei.says('D-1');
    await lei.replies('文章').sees('A-1', '带去同行现场看了一次').misses('30万', '案例');
    await lei.says('线索 云帆物流 想看CRM');
    await lei.replies('文章').sees('引用或回复一条消息');
    await lei.says('取消');
    await lei.says('赢 D-1 28万');
    await lei.replies('文章').sees('案例：一家客户');
  });
});

describe('the topics of an article', () => {
  test('tags, stage, product and competitor are written in the line, and articles can be listed by each', async () => {
    await zhou
      .says('文章 凌峰怎么打：实施周期要三个月，先问上线时间。 #竞品 >谈判 产品=标准版 竞品=凌峰')
      .sees('A-1 · 凌峰怎么打', '阶段: 谈判签约', '产品: 标准版', '竞品: 凌峰', '#竞品')
      .misses('产品=');
    expect(await body(1)).toBe('实施周期要三个月，先问上线时间。');
    await zhou.says('文章 东岳怎么打：看移动端 竞品=东岳 #竞品');
    await lei.says('文章 #竞品').sees('关于「#竞品」的有 2 篇', 'A-1', 'A-2');
    await lei.says('文章 >谈判').sees('有 1 篇', 'A-1 凌峰怎么打 · >谈判签约').misses('A-2');
    await lei.says('文章 竞品=东岳').sees('A-2').misses('A-1');
    await lei.says('文章 产品=ERP标准版').sees('A-1').misses('A-2');
    await lei.says('文章 #没有').sees('还没有关于「#没有」的文章');
    await lei.says('文章 >火星').sees('火星', '需求确认');
  });

  test('colons, line breaks and punctuation in the text are kept', async () => {
    await zhou.says('文章 竞品：怎么看\n先看官网，再问客户。\n\n产品：别只看价格').sees('A-1 · 竞品');
    expect(await body(1)).toBe('怎么看\n先看官网，再问客户。\n\n产品：别只看价格');
    await zhou.says('文章 拜访提纲\n1. 现状\n2. 痛点').sees('A-2 · 拜访提纲', '1. 现状\n2. 痛点');
    await zhou.says('文章 演示：10:30 到 https://demo.example.com 登录').sees('A-3 · 演示');
    expect(await body(3)).toBe('10:30 到 https://demo.example.com 登录');
    await zhou.says('文章 價格異議：先聽客戶講完，再談價值').sees('A-4');
    expect(await body(4)).toBe('先聽客戶講完，再談價值');
  });

  test('the list of articles is shown page by page', async () => {
    for (let n = 1; n <= 9; n++) await zhou.says(`文章 第${n}篇：正文${n}`);
    await lei.says('文章').sees('一共 9 篇', '第 1/2 页', 'A-9', 'A-3', '下一页').misses('A-2 ');
    await lei.taps('下一页').sees('第 2/2 页', 'A-2', 'A-1').misses('A-3', '下一页');
    await lei.says('文章 第2页').sees('第 2/2 页');
    await lei.says('文章 第9页').sees('第 2/2 页');
  });

  test('「文章」 with words that match no number lists related articles', async () => {
    await zhou.says('文章 凌峰怎么打：先问上线时间');
    await lei.says('文章 凌峰').sees('有关的文章', 'A-1 凌峰怎么打', '看全文 A-1');
    await lei.says('文章 发票').sees('请在标题后面加冒号', '文章 竞品X怎么打');
  });
});

describe('editing an article', () => {
  beforeEach(async () => {
    await lei.says('文章 凌峰怎么打：先问上线时间 #竞品').sees('A-1');
  });

  test('changes the text, the title and the topics, and undo restores the previous version', async () => {
    await lei
      .says('改文章 A-1 三个月才能上线，培训另收费。')
      .sees('A-1 已更新', '培训另收费', '凌峰怎么打', '#竞品');
    await han.says('问 凌峰').sees('培训另收费');
    await lei.says('改文章 A-1 >谈判 竞品=凌峰').sees('阶段: 谈判签约', '竞品: 凌峰', '培训另收费');
    await lei.says('改文章 A-1 标题="凌峰 打法"').sees('A-1 · 凌峰 打法', '培训另收费');
    await lei.says('撤').sees('已撤销');
    await lei.says('文章 A-1').sees('A-1 · 凌峰怎么打');
    await lei
      .says('改文章 A-1 怎么赢凌峰：\n第一步，问时间\n第二步，算总账')
      .sees('A-1 · 怎么赢凌峰', '第二步');
    await lei.says('改文章 A-1 竞品=无').misses('竞品: 凌峰');
    await lei.says('撤').sees('已撤销');
    await lei.says('文章 A-1').sees('竞品: 凌峰');
  });

  test('is allowed only to the author or a manager, and never overwrites a newer edit', async () => {
    await han.says('改文章 A-1 不许').sees('只有作者或经理');
    await han.says('文章 A-1').misses('[修改]');
    await lei.says('文章 A-1');
    const edit = lei.callOf('改');
    await zhou.says('改文章 A-1 经理改过').sees('已更新');
    await lei.calls({ ...edit, input: { ...edit.input, words: '我也改' } }).sees('刚被更新', '看全文 A-1');
    await lei.taps('看全文').sees('经理改过');
    await lei.taps('改').sees('改成什么');
    await lei.says('两人都同意的新正文').sees('已更新', '两人都同意');
    await lei.says('改文章 A-7 x').sees('没有 A-7');
    await lei.says(`改标题 A-1 ${'长'.repeat(81)}`).sees('最多 80 个字');
  });

  test('undo of a new article removes it from answers', async () => {
    await lei.says('撤').sees('已撤销');
    await lei.says('问 凌峰').sees('还没有');
    expect(await countArticles(w.store.db)).toBe(0);
  });
});

describe('offering articles where they help', () => {
  const knows = async (given: Parameters<typeof createArticle>[1]) =>
    await w.store.tx((tx) => createArticle(tx, given, w.clock.now()));

  test('a follow-up that names a competitor, even one letter off, offers the article on that competitor', async () => {
    await knows({ title: '凌峰怎么打', body: '先问上线时间', competitor: '凌峰', authorId: null });
    await knows({ title: 'Beat Orbit', body: 'ask', competitor: 'Orbit', authorId: null });
    await knows({ title: '东岳软件怎么打', body: '移动端', competitor: '东岳软件', authorId: null });
    await lei.says('商机 星河科技 ERP 10万 王总');
    await lei
      .says('跟 D-1 电话 他们也在看凌峰 明天')
      .sees('已记', '竞品：凌峰怎么打', '[撤销]')
      .misses('改金额');
    await lei.taps('竞品：凌峰怎么打').sees('先问上线时间');
    await lei.says('跟 D-1 电话 orbit 报得低').sees('竞品：Beat Orbit');
    await lei.says('跟 D-1 电话 orbital 的卫星').misses('对手');
    await lei.says('跟 D-1 电话 东岳软体也来了').sees('竞品：东岳软件怎么打');
    await lei.says('跟 D-1 电话 价格谈妥 明天').misses('对手').sees('改金额');
    await lei.says('今天拜访了星河科技，竞品是凌峰').sees('竞品: 凌峰', '竞品：凌峰怎么打');
    expect(
      lei.last.cards[0]?.nodes.flatMap((one) => (one.kind === 'actions' ? one.items : [])).length,
    ).toBeLessThan(5);
  });

  test('losing a deal offers the article on the competitor that won it', async () => {
    await knows({ title: '凌峰怎么打', body: '先问上线时间', competitor: '凌峰', authorId: null });
    await lei.says('商机 星河科技 ERP 10万 王总');
    await lei.says('跟 D-1 电话 凌峰报了八万');
    await lei.says('输 D-1 竞品').sees('竞品：凌峰怎么打', '写成案例', '[撤销]');
  });

  test('moving a deal offers the playbook of the new stage, the one for its product first', async () => {
    const stage = 'qualify';
    await knows({ title: '需求通用', body: '一', stage, authorId: null });
    await knows({ title: '需求ERP', body: '二', stage, product: 'ERP', authorId: null });
    await knows({ title: '需求CRM', body: '三', stage, product: 'CRM', authorId: null });
    for (const [customer, product, title] of [
      ['星河科技', 'ERP标准版', '需求ERP'],
      ['云帆物流', 'CRM', '需求CRM'],
      ['青禾食品', '维保', '需求通用'],
    ] as const) {
      await lei.says(`商机 ${customer} ${product} 10万 王总`);
      await lei.says(`跟 ${customer} 电话 聊了需求`);
      await lei.says(`推 ${customer}`).sees(`打法：${title}`);
      const taps = lei.last.cards[0]?.nodes.flatMap((one) => (one.kind === 'actions' ? one.items : []));
      expect(taps?.length).toBeLessThan(5);
    }
  });
});

test('the notice of an approved request offers the playbook of the stage behind the gate', async () => {
  await zhou.says('文章 谈判怎么谈：让步要换东西 >谈判');
  await lei.says('商机 星河科技 ERP 60万 王总 2027-01-31');
  await lei.says('跟 D-1 电话 需求确认了');
  await lei.says('推 D-1');
  await lei.says('推 D-1');
  await lei.says('申请审批 D-1 客户要月底签').sees('申请');
  await zhou.says('批 D-1').sees('谈判签约');
  const posts = await w.store.db.q.select().from(w.store.db.t.outbox);
  const told = posts.find(({ dedupeKey }) => dedupeKey.endsWith(':decided'));
  expect(JSON.stringify(told?.card)).toContain('打法：谈判怎么谈');
});

describe('articles in English', () => {
  beforeEach(async () => {
    await w.close();
    w = await world({ locale: 'en' });
    zhou = await w.manager('Zoe');
    lei = await w.rep('Leo');
    han = await w.rep('Hana');
  });

  test('are quoted, saved, listed, edited and offered', async () => {
    await lei
      .says('article', { quoted: 'Orbit charges for every integration. Ask how many systems they connect.' })
      .sees('A-1 · Orbit charges for every integration', 'visible only to you', '[Publish]');
    await lei.taps('Publish').sees('A-1 is published');
    await lei
      .says('edit-article A-1 competitor=Orbit >negotiation #rivals')
      .sees('Competitor: Orbit', '#rivals');
    await han.says('article competitor=Orbit').sees('1 article about "Competitor Orbit"', 'A-1');
    await han.says('deal Acme ERP 100k Mr Wang');
    await han.says('log D-1 call they also look at Orbit next Wed').sees('Competitor: Orbit charges');
    await han.says('lost D-1 price').sees('Competitor: Orbit', 'Write a case study');
    await han
      .taps('Write a case study')
      .sees('Case study: a customer', 'lost to Price')
      .misses('Acme', 'Wang');
    await zhou.says('ask how do I beat Orbit').sees('charges for every integration', 'from A-1');
  });
});
