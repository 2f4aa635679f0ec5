import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unmarked } from '../support/marked-language.js';
import { type Actor, printed, processOfTests, type World, world } from '../support/world.js';

// Its project loads tests/support/mark-english.ts before: every English text is marked.

const stories = [
  '商机 华为 ERP 20万 王总 6月30日',
  '跟 华为 电话 需求已确认 明天',
  '线索 北辰电气 王总 13800000000',
];

const asked = [
  ['a new lead', '线索 北辰电气 王总 13900000000 新增', 'rep'],
  ['a new deal', '商机 华为 ERP 30万', 'rep'],
  ['a follow-up', '跟 D-1 电话 价格偏高 明天', 'rep'],
  ['a move', '推 D-1', 'rep'],
  ['a deal', 'D-1', 'rep'],
  ['a customer', '华为', 'rep'],
  ["today's list", '今天', 'rep'],
  ['the pool', '公海', 'rep'],
  ['help', '帮助', 'rep'],
  ['one command in full', '帮助 线索', 'rep'],
  ["one's own data", 'mydata', 'rep'],
  ['the weekly report', '周报', 'manager'],
  ['the funnel', '漏斗', 'manager'],
  ['the ranking', '排行', 'manager'],
  ['stalled deals', '停滞', 'manager'],
  ['the forecast', '预测', 'manager'],
  ['targets', '目标', 'manager'],
  ['the rules', '规则', 'manager'],
  ['the alerts', '预警', 'manager'],
  ['a slice', '切片 金额 按 阶段', 'manager'],
  ['an answer', '这个月赢了多少', 'manager'],
  ['a refusal', '规则 公海回收 15', 'rep'],
  ['a missing value', '推', 'rep'],
] as const;

/** What people typed and what the company named itself: no language of the product. */
const data = [
  ...stories,
  ...asked.map(([, line]) => line),
  ...['李雷', '王经理', '张三', '华为', '北辰电气', '王总', '华东', 'ERP', '价格偏高', 'Asia/Shanghai'],
  ...processOfTests.pipelines.flatMap(({ name, stages }) => [
    name.en,
    ...stages.flatMap((stage) => [stage.name.en, stage.goal.en, ...stage.steps.map((step) => step.name.en)]),
  ]),
  ...[...processOfTests.sources, ...processOfTests.lossReasons].map(({ name }) => name.en),
].filter((words) => words !== '');

/** Letters of a card that neither a text nor data accounts for; numbers of records are data. */
function strayWords(lines: string): string[] {
  const known = data.toSorted((a, b) => b.length - a.length);
  const left = known.reduce((text, name) => text.replaceAll(name, ''), unmarked(lines));
  return left.replace(/\b[LDCTA]-\d+\b/g, '').match(/\p{L}[\p{L}\p{N}'-]*/gu) ?? [];
}

describe('a language added only as a folder of texts', () => {
  let w: World;
  let rep: Actor;
  let manager: Actor;
  beforeAll(async () => {
    w = await world({ locale: 'en' });
    [rep, manager] = [await w.rep('李雷'), await w.manager('王经理')];
    await w.rep('张三');
    for (const line of stories) await rep.says(line);
    w.later(12);
  });
  afterAll(async () => await w.close());

  it.each(asked)('the answer to %s contains no word in another language', async (_, line, who) => {
    const answer = await (who === 'rep' ? rep : manager).says(line);
    const lines = answer.cards.map(printed).join('\n');
    expect(lines).toContain('⟦');
    expect(strayWords(lines), lines).toEqual([]);
  });

  it('a word hard-coded outside the texts is detected', () => {
    expect(strayWords('# ⟦Deal ⟦No. D-1⟧ of 华为⟧ · 华为 Total ⟦3⟧')).toEqual(['Total']);
  });
});
