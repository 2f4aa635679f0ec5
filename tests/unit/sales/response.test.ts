import { describe, expect, test } from 'vitest';
import { median } from '../../../sales/figures/percentages.js';
import { type LeadAnswer, responseFigures, responsesBy } from '../../../sales/leads/response-figures.js';

const answer = (minutes: number | null, more: Partial<LeadAnswer> = {}): LeadAnswer => ({
  personId: 'a',
  source: 'web',
  minutes,
  isOver: false,
  ...more,
});

describe('response figures', () => {
  test('the median is the middle value, or the mean of the two middle values', () => {
    expect(median([30, 10, 20])).toBe(20);
    expect(median([40, 10, 20, 30])).toBe(25);
    expect(median([])).toBeNull();
  });

  test('the share in time counts only leads answered or overdue', () => {
    const answers = [answer(10), answer(61), answer(60), answer(null, { isOver: true }), answer(null)];
    expect(responseFigures(answers, 60)).toEqual({ leads: 5, median: 60, inTime: 50, unanswered: 2 });
    expect(responseFigures([answer(null)], 60)).toEqual({
      leads: 1,
      median: null,
      inTime: null,
      unanswered: 1,
    });
  });

  test('groups are sorted by number of leads, then by key', () => {
    const answers = [answer(5, { source: 'b' }), answer(7, { source: 'a' }), answer(9, { source: 'c' })];
    const rows = responsesBy([...answers, answer(11, { source: 'c' })], (one) => one.source, 60);
    expect(rows.map(({ key, leads, median: middle }) => [key, leads, middle])).toEqual([
      ['c', 2, 10],
      ['a', 1, 7],
      ['b', 1, 5],
    ]);
  });
});
