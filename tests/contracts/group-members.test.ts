import { describe, expect, test } from 'vitest';
import { sandbox } from '../../adapters/sandbox/sandbox.js';
import { adapters } from '../../bot/platforms/adapters.js';
import { listPlaces } from '../../store/people/place-queries.js';
import { bindPlace } from '../support/change-rows.js';
import { everyOffice, type Office } from '../support/every-office.js';
import { PaperPlatform } from '../support/paper-platform.js';

const platforms = [...adapters, new PaperPlatform().adapter, sandbox];
const secrets = /D-1|星河科技|3\d万/;

/** A team at work, with a deal that its group has seen. */
async function opened(id: string): Promise<Office> {
  const office = await (everyOffice[id] ?? (() => Promise.reject(new Error(`no office on ${id}`))))();
  await office.says('商机 星河科技 30万');
  await office.sees(/D-1/);
  return office;
}

/** What 李雷 alone sees. */
const alone = (office: Office) => office.privately() + (office.aside?.() ?? '');

/** What stands in the group, but for what 李雷 said there. */
const wall = (office: Office) => office.publicly().replaceAll(/^.*(?:改 D-1|周报$).*$/gm, '');

describe.each(platforms.filter(({ can }) => can.members === 'listed'))(
  'on $title.en, which lists the members of a group',
  ({ id }) => {
    test.each(['guest', 'stranger', 'colleague'] as const)(
      'a group sees nothing from the moment a %s whom nobody knows joins',
      async (who) => {
        const office = await opened(id);
        await office.saysInGroup('改 D-1 31万');
        await office.seesInGroup(/D-1 · 星河科技/);
        await office.members?.joins(who);
        // What stood there already goes.
        await expect.poll(() => wall(office)).not.toMatch(secrets);
        expect(wall(office)).toContain('不再显示');
        await office.saysInGroup('改 D-1 33万');
        await expect.poll(() => alone(office)).toMatch(/本条仅您可见/);
        await office.saysInGroup('周报');
        await expect.poll(() => alone(office)).toMatch(/周报 · 华东/);
        await office.at('2026-11-30', '09:00');
        await office.seesInGroup(/收不到报表和提醒/);
        expect(wall(office)).not.toMatch(/周报 · 华东|D-1|3[13]万/);
        await expect.poll(() => office.admin?.()).toMatch(/收不到报表和提醒/);
      },
    );

    test('a colleague who has introduced themselves lowers the group no more than their own rights do', async () => {
      const office = await opened(id);
      await office.members?.joins('colleague');
      await office.saysInGroup('改 D-1 31万');
      await expect.poll(() => alone(office)).toMatch(/还没有私聊过我/);
      await office.members?.introduces();
      await office.saysInGroup('改 D-1 32万');
      // They are in no team yet.
      await expect.poll(() => alone(office)).toMatch(/无权查看这些内容/);
      expect(wall(office)).not.toMatch(secrets);
    });

    test('a group sees again what its team may see once the guest has left', async () => {
      const office = await opened(id);
      await office.members?.joins('guest');
      await office.saysInGroup('改 D-1 31万');
      await expect.poll(() => alone(office)).toMatch(/访客或外部人员/);
      await office.members?.leaves('newcomer');
      await office.saysInGroup('改 D-1 32万');
      await office.seesInGroup(/D-1 · 星河科技/);
    });

    test('somebody who has left a group cannot act on its cards any more', async () => {
      const office = await opened(id);
      await office.saysInGroup('改 D-1 31万');
      const card = await office.seesInGroup(/D-1 · 星河科技/);
      await office.members?.leaves('李雷');
      await card.taps('推进');
      await expect.poll(() => alone(office)).toMatch(/已不在这个群里/);
      const { q, t } = office.product.store.db;
      expect((await q.select().from(t.deals))[0]).toMatchObject({ stage: 'contact' });
    });

    test.each(['missing scope', 'too many requests'] as const)(
      'a group whose members cannot be read (%s) sees nothing, and the admin is told',
      async (how) => {
        const office = await opened(id);
        office.members?.refuses(how);
        await office.saysInGroup('改 D-1 31万');
        await expect.poll(() => alone(office)).toMatch(/查不到群成员/);
        expect(wall(office)).not.toMatch(secrets);
        await expect.poll(() => office.admin?.()).toMatch(/查不到「east-sales」的成员/);
        await office.at('2026-11-30', '09:00');
        expect(wall(office)).not.toMatch(/周报/);
      },
    );

    test('the last list holds for an hour while the platform does not answer, and no longer', async () => {
      const office = await opened(id);
      await office.saysInGroup('改 D-1 31万');
      await office.seesInGroup(/D-1 · 星河科技/);
      office.members?.refuses('too many requests');
      await office.at('2026-11-26', '10:45');
      await office.saysInGroup('改 D-1 36万');
      await office.seesInGroup(/36万/);
      await office.at('2026-11-26', '11:30');
      await office.saysInGroup('改 D-1 32万');
      await expect.poll(() => alone(office)).toMatch(/查不到群成员/);
      expect(wall(office)).not.toMatch(/32万/);
    });
  },
);

describe.each(platforms.filter(({ can }) => can.members === undefined))(
  'on $title.en, which tells no bot who is in a group',
  ({ id }) => {
    test('a group that is given to no team sees nothing of a team, and says how that changes', async () => {
      const office = await opened(id);
      const { store } = office.product;
      const group = (await listPlaces(store.db)).find(({ kind }) => kind === 'group');
      await store.tx((tx) => bindPlace(tx, group?.id ?? '', null, []));
      await office.saysInGroup('改 D-1 31万');
      await expect.poll(() => alone(office)).toMatch(/还没有绑定团队/);
      expect(wall(office)).not.toMatch(secrets);
    });
  },
);
