import { readFileSync, writeFileSync } from 'node:fs';
import { desc } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actionsOf, type Call, type Card } from '../../kernel/card/card.js';
import { privatePlaces } from '../../store/people/place-queries.js';
import { latestProcessVersion } from '../../store/running/process-versions.js';
import { processFile, shippedPath as shipped, winningAtOnce } from '../support/process-file.js';
import { type Actor, printed, type World, world } from '../support/world.js';

let w: World;
let chen: Actor;
let zhou: Actor;
let lei: Actor;
let file: string;
/** What somebody saved in the file last. */
let saved: string;

async function open(edit?: (yaml: string) => string): Promise<void> {
  file = processFile(edit);
  saved = fileText();
  w = await world({ processFile: file });
  chen = await w.admin('陈晨');
  zhou = await w.admin('周敏');
  lei = await w.rep('李雷');
}

/** The text in force; chat changes it, never the file. */
const yaml = async () => (await latestProcessVersion(w.store.db))?.yaml ?? '';
const fileText = () => readFileSync(file, 'utf8');

/** Somebody saves the file, and the product comes upon it. */
async function save(edit: (yaml: string) => string): Promise<void> {
  saved = edit(fileText());
  writeFileSync(file, saved);
  await w.looksAtFile();
}

/** What the bot has told somebody of its own accord, newest first. */
async function told(actor: Actor): Promise<Card[]> {
  const places = await privatePlaces(w.store.db, actor.person.id);
  const posts = await w.store.db.q.select().from(w.store.db.t.outbox).orderBy(desc(w.store.db.t.outbox.id));
  return posts.filter(({ placeId }) => placeId === places[0]?.id).map(({ card }) => card as Card);
}

