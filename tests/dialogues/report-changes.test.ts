import { afterEach, beforeEach, describe, it } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let zhou: Actor;

describe('the next line of a report', () => {
  beforeEach(async () => {
    w = await world();
    zhou = await w.manager('周敏');
    const li = await w.rep('李雷');
    await li.says('商机 星河科技 ERP 30万 12月底');
    await li.says('跟 星河科技 电话 谈了价格');
  });
  afterEach(async () => await w.close());

  it('asks for another period of the same report', async () => {
    await zhou.says('排行 本周').sees('李雷');
    await zhou.says('那上周的呢').sees('排行').misses('知识库');
    await zhou.says('上个月呢').sees('排行', '10月');
    await zhou.says('漏斗');
    await zhou.says('看看上季的').sees('漏斗');
  });

  it('asks for the review of another length', async () => {
    await zhou.says('周报');
    await zhou.says('上月呢').sees('10月');
  });

  it('asks for one colleague', async () => {
    await zhou.says('停滞');
    await zhou.says('只看李雷的').sees('停滞', '李雷');
    await zhou.says('预测');
    await zhou.says('只看李雷的').sees('李雷').misses('知识库');
  });

  it('asks who has most of it, and why', async () => {
    await zhou.says('周报 本周');
    await zhou.says('那谁最多').sees('按负责人', '赢单金额').misses('知识库');
    await zhou.says('排行');
    await zhou.says('谁第一').sees('李雷', '积分');
    await zhou.says('李雷的商机');
    await zhou.says('那谁最多').sees('最多的是李雷，30万');
    await zhou.says('为什么').sees('星河科技');
    await zhou.says('团队的客户');
    await zhou.says('那谁最多').sees('不能按人比');
    await zhou.says('变化');
    await zhou.says('只看李雷的').sees('按团队统计');
  });

  it('asks for a period that the report does not have', async () => {
    await zhou.says('预测');
    await zhou.says('下个季度呢').misses('知识库', '没看懂');
  });

  it('asks for one colleague by the name alone', async () => {
    await zhou.says('停滞');
    await zhou.says('李雷？').sees('停滞', '李雷');
    await zhou.says('我的商机');
    await zhou.says('李雷?').sees('李雷的商机');
    await zhou.says('吴桐？').sees('吴桐').misses('问同事');
    await zhou.says('本周跟进了几次');
    await zhou.says('小李?').sees('负责人李雷');
  });

  it('asks for the span before the one that is shown', async () => {
    await zhou.says('周报').sees('第47周');
    await zhou.says('那上周的呢').sees('第46周');
    await zhou.says('再上一周呢').sees('第45周');
    await zhou.says('本周呢').sees('第48周');
    await zhou.says('上周呢').sees('第47周');
    await zhou.says('上上周的呢').sees('第46周');
    await zhou.says('月报').sees('10月');
    await zhou.says('上个月呢').sees('9月');
    await zhou.says('季报').sees('第3季度');
    await zhou.says('上季度呢').sees('第2季度');
  });

  it('asks for the reasons, where any are on record', async () => {
    await zhou.says('为什么').sees('没有记录原因');
    await zhou.says('预测');
    await zhou.says('为啥这么低').sees('阶段加权', 'D-1');
    await zhou.says('有风险的商机');
    await zhou.says('为什么？').sees('原因');
    await zhou.says('周报');
    await zhou.says('怎么回事').sees('变化');
    await zhou.says('本月新商机几个');
    await zhou.says('为什么').sees('怎么算的', 'D-1');
    await zhou.says('星河科技');
    await zhou.says('为什么').sees('C-1');
    await zhou.says('今天');
    await zhou.says('为什么').sees('没有记录原因');
  });

  it('shows deals at risk by stage', async () => {
    await zhou.says('有风险的商机');
    await zhou.says('按阶段').sees('看板', '有风险');
  });

  it('is about what was done since, once something was', async () => {
    await zhou.says('排行 本周');
    await zhou.says('商机 海棠地产 智慧社区 80万');
    await zhou.says('改成50万').sees('金额 80万 → 50万');
  });
});

describe('the next line of a report in English', () => {
  beforeEach(async () => {
    w = await world({ locale: 'en' });
    zhou = await w.manager('Linda Fox');
    const amy = await w.rep('Amy Chen');
    await amy.says('deal Larkspur "Booking engine" 30k end of December');
  });
  afterEach(async () => await w.close());

  it('reads spans as they are typed in haste', async () => {
    await zhou.says('forecast last qtr').sees('Q3 2026');
    await zhou.says('won in jan').sees('Jan 2026');
    await zhou.says('how many visits last wk').sees('week of Nov 16');
    await zhou.says('funnel last quater').sees('Q3 2026');
    await zhou.says('forecast');
    // A forecast looks ahead.
    await zhou.says('q3').sees('Q3 2027');
  });

  it('changes one thing', async () => {
    await zhou.says('rank this month').sees('Amy Chen');
    await zhou.says('and last month?').sees('Oct 2026');
    await zhou.says('stalled');
    await zhou.says("just Amy's").sees('Amy Chen', 'Stalled');
    await zhou.says('report');
    await zhou.says('and last month?').sees('Oct 2026');
  });
});
