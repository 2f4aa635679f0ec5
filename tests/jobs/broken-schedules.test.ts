import { afterEach, beforeEach, expect, test } from 'vitest';
import { allJobs } from '../../jobs/register-jobs.js';
import { scheduleFaults } from '../../jobs/shared/broken-schedules.js';
import { parseStoredProcess } from '../../sales/process/parse-process.js';
import { lastSlots } from '../../store/running/job-slots.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { createSavedReport } from '../../store/unit/rows/saved-report-rows.js';
import { createTeam } from '../../store/unit/rows/team-rows.js';
import { unitOfNobody } from '../../store/unit/unit.js';
import { shippedText } from '../unit/sales/fixtures.js';
import { at, House } from './house.js';

let house: House;
const now = at('2026-11-26', '10:00');

beforeEach(async () => {
  house = await House.open(now);
});

afterEach(async () => await house.close());

/** Rules stored by a release that did not yet try schedules. */
function withWeekly(cron: string): void {
  const yaml = shippedText.replace('weekly: { day: monday, at: "09:00" }', `weekly: { cron: "${cron}" }`);
  const parsed = parseStoredProcess(yaml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  house.process = parsed.process;
}

async function breakAll(): Promise<void> {
  const { store } = house;
  withWeekly('0 9 30 2 *');
  await store.tx(async (tx) => {
    await createTeam(tx, { name: '火星', timeZone: 'Mars/Base' }, now);
    const report = { name: '大单', personId: house.manager.id, slice: 'amount by product' };
    const saved = await createSavedReport(tx, report, now);
    const broken = { cron: '0 9 31 4 *', teamId: house.team.id };
    await unitOfNobody(tx, now, 'test').change('report.changed', saved, broken);
    await updatePerson(tx, house.manager.id, { role: 'admin' });
  });
}

test('a schedule without a slot stops no other job', async () => {
  await breakAll();
  const runner = house.runner();
  await runner.runDue(now);
  await runner.runDue(at('2026-11-26', '17:00'));
  const ran = new Set((await lastSlots(house.store.db)).map(({ job }) => job));
  const never = ['weekly-report', 'my-week', 'alerts-falling', 'scheduled-slices'];
  expect(ran).toEqual(new Set(allJobs.map(({ name }) => name).filter((name) => !never.includes(name))));
});

test('an admin hears once a day which schedules are broken, and how to correct them', async () => {
  await breakAll();
  const told = async () =>
    (await house.waiting())
      .filter(({ card }) => card.key === 'broken-schedule')
      .map(({ card, place }) => [
        place,
        ...card.nodes.flatMap((node) => (node.kind === 'text' ? [node.text] : [])),
      ]);
  expect(await house.run('broken-schedules', now)).toEqual({ told: 3 });
  expect(await house.run('broken-schedules', at('2026-11-26', '16:00'))).toEqual({ told: 0 });
  expect((await told()).sort()).toEqual(
    [
      [
        '老张',
        '报表「大单」的发送时间「0 9 31 4 *」不存在，报表不会发送。',
        '请重新设定时间，例如：报表 大单 每周一 9:00；或者停发。',
      ],
      [
        '老张',
        '周报的发送时间「0 9 30 2 *」不存在，周报不会发送。',
        "请在流程文件里修改 reports 下的 weekly，例如 weekly: { cron: '0 9 * * 1' }，保存后生效。",
      ],
      [
        '老张',
        '火星的时区「Mars/Base」无法识别，发给他们的报表和提醒已暂停。',
        '请维护机器人的同事把这个团队的时区改成 Asia/Shanghai 这样的名称。',
      ],
    ].sort(),
  );
  expect(await house.run('broken-schedules', at('2026-11-27', '09:00'))).toEqual({ told: 3 });
});

test('nothing is said while every schedule has its slots', async () => {
  expect(await scheduleFaults(allJobs, house.contextOf(now))).toEqual([]);
  withWeekly('30 2 * * 0');
  expect(await scheduleFaults(allJobs, house.contextOf(now))).toEqual([]);
});
