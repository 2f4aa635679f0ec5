import { afterEach, expect, it } from 'vitest';
import { type World, world } from '../support/world.js';

let w: World;
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

it('after a question about a colleague, 他 ("he") and "her" mean that colleague', async () => {
  w = await world();
  const zhou = await w.manager('周敏');
  const li = await w.rep('李雷');
  await li.says('商机 海棠地产 智慧社区 80万 李总');
  await li.says('商机 云帆物流 仓储系统 50万');
  await zhou.says('李雷今天跑了几家').sees('拜访客户数');
  await zhou.says('他手上最大的单子是哪个').sees('智慧社区', '80万').misses('仓储系统');
  await zhou.says('提醒他周五给海棠李总打电话').sees('负责人: 李雷', '已通知李雷');
  // The record that was shown since then is what a pronoun is about.
  await zhou.says('海棠地产');
  await zhou.says('他电话多少').misses('李雷的');
  await zhou.says('给李雷派个任务周五前把海棠地产合同签回来').sees('跟进人: 李雷');
});

it('after a question about a colleague, "her" means that colleague in English', async () => {
  w = await world({ locale: 'en' });
  const linda = await w.manager('Linda Fox');
  const amy = await w.rep('Amy Chen');
  await amy.says('deal Ironwood Cycles, Webshop, 80k');
  await amy.says('deal Larkspur Hotels, Booking engine, 30k');
  await linda.says('how many visits did Amy do today').sees('0');
  await linda.says("what's her biggest deal").sees('Webshop').misses('Booking engine');
  await linda.says('how many visits did Amy do today');
  await linda.says('ask her to write up the webshop status by tomorrow').sees('Owner: Amy Chen', 'Ironwood');
});

it('a pronoun with a number means the contact who was met last', async () => {
  w = await world();
  const li = await w.rep('李雷');
  await li.says('商机 云帆物流 仓储系统 50万 赵经理');
  await li.says('今天见了云帆物流的孙工');
  await li.says('他手机13922223334').sees('孙工的电话 无 → 13922223334');
  await li.says('记一下赵经理手机13922223333').sees('赵经理的电话 无 → 13922223333').misses('已添加联系人');
  await li.says('给赵经理打了电话 13922223333').misses('的电话 ');
});

it('a bare figure corrects the sum that was quoted last', async () => {
  w = await world({ locale: 'en' });
  const amy = await w.rep('Amy Chen');
  await amy.says('deal Larkspur Hotels, Booking engine, 30k');
  await amy.says('visited Larkspur Hotels, quoted 32k').sees('Quoted: ¥32,000');
  await amy.says('no make that 34').sees('Corrected', 'Quoted: ¥34,000');
  await amy.says('actually 35').sees('Quoted: ¥35,000');
});

it('a lead that a sentence made becomes a deal with the customer name', async () => {
  w = await world();
  const li = await w.rep('李雷');
  await li.says('今天下午要去拜访一个新客户，叫瑞丰包装，是老客户王强介绍的').sees('L-1');
  await li.says('推进 L-1').sees('D-1 · 瑞丰包装', '瑞丰包装');
  await li.says('我的商机').sees('瑞丰包装').misses('要去拜访');
});

it('a rival whom the customer chose names no other customer', async () => {
  w = await world({ locale: 'en' });
  const amy = await w.rep('Amy Chen');
  await amy.says('deal Bluebird Logistics, Fleet app, 12k');
  await amy.says('deal Redwood Packaging, MES, 50k');
  await amy
    .says('we lost the fleet app, they went with Oracle')
    .sees('Bluebird Logistics', 'Competitor: Oracle');
});

it('what stands behind a greeting or a goodbye is answered', async () => {
  w = await world();
  const li = await w.rep('李雷');
  await li.says('商机 云帆物流 仓储系统 50万');
  await li.says('拜访 云帆物流 聊了需求 明天');
  await li.says('早，我的商机').sees('仓储系统');
  await li.says('我还有啥没做的').sees('T-1');
  await li.says('把这周拜访的客户列一下').sees('云帆物流');
  await li.says('今天就到这了，总结一下我今天干了啥').sees('聊了需求');
});

it('a bare hour is that of what was planned last, and a sum never reaches another customer unasked', async () => {
  w = await world({ locale: 'en' });
  const amy = await w.rep('Amy Chen');
  for (const name of ['Larkspur Hotels', 'Bluebird Logistics', 'Ironwood Cycles'])
    await amy.says(`deal ${name}, System, 50k`);
  await amy.says('visited Larkspur Hotels, quoted 90k').sees('Quoted: ¥90,000');
  await amy.says('met Bluebird Logistics, demo mon 10am').sees('10:00 AM');
  await amy.says('no wait 11').sees('Corrected · Bluebird Logistics', '11:00 AM').misses('Quoted');
  await amy.says('called Ironwood Cycles, demo fri 3pm').sees('3:00 PM');
  await amy.says('no 4').sees('Corrected · Ironwood Cycles', '4:00 PM');
  await amy.says('called Bluebird Logistics today, all fine');
  await amy.says('actually 80k').sees('[Bluebird Logistics]', '[Larkspur Hotels]').misses('Corrected');
  await amy.says('bluebird logistics: what did i say about budget').misses('Logged');
  await amy.says('called 3 ppl, nobody picked up').misses('Logged');
});

it('a record named by its number is shown, and nothing else is undone for it', async () => {
  w = await world();
  const li = await w.rep('李雷');
  await li.says('商机 木兰纺织 四十万春节前签').sees('D-1 · 木兰纺织 · 40万').misses('\n签\n');
  await li.says('商机 启明仪器 模块扩展 30万');
  await li.says('明天上午十点去木兰纺织送资质').sees('T-1');
  await li.says('那个D-2是我重复录的帮我作废').sees('D-2 · 启明仪器').misses('已撤销');
  await li.says('时间改成下午两点半').sees('T-1', '11月27日 周五 14:30');
  await li.says('跟 启明仪器 电话 再让五个点');
  await li.says('写错了不是五个点是三个点').misses('联系人');
  await li.says('把木兰纺织放回公海没预算').misses('已记');
});

it('names in pinyin mean the colleague and the customer that are asked about, with and without spaces and tones', async () => {
  w = await world();
  const zhou = await w.manager('周敏');
  const li = await w.rep('李雷');
  await li.says('商机 云帆物流 仓储系统 50万 赵经理');
  await li.says('约 云帆物流 明天 送样品');
  for (const name of ['lilei', 'li lei', 'Li Lei', 'lǐ léi'])
    await zhou.says(`${name}的商机`).sees('李雷的商机', '仓储系统');
  await zhou.says('li lei这个月新增了几个商机').sees('负责人李雷');
  for (const name of ['yunfan', 'yun fan', 'yúnfān', 'yun fan wu liu'])
    await zhou.says(`${name}有什么待办`).sees('云帆物流的待办', '送样品');
  await zhou.says('yunfan谁负责').sees('云帆物流：李雷');
  // What would be written of a name in pinyin is still asked.
  await li.says('今天拜访了yunfan').sees('是哪个客户');
});
