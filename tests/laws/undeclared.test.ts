import { afterEach, expect, it, onTestFinished } from 'vitest';
import { registry } from '../../bot/product/product.js';
import { defineCommand } from '../../crm/access/context.js';
import type { ChangeKind } from '../../sales/people/change-kinds.js';
import { dealByNo } from '../../store/deals/deal-queries.js';
import { writesRecords } from '../house/record-writes.js';
import { type World, world } from '../support/world.js';
import { changesBetween, recordRows } from './record-tables.js';

let w: World;
afterEach(async () => await w.close());

/** Makes the product know a further command while the test runs. */
function register(changes: ChangeKind[]) {
  const sample = defineCommand({
    name: 'sample',
    texts: {
      zh: { words: ['样例'], summary: '样例' },
      en: { words: ['sample'], summary: 'sample' },
    },
    changes,
    fields: {},
    async run(_input, ctx) {
      const deal = await dealByNo(ctx.db, 1);
      if (deal) await ctx.unit.change('deal.changed', deal, { amount: 1 });
      return { key: 'sample', title: 'done', tone: 'good', nodes: [] };
    },
  });
  const byName = registry as unknown as { byName: Map<string, typeof sample> };
  byName.byName.set('sample', sample);
  onTestFinished(() => void byName.byName.delete('sample'));
}

it('a command that forgot to declare its change is an incident and changes nothing', async () => {
  w = await world();
  const lei = await w.rep('李雷');
  await lei.says('商机 星河科技 30万').sees('D-1');
  register([]);
  const before = await recordRows(w.store.db);
  await lei.calls({ command: 'sample', input: {} }).sees('没有保存任何内容');
  expect(w.incidents.map(String)).toEqual([expect.stringContaining('has not declared deal.changed')]);
  expect(changesBetween(before, await recordRows(w.store.db))).toEqual([]);
});

it('a command without a check of rights of its own is refused, logged and undone all the same', async () => {
  w = await world();
  const lei = await w.rep('李雷');
  const mei = await w.rep('韩梅');
  await lei.says('商机 星河科技 30万').sees('D-1');
  await mei.says('我的数据');
  register(['deal.changed']);
  const before = await recordRows(w.store.db);
  await mei.calls({ command: 'sample', input: {} }).sees('没有权限', '李雷');
  expect(changesBetween(before, await recordRows(w.store.db))).toEqual([]);
  await lei.calls({ command: 'sample', input: {} }).sees('done');
  await lei.says('撤').sees('已撤销', '修改商机');
  expect(changesBetween(before, await recordRows(w.store.db))).toEqual([]);
  expect(w.incidents).toEqual([]);
});

it('the house law finds a file that writes a record table by itself', () => {
  expect(writesRecords("await tx.q.update(tx.t.deals).set({ ownerId: 'me' })")).toBe(true);
  expect(writesRecords('await ctx.db.q.update(ctx.db.t.tasks).set(due)')).toBe(true);
  expect(writesRecords('await tx.q.insert(customers).values(row)')).toBe(true);
  expect(writesRecords('await changeRow(tx, tx.t.tasks, task, { title })')).toBe(true);
  expect(writesRecords('await tx.q.delete(events)')).toBe(true);
  expect(writesRecords('await db.q.select().from(db.t.deals)')).toBe(false);
});
