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
