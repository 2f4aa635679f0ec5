import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scheduledSlices } from '../../jobs/reports/scheduled-slices-job.js';
import { callsOf } from '../../kernel/card/card.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { createSavedReport } from '../../store/unit/rows/saved-report-rows.js';
import { createTeam } from '../../store/unit/rows/team-rows.js';
import { changeSavedReport } from '../support/change-rows.js';
import { at, House, read } from './house.js';

let house: House;
const monday = at('2026-11-30', '09:00');

beforeEach(async () => {
  house = await House.open(at('2026-11-25', '10:00'));
  await house.deal({ amount: 30_000_000, product: 'ERP' });
  await house.deal({ amount: 1_000_000, product: 'CRM' });
});
afterEach(async () => await house.close());

async function saved(slice: string, name = '大单', personId = house.manager.id, teamId = house.team.id) {
  return await house.store.tx(async (tx) => {
    const made = await createSavedReport(tx, { name, personId, slice }, house.clock.now());
    return await changeSavedReport(tx, made, { teamId, cron: '0 9 * * 1' });
  });
}

const run = (more = {}) => house.run('scheduled-slices', monday, more);

describe('a scheduled custom report', () => {
  it('is posted once to the channel of its team, without personal buttons', async () => {
    await saved('amount by product amount>50000');
    expect(await run()).toEqual({ posted: 1 });
    expect(await run()).toEqual({ posted: 0 });
    const [post, ...more] = await house.waiting();
    expect(more).toEqual([]);
    expect(post?.place).toBe('华东销售群');
    const words = post ? read(post.card) : '';
    expect(words).toContain('大单 · 华东');
    expect(words).toContain('ERP');
    expect(words).not.toContain('CRM');
    expect(words).not.toContain('延迟发送');
    expect(post && callsOf(post.card)).toEqual([]);
  });

  it('is scheduled as typed, in the team’s time zone, and not after it is removed', async () => {
    const report = await saved('amount by product');
    const context = house.contextOf(house.clock.now());
    expect(await scheduledSlices.slots(context)).toEqual([
      { scope: report?.id, cron: '0 9 * * 1', timeZone: 'Asia/Shanghai' },
    ]);
    if (report) await house.store.tx((tx) => changeSavedReport(tx, report, { removedAt: monday }));
    expect(await scheduledSlices.slots(context)).toEqual([]);
    const slot = { scope: report?.id ?? '', at: monday, lateMinutes: 0 };
    expect(await scheduledSlices.run(slot, context)).toEqual({ counts: { posted: 0 } });
  });

  it('says how late it is posted', async () => {
    await saved('amount by product');
    await run({ lateMinutes: 12, now: at('2026-11-30', '09:12') });
    const [post] = await house.waiting();
    expect(post && read(post.card)).toContain('延迟发送：12 分钟');
  });

  it('hides what any team member may not see, and is not posted if a filter would reveal it', async () => {
    const { access } = house.process;
    house.process = { ...house.process, access: { ...access, rep: { ...access.rep, amount: 'none' } } };
    await saved('amount by product');
    await saved('count by product amount>50000', '偷看');
    expect(await run()).toEqual({ posted: 1, failed: 1 });
    const posts = await house.waiting();
    const shown = posts.find(({ place }) => place === '华东销售群');
    expect(shown && read(shown.card)).toContain('***');
    expect(shown && read(shown.card)).not.toMatch(/30万|31万/);
    const told = posts.find(({ place }) => place === '老张');
    expect(told && read(told.card)).toContain('报表「偷看」这次没有发');
  });

  it('is not posted if its author lost the permission, for another team, or if a field is gone', async () => {
    await house.store.tx((tx) => createTeam(tx, { name: '华南', timeZone: 'Asia/Shanghai' }, monday));
    await saved('amount by product', '代写', house.rep.id);
    await saved('amount by product 华南', '别队');
    await saved('amount by weather', '旧字段');
    expect(await run()).toEqual({ failed: 3 });
    const told = (await house.waiting()).map(({ place, card }) => `${place}: ${read(card)}`);
    expect(told.filter((line) => line.startsWith('小李'))).toHaveLength(1);
    expect(told.find((line) => line.includes('旧字段'))).toContain('不能按「weather」统计');
    await house.store.tx((tx) => updatePerson(tx, house.manager.id, { active: false }));
    await saved('amount by product', '离职');
    expect(await run()).not.toHaveProperty('posted');
  });
});
