import { afterEach, expect, test } from 'vitest';
import { noteAlert } from '../../store/reports/alert-queries.js';
import { type World, winsAtOnce, world } from '../support/world.js';

let w: World;
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

test('badges are off by default, but their rules can be read', async () => {
  w = await world({ process: winsAtOnce });
  const lei = await w.rep('李雷');
  await lei.says('商机 星河科技 30万');
  await lei.says('赢 D-1');
  await lei.says('徽章').sees('徽章未开启', '第一单：本月赢得个人第一单').misses('现在是');
  await lei.says('排行').misses('徽章');
  await lei.says('我的数据').misses('徽章');
});

test('badges appear in the ranking and in personal data, with the names of their holders', async () => {
  w = await world({ process: { ...winsAtOnce, badges: true } });
  const zhou = await w.manager('周敏');
  const lei = await w.rep('李雷');
  const mei = await w.rep('韩梅');
  await mei.says('商机 云帆物流 20万');
  await mei.says('赢 D-1');
  w.later(10);
  await lei.says('商机 星河科技 30万');
  for (const words of ['讲了方案', '见了王总', '谈了价格']) await lei.says(`跟 D-2 拜访 ${words}`);
  for (const name of ['约 D-2 明天 看样', '约 D-2 后天 报价', '约 D-2 12月9日 复盘']) await lei.says(name);
  await w.store.tx(async (tx) => {
    const [deal] = (await tx.q.select().from(tx.t.deals)).filter(({ no }) => no === 2);
    await noteAlert(tx, {
      dedupeKey: 'stall:2',
      rule: 'stalled',
      mode: 'on',
      recordType: 'deal',
      recordId: deal?.id ?? '',
      personId: lei.person.id,
      teamId: w.east.id,
      value: null,
      why: {},
      sent: 'sent',
      at: w.clock.now(),
      judgeAt: null,
    });
  });
  await lei.says('赢 D-2');
  await mei.says('商机 青禾食品 10万');
  await mei.says('赢 D-3');
  await zhou
    .says('排行')
    .sees('徽章', '拜访最多 · 李雷', '第一单 · 李雷', '起死回生 · 李雷')
    .misses('第一单 · 李雷、韩梅', '响应最快');
  await lei.says('我的数据').sees('本月徽章: 拜访最多、第一单、起死回生');
  await zhou.says('徽章').sees('当前获得者：李雷');
  const all = await w.admin('陈晨');
  await all.says('徽章').sees('全公司');
});
