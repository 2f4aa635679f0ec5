import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMeetingAt } from '../../store/reports/meeting-queries.js';
import { appendEvent } from '../../store/unit/rows/event-rows.js';
import { createMeeting } from '../../store/unit/rows/meeting-rows.js';
import { createTeam } from '../../store/unit/rows/team-rows.js';
import { bindPlace } from '../support/change-rows.js';
import { at, House, read } from './house.js';

let house: House;
const night = at('2026-11-25', '23:30');

beforeEach(async () => {
  house = await House.open(at('2026-11-25', '10:00'));
});
afterEach(async () => await house.close());

async function begin(items: string[]) {
  const given = { teamId: house.team.id, placeId: house.group.id, startedBy: house.manager.id, items };
  return await house.store.tx((tx) => createMeeting(tx, given, at('2026-11-25', '10:00')));
}

async function moved(dealId: string, time: string, undoneAt?: Date) {
  await house.store.tx(async (tx) => {
    const event = {
      actId: `act-${time}`,
      at: at('2026-11-25', time),
      kind: 'deal.moved',
      personId: house.manager.id,
      recordType: 'deal',
      recordId: dealId,
      before: { stage: 'qualify' },
      after: { stage: 'proposal' },
      words: '推',
      origin: 'sandbox',
    };
    await appendEvent(tx, event);
    if (undoneAt) await tx.q.update(tx.t.events).set({ undoneAt });
  });
}

describe('a meeting that nobody ended', () => {
  it('ends at night with minutes posted to its group, and absent owners are notified', async () => {
    const [first, second] = [await house.deal({ amount: 30_000_000 }), await house.deal()];
    await begin([`D-${first.no}`, `D-${second.no}`]);
    await moved(first.id, '10:30');
    expect(await house.run('meetings', night)).toEqual({ ended: 1, told: 1 });
    expect(await house.run('meetings', night)).toEqual({ ended: 0, told: 0 });
    expect(await openMeetingAt(house.store.db, house.group.id)).toBeUndefined();
    const posts = await house.waiting();
    expect(posts.map(({ place }) => place)).toEqual(['华东销售群', '小李']);
    const [minutes, own] = posts.map(({ card }) => read(card));
    expect(minutes).toContain('议题 2 个，已决定 1 个，未决定 1 个');
    expect(minutes).toMatch(/1\. 10:30 老张 · D-1 .*：推进到「/);
    expect(minutes).toContain('未手动散会');
    expect(own).toContain('您的商机');
    // At night nobody is woken for it.
    expect(posts[0]?.post.notBefore).toEqual(at('2026-11-26', '08:00'));
  });

  it('leaves undone and later acts out of the minutes', async () => {
    const deal = await house.deal();
    await begin([`D-${deal.no}`]);
    await moved(deal.id, '10:30', at('2026-11-25', '10:31'));
    await moved(deal.id, '23:45');
    await house.run('meetings', night, { now: at('2026-11-26', '09:00'), lateMinutes: 570 });
    const [post] = await house.waiting();
    expect(post && read(post.card)).toContain('已决定 0 个，未决定 1 个');
  });

  it('sends the minutes to the person who began it if the group now belongs to another team', async () => {
    const deal = await house.deal();
    await begin([`D-${deal.no}`]);
    await house.store.tx(async (tx) => {
      const other = await createTeam(tx, { name: '华南', timeZone: 'Asia/Shanghai' }, night);
      await bindPlace(tx, house.group.id, other.id, ['report']);
    });
    await house.run('meetings', night);
    expect((await house.waiting()).map(({ place }) => place)).toEqual(['老张', '小李']);
  });
});
