import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actionsOf } from '../../kernel/card/card.js';
import { openQuestions } from '../support/open-questions.js';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let lei: Actor;

beforeEach(async () => {
  w = await world();
  lei = await w.rep('李雷');
  await lei.says('商机 星河科技 ERP 30万').sees('D-1');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const buttons = (actor: Actor) => actor.last.cards.flatMap((card) => actionsOf(card));

describe('a greeting', () => {
  it('is answered with a welcome and three buttons from the speaker’s own data', async () => {
    await lei.says('你好呀').sees('李雷，您好', '[今天] [星河科技] [跟进 星河科技]');
    await lei.taps('星河科技').sees('C-1');
  });

  it('offers a manager the reports, and a rep without customers the first steps', async () => {
    const zhou = await w.manager('周敏');
    await zhou.says('hi').sees('周敏，您好', '[周报]', '[停滞]');
    const han = await w.rep('韩梅');
    await han.says('早').sees('[新线索]', '[入门]');
  });

  it('is a nod of one line in a group', async () => {
    lei.in('华东群');
    const answer = await lei.says('大家早');
    expect(answer.cards.map(({ nodes }) => nodes)).toEqual([[]]);
  });

  it('before a report is part of the report', async () => {
    await lei.says('你好，今天拜访了星河科技，聊得不错').sees('已记');
  });
});

describe('thanks, a nod and chatter', () => {
  it('get one word back, and nothing is written', async () => {
    for (const [line, answer] of [
      ['好的谢谢', '不客气'],
      ['收到', '好的'],
      ['👍', '好的'],
      ['溜了溜了', '回头见'],
      ['喂喂能听见吗', '在的'],
      ['？？？', '发「帮助」'],
    ] as const) {
      await lei.says(line).sees(answer);
      expect(buttons(lei)).toEqual([]);
    }
  });

  it('leave an open question open', async () => {
    await lei.says('跟进').sees('请补充');
    await lei.says('谢谢').sees('不客气');
    await lei.says('星河科技').misses('没理解');
  });
});

describe('a question about the assistant', () => {
  it('is answered by help, and is no question for the team', async () => {
    await lei.says('怎么用啊').sees('我能做什么');
    await lei.says('你都能干嘛').sees('我能做什么');
    await lei.says('怎么新建线索').sees('用法 · 线索', '用法');
    await lei.says('怎么记拜访').sees('用法 · 跟');
    await lei.says('记错了怎么办').sees('用法 · 撤');
    await lei.says('你是谁').sees('我是跟进');
    await lei.says('这个机器人能看到我们聊天吗').sees('@我');
    expect(await openQuestions(w)).toEqual([]);
  });

  it('tells the speaker’s name, role and team', async () => {
    await lei.says('我是哪个团队').sees('您是李雷', '销售');
  });

  it('tells what was saved last in this chat', async () => {
    const han = await w.rep('韩梅');
    await han.says('记上了吗？').sees('今天在这里还没有记录');
    await lei.says('今天拜访了星河科技，下周三再约').sees('已记');
    await lei.says('记上了吗？').sees('星河科技', '今天拜访了星河科技');
    await lei.taps('撤销').sees('已撤销');
    await lei.in('华东群').says('记上了吗').sees('还没有记录');
  });

  it('tells what each line of the last message saved', async () => {
    await lei.says('线索 海棠地产 李总');
    await lei.says('今天拜访了星河科技，演示完了\n海棠地产电话聊了，等老板回来');
    await lei.says('记了几条？').sees('演示完了', '等老板回来');
  });
});

it('an order that the assistant cannot carry out writes nothing', async () => {
  await lei.says('帮我给星河科技写个跟进邮件').sees('我做不了', '没有保存任何内容').misses('已记');
  await lei.says('book me a flight').sees('我做不了');
});

it('a wish or a condition writes nothing; what a customer said is recorded by a tap', async () => {
  await lei.says('要是能签下来就好了').sees('没有保存').misses('已记');
  expect(buttons(lei)).toEqual([]);
  await lei.says('如果星河科技月底前付款，我的指标就够了').sees('没有保存', '[记为跟进]').misses('已记');
  await lei.taps('记为跟进').sees('已记');
});

describe('a question that nothing answers', () => {
  it('is passed on to the team only by a tap', async () => {
    await lei.says('楼下新开那家面馆？').sees('答不上来', '[问同事]');
    expect(await openQuestions(w)).toEqual([]);
    await lei.taps('问同事').sees('问题已记录');
    expect(await openQuestions(w)).toEqual(['楼下新开那家面馆']);
  });

  it('is passed on at once if it was asked with the verb', async () => {
    await lei.says('问 竞品X怎么打').sees('问题已记录');
    expect(await openQuestions(w)).toEqual(['竞品X怎么打']);
  });

  it('is answered to the speaker alone in a group', async () => {
    lei.in('华东群');
    expect((await lei.says('晚上谁一起吃饭？')).quiet).toBe(true);
  });
});

it('speaks English to those who do', async () => {
  const en = await world({ locale: 'en' });
  const amy = await en.rep('Amy');
  await amy.says('mornign').sees('Hi Amy');
  await amy.says('thanks!').sees("You're welcome");
  await amy.says('how do I log a visit').sees('Help: log');
  await amy.says('did that get saved').sees('Nothing saved here today');
  await amy.says('can you ring Jane and tell her I am late').sees("I can't do that");
  await amy.says('wish they would just sign').sees('I saved nothing');
  await en.close();
});
