import { expect, test } from 'vitest';
import { readTalk } from '../../../language/talk/read-talk.js';
import type { TalkKind } from '../../../language/talk/talk-reading.js';
import { allSentences } from '../../language/set.js';

const kindOf = (line: string) => readTalk(line)?.kind;

/** Lines that are talk, by kind. */
const talk: Record<TalkKind, string[]> = {
  // Read beside what was shown last: `tests/unit/talk/why-asked.test.ts`.
  why: [],
  teamOnly: [],
  ownMatter: [],
  uncounted: [],
  greeting: [
    ...[
      '你好',
      '您好，麻烦您了',
      '早',
      '大家早上好',
      '嗨',
      '周总早',
      'zao',
      '哈喽～',
      '下午好呀！',
      '新年快乐',
    ],
    ...[
      'hi',
      'Hello!!',
      'morning all',
      'mornign',
      'hey there',
      'um hello',
      'Good morning team',
      'hi Tom',
      'yo 👋',
    ],
  ],
  bye: [
    '再见',
    '拜拜～',
    '晚安',
    '下班了',
    '溜了溜了',
    '周姐再见',
    'bye',
    'night',
    'see you tomorrow',
    'k im done for today',
  ],
  thanks: [
    ...[
      '谢谢',
      '好的谢谢',
      '辛苦了',
      '多谢啦！',
      '明白了谢谢',
      '谢谢王总',
      '好的，非常感谢，祝您工作愉快',
      '🙏',
    ],
    ...[
      'thanks',
      'thx',
      'tahnks',
      'thank you so much!',
      'ta',
      'brill thanks Greg',
      'great, thanks both',
      'cheers mate',
    ],
    'thanks, enjoy your pie or whatever bots eat',
  ],
  ok: [
    ...['好的', '收到', '嗯嗯', '行，先这样', '好嘞周姐', '没问题', '知道了', '👍', 'ok 👌', '先放着', '1'],
    ...['ok', 'got it', 'k', 'noted', 'sounds good', 'yep', 'no worries', 'Alright then', 'will do boss'],
  ],
  presence: [
    ...[
      '在吗',
      '在不在？',
      '喂喂能听见吗',
      '嗯那个喂喂能听见吗',
      '有人吗',
      '你还在吗',
      '机器人在吗',
      '测试一下',
    ],
    ...[
      'hi, is this thing on?',
      'you there?',
      'anyone there',
      'are you still there',
      'can you hear me',
      'test',
    ],
  ],
  who: [
    ...[
      '你是谁',
      '你叫什么名字',
      '你是机器人吗',
      '你好，我新来的，你是干啥的',
      '介绍一下你自己',
      '这个机器人是干嘛的',
    ],
    ...['who are you', "what's your name", 'are you a bot?', 'who is this', 'am I talking to a human'],
  ],
  what: [
    ...['你能做什么', '你都能干嘛', '你会什么', '有什么功能', '都有哪些命令', '我能问你什么'],
    ...[
      'what can you do',
      'what can I say here',
      'how can you help me',
      'what commands are there',
      "what's this for",
    ],
  ],
  how: [
    ...[
      '怎么用啊',
      '这个怎么用？',
      '怎么新建线索',
      '怎么记拜访啊',
      '线索怎么建',
      '记错了怎么办',
      '可以撤回吗',
    ],
    ...['林姐，这个机器人是直接打字就行吗', '可以发语音吗', '要填表格吗', '该怎么写', '公海怎么算的'],
    ...[
      'how does this work',
      'how do I log a visit',
      'how to add a lead',
      'can I undo that?',
      'what do I type',
    ],
    'do I need to fill in a form for every visit or can I just type it',
    'so if I visited Quayside tomorrow what would I write?',
    '这个机器人能看到我们聊天吗',
    'can you see our messages',
  ],
  saved: [
    ...['记上了吗', '存了没', '刚才那条记上没有', '记了几条？', '刚才记的是什么', '刚才说的那家是哪家'],
    ...[
      'did that get saved',
      'did you get that',
      'is it saved?',
      'what did you save from that',
      'whst did you get from that',
    ],
  ],
  self: ['我是谁', '我是哪个团队', '我有什么权限', 'who am I', 'which team am I in', "what's my role"],
  order: [
    ...[
      '帮我写封邮件给王总催一下合同',
      '帮我给远山教育写个跟进邮件',
      '给我订个会议室',
      '订个明天去海棠的车',
      '讲个笑话',
    ],
    ...[
      '那你替我给王总打个电话催一下',
      '麻烦帮我起草一份给王总的报价邮件',
      '帮忙做个海棠地产的方案ppt',
      '帮我点个外卖',
    ],
    ...[
      'book me a flight',
      'write a follow-up email to Fenwick Joinery for me',
      'draft a proposal for Bluebird',
    ],
    ...[
      "can you ring Jane and tell her I'm late",
      'book a table for four',
      'tell me a joke',
      'can you email Bill the terms',
    ],
  ],
  wish: [
    ...[
      '假如远山教育月底前付款，我的指标就够了',
      '要是能签下来就好了',
      '李雷要是能把海棠拿下就好了',
      '希望他们别再拖了',
    ],
    ...[
      '如果王总下周能拍板，我们月底就可以签了',
      '万一覃总不同意怎么办',
      '我在想要不要给云帆降点价',
      '感觉这单要赢了',
    ],
    ...['海棠那个80万估计要砍到75万', '要不要把远山教育给韩梅呢', '在去海棠的路上了，祈祷今天能签'],
    ...[
      "if ironwood closes I'm at target lol",
      'hope ironwood signs before the weekend',
      'wish Bill would just sign',
    ],
    ...[
      'suppose they say no, what then?',
      'wondering whether to offer Larkspur a discount',
      'fingers crossed for Ironwood',
    ],
    'it would be great if Tom closed Sandford Press this month',
  ],
  chatter: [
    '哈哈哈哈',
    '666',
    '牛啊',
    '哇恭喜恭喜',
    '发错地方了',
    '🎉🎉',
    'lol',
    'nice one!!',
    'oops wrong chat',
    'sry pocket',
  ],
  noise: ['？？？', '。。。', '!!!', '...', '嗯那个'],
};

