import { expect, it } from 'vitest';
import { zoneNamed } from '../../../kernel/pieces/dates/named-zones.js';
import { scan } from '../../../kernel/pieces/scan.js';

const at = { today: '2026-11-26', now: '10:00', locale: 'en', zone: 'America/New_York' } as const;

const read = (line: string, zone: string = at.zone) =>
  scan(line, new Set(['date']), { ...at, zone }).map(({ piece, words }) =>
    piece.kind === 'date' ? [words, piece.value, piece.time] : [],
  );

it('an hour told in another time zone is moved to the speaker’s own clock', () => {
  expect(read('call Acme tomorrow at 9am London time')).toEqual([
    ['tomorrow at 9am London time', '2026-11-27', '04:00'],
  ]);
  expect(read('3pm PT Friday')).toEqual([['3pm PT Friday', '2026-11-27', '18:00']]);
  expect(read('call Acme 15:00 UTC on Friday')).toEqual([['15:00 UTC on Friday', '2026-11-27', '10:00']]);
  expect(read('Monday 3pm (CT)')).toEqual([['Monday 3pm (CT)', '2026-11-30', '16:00']]);
  expect(read('friday 3pm eastern')).toEqual([['friday 3pm eastern', '2026-11-27', '15:00']]);
  expect(read('friday 11pm Pacific time')).toEqual([['friday 11pm Pacific time', '2026-11-28', '02:00']]);
  expect(read('明天北京时间上午10点', 'Europe/London').at(-1)?.[2]).toBe('02:00');
  expect(read('friday 3pm lunch time')).toEqual([['friday 3pm', '2026-11-27', '15:00']]);
});

it('a zone is known by its letters, a city, a country or its own name', () => {
  for (const [words, zone] of [
    ['Pacific', 'America/Los_Angeles'],
    ['London', 'Europe/London'],
    ['eastern time', 'America/New_York'],
    ['Europe/Paris', 'Europe/Paris'],
    ['San Francisco', 'America/Los_Angeles'],
    ['new york', 'America/New_York'],
    ['伦敦', 'Europe/London'],
    ['北京时间', 'Asia/Shanghai'],
  ])
    expect(zoneNamed(words ?? '')).toBe(zone);
  expect(zoneNamed('CST', 'Asia/Shanghai')).toBe('Asia/Shanghai');
  expect(zoneNamed('Mars')).toBeUndefined();
  expect(zoneNamed('Europe/Atlantis')).toBeUndefined();
});

it('the 15th at noon, first thing on a day and a day after another one are read', () => {
  expect(read('meet Acme the 15th at noon')).toEqual([['the 15th at noon', '2026-12-15', '12:00']]);
  expect(read('call Acme the 3rd')).toEqual([['the 3rd', '2026-12-03', undefined]]);
  expect(read('call Acme first thing Monday')).toEqual([['first thing Monday', '2026-11-30', '09:00']]);
  expect(read('visit Acme the day after at 9am')).toEqual([]);
  expect(read('the 4th largest on the 15th floor')).toEqual([]);
  expect(read('go-live in early January')).toEqual([['in early January', '2027-01-05', undefined]]);
});
