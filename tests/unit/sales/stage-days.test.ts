import { describe, expect, it } from 'vitest';
import { type StageStay, stageDays } from '../../../sales/deals/stage-days.js';

const day = (n: number) => new Date(Date.UTC(2026, 2, 1) + n * 86_400_000);
const stay = (dealId: string, stage: string, from: number, to: number): StageStay => ({
  dealId,
  stage,
  from: day(from),
  to: day(to),
});

describe('days in a stage', () => {
  it('are the median and mean of deals that left the stage', () => {
    const stays = [stay('a', 'one', 0, 2), stay('b', 'one', 0, 3), stay('c', 'one', 1, 11)];
    expect(stageDays(stays, day(20)).get('one')).toEqual({ median: 3, mean: 5, left: 3, staying: 0 });
  });

  it('count deals still in the stage separately', () => {
    const stays = [stay('a', 'one', 0, 2), stay('b', 'one', 0, 3650)];
    expect(stageDays(stays, day(20)).get('one')).toEqual({ median: 2, mean: 2, left: 1, staying: 1 });
  });

  it('are summed for a deal that came back, once it left again', () => {
    const stays = [stay('a', 'one', 0, 2), stay('a', 'two', 2, 3), stay('a', 'one', 3, 6)];
    expect(stageDays(stays, day(9)).get('one')?.median).toBe(5);
    expect(stageDays(stays, day(5)).get('one')).toEqual({ median: null, mean: null, left: 0, staying: 1 });
    expect(stageDays(stays, day(2.5)).get('one')).toMatchObject({ median: 2, left: 1 });
  });

  it('leave out stays that began later', () => {
    expect(stageDays([stay('a', 'one', 5, 6)], day(4)).size).toBe(0);
  });

  it('count for the stage that replaces a removed stage', () => {
    const stays = [stay('a', 'old', 0, 1), stay('a', 'new', 1, 4)];
    const found = stageDays(stays, day(9), (key) => (key === 'old' ? 'new' : key));
    expect(found.get('new')).toMatchObject({ median: 4, left: 1 });
  });
});
