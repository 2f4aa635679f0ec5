import { describe, expect, it } from 'vitest';
import {
  type BadgeFacts,
  badgeKinds,
  badgeNames,
  badgeRules,
  badgesOf,
} from '../../../sales/figures/badge-rules.js';

const person = (name: string, more: Partial<BadgeFacts> = {}): BadgeFacts => ({
  personId: name,
  name,
  answered: 0,
  median: null,
  visits: 0,
  due: 0,
  overdue: 0,
  firstWin: false,
  comeback: null,
  ...more,
});
const held = (...people: BadgeFacts[]) =>
  Object.fromEntries(badgesOf(people).map(({ kind, people: who }) => [kind, who.map(({ name }) => name)]));

describe('badges', () => {
  it('go to nobody without activity', () => {
    expect(badgesOf([])).toEqual([]);
    expect(badgesOf([person('a'), person('b')])).toEqual([]);
  });

  it('the fastest badge goes to the fastest of those who answered enough leads', () => {
    const quick = person('quick', { answered: 4, median: 1 });
    expect(
      held(quick, person('b', { answered: 5, median: 20 }), person('c', { answered: 9, median: 8 })),
    ).toEqual({
      fastest: ['c'],
    });
    expect(held(person('a', { answered: 5, median: 0 }), person('b', { answered: 6, median: 0 }))).toEqual({
      fastest: ['a', 'b'],
    });
  });

  it('the visits badge goes to the most visits, from three on', () => {
    expect(held(person('a', { visits: 2 }))).toEqual({});
    expect(held(person('a', { visits: 4 }), person('b', { visits: 3 }))).toEqual({ visits: ['a'] });
  });

  it('the tidy badge needs enough tasks and nothing overdue', () => {
    expect(
      held(
        person('a', { due: 3 }),
        person('b', { due: 2 }),
        person('c', { due: 5, overdue: 1 }),
        person('d', { due: 9 }),
      ),
    ).toEqual({ tidy: ['a', 'd'] });
  });

  it('the first-win badge goes to everybody with one, the comeback badge to the largest comeback', () => {
    expect(
      held(
        person('a', { firstWin: true, comeback: 0 }),
        person('b', { firstWin: true, comeback: 5 }),
        person('c', { comeback: 5 }),
      ),
    ).toEqual({ firstWin: ['a', 'b'], comeback: ['b', 'c'] });
    expect(held(person('a', { comeback: 0 }))).toEqual({ comeback: ['a'] });
  });

  it('have a name and a rule in both languages', () => {
    for (const kind of badgeKinds)
      for (const words of [badgeNames[kind], badgeRules[kind]])
        expect([words.zh, words.en].every((text) => text.length > 2)).toBe(true);
  });
});
