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
  [
    'a wrong name and the right one',
    '李雷',
    [
      ['今天拜访了星河科技孙经理，要折扣', ['follow-up 星河']],
      ['给云帆物流赵经理打了电话，价格没问题', ['follow-up 云帆']],
      ['不是孙经理，是宋经理', ['corrected contact 星河科技 宋经理']],
      ['宋经理应该是孙经理', ['corrected contact 星河科技 孙经理']],
      ['是电话不是拜访', ['corrected contact 星河科技 孙经理']],
      ['不是钱经理是周经理', []],
      ['打错了', []],
    ],
  ],
  [
    'a wrong English name and the right one',
    'Amy Chen',
    [
      ['called Jane at Larkspur Hotels about the demo', ['follow-up Larkspur']],
      ['called Omar Haddad at Bluebird Logistics', ['follow-up Bluebird']],
      ['not Jane, Janet', ['corrected contact Larkspur Hotels Janet']],
      ['Janet should be Jill', ['corrected contact Larkspur Hotels Jill']],
      ['it was Bob not Omar', ['corrected contact Bluebird Logistics Bob']],
      ['not Peter, Paul', []],
    ],
  ],
  [
    'orders to oneself without a day',
    '李雷',
    [
      ['给星河科技王总打电话问发票', []],
      ['问一下王总预算', []],
      ['发邮件给王总', []],
      ['回答王总的问题', []],
      ['跟王总确认合同', []],
      ['跟王总确认了合同', ['follow-up 星河']],
      ['电话王总，没接', ['follow-up 星河']],
      ['拜访星河科技', ['follow-up 星河']],
      ['今天下午给星河科技王总打电话问发票', []],
    ],
  ],
  [
    'English orders to oneself without a day, and everyday words of commands',
    'Amy Chen',
    [
      ['answer the phone at Larkspur Hotels', []],
      ['deal with Larkspur Hotels complaint', []],
      ['lead the meeting at Larkspur Hotels', []],
      ['call Larkspur Hotels about the invoice', []],
      ['friday', ['task Larkspur']],
      ['email Jane the brochure', []],
      ['find out who decides at Larkspur Hotels', []],
      ['check if Larkspur Hotels paid', []],
      ['ask Jane about the budget', []],
      ['call Larkspur: no answer', ['follow-up Larkspur']],
      ['call Jane at Larkspur Hotels today about the invoice', ['task Larkspur']],
      ['called Jane at Larkspur about the demo', ['follow-up Larkspur']],
      ['called Jane at Larkspur about the invoice', ['follow-up Larkspur', 'task done Larkspur']],
      ['meet Bill at Ironwood Cycles today at 4pm', ['task Ironwood']],
      ['met Susan at Ironwood Cycles this morning, she runs finance', ['follow-up Ironwood']],
      ['email from Jane about the budget', ['follow-up Larkspur']],
      ['deal Larkspur Hotels CRM 20k', ['deal Larkspur']],
    ],
  ],
  [
    'the same visit told twice',
    '李雷',
    [
      ['今天上午拜访了星河科技，很满意', ['follow-up 星河']],
      ['刚说了，上午去了星河科技', []],
      ['同一次拜访', ['follow-up 星河']],
      ['如前所述今天上午见了星河科技', []],
      ['昨天去了云帆物流', ['follow-up 云帆']],
      ['今天去了云帆物流', ['follow-up 云帆']],
    ],
  ],
  [
    'the same visit told twice in English',
    'Amy Chen',
    [
      ['met Larkspur Hotels this morning, they liked the demo', ['follow-up Larkspur']],
      ['as I said, I met Larkspur Hotels this morning', []],
      ['Another visit', ['follow-up Larkspur']],
      ['called Jane at Larkspur', ['follow-up Larkspur']],
      ['called Jane at Larkspur again, she confirmed', ['follow-up Larkspur']],
      ['like i said called Jane at Larkspur', []],
    ],
  ],
  [
    'new deals, customers and reminders',
    '李雷',
    [
      ['星河科技有个新商机，CRM项目20万', ['deal 星河科技 CRM项目']],
      ['云帆物流 商机 年度维保 5万', ['deal 云帆物流 年度维保']],
      ['蓝鲸科技有个新商机，CRM项目20万', []],
      ['提醒我下周二问下王总合同怎么样', ['task 星河']],
      ['海棠地产又有一个项目要做，门禁系统15万', ['follow-up 海棠']],
      ['约了李总明天上午定', ['task 海棠']],
      ['下周五下午三点去云帆物流', ['task 云帆']],
      ['提前半小时提醒我', ['task 云帆']],
      ['他们要求提前一天通知', ['follow-up 云帆']],
    ],
  ],
  [
    'new deals, customers and reminders in English',
    'Amy Chen',
    [
      ['Larkspur Hotels has a new deal, CRM project 20k', ['deal Larkspur Hotels CRM project']],
      ["there's another deal at Bluebird Logistics, tracking 8k", ['deal Bluebird Logistics tracking']],
      ['please add customer Harbor Foods, contact Jim Lee 415-555-0199', ['lead Harbor Foods']],
      ['add customer service to the list', []],
      ["remind me tuesday to see how Jane's contract is", ['task Larkspur']],
      ['remind me a day before', ['task Larkspur']],
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
