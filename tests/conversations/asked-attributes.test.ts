import { describe, expect, it } from 'vitest';
import type { Locale } from '../../texts/languages.js';
import { printed } from '../support/world.js';
import { found } from './company.js';
import { Writing } from './written.js';

/** Words that name something of a record, and what the answer shows. */
const asked: Record<Locale, [line: string, shows: string][]> = {
  zh: [
    ['海棠的李总电话', '李建 总'],
    ['李总在海棠的手机', '李建 总'],
    ['海棠那边李总的微信', '李建 总'],
    ['要一下海棠李总的电话', '李建 总'],
    ['海棠那个李总电话多少来着', '李建 总'],
    ['能不能把海棠李总电话给我', '李建 总'],
    ['想知道海棠李总电话', '李建 总'],
    ['海棠李总电话忘了', '李建 总'],
    ['怎么联系海棠李总', '李建 总'],
    ['海棠李总的职位', '李建 总'],
    ['远山教育的决策人电话', '覃总'],
    ['海棠的微信', 'C-4'],
    ['海棠的地址', 'C-4'],
    ['海棠的负责人', 'C-4'],
    ['海棠下次拜访时间', 'C-4'],
    ['海棠的风险', 'C-4'],
    ['海棠预算', 'D-4'],
    ['海棠智慧社区金额', 'D-4'],
    ['海棠地产上次报价', 'D-4'],
    ['海棠上次拜访时间', '还没有跟进记录'],
    ['海棠地产王总电话', '没有找到联系人'],
  ],
  en: [
    ['phone of Jane at Larkspur', 'Jane Smith'],
    ["what's Jane's number at Larkspur", 'Jane Smith'],
    ["Jane's number at Larkspur Hotels", 'Jane Smith'],
    ['phone number Sue Park', 'Sue Park'],
    ["get me Jane's cell at Larkspur", 'Jane Smith'],
    ['i need the number for bill at ironwood', 'Bill Okafor'],
    ['whats bills number', 'Bill Okafor'],
    ['larkspur jane number pls', 'Jane Smith'],
    ['email of Omar', 'Omar Haddad'],
    ["anyone have Omar's number", 'Omar Haddad'],
    ["Sue's last name", 'Sue Park'],
    ['how do I reach Sue at Fenwick', 'Sue Park'],
    ['phone of Mark at Larkspur', "I can't find a contact"],
    ['owner of Larkspur', 'C-1'],
    ['decision maker at Larkspur', 'C-1'],
    ['next step for Ironwood', 'C-4'],
    ["where's the Larkspur address", 'C-1'],
    ['Larkspur budget', 'D-1'],
    ['Ironwood amount', 'D-4'],
    ['price we offered Larkspur', 'D-1'],
    ['last visit to Larkspur', 'Nothing logged'],
  ],
};

/** Words with the same nouns that tell of something. */
const told: Record<Locale, string[]> = {
  zh: [
    '加了海棠李总微信',
    '海棠李总电话没打通',
    '聊了海棠的预算',
    '联系了海棠的负责人',
    '海棠李总电话沟通价格',
  ],
  en: [
    "got Omar's number from Bluebird",
    'discussed budget at Larkspur',
    'email from Jane at Larkspur',
    'sent Larkspur quote',
    'phone Sue at Fenwick tomorrow',
    'met decision maker at Larkspur',
  ],
};

describe.each(['zh', 'en'] as const)('words that name something of a record (%s)', (locale) => {
  it('are looked up and write nothing, unless they tell of something', { timeout: 60_000 }, async () => {
    const { w, actors } = await found(locale);
    const rep = actors.get(locale === 'zh' ? '李雷' : 'Amy Chen');
    const writing = new Writing(w.store.db);
    await rep?.says(locale === 'zh' ? '我的数据' : 'my data');
    for (const [line, shows] of asked[locale]) {
      await writing.since();
      const cards = (await rep?.says(line))?.cards ?? [];
      expect([line, cards.map(printed).join('\n')]).toEqual([line, expect.stringContaining(shows)]);
      expect([line, await writing.since()]).toEqual([line, []]);
      w.clock.advance(31 * 60_000);
    }
    for (const line of told[locale]) {
      await rep?.says(line);
      expect([line, (await writing.since()).length]).toEqual([line, 1]);
      w.clock.advance(31 * 60_000);
    }
    await w.close();
  });
});
