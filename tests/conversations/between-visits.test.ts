import { describe, expect, it } from 'vitest';
import { found } from './company.js';
import { Writing } from './written.js';

type Said = [line: string, writes: string[]];

/** What a rep says between two visits, one line after the other, and what each line writes. */
const said: [about: string, who: string, lines: Said[]][] = [
  [
    'hours that do not say which half of the day',
    '李雷',
    [
      ['后天下午两点去云帆物流', ['task 云帆']],
      ['改到四点', ['task moved 云帆']],
      ['改成九点半', ['task moved 云帆']],
      ['明天改到五点', []],
      ['取消', []],
      ['送合同改到4点', ['task moved 海棠']],
      ['客户说改到四点', []],
    ],
  ],
  [
    'English hours that do not say which half of the day',
    'Amy Chen',
    [
      ['move it to 4', []],
      ['cancel', []],
      ['move the contract task to 4', ['task moved Ironwood']],
      ['call Jane at Larkspur Hotels tomorrow at 10', ['task Larkspur']],
      ['move it to 4', ['task moved Larkspur']],
      ["make it 3 o'clock", ['task moved Larkspur']],
      ['push it to half past 5', ['task moved Larkspur']],
    ],
  ],
  [
    'what is known of them, with a day of theirs',
    '李雷',
    [
      ['星河科技他们预算60万，1月15号定', ['follow-up 星河']],
      ['海棠地产年底前定供应商', ['follow-up 海棠']],
      ['王总说下周五决定', ['follow-up 星河']],
      ['下周三去星河科技定方案', ['task 星河']],
      ['星河科技下周三交标书', ['task 星河']],
      ['星河科技预算30万，下周三去拜访', ['follow-up 星河', 'task 星河']],
    ],
  ],
  [
    'what is known of them in English, with a day of theirs',
    'Amy Chen',
    [
      ['Larkspur Hotels budget is 60k, decision by jan 15', ['follow-up Larkspur']],
      ['Fenwick Joinery: 3 sites, board votes dec 18', ['follow-up Fenwick']],
      ['send Larkspur Hotels the contract by jan 15', ['task Larkspur']],
      ['get a decision from Larkspur Hotels by friday', ['task Larkspur']],
      ['Larkspur Hotels budget 45k, call again tuesday', ['follow-up Larkspur', 'task Larkspur']],
    ],
  ],
];

describe('what a rep says between two visits', () => {
  it.each(said)('%s', { timeout: 60_000 }, async (_, who, lines) => {
    const { w, actors } = await found(/\p{Script=Han}/u.test(who) ? 'zh' : 'en');
    const writing = new Writing(w.store.db);
    await writing.since();
    for (const [line, writes] of lines) {
      await actors.get(who)?.says(line);
      const written = (await writing.since()).filter(({ isMinor }) => !isMinor).map(({ words }) => words);
      expect([line, written]).toEqual([line, writes.map((one) => expect.stringContaining(one))]);
    }
    await w.close();
  });
});
