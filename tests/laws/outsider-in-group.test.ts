import { beforeAll, describe, expect, it } from 'vitest';
import { holdPost } from '../../bot/members/held-posts.js';
import { knownPlatforms } from '../../bot/platforms/known-platforms.js';
import { allCommands } from '../../commands/register-commands.js';
import { saveMembers } from '../../store/people/place-members.js';
import { everyNth } from '../support/runs.js';
import { processOfTests, type World } from '../support/world.js';
import { buildCompany, type Company, companyCopy, groupName } from './company.js';

/**
 * In a group with somebody of outside, nothing that is answered to a person stands before the group, whatever is said and
 * whoever says it: neither a card nor a question, a choice or a refusal.
 */

let company: Company;
beforeAll(async () => {
  company = await buildCompany('zh');
});

async function withOutsider(): Promise<World> {
  const w = await companyCopy(company);
  await w.store.tx((tx) => saveMembers(tx, company.group.id, { hasOutsiders: true }));
  return w;
}

const roles = ['rep', 'manager', 'admin'] as const;

describe.each(allCommands.map((command, turn) => [command.name, command, turn] as const))(
  '%s',
  (_, { examples }, turn) => {
    it('is answered to the speaker alone', async () => {
      const w = await withOutsider();
      for (const role of everyNth(roles, roles.length, turn)) {
        const actor = company.actors[role].of(w);
        await actor.says('帮');
        actor.in(groupName);
        for (const line of examples.zh) {
          const { quiet, open, secret, cards } = await actor.says(line);
          const shown = JSON.stringify(cards.map(({ title }) => title));
          expect(quiet, `${role}: ${line} → ${shown}`).toBe(true);
          // Platforms without asides ask in the group unless they may not.
          if (open) expect(secret, `${role}: ${line} → ${shown}`).toBe(true);
        }
      }
      await w.close();
    });
  },
);

it('holds every post back from the group, and tells it and the admins once a day', async () => {
  const w = await withOutsider();
  const now = w.clock.now();
  const ctx = { now, process: processOfTests, locale: 'zh' as const, timeZone: 'Asia/Shanghai' };
  const hold = async (at: Date) =>
    await holdPost(w.store.db, { ...ctx, now: at, platforms: knownPlatforms }, company.group, 'zh');
  const first = await hold(now);
  if (!first || first.waits) throw new Error('the post is not held');
  expect(first.card?.nodes).toMatchObject([{ text: expect.stringContaining('访客或外部人员') }]);
  await w.store.tx((tx) => first.told(tx));
  const second = await hold(new Date(now.getTime() + 3_600_000));
  expect(second).toMatchObject({ waits: false, card: undefined });
  const nextDay = await hold(new Date(now.getTime() + 86_400_000));
  expect(nextDay).toMatchObject({ waits: false, card: { title: expect.any(String) } });
  const told = (await w.store.db.q.select().from(w.store.db.t.outbox)).filter(({ dedupeKey }) =>
    dedupeKey.startsWith('held:'),
  );
  expect(told.length).toBeGreaterThan(0);
  await w.close();
});
