import { describe, expect, test } from 'vitest';
import { daysOfKey } from '../../language/periods/period-days.js';
import { readPeriod } from '../../language/question/read-period.js';
import { periodWords } from '../../language/question/write-question.js';
import { locales } from '../../texts/languages.js';

const at = { today: '2026-11-26', locale: 'zh' as const };

describe('one grammar of periods', () => {
  test.each([
    ['上上周', '2026-11-09', '2026-11-16'],
    ['第53周', '2026-12-28', '2027-01-04'],
    ['第1周', '2025-12-29', '2026-01-05'],
    ['W48', '2026-11-23', '2026-11-30'],
    ['11月', '2026-11-01', '2026-12-01'],
    ['12月', '2025-12-01', '2026-01-01'],
    ['明年一月', '2027-01-01', '2027-02-01'],
    ['上季', '2026-07-01', '2026-10-01'],
    ['上半年', '2026-01-01', '2026-07-01'],
    ['h1 last year', '2025-01-01', '2025-07-01'],
    ['Q3 last year', '2025-07-01', '2025-10-01'],
    ["last year's Q3", '2025-07-01', '2025-10-01'],
    ['last November', '2025-11-01', '2025-12-01'],
    ['november', '2026-11-01', '2026-12-01'],
    ['FY25', '2025-01-01', '2026-01-01'],
    ['过去12周', '2026-09-04', '2026-11-27'],
    ['last twelve weeks', '2026-09-04', '2026-11-27'],
    ['last 2 quarters', '2026-04-01', '2026-10-01'],
    ['next 30 days', '2026-11-26', '2026-12-26'],
    ['未来两周', '2026-11-26', '2026-12-10'],
    ['since June 1', '2026-06-01', '2026-11-27'],
    ['6月1日以来', '2026-06-01', '2026-11-27'],
    ['6月以来', '2026-06-01', '2026-11-27'],
    ['6月1日到15号', '2026-06-01', '2026-06-16'],
    ['6月1日到7月15日', '2026-06-01', '2026-07-16'],
    ['June 1-15', '2026-06-01', '2026-06-16'],
    ['from June 1 to July 15', '2026-06-01', '2026-07-16'],
    ['6月到8月', '2026-06-01', '2026-09-01'],
    ['Q1 to Q3', '2026-01-01', '2026-10-01'],
  ])('reads %s, and what it is called', (words, first, after) => {
    const key = readPeriod(words, at) ?? '';
    expect(daysOfKey(key, at.today)).toMatchObject({ first, after });
    for (const locale of locales) {
      const again = readPeriod(periodWords(key, locale), at) ?? '';
      expect([locale, daysOfKey(again, at.today)]).toMatchObject([locale, { first, after }]);
    }
  });

  test('means a month or quarter of a forecast as the one to come', () => {
    expect(readPeriod('1月', at, 'ahead')).toBe('2027-01');
    expect(readPeriod('Q2', at, 'ahead')).toBe('2027-Q2');
    expect(readPeriod('2026年1月', at, 'ahead')).toBe('2026-01');
  });

  test('reads a fiscal year from its first month', () => {
    const april = { ...at, fiscalStart: 4 };
    expect(daysOfKey(readPeriod('本财年', april) ?? '', at.today)).toMatchObject({ first: '2026-04-01' });
    expect(daysOfKey(readPeriod('FY26', april) ?? '', at.today)).toMatchObject({ first: '2025-04-01' });
    expect(readPeriod('FY26 Q2', april)).toBe('from:2025-07-01:2025-09-30');
    expect(readPeriod(periodWords('FY2025-04', 'en'), april)).toBe('FY2025-04');
  });

  test.each(['华东', 'East', '大单', 'won', '12.5', '第54周'])('reads no period from %s', (words) => {
    expect(readPeriod(words, at)).toBeUndefined();
  });
});