afterEach(async () => {
  expect(fileText()).toBe(saved);
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('the rules of the process file', () => {
  beforeEach(async () => await open());

  test('are shown to managers as a card', async () => {
    await zhou.says('规则').sees('公海回收: 10 个工作日', '响应时限: 60 分钟', '谈判签约', '80%');
    await lei.says('规则').sees('没有权限');
  });

  test('a change is simulated on the last quarter, and applied by a tap; its comments are kept', async () => {
    await lei.says('线索 星河科技 王总').sees('L-1');
    w.later(20);
    await lei.says('线索 云帆物流').sees('L-2');
    await zhou
      .says('规则 公海回收 5')
      .sees('当前: 10 个工作日', '修改后: 5 个工作日', '2 条线索中会收回 1 条', '现行规则 1 条');
    expect(await yaml()).toContain('returnAfterDays: 10');
    await zhou.taps('生效').sees('公海回收：10 个工作日 → 5 个工作日，已生效');
    expect(await yaml()).toContain('returnAfterDays: 5');
    expect(await yaml()).toBe(
      readFileSync(shipped, 'utf8').replace('returnAfterDays: 10', 'returnAfterDays: 5'),
    );
    await zhou.says('规则').sees('公海回收: 5 个工作日');
    await zhou.says('规则版本').sees('第 2 版', '周敏', '（当前）', '第 1 版', '改文件');
  });

  test('a change can be rolled back to the version before', async () => {
    await zhou.says('规则 响应时限 50').sees('超时');
    await zhou.taps('生效').sees('已生效');
    await zhou.taps('回退').sees('已回退到第 1 版');
    expect(await yaml()).toBe(readFileSync(shipped, 'utf8'));
    await zhou.says('规则').sees('响应时限: 60 分钟');
  });

  test('a stage’s probability and a choice can be changed, and a rule can be turned off', async () => {
    await zhou.says('规则 谈判签约赢率 70').sees('80%', '70%');
    await zhou.taps('生效').sees('已生效');
    await zhou.says('规则 分配方式 最少').sees('轮流', '最少');
    await zhou.taps('生效').sees('已生效');
    await zhou.says('规则 公海回收 不收回').sees('不收回', '会收回 0 条');
    await zhou.taps('生效').sees('已生效');
    expect(await yaml()).toMatch(/returnAfterDays: null/);
    expect(await yaml()).toMatch(/strategy: leastLoaded/);
    await zhou.says('规则').sees('公海回收: 不收回', '分配方式: 最少', '70%');
  });

  test('adding or removing a list entry leaves the rest of the file unchanged', async () => {
    const before = await yaml();
    await zhou
      .says('规则 来源 加 抖音')
      .sees('当前: 官网、转介绍', '修改后: 官网、转介绍、展会、广告投放、电话开发、其他、抖音');
    await zhou.taps('生效').sees('已生效');
    expect(await yaml()).toBe(
      before.replace('{ zh: 其他, en: Other } }\n', '{ zh: 其他, en: Other } }\n  - 抖音\n'),
    );
    await lei.says('线索 星河科技 王总 #抖音').sees('抖音');
    await zhou.says('规则 来源 删 抖音').sees('修改后: 官网、转介绍、展会、广告投放、电话开发、其他');
    await zhou.taps('生效').sees('已生效');
    expect(await yaml()).toBe(before);
    await zhou.says('规则 来源 加 官网').sees('来源里已经有「官网」了');
    await zhou.says('规则 方案输出必填 加 预计成交日').sees('修改后: 金额、产品、预计成交日');
    await zhou.taps('生效').sees('已生效');
    expect(await yaml()).toBe(
      before.replace('required: [amount, product]', 'required: [amount, product, closeDate]'),
    );
    await zhou.says('规则 方案输出标准动作 加 竞品分析').sees('竞品分析');
    await zhou.taps('生效').sees('已生效');
    expect(await yaml()).toContain('Collect remarks and revise } }\n      - 竞品分析\n');
  });

  test('a rule can also be changed step by step or in a form', async () => {
    await zhou.says('规则').sees('修改规则');
    await zhou.taps('修改规则').sees('要修改哪条规则');
    expect(zhou.last.form?.fields.map(({ label, search }) => [label, search])).toEqual([
      ['规则', true],
      ['修改后', false],
    ]);
    await zhou.says('公海回收').sees('改成什么');
    await zhou.says('5').sees('修改规则 · 公海回收', '修改后: 5 个工作日');
    await zhou.taps('生效').sees('已生效');
    await zhou.says('改规则 天气').sees('没有找到规则「天气」');
    await zhou.says('改规则 提醒 5').sees('是哪一条规则', '回收提醒');
  });

  test('a stage’s gate and the quiet hours can be changed', async () => {
    await zhou
      .says('规则 谈判签约关卡 经理 30万')
      .sees('当前: 50万及以上需团队经理审批', '修改后: 30万及以上需团队经理审批');
    await zhou.taps('生效').sees('已生效');
    expect(await yaml()).toContain('    gate: { role: manager, above: 300000 }\n');
    await zhou.says('规则').sees('30万及以上需团队经理审批');
    await zhou.says('规则 谈判签约关卡 周敏、陈晨 都').sees('周敏、陈晨审批（须全部同意）');
    await zhou.taps('生效').sees('已生效');
    await zhou.says('规则 谈判签约关卡 取消').sees('修改后: 无');
    await zhou.taps('生效').sees('已生效');
    expect(await yaml()).toContain('gate: null');
    await zhou.says('规则 免打扰 21:00-07:30').sees('20:00–08:00', '21:00–07:30');
    await zhou.taps('生效').sees('已生效');
    await zhou.says('规则 免打扰 晚上').sees('不能用作免打扰');
  });

  test('an unknown rule, invalid value, unchanged value or conflicting value is refused and nothing is written', async () => {
    await zhou.says('规则 天气 晴').sees('没有找到规则「天气 晴」', '规则 公海回收 15');
    await zhou.says('规则 公海回收 很久').sees('不能用作公海回收');
    await zhou.says('规则 公海回收 10').sees('已经是 10 个工作日');
    await zhou.says('规则 回收提醒 30').sees('不能这样修改');
    expect(await yaml()).toBe(readFileSync(shipped, 'utf8'));
  });

  test('a change proposed on an older version of the rules is refused', async () => {
    await zhou.says('规则 公海回收 5').sees('修改后');
    const old = zhou.callOf('生效');
    await chen.says('规则 公海回收 7').sees('修改后');
    const other = chen.callOf('生效');
    await chen.says('规则 响应时限 50').sees('修改后');
    await chen.taps('生效').sees('已生效');
    // Another rule has changed, which this one does not depend on.
    await chen.calls(other).sees('已生效');
    await zhou.calls(old).sees('规则已有更新');
  });

  test('edits made to the file by hand take effect', async () => {
    await save((text) => text.replace('respondWithinMinutes: 60', 'respondWithinMinutes: 55 '));
    await zhou.says('规则');
    await zhou.says('规则').sees('响应时限: 55 分钟');
    await zhou.says('规则版本').sees('第 2 版', '改文件', '（当前）');
  });
});

describe('a file that was not written from the rules in force', () => {
  beforeEach(async () => {
    await open();
    await chen.says('规则 公海回收 5').sees('修改后');
    await chen.taps('生效').sees('已生效');
    await save((text) => text.replace('respondWithinMinutes: 60', 'respondWithinMinutes: 55 '));
    await lei.says('规则');
  });

  const card = async () => (await told(chen)).find(({ key }) => key === 'rule-file');
  const buttonOf = async (label: string): Promise<Call> => {
    const found = await card();
    const all = found ? actionsOf(found) : [];
    const button = all.find((one) => one.kind === 'button' && one.label === label);
    if (button?.kind !== 'button') throw new Error(`no button ${label}`);
    return button.call;
  };

  test('changes nothing until an admin adopts it, and says what it would change', async () => {
    await zhou.says('规则').sees('第 2 版', '响应时限: 60 分钟', '公海回收: 5 个工作日');
    const shown = printed((await card()) as Card);
    expect(shown).toContain('process-');
    expect(shown).toContain('公海回收 | 5 个工作日 | 10 个工作日');
    expect(shown).toContain('响应时限 | 60 分钟 | 55 分钟');
    expect(shown).toContain('[采用] [放弃]');
    await lei.calls(await buttonOf('采用')).sees('没有权限');
    await chen.calls(await buttonOf('采用')).sees('已采用');
    await zhou.says('规则').sees('第 3 版', '响应时限: 55 分钟', '公海回收: 10 个工作日');
    await zhou.says('规则版本').sees('第 3 版', '陈晨', '（当前）');
    // From now on the file is written from the version in force.
    await save((text) => text.replace('dailyClaims: 5', 'dailyClaims: 6'));
    await zhou.says('规则');
    await zhou.says('规则').sees('第 4 版', '每日认领: 6');
  });

  test('is forgotten when an admin discards it, and told once', async () => {
    await chen.calls(await buttonOf('放弃')).sees('已放弃', '规则不变');
    await chen.calls(await buttonOf('采用')).sees('已处理');
    await save((text) => text);
    await zhou.says('规则').sees('第 2 版');
    await w.follow(file);
    expect((await told(chen)).filter(({ key }) => key === 'rule-file')).toHaveLength(1);
  });

  test('is compared again if the rules changed before somebody taps', async () => {
    const adopt = await buttonOf('采用');
    await zhou.says('规则 每日认领 7').sees('修改后');
    await zhou.taps('生效').sees('已生效');
    await chen.calls(adopt).sees('规则已有更新', '每日认领 | 7 | 5');
    await zhou.says('规则').sees('每日认领: 7');
    await chen.taps('采用').sees('已采用');
    await zhou.says('规则').sees('每日认领: 5');
  });
});

test('an admin hears of a mistake in the file with its line and an example, once', async () => {
  await open();
  await chen.says('规则').sees('第 1 版');
  await save((text) =>
    text.replace('weekly: { day: monday, at: "09:00" }', 'weekly: { cron: "0 9 30 2 *" }'),
  );
  await chen.says('规则').sees('第 1 版');
  await w.follow(file);
  const cards = (await told(chen)).filter(({ key }) => key === 'rule-file');
  expect(cards).toHaveLength(1);
  const line =
    fileText()
      .split('\n')
      .findIndex((text) => text.includes('30 2')) + 1;
  const shown = printed(cards[0] as Card);
  expect(shown).toContain(`第 ${line} 行：这个日期不存在，例如 cron: '0 9 * * 1'`);
  expect(w.incidents.splice(0)).toHaveLength(2);
});

test('the person who proposes a change cannot apply it if secondPerson is on', async () => {
  await open((text) => text.replace('secondPerson: false', 'secondPerson: true'));
  await zhou.says('规则 公海回收 5').sees('另一位');
  const apply = zhou.callOf('生效');
  await zhou.taps('生效').sees('没有权限');
  await lei.calls(apply).sees('没有权限');
  await chen.calls(apply).sees('已生效');
  expect(await yaml()).toContain('returnAfterDays: 5');
});

describe('the simulation of a return rule', () => {
  beforeEach(async () => await open(winningAtOnce));

  test('counts customers without follow-ups or open deals, by grade, and those that were won later', async () => {
    for (const name of ['星河科技', '云帆物流', '青禾食品', '蓝鲸制造'])
      await lei.says(`商机 ${name} 10万`).sees('D-');
    for (const no of [1, 2, 3]) await lei.says(`输 D-${no} 价格`);
    await lei.says('客户 青禾食品 A级').sees('A级');
    w.later(7);
    await lei.says('跟 C-2 电话 还在看').sees('已记');
    // Thursday to Thursday a fortnight later: 星河科技 and 青禾食品 silent for 10 workdays, 云帆物流 for 5 and 5.
    w.later(7);
    await lei.says('商机 星河科技 20万').sees('D-5');
    await lei.says('赢 D-5 20万');
    await zhou.says('规则 客户回收 8').sees('4 个客户中会收回 2 个（现行规则 0 个），其中 1 个后来赢单');
    await zhou.taps('生效').sees('已生效');
    await zhou.says('规则 A级回收 20').sees('4 个客户中会收回 1 个（现行规则 2 个），其中 1 个后来赢单');
    await zhou.says('规则 客户回收 4').sees('4 个客户中会收回 3 个（现行规则 2 个）');
    await zhou.says('规则 优先认领 30').sees('不影响历史记录');
  });

  test('counts leads by source', async () => {
    await lei.says('线索 星河科技 #展会').sees('L-1');
    await lei.says('线索 云帆物流 #官网').sees('L-2');
    w.later(12);
    await zhou.says('规则 展会线索回收 5').sees('2 条线索中会收回 1 条（现行规则 0 条）');
  });
});
