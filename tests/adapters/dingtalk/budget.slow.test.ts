import { expect, test } from 'vitest';
import { asks, DingtalkOffice } from '../../support/dingtalk-office.js';

/** Calls of the API that it took until nothing came any more. */
async function cost(office: DingtalkOffice, act: () => Promise<unknown>): Promise<number> {
  const { dingtalk } = office;
  await dingtalk.settled();
  const before = dingtalk.company.counted.calls;
  await act();
  await dingtalk.settled(600);
  return dingtalk.company.counted.calls - before;
}

test('a follow-up costs at most two calls, however many cards of the deal stand in the chats', async () => {
  const office = await DingtalkOffice.open();
  const { lei, zhou, east } = office;
  await asks(lei, '线索 星河科技 王总', 'L-1');
  await asks(lei, '商机 星河科技 30万 2027-03-01', 'D-1');
  for (let n = 0; n < 3; n++) await asks(zhou, 'D-1', '星河科技', { in: east });
  await asks(zhou, 'D-1', '星河科技');
  const costs: number[] = [];
  for (const words of ['报价', '等回复', '再约'])
    costs.push(await cost(office, () => asks(lei, `跟 星河科技 电话 ${words}`, '已记')));
  for (const words of ['见面', '演示'])
    costs.push(await cost(office, () => asks(lei, `跟 星河科技 拜访 ${words}`, '已记', { in: east })));
  const card = await asks(zhou, 'D-1', '星河科技', { in: east });
  costs.push(await cost(office, () => lei.taps(card, '推进').acked()));
  expect(Math.max(...costs)).toBeLessThanOrEqual(2);
});

test('from 95 % of the quota on none is refused: what one can do without is left out, then only webhooks are used', async () => {
  const quota = 40;
  const office = await DingtalkOffice.open({ env: { DINGTALK_MONTHLY_CALLS: String(quota) } });
  const { lei, zhou, east, dingtalk } = office;
  dingtalk.api.mostCalls = quota;
  await asks(lei, '线索 星河科技 王总', 'L-1');
  await asks(lei, '商机 星河科技 30万 2027-03-01', 'D-1');
  while (dingtalk.company.counted.calls < quota * 0.95) await asks(zhou, 'D-1', '星河科技', { in: east });
  const costs: number[] = [];
  for (let n = 0; n < 8; n++)
    costs.push(await cost(office, () => asks(lei, `跟 星河科技 电话 第${n}次`, '已记', { in: east })));
  expect(dingtalk.api.refusedByQuota).toBe(0);
  expect(Math.max(...costs)).toBeLessThanOrEqual(1);
  expect(dingtalk.company.counted.calls).toBeLessThanOrEqual(quota);
});
