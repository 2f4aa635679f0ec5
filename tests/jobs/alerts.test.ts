import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarOf, registry } from '../../bot/product/product.js';
import { allJobs } from '../../jobs/register-jobs.js';
import type { JobContext } from '../../jobs/shared/job-context.js';
import { type Card, callsOf } from '../../kernel/card/card.js';
import { instantOf } from '../../kernel/time/zone.js';
import { duePosts } from '../../store/messages/outbox-queries.js';
import { listPlaces } from '../../store/people/place-queries.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { bindPlace } from '../support/change-rows.js';
import { ensurePlace } from '../support/ensure-place.js';
import type { Actor, World } from '../support/world.js';
import { printed, processOfTests, world } from '../support/world.js';

const zone = 'Asia/Shanghai';
const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11), zone);

let w: World;
let lei: Actor;
let min: Actor;

beforeEach(async () => {
  w = await world();
  lei = await w.rep('李雷');
  min = await w.manager('周敏');
  await min.says('今天');
});

afterEach(() => w.close());

/** Runs a job at a moment; answers what it put into the outbox: to whom, and the card. */
async function run(name: string, text: string, more: { late?: number; now?: string } = {}) {
  const slotAt = at(text);
  w.clock.set(at(more.now ?? text));
  const context: JobContext = {
    store: w.store,
    now: w.clock.now(),
    process: processOfTests,
    processVersion: 1,
    calendar: calendarOf(processOfTests),
    timeZone: zone,
    locale: 'zh',
  };
  const before = new Set((await posts()).map((post) => post.id));
  const job = allJobs.find((one) => one.name === name);
  if (!job) throw new Error(`no job ${name}`);
  for (const { scope } of await job.slots(context)) {
    await job.run({ scope, at: slotAt, lateMinutes: more.late ?? 0 }, context);
  }
  return (await posts()).filter((post) => !before.has(post.id));
}

async function posts() {
  const places = new Map((await listPlaces(w.store.db)).map((place) => [place.id, place.name]));
  const rows = await duePosts(w.store.db, new Date('2030-01-01'), 1000);
  return rows.map((row) => ({
    id: row.id,
    to: places.get(row.placeId),
    card: row.card as Card,
    text: printed(row.card as Card),
    notBefore: row.notBefore,
    mention: row.mention,
  }));
}

const calls = (card: Card | undefined) => (card ? callsOf(card) : []);

/** The group of the team, where it gets posts of these kinds. */
async function group(name: string, ...kinds: string[]): Promise<void> {
  await w.store.tx(async (tx) => {
    const given = { platform: 'sandbox', externalId: name, kind: 'group' as const, name, personId: null };
    const place = await ensurePlace(tx, given, w.clock.now());
    await bindPlace(tx, place.id, w.east.id, kinds);
  });
}

