import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../texts/languages.js';
import { type Company, found } from './company.js';

const among: Record<Locale, { group: string; speaker: string; customer: string; noise: string[] }> = {
  zh: {
    group: '华东销售群',
    speaker: '李雷',
    customer: '海棠地产',
    noise: [
      ...[
        '哈哈哈',
        '收到',
        '好的',
        '👍',
        '早',
        '谢谢老板',
        '中午吃啥',
        '走起，十二点电梯口',
        '带娃看病',
        '我可以',
      ],
      ...[
        '明天谁有空去机场接一下总部的人',
        '大家今天下班前把跟进都补一下',
        '下周三例会都别迟到',
        '发错地方了',
      ],
      ...[
        '快了快了，签了请大家喝奶茶',
        '改到三点吧',
        '做完了',
        '不对',
        '会议室定了吗',
        '帮我带杯咖啡',
        '算了',
      ],
      ...[
        '韩梅，海棠那单你今天给个说法',
        '海棠地产那个单子下周能签吗 @韩梅',
        '周敏：海棠地产昨天吃饭的发票给你了',
        '@韩梅 银狐科技到哪一步了',
        '韩梅，你的商机怎么样了？',
        '韩梅，银狐科技',
      ],
      ...['行，我批了', '查一下你们的邮箱', '在吗', '要是能早点下班就好了', '谁看到我充电器了'],
    ],
  },
  en: {
    group: 'east-sales',
    speaker: 'Amy Chen',
    customer: 'Ironwood Cycles',
    noise: [
      ...['lol', 'noted', 'ok', '🎉🎉', 'morning all', 'thanks boss', 'lunch at 12:30?', 'will do boss'],
      ...['anyone fancy the noodle place at 1?', 'ok leaving now, meet downstairs', 'by the printer'],
      ...['report is due friday guys', 'move it to 4 please', "call me when you're free", 'never mind'],
      ...[
        "who's in tomorrow?",
        'find me a desk please',
        'did they sign or will they sign?',
        'fingers crossed!',
      ],
      ...[
        'Tom, how are your deals going?',
        'Tom, can you check Sandford Press?',
        "@Tom Baker what's the status of Sandford Press?",
        'hey Tom, did you call Sandford Press',
        'Tom what about Sandford',
        'Tom: Larkspur Hotels?',
        'Linda - can you send me the forecast',
        'can you check Sandford, Tom?',
        'thanks Tom, Larkspur looks good',
        'Tom did you see the forecast?',
      ],
    ],
  },
};

describe.each(['zh', 'en'] as const)('among colleagues in a group, %s', (locale) => {
  let company: Company;
  const { group, speaker, customer, noise } = among[locale];
  const actor = () => {
    const one = company.actors.get(speaker);
    if (!one) throw new Error(speaker);
    return one;
  };
  beforeAll(async () => {
    company = await found(locale);
  });
  afterAll(async () => {
    await company.w.close();
  });

  it.each(noise)('does not answer what colleagues say to each other: %s', async (words) => {
    const answer = await actor().in(group).says(words, { isOverheard: true });
    expect(answer.cards.map(({ title }) => title)).toEqual([]);
  });

  it('answers the same words when it is called', async () => {
    for (const words of noise.slice(0, 6))
      expect((await actor().in(group).says(words)).cards, words).toHaveLength(1);
  });

  it('answers a name, a command and a report all the same', async () => {
    for (const words of [customer, locale === 'zh' ? '漏斗' : 'funnel'])
      expect((await actor().in(group).says(words, { isOverheard: true })).cards, words).toHaveLength(1);
    const told = locale === 'zh' ? `刚去了${customer}，他们很满意` : `visited ${customer}, they are happy`;
    await actor().in(group).says(told, { isOverheard: true }).sees(customer);
  });

  it('answers who is asked something, whatever they say then', async () => {
    await actor()
      .in(group)
      .says(locale === 'zh' ? '商机' : 'deal', { isOverheard: true });
    const waits = locale === 'zh' ? '哈哈哈' : 'lol';
    expect((await actor().in(group).says(waits, { isOverheard: true })).cards).toHaveLength(1);
    await actor()
      .in(group)
      .says(locale === 'zh' ? '取消' : 'cancel', { isOverheard: true });
  });

  it('answers in private what it does not answer in a group', async () => {
    for (const words of noise) expect((await actor().alone().says(words)).cards, words).not.toEqual([]);
  });
});
