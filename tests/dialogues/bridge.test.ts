import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Actor, type World, winsAtOnce, world } from '../support/world.js';

let w: World;
let lei: Actor;
let zhou: Actor;

beforeEach(async () => {
  w = await world({ process: winsAtOnce });
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  await lei.says('商机 华为 ERP 30万 12月20日').sees('D-1');
  await lei.says('商机 中兴 CRM 20万 12月10日').sees('D-2');
  await lei.says('商机 星河科技 HR 10万 12月12日').sees('D-3');
  w.later(10);
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

test('the bridge report shows a row for each kind of change and lists its deals', async () => {
  await lei.says('商机 云帆物流 CRM 5万 12月15日').sees('D-4');
  await lei.says('改 华为 36万').sees('36万');
  await lei.says('赢 D-2 20万').sees('赢单');
  await lei.says('改 D-3 2027-02-15').sees('D-3');
  await zhou
    .says('变化')
    .sees(
      '变化 · 华东',
      '从 60万 到 41万',
      '减少 19万',
      '新增 | 1 | +5万',
      '增额 | 1 | +6万',
      '赢单 | 1 | −20万',
    )
    .sees('推迟 | 1 | −10万', '查看明细');
  await zhou.says('变化 推迟').sees('推迟：1 个商机', 'D-3 星河科技', '−10万', '全部变化');
  await zhou.says('bridge').sees('期初 |  | 60万', '现在 |  | 41万');
});

test('the bridge report says if nothing changed, and as of a past day shows that day’s state', async () => {
  await zhou.says('变化').sees('从 60万 到 60万', '没有增减');
  await lei.says('输 D-1 价格').sees('输单');
  w.later(1);
  await zhou.says('变化').sees('减少 30万', '输单 | 1 | −30万');
  await zhou.says('变化 @前天').sees('没有增减');
});
