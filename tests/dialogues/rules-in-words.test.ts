import { afterEach, expect, it } from 'vitest';
import { type World, world } from '../support/world.js';

let w: World;
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

it('an admin changes the rules in the words of everyday, after a look at what would change', async () => {
  w = await world();
  const chen = await w.admin('陈晨');
  for (const [line, ...seen] of [
    ['9点以前别打扰我们', '免打扰', '20:00–09:00'],
    ['晚上9点到早上7点不要发消息', '免打扰', '21:00–07:00'],
    ['上班时间改成9点到18点半', '上班时间', '09:00–18:30'],
    ['首次响应改成2小时', '响应时限', '120 分钟'],
    ['大单标准提高到80万', '大单金额', '80万'],
    ['每天认领上限改成8个', '每日认领', '8'],
    ['关掉停滞提醒', '停滞天数', '不检查'],
    ['把谈判阶段的赢率改成85%', '谈判签约赢率', '85%'],
    ['加一个输单原因：没有决策人', '输单原因', '没有决策人'],
    ['加一个阶段叫法务审核，放在方案后面', '、法务审核、谈判'],
    ['在谈判前面加一个阶段：试用', '试用、谈判'],
    ['把方案阶段改名叫报价', '方案输出名称', '报价'],
    ['欧元汇率7.8', 'EUR汇率', '7.8'],
    ['1欧元=7.85元', 'EUR汇率', '7.85'],
  ] as const)
    await chen.says(line).sees('修改规则', ...seen);
  await chen.says('加一个来源：展会').sees('来源里已经有「展会」了');
  await chen.says('规则 免打扰 很晚').sees('例如：规则 免打扰 20:00–08:00');
  await chen.says('取消');
  await chen.says('大单标准提高到80万');
  await chen.taps('生效').sees('大单金额', '80万');
  // A rate told in somebody else's money is no rate of the company's.
  await chen.says('1欧元=1.08美元').misses('修改规则');
});

it('an admin changes the rules in English', async () => {
  w = await world({ locale: 'en' });
  const rob = await w.admin('Rob Dale');
  for (const [line, ...seen] of [
    ["don't message us before 9am", 'quiet hours', '9:00 AM'],
    ['no notifications after 7pm please', 'quiet hours', '7:00 PM'],
    ['make the response time 2 hours', 'response time', '120 minutes'],
    ['rules big deal amount 300k', 'big deal amount', '300,000'],
    ['set the stall limit for proposal to 10 days', 'Proposal stall days', '10 workdays'],
    ['turn off stall alerts', 'stall days', 'no limit'],
    ['add a source called Trade fair', 'sources', 'Trade fair'],
    ['add loss reason "no decision maker"', 'loss reasons', 'no decision maker'],
    ['add a stage called Legal review after proposal', 'Proposal, Legal review, Negotiation'],
    ['rename the stage Proposal to Offer', 'Proposal name', 'Offer'],
    ['exchange rate EUR 7.8', 'EUR rate', '7.8'],
  ] as const)
    await rob.says(line).sees('Change rule', ...seen);
  // To a rep the same words are no rule.
  const amy = await w.rep('Amy Chen');
  await amy.says('make the response time 2 hours').misses('Change rule');
});
