import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, printed, type World, world } from '../support/world.js';

let w: World;
let lei: Actor;
let mei: Actor;
let zhou: Actor;

beforeEach(async () => {
  w = await world();
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
  await lei.says('商机 星河科技 ERP二期 30万 12月底').sees('D-1');
  await lei.says('商机 云帆物流 仓储系统 50万').sees('D-2');
  await mei.says('商机 银狐科技 数据平台 60万').sees('D-3');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

/** The rows of the last answer's table. */
const rows = (actor: Actor): string[] =>
  actor.last.cards.flatMap(({ nodes }) =>
    nodes.flatMap((node) => (node.kind === 'table' ? node.rows.map(([first = '']) => first) : [])),
  );

describe('the list of deals', () => {
  test.each([
    ...['我的商机', '我的单子', '我有哪些单子', '我名下有哪些商机', '列一下我的商机', '我手上的单子都有哪些'],
    ...['my deals', 'My Pipeline', 'pipeline', 'deals', 'show me my deals', 'what am I working on?'],
    ...['show my pipeline', 'ok so what are my open deals again?', '我单子还有几个没关'],
  ])('%s lists the speaker’s own open deals, the largest first', async (line) => {
    await lei.says(line).sees('2 个商机', '80万').misses('数据平台');
    expect(rows(lei)).toEqual(['D-2 云帆物流 仓储系统', 'D-1 星河科技 ERP二期']);
  });

  test.each([
    ['我的商机 40万以上', ['D-2']],
    ['我的商机 40万以下', ['D-1']],
    ['我的商机 初步沟通', ['D-2', 'D-1']],
    ['我的商机 谈判', []],
    ['我哪些单子这个月能关', []],
    ['哪些单子下个月能关', ['D-1']],
    ['which ones close this year', ['D-1']],
    ['my top 1 deals by value', ['D-2']],
  ])('%s narrows the list', async (line, expected) => {
    await lei.says(line);
    expect(rows(lei).map((row) => row.split(' ')[0])).toEqual(expected);
  });

  test('says what it cannot narrow by instead of showing another list', async () => {
    await lei.says('我的商机 火星').sees('火星').misses('D-1');
  });

  test('a manager without a name said reads the team’s, by name a colleague’s', async () => {
    await zhou.says('看板').sees('3 个商机', 'D-3');
    await zhou.says('李雷的商机').sees('李雷的商机', 'D-1').misses('D-3');
    await zhou.says("show me 韩梅's deals").sees('D-3').misses('D-1');
    await zhou.says('初步沟通阶段的都有谁').sees('D-1', 'D-3');
  });

  test.each(['lilei 的商机', 'lilei的商机', "lilei's deals", '小李的商机'])(
    '%s names the colleague',
    async (line) => {
      await zhou.says(line).sees('李雷的商机');
    },
  );

  test.each(['王五的商机', 'zhangsan 的商机', 'Tom 的商机', '王五的客户', "Zelda's deals", 'deals of Zelda'])(
    '%s is the list of nobody: the answer names who there is, and writes nothing',
    async (line) => {
      await zhou.says(line).sees('没有叫', '李雷').misses('记为跟进');
    },
  );

  test('turns pages and keeps what narrows it', async () => {
    const names = [
      '海豚航运',
      '白鲸矿业',
      '极光电气',
      '松石软件',
      '青禾食品',
      '昆山新材',
      '远山教育',
      '九州印务',
      '初雪服饰',
    ];
    for (const [no, name] of names.entries()) await lei.says(`商机 ${name} ${10 + no}万`).sees('D-');
    await lei.says('我的商机').sees('11 个商机', '第 1 页，共 2 页');
    expect(rows(lei)).toHaveLength(8);
    await lei.taps('下一页').sees('第 2 页');
    expect(rows(lei)).toHaveLength(3);
    await lei.taps('上一页').sees('第 1 页');
  });

  test('opens a row', async () => {
    await lei.says('我的商机');
    await lei.taps('D-1 星河科技 ERP二期').sees('D-1 · 星河科技');
  });

  test('says that there is nothing, and shows a manager the way to the team’s', async () => {
    await zhou.says('show me my deals').sees('没有');
    await zhou.taps('团队的商机').sees('D-1', 'D-3');
  });
});

test('what a reader may not see is in no list, as if it were not there', async () => {
  const south = await w.team('华南');
  const nuo = await w.rep('许诺', south);
  for (const line of ['李雷的商机', '李雷的客户', '看板 李雷', '所有商机列表', '华东的商机', '李雷的待办'])
    await nuo.says(line).misses('D-1', 'D-3', '星河', '云帆', '30万');
  await nuo.says('星河科技什么情况').misses('D-1', '30万');
});

test('the board shows stages with counts and sums, and opens a stage', async () => {
  await lei.says('看板').sees('初步沟通 | 2 | 80万', 'D-2 云帆物流');
  await lei.taps('初步沟通').sees('2 个商机');
  await lei.says('board').sees('80万');
});

test('customers are listed by what is open with them, by tag and by owner', async () => {
  await lei.says('我的客户').sees('2 个客户', '星河科技', '云帆物流').misses('银狐');
  await lei.says('我名下有哪些客户').sees('2 个客户');
  await lei.says('my customers').sees('2 个客户');
  await lei.says('有哪些KA客户').sees('没有').misses('星河');
  await zhou.says('李雷的客户').sees('星河科技').misses('银狐');
});

test('leads are listed, those of a day as well', async () => {
  await lei.says('线索 青禾食品 张总 13800000001 想看CRM').sees('L-1');
  await lei.says('我的线索').sees('青禾食品');
  await zhou.says('今天新增了哪些线索').sees('青禾食品');
  w.nextDay();
  await zhou.says('今天新增了哪些线索').misses('青禾食品');
});

describe('tasks', () => {
  beforeEach(async () => {
    await lei.says('约 D-1 明天 送合同').sees('T-1');
    await lei.says('约 D-2 12月2日 讲方案').sees('T-2');
  });

  test.each([
    ['明天有什么安排', ['T-1']],
    ['明天别忘了什么来着', ['T-1']],
    ["what's on tomorrow", ['T-1']],
    ['what do I have tomorrow', ['T-1']],
    ['so what have I got next week', ['T-2']],
    ['下周都有啥', ['T-2']],
    ['下周我还有哪些待办', ['T-2']],
    ['do I have anything on Wednesday?', ['T-2']],
    ['我的待办', ['T-1', 'T-2']],
    ['待办', ['T-1', 'T-2']],
    ['list my open tasks', ['T-1', 'T-2']],
    ["what's on my plate", ['T-1', 'T-2']],
    ['有没有过期的', []],
  ])('%s lists those that are due then', async (line, expected) => {
    await lei.says(line);
    expect(rows(lei).map((row) => row.split(' ')[0])).toEqual(expected);
  });

  test('today’s list tells what comes next', async () => {
    await lei.says('今天').sees('接下来', 'T-1');
  });
});

test('follow-ups are listed by who and when', async () => {
  await lei.says('跟 D-1 拜访 王总 需求已确认');
  await zhou.says('李雷今天跟了谁').sees('星河科技', '需求已确认');
  await zhou.says('今天谁跑了哪些客户').sees('李雷', '星河科技');
  await zhou.says('韩梅今天跟了谁').misses('星河科技');
});

describe('look-ups', () => {
  beforeEach(async () => {
    await lei.says('线索 远山教育 王强总 13800001111 想看CRM').sees('L-1');
  });

  test.each([
    ['show me 星河科技', 'C-1'],
    ['查一下云帆物流', 'C-2'],
    ['星河的预计成交是哪天', 'D-1'],
    ['仓储系统现在什么阶段，多少钱', 'D-2'],
    ['who owns 云帆物流', '李雷'],
    ['谁负责星河科技', '李雷'],
    ['what has 李雷 got on 星河科技', 'D-1'],
    ['远山教育的联系方式给我一份', '13800001111'],
    ['13800001111', '远山教育'],
    ['ERP二期', 'D-1'],
  ])('%s shows the record', async (line, expected) => {
    await lei.says(line).sees(expected);
  });

  test('a question with a pronoun is about what was shown last', async () => {
    await lei.says('D-1').sees('D-1');
    for (const line of ['谁负责？', '他们那单现在多少钱来着', '现在到哪个阶段了', 'who owns it?'])
      await lei.says(line).sees('D-1');
  });

  test('a question about nobody known is no question for the articles', async () => {
    await lei.says('火星集团什么情况').misses('知识库');
  });
});

describe('in a group', () => {
  beforeEach(() => {
    lei.in('华东群');
  });

  test.each(['我的商机', '我的客户', '看板', '今天', '星河科技', '查 星河科技', '目标 李雷', '待办'])(
    '%s is answered to the speaker alone, who may share it',
    async (line) => {
      const answer = await lei.says(line);
      expect(answer.quiet).toBe(true);
      expect(printed(answer.cards[0] as never)).toContain('发到群');
      const shared = await lei.taps('发到群');
      expect(shared.quiet).toBe(false);
      expect(printed(shared.cards[0] as never)).not.toContain('[发到群]');
      expect(printed(shared.cards[0] as never)).toContain('由李雷发到群里');
    },
  );

  test('is shared by words as by its button, after the same check', async () => {
    expect((await lei.says('我的商机')).quiet).toBe(true);
    const shared = await lei.says('把这个发到群里').sees('由李雷发到群里').misses('[发到群]');
    expect(shared.quiet).toBe(false);
    lei.alone();
    await lei.says('我的客户');
    await lei.says('share this with the group').sees('发到哪个群', '[发到「华东群」]');
    await lei.taps('发到「华东群」').sees('已发到「华东群」');
    const { q, t: tables } = w.store.db;
    expect(JSON.stringify(await q.select().from(tables.outbox))).toContain('由李雷发到群里');
    await lei.says('周报');
    await lei.says('发到群里').sees('在群里发「周报」');
    const mei = await w.rep('孙悦');
    await mei.says('我的客户');
    await mei.says('把这个发到群里').misses('[发到「华东群」]');
  });
});
