import { afterEach, beforeEach, expect, it } from 'vitest';
import { approversFor } from '../../crm/access/approvers.js';
import { openApprovals } from '../../store/deals/approval-queries.js';
import { dealById } from '../../store/deals/deal-queries.js';
import { createApproval } from '../../store/unit/rows/approval-rows.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { processOf, shippedText } from '../unit/sales/fixtures.js';
import { at, commandsOn, House, read } from './house.js';

let house: House;

beforeEach(async () => {
  house = await House.open(at('2026-11-26', '10:00'));
  house.process = processOf(
    shippedText.replace('\n  - key: proposal\n', '\n  - key: proposal\n    gate: { role: manager }\n'),
  );
  const deal = await house.deal();
  await house.store.tx((tx) =>
    createApproval(
      tx,
      {
        dealId: deal.id,
        teamId: house.team.id,
        stage: 'proposal',
        requestedBy: house.rep.id,
        note: '报价过了财务',
        remindAt: at('2026-11-27', '18:00'),
        expiresAt: at('2026-12-03', '18:00'),
      },
      house.clock.now(),
    ),
  );
});

afterEach(async () => await house.close());

const run = (date: string, time = '18:00') => house.run('approvals', at(date, time));
const toldTo = async (name: string) => (await house.waiting()).filter(({ place }) => place === name);

it('the person who may approve is reminded once, with buttons to decide', async () => {
  expect(await run('2026-11-27', '17:45')).toEqual({ reminded: 0, expired: 0 });
  expect(await run('2026-11-27')).toEqual({ reminded: 1, expired: 0 });
  expect(await run('2026-11-27', '18:15')).toEqual({ reminded: 0, expired: 0 });
  const [reminder, ...more] = await toldTo('老张');
  expect(more).toHaveLength(0);
  expect(commandsOn(reminder?.card as never)).toEqual(['approve', 'reject', 'find']);
  expect(read(reminder?.card as never)).toContain('报价过了财务');
});

it('an undecided request expires, and the requester is notified how to request again', async () => {
  expect(await run('2026-12-03')).toEqual({ reminded: 0, expired: 1 });
  expect(await openApprovals(house.store.db, 10)).toEqual([]);
  const [told] = await toldTo('小李');
  expect(commandsOn(told?.card as never)).toEqual(['request', 'find']);
  expect(await run('2026-12-04')).toEqual({ reminded: 0, expired: 0 });
});

it('after two workdays those above the approvers may decide too, and are told once', async () => {
  const boss = await house.person('陈总', 'manager');
  await house.store.tx((tx) => updatePerson(tx, boss.id, { role: 'admin', teamId: null }));
  const [waiting] = await openApprovals(house.store.db, 1);
  await house.store.tx(async ({ q, t }) => {
    await q.update(t.approvals).set({ escalateAt: at('2026-11-30', '18:00') });
  });
  expect(await run('2026-11-27')).toEqual({ reminded: 1, expired: 0 });
  expect(await toldTo('?')).toHaveLength(0);
  expect(await run('2026-11-30', '17:45')).toEqual({ reminded: 0, expired: 0 });
  expect(await run('2026-11-30')).toEqual({ reminded: 1, expired: 0 });
  expect(await run('2026-11-30', '18:15')).toEqual({ reminded: 0, expired: 0 });
  expect(await toldTo('?')).toHaveLength(1);
  const deal = await dealById(house.store.db, waiting?.dealId ?? '');
  const asked = { ...waiting, escalateAt: at('2026-11-30', '18:00') } as never;
  const who = async (time: string) =>
    (
      await approversFor(
        { db: house.store.db, process: house.process, now: at('2026-11-30', time) },
        deal as never,
        asked,
      )
    ).map(({ name }) => name);
  expect(await who('17:00')).toEqual(['老张']);
  expect(await who('18:00')).toEqual(['老张', '陈总']);
});
