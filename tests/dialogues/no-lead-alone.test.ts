import { expect, test } from 'vitest';
import { instantOf } from '../../kernel/time/zone.js';
import { leadByNo } from '../../store/leads/lead-queries.js';
import { personById } from '../../store/people/person-queries.js';
import { runs } from '../support/runs.js';
import { type Actor, printed, world } from '../support/world.js';

const zone = 'Asia/Shanghai';

/** The same numbers on every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A day before a public holiday, the night after it and the holiday itself, Wednesday 2026-09-30 06:00 to Thursday 23:00.
 * 华东 has six reps, two of them on leave for part of it; in 华南 all reps are away and the manager is there; 西北 has nobody
 * but a rep on leave, so what comes in goes to its pool.
 */
test('every lead has an owner or is in a pool within 60 seconds, by day, by night and on a holiday', async () => {
  const w = await world({ at: instantOf('2026-09-30', '06:00', zone) });
  const [south, west] = [await w.team('华南'), await w.team('西北')];
  const chen = await w.admin('陈晨');
  const zhou = await w.manager('周敏');
  const lin = await w.manager('林经理', south);
  const reps: Actor[] = [];
  for (const name of ['李雷', '韩梅', '吴桐', '郑爽', '冯源', '褚健']) reps.push(await w.rep(name));
  const southern = [await w.rep('华强', south), await w.rep('卫平', south)];
  const lonely = await w.rep('西门', west);
  await chen.in('西北群').says('绑群 西北 线索').sees('西北');
  for (const one of [...southern, lonely]) await one.says('请假 今天-10/8').sees('请假');
  await reps[0]?.says('请假 今天').sees('请假');
  await reps[1]?.says('请假 明天-10/3').sees('请假');

  const random = numbers(20_260_930);
  const ways: { speaker: Actor; toPool: boolean }[] = [
    ...reps.slice(2).map((speaker) => ({ speaker, toPool: false })),
    { speaker: zhou, toPool: false },
    { speaker: zhou, toPool: false },
    { speaker: lin, toPool: false },
    { speaker: chen, toPool: true },
  ];
  const end = instantOf('2026-10-01', '23:00', zone);
  const owners = new Map<string, number>();
  let count = 0;
  let pooled = 0;
  while (w.clock.now() < end) {
    const way = ways[Math.floor(random() * ways.length)] as (typeof ways)[number];
    const answer = await way.speaker.says(
      `线索 客户${String(count).padStart(4, '0')}科技 想看ERP #官网 仍要新建`,
    );
    const said = answer.cards.map(printed).join('\n');
    const made = w.clock.now();
    const number = /L-(\d+)/.exec(said)?.[1];
    expect(number, said).toBeDefined();
    count += 1;
    const lead = await leadByNo(w.store.db, Number(number));
    expect(lead?.createdAt.getTime()).toBeLessThanOrEqual(made.getTime());
    w.clock.set(new Date(made.getTime() + 60_000));
    const after = await leadByNo(w.store.db, Number(number));
    if (way.toPool) {
      expect(after, said).toMatchObject({ status: 'pool', ownerId: null, teamId: west.id });
      pooled += 1;
    } else {
      expect(after?.status, said).toBe('open');
      const owner = await personById(w.store.db, after?.ownerId ?? '');
      expect(owner?.active, said).toBe(true);
      const away = owner?.awayFrom && owner.awayUntil && owner.awayFrom <= made && made < owner.awayUntil;
      expect(away ?? false, `${owner?.name} is away`).toBe(false);
      expect(said).toContain(`负责人: ${owner?.name}`);
      owners.set(owner?.name ?? '', (owners.get(owner?.name ?? '') ?? 0) + 1);
    }
    w.clock.advance(Math.floor(random() * runs(36, 12)) * 60_000);
  }
  expect(count).toBeGreaterThan(runs(100, 300));
  expect(pooled).toBeGreaterThan(runs(4, 10));
  // All of 华南's went to its manager, and everybody of 华东 had some, 李雷 only once he was back.
  expect([...owners.keys()].sort()).toEqual(
    ['冯源', '吴桐', '李雷', '林经理', '褚健', '郑爽', '韩梅'].sort(),
  );
  await lonely.says('公海').sees('共 5 条可认领');
  expect(w.incidents).toEqual([]);
  await w.close();
});
