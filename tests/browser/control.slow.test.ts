import { readFileSync } from 'node:fs';
import type { Route } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { Demo } from '../support/demo.js';
import { testOfAll } from '../support/runs.js';

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open();
  // Out of the quiet hours, whenever the test runs.
  const page = (await demo.player('chen')).page;
  await page.getByRole('button', { name: '明早' }).click();
  await page.locator('#clock-time', { hasText: '08:30' }).waitFor();
});

testOfAll('a manager’s rule change is simulated on the last quarter, applied, and changed back', async () => {
  const zhou = await demo.player('chen');
  const file = demo.processFile;
  const before = readFileSync(file, 'utf8');
  await zhou.says('规则 公海回收 3', /修改规则 · 公海回收/);
  await zhou.sees(/现在.*10 个工作日.*改成.*3 个工作日.*按最近一个季度试算/);
  const tried = await zhou.lastCard().textContent();
  expect(Number(/会收回 (\d+) 条/.exec(tried ?? '')?.[1])).toBeGreaterThan(0);
  expect(readFileSync(file, 'utf8')).toBe(before);
  await zhou.taps('生效');
  await zhou.sees(/已生效/);
  await zhou.says('规则', /公海回收.*3 个工作日/);
  await zhou.says('规则版本', /第 ?2 ?版|v2|公海回收/);
  await zhou.says('规则 公海回收 10', /改成.*10 个工作日/);
  await zhou.taps('生效');
  await zhou.sees(/已生效/);
  await zhou.says('规则', /公海回收.*10 个工作日/);
  expect(readFileSync(file, 'utf8')).toBe(before);
});

testOfAll(
  'a deal waits at a gate: the requester sees the request, and the manager approves it by a tap',
  async () => {
    const zhou = await demo.player('zhou');
    await zhou.says('批', /等待审批，同意后进入「谈判签约」/);
    const deal = /D-\d+/.exec((await zhou.lastCard().textContent()) ?? '')?.[0] ?? '';
    const lei = await demo.player('lilei');
    await lei.says(deal, /等待审批，同意后进入「谈判签约」（李雷申请：客户要月底前签/);
    expect(await lei.lastCard().getByRole('button', { name: '同意' }).count()).toBe(0);
    await zhou.taps('同意');
    await zhou.sees(/谈判签约 \(5\/6\)/);
    await lei
      .cards(/已同意/)
      .last()
      .waitFor();
    await lei.says(deal, /谈判签约 \(5\/6\)/);
  },
);

/** Lets requests wait for each other; once all are there, they go on. */
function meetingOf(all: number): (route: Route) => Promise<void> {
  const waiting: Route[] = [];
  return async (route) => {
    waiting.push(route);
    if (waiting.length === all) await Promise.all(waiting.map((one) => one.continue()));
  };
}

testOfAll(
  'if two reps claim one pool record at once, one gets it and the other sees that rep’s name',
  async () => {
    const reps = [await demo.player('han'), await demo.player('wu')] as const;
    for (const rep of reps) await rep.says('公海', /抢 L-/);
    const claims = reps.map((rep) =>
      rep
        .lastCard()
        .getByRole('button', { name: /^抢 L-/ })
        .first(),
    );
    const labels = await Promise.all(claims.map((claim) => claim.textContent()));
    expect(labels[0]).toBe(labels[1]);
    // Both taps are on their way before either arrives: a claim marks the row in everybody's list.
    const meeting = meetingOf(reps.length);
    await Promise.all(reps.map(({ page }) => page.route('**/act', meeting)));
    await Promise.all(claims.map((claim) => claim.click()));
    const said = async (n: 0 | 1) => (await reps[n].lastCard().textContent()) ?? '';
    const told = /已由(韩梅|吴桐)先认领/;
    await expect
      .poll(async () => [await said(0), await said(1)].filter((words) => told.test(words)).length)
      .toBe(1);
    const winner = (await said(0)).match(told) ? '吴桐' : '韩梅';
    const loser = winner === '吴桐' ? await said(0) : await said(1);
    expect(told.exec(loser)?.[1]).toBe(winner);
  },
);

testOfAll('a handover transfers all deals of a leaver to a colleague, who is notified', async () => {
  const chen = await demo.player('chen');
  await chen.says('交接 @吴桐 @韩梅 确认交接', /吴桐.*商机/);
  const han = await demo.player('han');
  await han.cards(/吴桐/).last().waitFor();
  await han.sees(/商机/);
});
