import { afterEach, beforeEach, describe, it } from 'vitest';
import { type Actor, type World, winsAtOnce, world } from '../support/world.js';

let w: World;
let li: Actor;
afterEach(async () => await w.close());

describe('what was done last, corrected in words', () => {
  beforeEach(async () => {
    w = await world();
    li = await w.rep('李雷');
    await li.says('商机 海棠地产 智慧社区 80万 12月底');
    w.later(1);
  });

  it('is a plan: its day, again and again, and then it is deleted whole', async () => {
    await li.says('明天上午去海棠地产');
    await li.says('还是后天吧').sees('已更正 · 海棠地产', '时间 11月28日 周六 → 11月29日 周日');
    await li.says('后天周日啊，改下周一').sees('11月30日 周一');
    await li.says('撤').sees('已撤销');
    await li.says('海棠地产').sees('待办: 周日');
    await li.says('算了不去了，删掉').sees('已撤销', '删除 T-1');
    await li.says('海棠地产').misses('周日');
  });

  it('keeps what it offered beside the value that is corrected, again and again', async () => {
    await li.says('海棠地产推进到谈判，报价70万，他说周三给答复').sees('[约 12月2日 周三]', '[推进到谈判');
    await li.says('不对，报价72万').sees('报价: 72万', '[约 12月2日 周三]', '[推进到谈判', '[金额改为72万]');
    await li.says('改成周四').sees('报价: 72万', '[约 12月3日 周四]', '[推进到谈判');
    await li.says('不对，报价74万').sees('报价: 74万', '[约 12月3日 周四]', '[金额改为74万]');
    await li.taps('约 12月3日 周四').sees('已约 · 12月3日 周四');
    await li.says('不对，报价75万').sees('报价: 75万').misses('[约 12月3日 周四]');
  });

  it('is a deal: its amount, close date and name, each undone by itself', async () => {
    await li.says('商机 星河科技 培训服务 5万 12月底');
    await li.says('改成8万').sees('金额 5万 → 8万');
    await li.says('改成9').sees('金额 8万 → 9万');
    await li.says('改到1月底').sees('预计成交 12月31日 周四 → 2027年1月31日');
    await li.says('名字改成驻场培训').sees('名称 培训服务 → 驻场培训');
    await li.says('撤').sees('已撤销');
    await li.says('D-2').sees('培训服务', '9万');
    await li.says('唉还是撤了吧').sees('已撤销');
    await li.says('D-2').sees('12月31日');
  });

  it('is asked about where undo may mean a sentence that still waits for a tap', async () => {
    await li.says('今天拜访了海棠地产').sees('已记');
    await li.says('跟孙经理通了电话，他说下周三签').sees('[海棠地产]').misses('已记');
    await li.says('撤').sees('要撤销', '今天拜访了海棠地产').misses('已撤销');
    await li.taps('撤销').sees('已撤销', '今天拜访了海棠地产');
  });

  it('is undone without a question after a card was only looked at', async () => {
    await li.says('今天拜访了海棠地产').sees('已记');
    await li.says('海棠地产').sees('智慧社区');
    await li.says('撤').sees('已撤销', '今天拜访了海棠地产');
  });

  it('is asked about after a line that was not understood', async () => {
    await li.says('明天去海棠地产');
    await li.says('呜哩哇啦叽里咕噜');
    await li.says('改到周五').misses('已更正');
  });

  it('is never a report of what somebody wants', async () => {
    await li.says('商机 星河科技 培训服务 5万');
    await li.says('星河科技的王总要求改成8万').misses('金额 5万 → 8万');
    await li.says('D-2').sees('5万');
  });

  it('goes to the record that has such a value, past a later one that has none', async () => {
    await li.says('商机 星河科技 培训服务 5万');
    await li.says('星河科技 今天打了电话');
    await li.says('不对，应该是6万').sees('金额 5万 → 6万');
  });

  it('is a new lead: its phone number', async () => {
    await li.says('线索 青松食品 马经理 13755556666 想了解仓储');
    await li.says('尾号应该是6677').sees('13755556666 → 13755556677');
  });

  it('is a follow-up: its contact, and undo brings the first one back', async () => {
    await li.says('今天拜访了海棠地产李总');
    await li.says('记错了，是王总').sees('已更正 · 海棠地产', '王总');
    await li.says('撤').sees('已撤销');
    await li.says('海棠地产').sees('今天拜访了海棠地产李总');
  });

  it('says that there is nothing only if there is nothing', async () => {
    await li.says('撤了吧').sees('没有可撤销的操作');
    await li.says('海棠地产 今天打了电话');
    await li.says('刚那条不要了').sees('已撤销');
    await li.says('刚才那条撤回').sees('没有可撤销的操作');
  });
});

