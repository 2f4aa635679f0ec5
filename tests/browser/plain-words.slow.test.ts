import { beforeAll, expect } from 'vitest';
import { Demo } from '../support/demo.js';
import { testOfAll } from '../support/runs.js';

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open();
});

testOfAll(
  'a sentence is logged, corrected and asked about; a misspelt name is asked once and then known',
  async () => {
    const lei = await demo.player('lilei');
    await lei.says('线索 金桥纺织 王总 13911112222 想看ERP', /金桥纺织/);
    await lei.says('商机 金桥纺织 ERP二期 30万 2027-03-01', /D-\d+.*30万/);
    await lei.says('今天拜访了金桥纺织王总，报价28万，他们也在看凌峰，下周三再约', /已记.*金桥纺织/);
    const card = lei.cards(/已记.*金桥纺织/).last();
    await card.getByRole('button', { name: '金额改为28万' }).waitFor();
    await card.getByRole('button', { name: '竞品：凌峰怎么打' }).waitFor();
    await lei.says('不对，是周四', /周四/);
    await lei.says('金桥纺织上次聊了什么', /报价28万/);
    await lei.says('刚跟金侨纺织通了电话，他们在走合同', /「金侨纺织」是哪个客户/);
    await lei.taps('金桥纺织');
    await lei.sees(/已记.*金桥纺织/);
    await lei.says('又给金侨纺织打了电话，合同盖章了', /已记.*金桥纺织/);
    await lei.says('学到的', /金侨纺织/);
  },
);

testOfAll('a question is answered with how it was read, and the next line changes a part of it', async () => {
  const zhou = await demo.player('zhou');
  await zhou.says('这个月李雷赢了多少', /按：本月.*负责人李雷.*赢单金额/);
  await zhou.says('韩梅呢', /按：本月.*负责人韩梅.*赢单金额/);
  await zhou.says('上个月呢', /按：上月.*负责人韩梅.*赢单金额/);
  await zhou.says('这个月利润多少', /没有记录利润/);
});

testOfAll(
  'a manager’s answer to an open question becomes an article that answers the next question',
  async () => {
    const han = await demo.player('han');
    await han.says('问 海外客户怎么开票', /问题已记录/);
    await han.says('问 凌峰怎么打', /摘自 A-\d+《凌峰怎么打》/);
    const zhou = await demo.player('zhou');
    await zhou.says('问题', /海外客户怎么开票/);
    await zhou.taps('写答案');
    await zhou.says('用形式发票，财务两天内开出', /已保存/);
    await han.says('问 海外客户怎么开票', /形式发票/);
    expect(await han.lastCard().textContent()).toMatch(/摘自 A-\d+/);
  },
);
