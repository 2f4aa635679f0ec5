import { afterEach, describe, it } from 'vitest';
import { type World, world } from '../support/world.js';

let w: World;
afterEach(async () => await w.close());

describe('tasks told in a sentence', () => {
  it('are one for each day, moved by minutes and closed only by what was done', async () => {
    w = await world();
    const li = await w.rep('李雷');
    await li.says('线索 河谷制药 王总 13800000001');
    await li.says('线索 云杉科技 赵总 13800000002');
    await li.says('河谷制药周二演示，周五签合同').sees('T-1', '12月1日', 'T-2 · 签合同 · 12月4日');
    await li.says('撤').sees('撤销');
    await li.says('河谷制药和云杉科技下周二都要演示').sees('T-3 12月1日', 'T-4 12月1日').misses('跟进');
    await li.says('年前把云杉科技签了').sees('日期').misses('已记录');
    await li.says('河谷制药周六上门').sees('T-5', '11月28日').misses('已记录');
    await li.says('约 河谷制药 明天 14:00 培训');
    await li.says('那个推迟半小时').sees('T-6', '14:30');
    await li.says('河谷制药的培训提前一小时').sees('T-6', '13:30');
    await li.says('今晚陪河谷制药王总吃饭').sees('T-7');
    await li.says('昨天和河谷制药吃了午饭，下周三汇报').sees('12月2日').misses('完成待办');
    await li.says('其实午饭是周二').sees('已更正', '11月24日');
    await li.says('约 河谷制药 下周三 9:00 送合同').sees('送合同');
    await li.says('河谷制药后天签合同').sees('11月28日');
    await li.says('给河谷制药送合同已完成').sees('已完成：送合同');
    await li.says('合同发给河谷制药了').misses('完成待办');
    await li.says('明天给云杉科技发资料').sees('11月27日');
    await li.says('云杉科技的资料发了').sees('完成待办：');
    await li.says('取消后天的培训').misses('已取消');
  });

  it('are each the one meant, in English', async () => {
    w = await world({ locale: 'en' });
    const amy = await w.rep('Amy Chen');
    await amy.says('lead Acme Foods Tom Hill 13800000011');
    await amy.says('lead Baker Mills Joe Hill 13800000012');
    await amy.says('lead Ironwood Cycles Bill Reed 13800000013');
    await amy.says('plan Ironwood Cycles Friday send the contract').sees('T-1');
    await amy.says('done with the Acme contract').misses('Done: send the contract');
    await amy
      .says('demo Acme Foods Tuesday, contract Friday')
      .sees('T-2', 'Dec 1', 'T-3 · contract · Fri, Dec 4');
    await amy
      .says('Acme Foods and Baker Mills both need a demo next Wednesday')
      .sees('T-4', 'T-5')
      .misses('Logged, ');
    await amy
      .says('met Acme Foods today, sending the quote tomorrow and calling Tom on Monday')
      .sees('Nov 27', 'calling Tom · Mon, Nov 30');
    await amy.says('had lunch with Baker Mills yesterday').sees('Logged');
    await amy.says('actually the lunch was Friday').sees('Corrected', 'Nov 20');
    await amy.says('plan Baker Mills tomorrow 2pm demo').sees('2:00 PM');
    await amy.says('push it back half an hour').sees('2:30 PM');
    await amy.says("cancel Friday's demo").sees('Canceled: demo');
    await amy
      .says('so yeah just remember to send Baker Mills the brochure on Monday')
      .sees('Planned', 'Nov 30');
    await amy.says('sent Baker Mills the brochure').sees('Also completed');
    await amy.says('move the Acme lunch to next Thursday').misses('Planned').sees('Which task');
    await amy.says('Baker Mills visit Monday or Tuesday').misses('Planned');
  });
});
