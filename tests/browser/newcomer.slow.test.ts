import { beforeAll, expect, test } from 'vitest';
import { Demo } from '../support/demo.js';
import { testOfAll } from '../support/runs.js';

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open();
});

test('a newcomer enters a lead, a log, a deal and a move, undoes it, and loses the deal with a reason', async () => {
  const lei = await demo.player('lilei');
  await lei.says('线索 金桥纺织 王总 13911112222 想看ERP #官网', /金桥纺织/);
  await lei.says('跟 金桥纺织 电话 价格偏高 下周三再约', /已记.*金桥纺织/);
  await lei.says('商机 金桥纺织 ERP二期 30万 2027-03-01', /D-\d+.*30万/);
  await lei.says('推 金桥纺织', /需求确认/);
  await lei.says('撤', /已撤销/);
  await lei.says('金桥纺织', /初步沟通/);
  await lei.says('输 金桥纺织', /原因/);
  await lei.taps('价格');
  await lei.sees(/输单/);
  await lei.says('金桥纺织', /没有进行中的商机/);
});

test('the group opens with the morning’s report and the talk of the day before', async () => {
  const lei = await demo.player('lilei');
  await lei.openGroup('华东销售群');
  await lei
    .cards(/早报 · 华东/)
    .last()
    .waitFor();
  await lei
    .cards(/周报 · 华东/)
    .last()
    .waitFor();
  const said = await lei.page.locator('.bubble-text').allTextContents();
  expect(said.join('\n')).toMatch(/今天拜访了.*下周三再约[\s\S]*问 凌峰怎么打/);
  expect(await lei.page.locator('.card').allTextContents()).not.toContain(
    expect.stringMatching(/还不能|没听懂/),
  );
});

testOfAll(
  'on Monday at 9:00 the report is in the group, and a stall alert is resolved from its card',
  async () => {
    const zhou = await demo.player('zhou');
    await zhou.openGroup('华东销售群');
    await zhou.page.getByRole('button', { name: '周一 09:00' }).click();
    const report = zhou.cards(/周报 · 华东/).last();
    await report.waitFor();
    expect(await report.textContent()).toMatch(/在手|赢单/);
    const alert = zhou.cards(/^停滞 · D-/).first();
    const deal = /D-\d+/.exec((await alert.textContent()) ?? '')?.[0] ?? '';
    await alert.getByText('改期', { exact: true }).click();
    await alert.getByRole('button', { name: /周/ }).first().click();
    await zhou
      .cards(deal)
      .filter({ hasText: /已记.*下一步/ })
      .first()
      .waitFor();
  },
);