describe('a stalled deal', () => {
  // Entered on Thursday the 26th; its stage allows five workdays without a follow-up.
  beforeEach(() => lei.says('商机 星河科技 ERP 30万').sees('D-1'));

  it('is reported to its owner once, with the reason and four actions', async () => {
    expect(await run('stall-alerts', '2026-12-03 17:50')).toEqual([]);
    const [alert, ...more] = await run('stall-alerts', '2026-12-03 18:00');
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ to: '李雷', mention: [] });
    expect(alert?.card.key).toBe('deal:D-1');
    expect(alert?.text).toContain('已 5 个工作日没有跟进（本阶段上限 5 天）。');
    expect(calls(alert?.card).map((call) => call.command)).toEqual([
      'log',
      'move',
      'log',
      'log',
      'log',
      'lost',
    ]);
    expect(await run('stall-alerts', '2026-12-03 18:10')).toEqual([]);
  });

  it('is reported to the manager once if the owner did nothing', async () => {
    await run('stall-alerts', '2026-12-03 18:00');
    expect(await run('stall-alerts', '2026-12-04 17:50')).toEqual([]);
    const [told, ...more] = await run('stall-alerts', '2026-12-04 18:00');
    expect(more).toEqual([]);
    expect(told?.to).toBe('周敏');
    expect(told?.text).toContain('李雷收到提醒后还没有处理。');
    expect(await run('stall-alerts', '2026-12-07 18:00')).toEqual([]);
  });

  it.each([
    ['a follow-up', '跟 D-1 电话 已报价'],
    ['a loss', '输 D-1 价格'],
  ])('is not reported to the manager after %s', async (_, line) => {
    await run('stall-alerts', '2026-12-03 18:00');
    await lei.says(line);
    expect(await run('stall-alerts', '2026-12-04 18:00')).toEqual([]);
  });

  it('gets a new date by a tap on the alert, and is reported again if it stalls again', async () => {
    const [alert] = await run('stall-alerts', '2026-12-03 18:00');
    const redate = calls(alert?.card).find((call) => call.command === 'log' && call.input.next !== undefined);
    expect(redate?.input).toEqual({ subject: 'D-1', next: '2026-12-04' });
    if (redate) await lei.calls(redate).sees('12月4日');
    expect(await run('stall-alerts', '2026-12-04 17:50')).toEqual([]);
    expect((await run('stall-alerts', '2026-12-17 18:00')).map((post) => post.to)).toEqual(['李雷']);
  });

  it('is not reported during quiet hours or a mute', async () => {
    const [late] = await run('stall-alerts', '2026-12-03 18:00', { now: '2026-12-03 22:00' });
    expect(late?.notBefore).toEqual(at('2026-12-04 08:00'));
    await lei.says('商机 云帆物流 CRM 10万');
    await w.store.tx((tx) => updatePerson(tx, lei.person.id, { mutedUntil: at('2027-01-04 09:00') }));
    const muted = await run('stall-alerts', '2026-12-25 18:00');
    expect(muted.map((post) => post.notBefore)).toContainEqual(at('2027-01-04 09:00'));
  });

  it('is reported in the group, with a mention, if the owner has no private chat', async () => {
    await group('华东群', 'stall');
    const wu = await w.rep('吴桐');
    await wu.in('华东群').says('商机 青禾食品 POS 5万');
    const alerts = await run('stall-alerts', '2026-12-03 18:00');
    expect(alerts.find((post) => post.text.includes('青禾食品'))).toMatchObject({
      to: '华东群',
      mention: ['吴桐'],
    });
  });

  it('is reported in one list with others that stall at the same time', async () => {
    for (const name of ['云帆物流', '蓝鲸制造', '晨光医疗', '远山教育'])
      await lei.says(`商机 ${name} CRM 10万`);
    const [list, ...more] = await run('stall-alerts', '2026-12-03 18:10');
    expect(more).toEqual([]);
    expect(list?.text).toContain('有 5 个商机停滞');
    expect(list?.text).toMatch(/D-1 星河科技.*30万/);
    expect(await run('stall-alerts', '2026-12-03 18:20')).toEqual([]);
  });
});

describe('the morning list of tasks', () => {
  beforeEach(async () => {
    await lei.says('商机 星河科技 ERP 30万');
    await lei.says('跟 D-1 电话 价格偏高 下周三再约').sees('12月2日');
  });

  it('is sent on workdays only, with tasks due and overdue', async () => {
    expect(await run('due-tasks', '2026-12-01 08:30')).toEqual([]);
    const [today] = await run('due-tasks', '2026-12-02 08:30');
    expect(today).toMatchObject({ to: '李雷' });
    expect(today?.text).toMatch(/今天 1 件[\s\S]*T-1/);
    expect(await run('due-tasks', '2026-12-02 08:30')).toEqual([]);
    expect(await run('due-tasks', '2026-12-05 08:30')).toEqual([]);
    const [late] = await run('due-tasks', '2026-12-07 08:30', { late: 12 });
    expect(late?.text).toContain('逾期 1 件');
    expect(late?.text).toContain('延迟发送：12 分钟');
    const done = calls(late?.card).find((call) => call.command === 'task-done');
    if (!done) throw new Error('no button');
    await lei.calls(done).sees('T-1');
    expect(await run('due-tasks', '2026-12-08 08:30')).toEqual([]);
  });
});