for (const [kind, lines] of Object.entries(talk))
  test(`reads as ${kind}: ${lines.length} lines`, () => {
    expect(lines.map((line) => `${line} → ${kindOf(line)}`)).toEqual(
      lines.map((line) => `${line} → ${kind}`),
    );
  });

/** Lines that tell, ask or want something that is no talk. */
const others = [
  ...[
    'hi, met Jane today, she likes the offer',
    '你好，今天拜访了星河科技王总',
    '早上去了海棠地产',
    '好的，明天去星河科技',
  ],
  ...[
    '谢总来了',
    '王总没问题',
    '王总同意了',
    '李总收到了合同',
    '客户希望下周看演示',
    '希望我们下周给方案',
    '王总说如果降价就签',
  ],
  ...[
    '今天见了王总，如果顺利下周签',
    '提醒我下周一联系李总',
    '帮我记一下今天见了王总',
    '帮我查一下星河科技',
    '帮我查看今天的待办',
  ],
  ...[
    '竞品X怎么打',
    '客户嫌价格高怎么回',
    '星河科技什么情况',
    '王总电话多少',
    '今天有什么安排',
    '这个月赢了多少',
    '约好王总周五吃晚饭',
  ],
  ...[
    '是李经理',
    '不对，是周四',
    'Sorry, Thursday',
    'no wednesday',
    'oops no, wrong one, undo that please',
    '啊点错了，撤',
    '王总',
  ],
  ...[
    'call Jane at Larkspur tomorrow',
    'email them the quote on Monday',
    'send Priya the TCO on Monday',
    'Coming back Tuesday to sign',
  ],
  ...[
    "what's Jane's number",
    'who owns Larkspur?',
    'how do we beat Acme',
    'what did we talk about last time',
    'my deals',
    'today',
  ],
  ...[
    'met Larkspur, hope she signs next week',
    'thanks to Bill we met the board at Ironwood today',
    'great meeting with Jane at Larkspur',
  ],
  ...[
    "If it isn't too much trouble, could you remind me to ring them on Tuesday?",
    'Should I visit Oakline tomorrow?',
    'asdfgh',
    '',
  ],
].filter((line) => line !== '');

test('leaves reports, plans, corrections, look-ups and questions about sales alone', () => {
  expect(
    others.filter((line) => kindOf(line) !== undefined).map((line) => `${line} → ${kindOf(line)}`),
  ).toEqual([]);
});

/** A condition is no fact, whatever else the sentence set expects of how it is read. */
const conditional = /^(?:如果|假如|要是|万一|if|unless)/iu;

test('claims no report, plan, lead or correction of the sentence set', () => {
  const written = allSentences().filter(
    ({ expect: { intent } }) => intent !== 'none' && intent !== 'forward',
  );
  const claimed = written.filter(({ say }) => !conditional.test(say) && kindOf(say) !== undefined);
  expect(written.length).toBeGreaterThan(300);
  expect(claimed.map(({ say }) => `${say} → ${kindOf(say)}`)).toEqual([]);
});

test('says what a how-question is about', () => {
  expect(readTalk('怎么新建线索')?.topic).toBe('新建线索');
  expect(readTalk('线索怎么建')?.topic).toBe('线索 建');
  expect(readTalk('how do I log a visit?')?.topic).toBe('log a visit');
  expect(readTalk('怎么用')?.topic).toBeUndefined();
});

test('words that may answer a question are less sure than a greeting', () => {
  expect(readTalk('谢谢')?.strength).toBe('exact');
  expect(readTalk('好')?.strength).toBe('strong');
  expect(readTalk('no')?.strength).toBe('strong');
});
