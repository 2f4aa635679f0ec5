import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { calendarOf } from '../../bot/product/product.js';
import { nextAt } from '../../crm/notices/notify.js';
import { heldNotices } from '../../jobs/shared/held-notices-job.js';
import type { Card } from '../../kernel/card/card.js';
import { listHour } from '../../language/order/list-hour.js';
import { type Actor, printed, type World, world } from '../support/world.js';

let w: World;
let zhou: Actor;
let lei: Actor;
let mei: Actor;

beforeEach(async () => {
  w = await world();
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
  for (const one of [zhou, lei, mei]) await one.says('帮');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

/** The titles of what was sent to 韩梅 in private, oldest first. */
const sent = async () => {
  const { q, t } = w.store.db;
  const own = (await q.select().from(t.places)).find(({ personId }) => personId === mei.person.id);
  const posts = (await q.select().from(t.outbox)).filter(({ placeId }) => placeId === own?.id);
  return posts.map(({ card }) => printed(card as Card));
};

const clock = async () => {
  const now = w.clock.now();
  const { process, store } = w;
  const ctx = { store, process, calendar: calendarOf(process), locale: 'zh', timeZone: 'Asia/Shanghai', now };
  return await heldNotices.run({ scope: '', at: now } as never, ctx as never);
};

describe('notices', () => {
  test('come as one list at the hour that a person chose, until they want each again', async () => {
    await mei.says('汇总通知 每天9点').sees('每天 09:00 合并成一条', '[改为逐条]');
    for (const name of ['星河科技', '云帆物流', '青禾食品']) await lei.says(`线索 ${name}`);
    for (const no of [1, 2]) await zhou.says(`派 L-${no} 韩梅`);
    expect(await sent()).toEqual([]);
    w.clock.set(nextAt(w.clock.now(), '09:00', 'Asia/Shanghai'));
    expect(await clock()).toMatchObject({ counts: { people: 1, notices: 2 } });
    const [list, ...more] = await sent();
    expect(more).toEqual([]);
    expect(list).toMatch(/汇总通知 · 2 条[\s\S]*L-1 · 星河科技[\s\S]*周敏转给了您[\s\S]*L-2 · 云帆物流/);
    expect(await clock()).toMatchObject({ counts: { people: 0 } });
    await mei.says('汇总通知 逐条').sees('逐条发送');
    await zhou.says('派 L-3 韩梅');
    expect(await sent()).toHaveLength(2);
    await mei.says('撤').sees('已撤销');
    await mei.says('汇总通知').sees('每天 09:00');
    await mei.says('汇总通知 随便').sees('没看懂时间「随便」', '每天9点');
  });

  test('of a burst come singly at first, the rest as one list two minutes later', async () => {
    const names = ['星河科技', '云帆物流', '青禾食品', '蓝鲸制造', '白鹭旅游', '海棠地产', '河谷制药'];
    for (const name of names) await lei.says(`线索 ${name}`).sees('L-');
    for (const no of names.keys()) await zhou.says(`派 L-${no + 1} 韩梅`).sees('韩梅');
    const before = await sent();
    expect(before.length).toBe(3);
    w.clock.advance(3 * 60_000);
    await clock();
    const after = await sent();
    expect(after.length).toBe(before.length + 1);
    expect(after.at(-1)).toContain(`汇总通知 · 4 条`);
  });
});

test('an hour is read in both languages, and nothing else is', () => {
  const hours = [
    '每天9点',
    '每日 17:00',
    '9:30',
    '每天上午九点半',
    '下午5点',
    'once a day at 9',
    'daily at 9am',
  ];
  expect(hours.map(listHour)).toEqual(['09:00', '17:00', '09:30', '09:30', '17:00', '09:00', '09:00']);
  expect(['随便', '每天', '25:00', '每周一9点', '9点开会'].map(listHour)).toEqual(Array(5).fill(undefined));
});
