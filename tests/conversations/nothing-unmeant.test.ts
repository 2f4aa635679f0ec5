import { describe, expect, it } from 'vitest';
import { printed } from '../support/world.js';
import { found, languageOf } from './company.js';
import { Writing } from './written.js';

interface Said {
  line: string;
  writes: string[];
  sees?: string;
  misses?: string;
}

const log = (line: string, writes: string[], more: Partial<Said> = {}): Said => ({ line, writes, ...more });

/** What strangers said one after the other, and all that each line may write. */
const said: [about: string, who: string, lines: Said[]][] = [
  [
    'a part of today that has not begun is a plan',
    '李雷',
    [
      log('今天晚上跟王总吃饭', ['task 星河']),
      log('下午海棠李总来公司', ['task 海棠']),
      log('昨天晚上跟海棠李总吃饭', ['follow-up 海棠']),
      log('今天中午和赵经理吃饭聊了聊', ['follow-up 云帆']),
    ],
  ],
  [
    'a part of today that has not begun is a plan, in English',
    'Amy Chen',
    [
      log('dinner with Jane at Larkspur tonight', ['task Larkspur']),
      log('meeting Omar at Bluebird this afternoon', ['task Bluebird']),
    ],
  ],
  [
    'what a colleague shall do is not done',
    '李雷',
    [
      log('星河科技让韩梅也帮忙跟一下', [], { sees: '韩梅' }),
      log('云帆这边韩梅先跟着', [], { sees: '韩梅' }),
    ],
  ],
  [
    'what is asked about a customer is shown',
    '李雷',
    [
      log('星河科技这个客户怎么说', [], { sees: 'ERP二期' }),
      log('云帆那边怎么说', [], { sees: '仓储系统' }),
      log('星河王总怎么说的', [], { sees: 'ERP二期' }),
      log('明天去海棠，看李总怎么说', ['task 海棠']),
      log('今天见了赵经理，他不知道怎么说', ['follow-up 云帆']),
    ],
  ],
  [
    'what others quote and what we would take at least is no amount of the deal',
    '李雷',
    [
      log('海棠那边，竞品报价65万', [], { misses: '金额' }),
      log('海棠底价是66万', [], { misses: '金额' }),
      log('海棠李总说另外一家报了62万', ['follow-up 海棠'], { misses: '金额' }),
      log('用友也在跟海棠谈，他们报了68万', ['follow-up 海棠'], { misses: '金额' }),
      log('今天给海棠报了75万，对方报70万', ['follow-up 海棠'], { sees: '75万' }),
    ],
  ],
  [
    'what others quote and what we would take at least is no amount of the deal, in English',
    'Amy Chen',
    [
      log('competitor is at 25k for Larkspur', ['follow-up Larkspur'], { misses: 'Amount' }),
      log('our floor for Bluebird is 26k', [], { misses: 'Amount' }),
      log('Larkspur got a quote for 22k from someone else', ['follow-up Larkspur'], { misses: 'Amount' }),
      log('met Bill at Ironwood, they quoted 75k, I said no', ['follow-up Ironwood'], { misses: 'Amount' }),
    ],
  ],
  [
    'a name that is denied in the same breath is no contact',
    '李雷',
    [
      log('今天拜访了云帆物流的魏总，呃不是魏总，是吴总', ['follow-up 云帆', 'contact 云帆物流 吴总']),
      log('昨天给星河的马工，不对，冯工打了电话', ['follow-up 星河', 'contact 星河科技 冯工']),
      log('今天去海棠地产见了孙经理', ['follow-up 海棠', 'contact 海棠地产 孙经理']),
      log('孙经理打错了，是宋经理', ['corrected'], { sees: '宋经理' }),
    ],
  ],
  [
    'a name that is denied in the same breath is no contact, in English',
    'Amy Chen',
    [
      log('saw Ms Wei, sorry not Wei, Wu at Bluebird today', [
        'follow-up Bluebird',
        'contact Bluebird Logistics Ms Wu',
      ]),
      log('met Tim Lau at Ironwood, no wait not Tim, Jim, he wants a demo', [
        'follow-up Ironwood',
        'contact Ironwood Cycles Jim Lau',
      ]),
    ],
  ],
  [
    'a target is set from its pieces in any order',
    '周敏',
    [
      log('李雷 目标 12月 60万', ['target'], { sees: '2026年12月' }),
      log('12月 韩梅 目标 50万', ['target'], { sees: '韩梅' }),
      log('李雷12月目标65万', ['target'], { sees: '65万' }),
      log('给李雷12月定61万', ['target'], { sees: '61万' }),
      log('李雷 海棠 12月 60万', [], { misses: '已设目标' }),
    ],
  ],
  [
    'a target is set from its pieces in any order, in English',
    'Linda Fox',
    [
      log('60k for Amy in December', ['target'], { sees: 'Dec 2026' }),
      log('Amy December target 61k', ['target'], { sees: '¥61,000' }),
      log("set Amy's December target to 62k", ['target'], { sees: 'Dec 2026' }),
      log("set Amy's weekly target to 62k", []),
      log('60k for Jane in December', []),
    ],
  ],
  [
    'a leave until a day begins today',
    '李雷',
    [
      log('请假到周五', ['setting'], { sees: '11月26日' }),
      log('我休假到下周三', ['setting'], { sees: '12月2日' }),
      log('请假到医院看病', [], { misses: '请假：' }),
    ],
  ],
  [
    'a leave until a day is asked about in English',
    'Amy Chen',
    [
      log("I'm off till Friday", [], { sees: 'Thu, Nov 26' }),
      log('on leave until next Wednesday', [], { sees: 'Wed, Dec 2' }),
    ],
  ],
  [
    'what a question offered is not taken once it was called off',
    '李雷',
    [
      log('采购那边嫌实施慢', [], { sees: '哪个客户' }),
      log('星河科技', ['follow-up 星河']),
      log('胡工说接口对不上', [], { sees: '远山教育' }),
      log('取消', []),
      log('远山教育', [], { sees: '覃总' }),
    ],
  ],
  [
    'the step that is named is taken back, though it was not the last',
    '韩梅',
    [
      log('输 初雪服饰 预算取消', ['lost'], { sees: '没有预算' }),
      log('初雪服饰他们老板又打电话来了', ['follow-up 初雪']),
      log('刚才输单那条撤了', ['undo'], { sees: '输单' }),
      log('初雪服饰', [], { sees: 'CRM' }),
    ],
  ],
  [
    'an opinion is no report, and each half of a line is a matter of its own',
    '李雷',
    [
      log('云帆的仓储差不多可以到方案报价了', [], { sees: '推进到方案报价' }),
      log('还有 下周一提醒我给覃总回电话 另外云帆现在几个商机', ['task 远山'], { sees: '仓储系统' }),
      log('下周三拜访星河科技，提前一天提醒', ['task 星河'], { sees: '12月1日' }),
    ],
  ],
  [
    'each half of a line is a matter of its own, in English',
    'Amy Chen',
    [
      log('and Sue at Fenwick? when did I last talk to her', [], { sees: 'Fenwick' }),
      log('ok ping her monday about the site visit', ['task Fenwick']),
      log(
        "2 things. push Bill's contract to next Tuesday, and how many open deals have I got",
        ['task moved'],
        {
          sees: '4',
        },
      ),
      log('told Bill no on the phone, 77 is the best we can do', ['follow-up Ironwood']),
      log("omar's ready for a proposal on the WMS", ['follow-up Bluebird']),
      log('I reckon WMS is about ready for proposal', []),
      log('log Larkspur jane confirmed the pilot for Dec 7', ['follow-up Larkspur']),
    ],
  ],
  [
    'thinking aloud before a question changes nothing of it',
    '周敏',
    [
      log('我先看看啊 咱们组现在手上一共多少钱的单子', [], { sees: '252' }),
      log('这里面李雷占多少', [], { sees: '172' }),
      log('韩梅呢', [], { sees: '80' }),
    ],
  ],
  [
    'words that wait are put on the customer who is named for them',
    '韩梅',
    [
      log('刚见完客户 聊得挺好 让我下周一给方案', [], { sees: '哪个客户' }),
      log('对了我现在有哪些客户', [], { sees: '先放下了' }),
      log('银狐的', ['follow-up 银狐', 'task 银狐'], { sees: '让我下周一给方案' }),
      log('银狐的', [], { misses: '已记' }),
    ],
  ],
  [
    'a deal that went to somebody else is offered as lost',
    '李雷',
    [
      log('星河科技选了别家', ['follow-up 星河'], { sees: '[输单]' }),
      log('云帆那个仓储跟别家签了', ['follow-up 云帆'], { sees: '[输单]', misses: '[赢单]' }),
      log('海棠还没选别家', [], { misses: '[输单]' }),
    ],
  ],
  [
    'a deal that went to somebody else is offered as lost, in English',
    'Amy Chen',
    [log('Ironwood went with someone else', ['follow-up Ironwood'], { sees: '[Mark lost]' })],
  ],
  [
    'a ranking holds those who have nothing',
    '周敏',
    [
      log('赢 海棠地产 70万', ['won']),
      log('谁业绩最差', [], { sees: '韩梅，0' }),
      log('本月谁赢单最多', [], { sees: '李雷' }),
    ],
  ],
];

describe('nothing is written that was not meant', () => {
  it.each(said)('%s', async (_, who, lines) => {
    const { w, actors } = await found(languageOf([who]));
    const actor = actors.get(who);
    if (!actor) throw new Error(who);
    const writing = new Writing(w.store.db);
    await writing.since();
    for (const { line, writes, sees = '', misses } of lines) {
      const button = /^\[(?<label>.+)\]$/u.exec(line)?.groups?.label;
      const answer = button ? await actor.taps(button) : await actor.says(line);
      const words = answer.cards.map(printed).join('\n');
      const written = (await writing.since()).map((one) => one.words);
      const left = written.filter((one) => !writes.some((kind) => one.startsWith(kind)));
      const lacking = writes.filter((kind) => !written.some((one) => one.startsWith(kind)));
      expect({ line, left, lacking, lacks: words.includes(sees) ? '' : words }).toEqual({
        ...{ line, left: [], lacking: [], lacks: '' },
      });
      if (misses) expect(words).not.toContain(misses);
      w.clock.advance(20_000);
    }
    expect(w.incidents).toEqual([]);
    await w.close();
  });
});