describe('an unanswered lead', () => {
  beforeEach(() => lei.says('线索 星河科技 王总 13800000000 想看ERP #官网').sees('L-1'));

  it('is a reminder to the owner before the deadline, then a notice to the manager, each once', async () => {
    expect(await run('lead-response', '2026-11-26 10:40')).toEqual([]);
    const [reminder] = await run('lead-response', '2026-11-26 10:50');
    expect(reminder).toMatchObject({ to: '李雷' });
    expect(reminder?.text).toContain('首次跟进');
    expect(await run('lead-response', '2026-11-26 11:55')).toEqual([]);
    const [told, ...more] = await run('lead-response', '2026-11-26 12:05');
    expect(more).toEqual([]);
    expect(told?.to).toBe('周敏');
    expect(await run('lead-response', '2026-11-26 14:00')).toEqual([]);
  });

  it('is not reported once it was followed up', async () => {
    await lei.says('跟 L-1 电话 已联系');
    expect(await run('lead-response', '2026-11-26 12:05')).toEqual([]);
  });

  it('returns to the pool after a warning, with its phone masked in both notices', async () => {
    await group('华东群', 'pool');
    expect(await run('pool-return', '2026-12-07 18:00')).toEqual([]);
    const [warning] = await run('pool-return', '2026-12-08 09:00');
    expect(warning).toMatchObject({ to: '李雷' });
    expect(warning?.text).toContain('13800000000');
    expect(await run('pool-return', '2026-12-08 10:00')).toEqual([]);
    const returned = await run('pool-return', '2026-12-10 18:00');
    expect(returned.map((post) => post.to).sort()).toEqual(['华东群', '李雷']);
    for (const post of returned) expect(post.text).toContain('138****0000');
    expect(await run('pool-return', '2026-12-11 18:00')).toEqual([]);
    const claim = calls(returned[0]?.card).find((call) => call.command === 'claim');
    if (!claim) throw new Error('no button');
    const wu = await w.rep('吴桐');
    await wu.calls(claim).sees('吴桐');
  });
});

describe('the weekly report', () => {
  it('is posted once a week to each group bound to reports, and says if it is late', async () => {
    await group('华东群', 'report');
    await group('别的群', 'stall');
    await lei.says('商机 星河科技 ERP 30万');
    await lei.says('赢 D-1');
    const [report, ...more] = await run('weekly-report', '2026-11-30 09:00');
    expect(more).toEqual([]);
    expect(report).toMatchObject({ to: '华东群', notBefore: at('2026-11-30 09:00') });
    expect(report?.text).toMatch(/第48周[\s\S]*30万/);
    expect(report?.text).not.toContain('延迟发送');
    expect(await run('weekly-report', '2026-11-30 09:00')).toEqual([]);
    const [late] = await run('weekly-report', '2026-12-07 09:00', { late: 12, now: '2026-12-07 09:12' });
    expect(late?.text).toContain('延迟发送：12 分钟');
  });
});

describe('buttons on posts sent by jobs', () => {
  it('call existing commands with existing fields', async () => {
    await group('华东群', 'report', 'stall', 'lead', 'pool');
    await lei.says('线索 云帆物流 李总 13900000000 要方案');
    for (const name of ['星河科技', '蓝鲸制造', '晨光医疗', '远山教育'])
      await lei.says(`商机 ${name} CRM 10万`);
    await lei.says('跟 星河科技 电话 明天再约');
    const posted = [
      ...(await run('lead-response', '2026-11-26 12:05')),
      ...(await run('due-tasks', '2026-11-27 08:30')),
      ...(await run('weekly-report', '2026-11-30 09:00')),
      ...(await run('stall-alerts', '2026-12-08 18:00')),
      ...(await run('pool-return', '2026-12-08 18:00')),
      ...(await run('pool-return', '2026-12-11 18:00')),
    ];
    expect(posted.length).toBeGreaterThan(5);
    for (const call of posted.flatMap((post) => callsOf(post.card))) {
      const command = registry.get(call.command);
      expect(command, call.command).toBeDefined();
      const fields = [...Object.keys(command?.fields ?? {}), 'v'];
      expect(
        Object.keys(call.input).filter((name) => !fields.includes(name)),
        call.command,
      ).toEqual([]);
    }
  });
});
