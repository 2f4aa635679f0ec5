import { afterEach, beforeEach, expect, test } from 'vitest';
import { dealByNo } from '../../store/deals/deal-queries.js';
import { alertsToJudge, judgeAlert, noteAlert } from '../../store/reports/alert-queries.js';
import { processFile } from '../support/process-file.js';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let zhou: Actor;
let lei: Actor;

beforeEach(async () => {
  w = await world({ processFile: processFile() });
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  await lei.says('商机 星河科技 ERP 30万').sees('D-1');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

async function note(key: string, judged: 'acted' | 'ignored' | 'open'): Promise<void> {
  const deal = await dealByNo(w.store.db, 1);
  const now = w.clock.now();
  await w.store.tx(async (tx) => {
    await noteAlert(tx, {
      dedupeKey: key,
      rule: 'cut',
      mode: 'shadow',
      recordType: 'deal',
      recordId: deal?.id ?? '',
      personId: zhou.person.id,
      teamId: w.east.id,
      value: 30_000_000,
      why: { percent: 33 },
      sent: 'none',
      at: now,
      judgeAt: now,
    });
    if (judged !== 'open') {
      const [due] = (await alertsToJudge(tx, now, 10)).filter((one) => one.dedupeKey === key);
      await judgeAlert(tx, due?.id ?? '', judged === 'acted' ? now : null, now);
    }
  });
}

test('a manager sees each alert rule’s results and what it would have sent, and changes its mode as a rule change', async () => {
  await note('cut:1', 'acted');
  await note('cut:2', 'ignored');
  await note('cut:3', 'open');
  await zhou.says('预警').sees('降价 | 试运行 | 0 | 3 | 50% (1/2)', '大单 | 开', '停滞 | 开');
  await zhou
    .taps('降价')
    .sees('降价提醒 · 试运行', 'D-1', '周敏 · 试运行，未发送', '30万', '已处理', '未处理', '待看');
  await zhou.taps('改为开').sees('修改规则 · 降价提醒', '当前: 试运行', '修改后: 开', '需由管理员');
  const chen = await w.admin('陈晨');
  await chen.says('规则 降价提醒 开').sees('修改后: 开');
  await chen.taps('生效').sees('已生效');
  await zhou.says('预警').sees('降价 | 开');
  await zhou.says('规则 大单金额 80万').sees('修改后: 80万');
});

test('everybody chooses how to receive alerts, and can undo the choice', async () => {
  await lei.says('预警').sees('今天已单独发送 0 条，上限 8 条');
  await lei.taps('改为汇总').sees('每天 17:00 发');
  await lei.says('预警').sees('合并为一条汇总');
  await lei.says('撤').sees('提醒方式');
  await lei.says('预警').sees('上限 8 条');
  await lei.says('预警 降价').misses('试运行');
});