describe('a task in words', () => {
  beforeEach(async () => {
    w = await world();
    li = await w.rep('李雷');
    await li.says('商机 海棠地产 智慧社区 80万 12月底');
    await li.says('商机 星河科技 ERP 30万');
    await li.says('约 海棠地产 明天 给李总送合同');
    await li.says('约 星河科技 明天 送样品');
  });

  it('is moved or done by what it is called, never another', async () => {
    await li.says('海棠地产的合同明天不送了，改后天').sees('T-1', '改到 11月28日 周六');
    await li.says('还是明天吧').sees('11月27日');
    await li.says('送合同那个完成了').sees('完成：给李总送合同');
    await li.says('把报价单改到周五').misses('T-2', '改到 ');
  });

  it('is asked about if several are meant', async () => {
    await li.says('约 海棠地产 下周一 送发票');
    await li.says('海棠地产那个往后推一周').sees('是哪件待办');
    await li.says('海棠地产那个做完了').sees('是哪件待办');
    await li.taps('送发票').sees('完成：送发票');
  });

  it('is the one on the card that is shown', async () => {
    await li.says('T-2');
    await li.says('做完了').sees('完成：送样品');
  });

  it('is not closed by a next step of something else', async () => {
    await li.says('今天拜访了海棠地产，约了下周三再谈').sees('已记').misses('同时完成待办');
    await li.says('海棠地产').sees('给李总送合同');
  });
});

describe('a note, deleted in words', () => {
  beforeEach(async () => {
    w = await world({ locale: 'en' });
    li = await w.rep('Amy Chen');
    await li.says('deal Larkspur "Booking engine" 30k');
    await li.says('log Larkspur call they like the demo');
    w.later(1);
    await li.says('log Larkspur visit met the owner');
  });

  it('is the last one', async () => {
    await li.says('delete my last note').sees('Undone', 'met the owner');
    await li.says('undo that please').sees('Nothing to undo');
  });

  it('is chosen by a tap if it is named', async () => {
    await li
      .says('delete the Larkspur note from yesterday')
      .sees('Which note', 'they like the demo')
      .misses('met the owner');
    await li.taps('Delete').sees('Undone');
    await li.says('Larkspur').misses('they like the demo');
  });

  it('of somebody else is not there', async () => {
    const tom = await w.rep('Tom Baker');
    await tom.says('delete the Larkspur note from yesterday').sees("can't find that note");
  });

  it.each([
    'undo that',
    'undo that please',
    'take that back',
    'scratch that',
    'oops no, wrong one, undo that please',
  ])('is undone by "%s"', async (line) => {
    await li.says(line).sees('Undone', 'met the owner');
  });
});

describe('what was logged with a customer who was made for it', () => {
  it('takes a correction and keeps the customer', async () => {
    w = await world();
    li = await w.rep('李雷');
    await li.says('今天拜访了阳光新能源，聊得不错').sees('没有找到客户「阳光新能源」');
    await li.taps('新建').sees('已记录 · 阳光新能源', 'L-1');
    await li.says('不对，是上周一').sees('已更正 · 阳光新能源', '11月16日', 'L-1');
    await li.says('撤').sees('已撤销');
    await li.says('阳光新能源').sees('今天拜访了阳光新能源，聊得不错').misses('11月16日');
  });

  it('goes to another customer, and the one made for it is gone until undo', async () => {
    w = await world({ locale: 'en' });
    li = await w.rep('Amy Chen');
    await li.says('deal Harbor CRM 20k');
    await li.says('stopped by Cobalt Dental this morning, they want a demo');
    await li.taps('Create "Cobalt Dental"').sees('Logged · Cobalt Dental');
    await li.says('no, it was last Monday').sees('Corrected · Cobalt Dental', 'Nov 16');
    await li.says('undo').sees('Undone');
    await li.says('no, not Cobalt Dental, it was Harbor').sees('Corrected · Harbor');
    await li.says('my leads').misses('Cobalt Dental');
    await li.says('undo').sees('Undone');
    await li.says('Cobalt Dental').sees('they want a demo');
  });

  it('goes nowhere if nobody knows the other name', async () => {
    w = await world({ locale: 'en' });
    li = await w.rep('Amy Chen');
    await li.says('stopped by Cobalt Dental this morning, they want a demo');
    await li.taps('Create "Cobalt Dental"').sees('Logged · Cobalt Dental');
    await li.says('no, not Cobalt Dental, it was Cobalt Optical').sees('Cobalt Optical').misses('Corrected');
  });
});

describe('a win that came too soon', () => {
  it.each(['哎等等还没签，明天才签，撤了吧', '客户说明天才盖章，撤了吧'])(
    'is undone or asked about: %s',
    async (line) => {
      w = await world({ process: winsAtOnce });
      li = await w.rep('李雷');
      await li.says('商机 海棠地产 智慧社区 8万');
      await li.says('赢 海棠地产 7万').sees('赢单');
      await li
        .says(line)
        .sees(/已撤销|要撤销/)
        .misses('已记', '记一笔');
    },
  );

  it.each([
    'oh wait not yet they sign tmrw, undo that',
    'oh wait not yet they sign tmrw undo that',
    'Larkspur signs tomorrow, undo that',
  ])('is undone or asked about: %s', async (line) => {
    w = await world({ locale: 'en', process: winsAtOnce });
    li = await w.rep('Amy Chen');
    await li.says('deal Larkspur Booking 80k');
    await li.says('won Larkspur 70k').sees('Won');
    await li
      .says(line)
      .sees(/Taken back|Undo/)
      .misses('Logged', 'Log it');
  });
});
