import { afterEach, beforeEach, expect, test } from 'vitest';
import { registry } from '../../bot/product/product.js';
import { callsOf } from '../../kernel/card/card.js';
import { hasRole } from '../../kernel/command/roles.js';
import { type Actor, type World, world } from '../support/world.js';

/** Nobody is shown a button, in an answer that they alone read, whose command their role may not use. */

let w: World;
let people: Record<'viewer' | 'rep' | 'manager', Actor>;

beforeEach(async () => {
  w = await world();
  const [viewer, rep, manager] = [await w.viewer('方静'), await w.rep('李雷'), await w.manager('周敏')];
  people = { viewer, rep, manager };
  await rep.says('线索 华为 王总 13800000000 想看ERP #官网');
  await rep.says('商机 星河科技 ERP 30万 12月底 王总');
  await rep.says('商机 星河科技 CRM 20万');
  await rep.says('跟 星河科技 电话 价格偏高 下周三再约');
  await rep.says('线索 白鹭旅游 13912345678');
  await w.release('L-2');
  await manager.says('目标 李雷 本月 20万');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const lines = [
  ...[
    '你好',
    '帮助',
    '今天',
    '华为',
    '星河科技',
    'D-1',
    'L-1',
    'T-1',
    '我的商机',
    '华东的商机',
    '我的客户',
    '线索',
    '看板',
  ],
  ...[
    '公海',
    '周报',
    '月报',
    '季报',
    '漏斗',
    '预测',
    '停滞',
    '排行',
    '目标',
    '变化',
    '输单分析',
    '响应',
    '趋势',
    '规则',
  ],
  ...[
    '历史 D-1',
    '王总电话',
    '学到的',
    '入门',
    '我的数据',
    '团队',
    '文章',
    '这个月赢了多少',
    '星河科技进展怎么样',
    '问 竞品怎么打',
  ],
  ...[
    '李雷的待办',
    '为什么',
    '没有这样的话',
    '吴桐公司',
    '有风险的商机',
    '会议',
    '提醒',
    '角色',
    '切片',
    '价目',
  ],
];

test.each(['viewer', 'rep', 'manager'] as const)(
  'a %s sees no button that they may not use',
  async (role) => {
    const shown: string[] = [];
    let calls = 0;
    for (const line of lines) {
      const { cards } = await people[role].says(line);
      for (const call of cards.flatMap(callsOf)) {
        calls += 1;
        const needed = registry.get(call.command)?.role;
        if (needed !== undefined && !hasRole(role, needed)) shown.push(`${line} → ${call.command}`);
      }
      await people[role].says('取消');
    }
    expect(calls).toBeGreaterThan(30);
    expect(shown).toEqual([]);
  },
);
