import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customerByNo } from '../../store/customers/customer-queries.js';
import { createContact } from '../../store/unit/rows/contact-rows.js';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let lin: Actor;
let li: Actor;

beforeEach(async () => {
  w = await world();
  lin = await w.rep('林晓');
  li = await w.rep('李强');
  await lin.says('商机 云杉科技 ERP二期 30万 12月底');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('a sentence without a verb', () => {
  it('is logged in the speaker’s words, with its next step', async () => {
    await lin
      .says('今天拜访了云杉科技王总，报价28万，下周三再约')
      .sees(
        '已记录 · 云杉科技',
        '方式: 拜访',
        '联系人: 王总',
        '12月2日 周三',
        '报价: 28万',
        '要更新商机吗？金额改为28万',
        '[金额改为28万]',
      );
    await lin.says('D-1').sees('30万');
  });

  it('changes amount and stage only by a tap', async () => {
    await lin.says('云杉科技从30万降到28万');
    await lin.taps('金额改为28万').sees('28万');
    await lin.says('云杉科技签了，28万').sees('[赢单]');
    await lin.says('D-1').misses('已赢单');
  });

  it('plans a task if it speaks of the future', async () => {
    await lin.says('明天上午10点去云杉科技见王总').sees('已约', '11月27日 周五 10:00').misses('已记');
    await lin.says('要去拜访云杉科技').sees('请补充：日期');
    await lin.says('下周二').sees('12月1日 周二');
  });

  it('writes nothing if it says that a visit is called off', async () => {
    await lin.says('明天不去云杉科技了').misses('已记', '已约');
    await lin.says('今天').sees('今天没有待办');
  });

  it('that asks a question is answered with the customer’s card', async () => {
    await lin.says('云杉科技报价多少？').sees('云杉科技', 'D-1').misses('已记');
  });

  it('asks before it creates an unknown customer, and its words are stored', async () => {
    await lin
      .says('今天拜访了蓝海餐饮，张经理想看CRM')
      .sees('没有找到客户「蓝海餐饮」', '[新建「蓝海餐饮」]');
    await lin.taps('新建').sees('已记录 · 蓝海餐饮', '方式: 拜访', 'L-1');
  });

  it('creates a lead if it reports a new contact from a fair', async () => {
    await lin.says('展会上认识了蓝海餐饮的张经理，13800001111，想看CRM').sees('L-1', '张经理', '13800001111');
  });

  it('is confirmed first if it reports a colleague’s act or a forwarded message', async () => {
    await lin.says('李强今天拜访了云杉科技').sees('这是李强的跟进吗').misses('已记');
    await lin.taps('记在我名下').sees('已记录 · 云杉科技');
    await lin.says('转发：云杉科技王总：30万有点高').sees('这是转发的内容吗').misses('已记');
    await lin.taps('记为跟进').sees('已记录 · 云杉科技');
  });

  it('is logged for the rep it names if the manager sends it', async () => {
    const boss = await w.manager('何芳');
    await boss.says('林晓今天拜访了云杉科技').sees('已记录 · 云杉科技', '跟进人: 林晓');
    await li.says('林晓今天拜访了云杉科技').misses('已记');
  });

  it('is one act if it names two customers, undone together', async () => {
    await lin.says('商机 青禾食品 冷链 15万');
    await lin.says('云杉科技、青禾食品今天都见了').sees('已记录 · 云杉科技、青禾食品', '拜访');
    await lin.says('撤').sees('已撤销');
    await lin.says('青禾食品').misses('都见了');
  });

  it('applies its remark to each customer it lists', async () => {
    await lin.says('商机 青禾食品 冷链 15万');
    await lin
      .says('拜访了云杉科技、青禾食品，两家都嫌贵，下周三再谈')
      .sees('已记录 · 云杉科技、青禾食品', '12月2日');
    await lin.says('云杉科技').sees('12月2日');
    await lin.says('青禾食品').sees('12月2日');
  });

  it('recognises the speaker’s customer by a short name, and asks if the name only sounds alike', async () => {
    await lin.says('上午跑了趟云杉，聊得不错').sees('已记录 · 云杉科技');
    await lin.says('今天见了云衫王总').sees('「云衫」是哪个客户', '[云杉科技]').misses('已记');
    await lin.says('今天去了云科').sees('「云科」是哪个客户', '[云杉科技]').misses('已记');
    await lin.says('商机 上海星河湾科技 WMS 60万 新客户');
    await lin.says('上午跑了趟星河湾').sees('已记录 · 上海星河湾科技');
    await lin.says('商机 Kestrel ERP 20万 新客户');
    await lin.says('Called Kestral, price is too high').sees('「Kestral」', '[Kestrel]');
  });

  it('asks which customer is meant if a colleague’s customer has nearly the same name', async () => {
    await li.says('商机 云山科技 ERP 20万 新客户');
    await lin.says('今天拜访了云山科技').sees('「云山科技」是哪个客户', '[云杉科技]').misses('已记');
  });

  it('asks which customer is meant if two share the name', async () => {
    await lin.says('商机 海川物流 WMS 60万');
    await lin.says('商机 海川能源 ERP 20万 新客户');
    await lin.says('今天去了海川').sees('「海川」是哪个客户？', '[海川物流] [海川能源]');
    await lin.taps('海川能源').sees('已记录 · 海川能源');
  });

  it('asks which customer is meant if it names none and nothing was talked of before', async () => {
    w.clock.advance(31 * 60_000);
    await lin.says('今天打了个电话，对方说价格高').sees('哪个客户');
    await lin.says('云杉科技').sees('已记录 · 云杉科技', '障碍: 价格');
  });

  it('is not understood if it reports nothing', async () => {
    await lin.says('今天天气不错').sees('没理解您的意思');
  });

  it('is logged only after a tap if it names no activity', async () => {
    await lin.says('云杉科技有个新仓库').sees('要把这句记成一次跟进吗？', '[记为跟进]').misses('已记');
    await lin.taps('记为跟进').sees('已记录 · 云杉科技');
  });

  it('proposes a date if its weekday is ambiguous', async () => {
    await lin.says('拜访了云杉科技，周二再来').sees('已记', '[约 12月1日 周二]');
    await lin.taps('约 12月1日').sees('已约', 'T-1');
  });
});

describe('a correction of the last follow-up', () => {
  it('changes its date', async () => {
    await lin.says('今天拜访了云杉科技王总，报价28万，下周三再约');
    await lin.says('不对，是周四').sees('已更正 · 云杉科技', '时间 12月2日 周三 → 12月3日 周四');
    await lin.says('今天').misses('12月2日');
    await lin.says('撤').sees('已撤销');
    await lin.says('云杉科技').sees('拜访了', '12月2日');
    await lin.says('撤').sees('已撤销');
    await lin.says('云杉科技').misses('拜访了');
  });

  it('changes its customer', async () => {
    await lin.says('商机 青禾食品 冷链 15万');
    await lin.says('今天拜访了云杉科技，下周三再约');
    await lin.says('搞错了，是青禾食品').sees('已更正 · 青禾食品', '12月2日 周三');
    await lin.says('云杉科技').misses('今天拜访了');
  });

  it('asks which of several customers is meant, or changes the one it names', async () => {
    await lin.says('商机 青禾食品 冷链 15万');
    await lin.says('云杉科技、青禾食品今天都见了，下周三再约').sees('已记录 · 云杉科技、青禾食品');
    await lin.says('不对，是周四').sees('要改哪一个', '[云杉科技] [青禾食品]');
    await lin.taps('青禾食品').sees('已更正 · 青禾食品', '12月3日 周四');
    await lin.says('D-1').sees('12月2日 周三');
    await lin.says('不对，云杉科技是周五').sees('已更正 · 云杉科技', '12月4日 周五');
    await lin.says('D-2').sees('12月3日 周四');
    await lin.says('撤').sees('已撤销', 'T-1');
    await lin.says('青禾食品').sees('都见了');
  });

  it('is answered that there is nothing to correct', async () => {
    w.later(1);
    await lin.says('不对，是周四').sees('没有可更正的跟进');
  });
});

describe('learning from corrections', () => {
  it('remembers a misspelt customer name, for the team only', async () => {
    await lin.says('今天拜访了云衫科技').sees('「云衫科技」是哪个客户');
    await lin.taps('云杉科技').sees('已记录 · 云杉科技', '已记住：「云衫科技」指云杉科技');
    await lin.says('云衫科技王总来电话了').sees('已记录 · 云杉科技');
    const other = await w.rep('赵远', await w.team('华南'));
    await other.says('学到的').sees('还没有记住任何叫法');
    await lin.says('学到的').sees('云衫科技 | 云杉科技 | 林晓', '忘掉');
    await lin.taps('云衫科技').sees('已忘掉「云衫科技」');
    await lin.says('云衫科技王总来电话了').sees('是哪个客户');
  });

  it('remembers which contact a title means', async () => {
    await w.store.tx(async (tx) => {
      const customer = await customerByNo(tx, 1);
      for (const name of ['王伟', '王芳'])
        await createContact(tx, { customerId: customer?.id ?? '', name, title: '总' }, w.clock.now());
    });
    await lin.says('今天见了云杉科技的王总').sees('已记', '王总：王伟', '王总：王芳');
    await lin.taps('王芳').sees('联系人: 王芳');
    await lin.says('云杉科技王总来电话了').sees('联系人: 王芳').misses('王总：');
  });
});

describe('a sentence about several customers', () => {
  it('makes a lead of each that it calls new, and offers to create one that it does not', async () => {
    await lin
      .says('今天认识了两个新客户，蓝天机械的张总和绿源食品的刘总')
      .sees('蓝天机械 L-1 · 新线索', '绿源食品 L-2 · 新线索');
    await lin.says('绿源食品').sees('刘总').misses('张总');
    await lin
      .says('今天拜访了云杉科技，报价80万；又去了大成建材，嫌贵')
      .sees('已记录 · 云杉科技')
      .misses('障碍');
    await lin.taps('新建「大成建材」').sees('已记录 · 大成建材', '障碍: 价格');
  });

  it('is recorded for those whom one may change, and says which others it is not', async () => {
    await li.says('商机 蓝鲸制造 MES 80万');
    await lin
      .says('蓝鲸制造预算没批，云杉科技推进到谈判，报价25万')
      .sees('已记录 · 云杉科技', '25万', 'D-2')
      .misses('已记录 · 云杉科技、蓝鲸制造');
    await li.says('D-2').misses('预算');
  });

  it('shows the obstacle for each of them', async () => {
    await lin.says('商机 蓝鲸制造 MES 50万 12月底');
    await lin
      .says('云杉科技和蓝鲸制造都见了，两家都嫌贵')
      .sees('云杉科技 D-1 · 拜访 · 价格', '蓝鲸制造 D-2 · 拜访 · 价格');
  });
});

describe('a sentence that asks to change a deal', () => {
  it('is not logged as a follow-up: it changes the deal that it names, and undo takes it back', async () => {
    await lin.says('把云杉科技的金额改成50万').sees('50万').misses('已记');
    await lin.says('撤').sees('已撤销');
    await lin.says('把云杉科技的金额改成50万').sees('50万');
    await lin.says('云杉科技').sees('50万').misses('修改后');
  });
});

describe('while the bot waits for an answer', () => {
  it('another matter sets its question aside, and a tap takes it up again', async () => {
    await lin.says('跟').sees('请补充：客户');
    await lin.says('这个月我赢了多少').sees('赢单金额', '刚才的问题', '[接着办]').misses('没有找到客户');
    await lin.says('云杉科技').sees('云杉科技').misses('跟进了什么');
    await lin.says('跟').sees('请补充：客户');
    await lin.says('今天').sees('[接着办]');
    await lin.taps('接着办').sees('请补充：客户');
    await lin.says('云杉科技').sees('跟进了什么');
  });

  it('a sentence that can hardly be the answer is logged instead', async () => {
    await lin.says('跟 云山').sees('没有找到客户「云山」');
    await lin.says('今天拜访了云杉科技，下周三再约').sees('已记录 · 云杉科技', '下一步');
    await lin.says('取消').sees('没有');
  });

  it('a line that may be the answer is taken as the answer', async () => {
    await lin.says('跟 云山').sees('没有找到客户「云山」');
    await lin.says('就是做软件那家').sees('没理解您的意思', '上一句还需要补充');
    await lin.says('云杉科技').sees('跟进了什么');
    await lin.says('昨天去云杉科技谈了价格').sees('已记', '昨天去云杉科技谈了价格');
  });
});

describe('a sentence in English', () => {
  it('creates the same record as in Chinese', async () => {
    await w.close();
    w = await world({ locale: 'en' });
    const ann = await w.rep('Ann');
    await ann.says('deal "Northwind Labs" Platform 300k');
    await ann
      .says('Visited Northwind Labs today, quoted 280k, next Wed again')
      .sees('Logged · Northwind Labs', 'Channel: visit', 'Quoted: ¥280,000', 'Wed');
    await ann.says('Sorry, next Friday').sees('Corrected · Northwind Labs', 'Fri');
  });
});
