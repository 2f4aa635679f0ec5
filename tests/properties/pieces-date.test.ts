import { describe, expect, it } from 'vitest';
import { readAsOf, readDate } from '../../kernel/pieces/date.js';
import { afterHoliday, beforeHoliday, holidayDate } from '../../kernel/pieces/dates/holidays.js';
import { type ReadAt, scan } from '../../kernel/pieces/scan.js';
import { writesDayFirst } from '../../kernel/time/zone.js';

/** A Thursday. */
const at: ReadAt = { today: '2026-06-18', locale: 'zh' };
const en: ReadAt = { ...at, locale: 'en' };
const dates = (text: string, when: ReadAt = at) =>
  scan(text, new Set(['date']), when).flatMap(({ piece }) =>
    piece.kind === 'date' ? [piece.time ? `${piece.value} ${piece.time}` : piece.value] : [],
  );

describe('an hour behind the day that it was agreed for', () => {
  it.each([
    ['周三去归雁，韩总约的下午两点', ['2026-06-24', '2026-06-24 14:00']],
    ['周一去拾光，吴总定在上午十点', ['2026-06-22', '2026-06-22 10:00']],
    ["I'm at Harbor on Wednesday, Jim said 2pm", ['2026-06-24', '2026-06-24 14:00']],
    ['周三去归雁，下午两点开会', ['2026-06-24', '2026-06-18 14:00']],
  ])('%s', (text, found) => {
    expect(dates(text)).toEqual(found);
  });
});

describe('Chinese dates', () => {
  it.each([
    ['今天', '2026-06-18'],
    ['明天', '2026-06-19'],
    ['后天', '2026-06-20'],
    ['大后天', '2026-06-21'],
    ['昨天', '2026-06-17'],
    ['前天', '2026-06-16'],
    ['周四', '2026-06-18'],
    ['周五', '2026-06-19'],
    ['周三', '2026-06-24'],
    ['星期三', '2026-06-24'],
    ['礼拜三', '2026-06-24'],
    ['周日', '2026-06-21'],
    ['周末', '2026-06-20'],
    ['这周三', '2026-06-17'],
    ['本周三', '2026-06-17'],
    ['下周三', '2026-06-24'],
    ['下个星期三', '2026-06-24'],
    ['下週三', '2026-06-24'],
    ['下禮拜三', '2026-06-24'],
    ['下下周一', '2026-06-29'],
    ['上周五', '2026-06-12'],
    ['下周', '2026-06-22'],
    ['6/30', '2026-06-30'],
    ['6-30', '2026-06-30'],
    ['6/1', '2027-06-01'],
    ['6月30日', '2026-06-30'],
    ['6月30号', '2026-06-30'],
    ['6月30', '2026-06-30'],
    ['六月三十号', '2026-06-30'],
    ['30号', '2026-06-30'],
    ['5号', '2026-07-05'],
    ['31号', '2026-07-31'],
    ['下月5号', '2026-07-05'],
    ['6月底', '2026-06-30'],
    ['月底', '2026-06-30'],
    ['月初', '2026-07-01'],
    ['下月初', '2026-07-01'],
    ['下个月底', '2026-07-31'],
    ['下个月', '2026-07-01'],
    ['年底', '2026-12-31'],
    ['明年初', '2027-01-01'],
    ['2027年底', '2027-12-31'],
    ['季度末', '2026-06-30'],
    ['季末', '2026-06-30'],
    ['下季度末', '2026-09-30'],
    ['Q3末', '2026-09-30'],
    ['三季度末', '2026-09-30'],
    ['国庆后', '2026-10-08'],
    ['国庆节后', '2026-10-08'],
    ['国庆前', '2026-09-30'],
    ['中秋后', '2026-09-28'],
    ['五一后', '2027-05-06'],
    ['+3d', '2026-06-21'],
    ['+2w', '2026-07-02'],
    ['+1m', '2026-07-18'],
    ['+3天', '2026-06-21'],
    ['3天后', '2026-06-21'],
    ['三天后', '2026-06-21'],
    ['两周后', '2026-07-02'],
    ['半个月后', '2026-07-03'],
    ['半年后', '2026-12-18'],
    ['3年后', '2029-06-18'],
    ['过两天', '2026-06-20'],
    ['3天前', '2026-06-15'],
    ['2个工作日后', '2026-06-23'],
    ['+3工作日', '2026-06-24'],
    ['2026-07-01', '2026-07-01'],
    ['2026/7/1', '2026-07-01'],
    ['2026.7.1', '2026-07-01'],
    ['2026年7月1日', '2026-07-01'],
    ['26年7月1日', '2026-07-01'],
    ['明年3月5日', '2027-03-05'],
    ['2月29日', '2028-02-29'],
    ['明天下午3点', '2026-06-19 15:00'],
    ['明天 15:30', '2026-06-19 15:30'],
    ['明天3点半', '2026-06-19 15:30'],
    ['明天9点', '2026-06-19 09:00'],
    ['周五早上8点一刻', '2026-06-19 08:15'],
    ['下周三上午十点半', '2026-06-24 10:30'],
    ['上午十点半', '2026-06-18 10:30'],
    ['15:30', '2026-06-18 15:30'],
    ['今晚8点', '2026-06-18 20:00'],
    ['明早九点', '2026-06-19 09:00'],
    ['6月30日中午12点', '2026-06-30 12:00'],
    ['2026-07-01T09:05', '2026-07-01 09:05'],
    ['明天3点建议', '2026-06-19'],
    ['６／３０', '2026-06-30'],
    ['售后周五上门', '2026-06-19'],
    ['下周四川出差', '2026-06-22'],
    ['6/30签约30万', '2026-06-30'],
    ['30万6月底', '2026-06-30'],
  ])('%s → %s', (text, expected) => expect(dates(text)).toEqual([expected]));

  it('are found from left to right if there are several', () => {
    expect(dates('今天拜访，下周三再约，月底签')).toEqual(['2026-06-18', '2026-06-24', '2026-06-30']);
  });

  it.each([
    '4/5G方案',
    '4/5G',
    '3/4 of them',
    '3/4inch',
    '2/3的客户',
    '1.5亿',
    '2.0',
    'v2.0.1',
    '1.2.3',
    '7/24小时',
    '13/45',
    '2月30日',
    '50/50',
    '3-5天',
    '3-5万',
    '5-6号',
    '6月30万',
    '六月三十万',
    '5月3家',
    'D-12',
    '010-12345678',
    '中山路30号',
    '3号楼',
    '1号线',
    '每周三',
    '每周二周四',
    '每周二、周四',
    '两周一次',
    '一周三次',
    '周日志',
    '目前天气',
    '说明天气',
    '三点五万',
    '3点建议',
    '30个账号',
    '13800000000',
    '5年',
    '下周期',
    '30%',
    '16:9',
    '25:00',
    '400-800-1234',
  ])('%s is not a date', (text) => expect(dates(text)).toEqual([]));

  it('count 下周 in calendar weeks, also from a Sunday', () => {
    const sunday: ReadAt = { today: '2026-06-21', locale: 'zh' };
    expect(dates('下周三', sunday)).toEqual(['2026-06-24']);
    expect(dates('周三', sunday)).toEqual(['2026-06-24']);
    expect(dates('本周三', sunday)).toEqual(['2026-06-17']);
    expect(dates('上周五', sunday)).toEqual(['2026-06-12']);
  });

  it('are in the past if the past is preferred', () => {
    const past: ReadAt = { ...at, prefer: 'past' };
    expect(
      ['6/30', '6/1', '周五', '周三', '月底', '30号', '6月30日', '年底', '国庆后'].map(
        (t) => dates(t, past)[0],
      ),
    ).toEqual([
      '2025-06-30',
      '2026-06-01',
      '2026-06-12',
      '2026-06-17',
      '2026-05-31',
      '2026-05-30',
      '2025-06-30',
      '2025-12-31',
      '2025-10-09',
    ]);
    expect(dates('下周三', past)).toEqual(['2026-06-24']);
  });
});

describe('English dates', () => {
  it.each([
    ['today', '2026-06-18'],
    ['tomorrow', '2026-06-19'],
    ['yesterday', '2026-06-17'],
    ['day after tomorrow', '2026-06-20'],
    ['Wed', '2026-06-24'],
    ['Friday', '2026-06-19'],
    ['next Wed', '2026-06-24'],
    ['next Friday', '2026-06-26'],
    ['this Wednesday', '2026-06-17'],
    ['last Friday', '2026-06-12'],
    ['in 3 days', '2026-06-21'],
    ['in two weeks', '2026-07-02'],
    ['in a month', '2026-07-18'],
    ['in 2 business days', '2026-06-23'],
    ['3 days ago', '2026-06-15'],
    ['two weeks from now', '2026-07-02'],
    ['next week', '2026-06-22'],
    ['next month', '2026-07-01'],
    ['June 30', '2026-06-30'],
    ['Jun 30th', '2026-06-30'],
    ['30 June', '2026-06-30'],
    ['30th of June', '2026-06-30'],
    ['June 1', '2027-06-01'],
    ['June 1, 2026', '2026-06-01'],
    ['end of June', '2026-06-30'],
    ['end of May', '2027-05-31'],
    ['end of the month', '2026-06-30'],
    ['end of next month', '2026-07-31'],
    ['end of week', '2026-06-19'],
    ['end of Q3', '2026-09-30'],
    ['EOM', '2026-06-30'],
    ['EOQ', '2026-06-30'],
    ['year-end', '2026-12-31'],
    ['6/30', '2026-06-30'],
    ['30/6', '2026-06-30'],
    ['tomorrow at 3pm', '2026-06-19 15:00'],
    ['next Wed 10:30', '2026-06-24 10:30'],
    ['June 30 at 3:15pm', '2026-06-30 15:15'],
    ['visited Acme, call again next Wed', '2026-06-24'],
  ])('%s → %s', (text, expected) => expect(dates(text, en)).toEqual([expected]));

  it.each([
    'he sat down',
    'Sun Microsystems',
    'we may march on',
    'every Monday',
    'Mondays',
    '4/5G',
    'version 2.0',
    '3/4 of',
  ])('%s is not a date', (text) => expect(dates(text, en)).toEqual([]));
});

describe('dates in form fields and as-of dates', () => {
  it('readDate reads a whole field and nothing else', () => {
    expect(readDate('下周三', at)).toEqual({ value: '2026-06-24' });
    expect(readDate(' 明天 15:30 ', at)).toEqual({ value: '2026-06-19', time: '15:30' });
    expect(readDate('20260701', at)).toEqual({ value: '2026-07-01' });
    expect(['20261301', '下周三再约', '', '随便'].map((text) => readDate(text, at))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['@上周五', { value: '2026-06-12' }],
    ['@周五', { value: '2026-06-12' }],
    ['@6/30', { value: '2025-06-30' }],
    ['@2026-03-01 15:00', { value: '2026-03-01', time: '15:00' }],
    ['截至月底', { value: '2026-05-31' }],
    ['@上周', { value: '2026-06-14' }],
    ['@上个月', { value: '2026-05-31' }],
    ['as of March 31', { value: '2026-03-31' }],
    ['@last month', { value: '2026-05-31' }],
    ['@张三', undefined],
    ['上周五', undefined],
  ])('readAsOf reads %s', (text, expected) => expect(readAsOf(text, at)).toEqual(expected));

  it('an as-of date is preferred to a mention of the same words', () => {
    const found = scan('预测 Q3 @上周五 @张三', new Set(['asof', 'mention', 'date']), at);
    expect(found.map(({ piece, words }) => [piece.kind, words])).toEqual([
      ['asof', '@上周五'],
      ['mention', '@张三'],
    ]);
  });
});

describe('days and hours as they are said in English', () => {
  /** A Thursday at ten. */
  const now: ReadAt = { today: '2026-11-26', now: '10:00', locale: 'en' };

  it.each([
    ['noon Friday', '2026-11-27 12:00'],
    ['at 2:30 pm on 4/15', '2027-04-15 14:30'],
    ["at 9 o'clock tomorrow", '2026-11-27 09:00'],
    ['at 9 on Monday', '2026-11-30 09:00'],
    ['tomorrow at half past two', '2026-11-27 14:30'],
    ['next Tuesday at quarter to four', '2026-12-01 15:45'],
    ['tomorrow evening at 8', '2026-11-27 20:00'],
    ['at 8 in the evening tomorrow', '2026-11-27 20:00'],
    ['Friday morning at 9', '2026-11-27 09:00'],
    ['Mon 10-11am', '2026-11-30 10:00'],
    ['Tue 11-1pm', '2026-12-01 11:00'],
    ['at midnight', '2026-11-26 23:59'],
    ['in 2 hours', '2026-11-26 12:00'],
    ['in an hour and a half', '2026-11-26 11:30'],
    ['20 minutes from now', '2026-11-26 10:20'],
    ['半小时后', '2026-11-26 10:30'],
    ['两个半小时后', '2026-11-26 12:30'],
    ['in 15 hours', '2026-11-27 01:00'],
    ['EOD Friday', '2026-11-27'],
    ['by close of business tomorrow', '2026-11-27'],
    ['by COB', '2026-11-26'],
    ['Friday week at 3pm', '2026-12-04 15:00'],
    ['a week from Thursday', '2026-12-03'],
    ['a week tomorrow', '2026-12-04'],
    ['in a fortnight', '2026-12-10'],
    ['two weeks from tomorrow at 10am', '2026-12-11 10:00'],
    ['the week after next', '2026-12-07'],
    ['next week Tuesday', '2026-12-01'],
    ['the day before Friday', '2026-11-26'],
    ['the first Monday of January', '2027-01-04'],
    ['the last Friday of next month', '2026-12-25'],
    ['mid March', '2027-03-15'],
    ['the beginning of February', '2027-02-01'],
    ['4/15/27', '2027-04-15'],
    ['13/02/2027', '2027-02-13'],
    ['15.04.2027', '2027-04-15'],
  ])('%s → %s', (text, expected) => {
    expect(dates(text, now)).toEqual([expected]);
    expect(dates(`call Jane ${text}, please`, now)).toEqual([expected]);
  });

  it('the day after follows the day before it', () => {
    expect(dates('demo tomorrow, contract the day after at 9am', now)).toEqual([
      '2026-11-27',
      '2026-11-28 09:00',
    ]);
    expect(dates('he works the day after', now)).toEqual([]);
  });

  it('figures are read in the order of the place', () => {
    expect(dates('01/02/2027', now)).toEqual(['2027-01-02']);
    expect(dates('01/02/2027 and 4/5', { ...now, isDayFirst: true })).toEqual(['2027-02-01', '2027-05-04']);
    expect(dates('4/15', { ...now, isDayFirst: true })).toEqual(['2027-04-15']);
    expect(
      ['Europe/London', 'America/New_York', 'Asia/Shanghai', 'Australia/Sydney'].map(writesDayFirst),
    ).toEqual([true, false, false, true]);
  });

  it.each([
    '10-11 people',
    '10-11 licences',
    'response time is in 4 hours',
    'in 2 hours per contract',
    'last quarter to ten customers',
    'v1.2.27',
    'two days on site',
    'in hours',
  ])('%s is none', (text) => expect(dates(text, now)).toEqual([]));

  it('what is counted from now needs to know it', () => expect(dates('in 2 hours', en)).toEqual([]));
});

describe('holidays', () => {
  it('are on the right dates', () => {
    expect(holidayDate('spring', 2026)).toBe('2026-02-17');
    expect(holidayDate('spring', 2027)).toBe('2027-02-06');
    expect(holidayDate('spring', 2034)).toBe('2034-02-19');
    expect(holidayDate('midAutumn', 2026)).toBe('2026-09-25');
    expect(holidayDate('dragonBoat', 2026)).toBe('2026-06-19');
    expect(() => holidayDate('spring', 2101)).toThrow(RangeError);
    expect(holidayDate('midAutumn', 2025)).toBe('2025-10-06');
    expect([2024, 2025, 2026, 2027].map((year) => holidayDate('qingming', year))).toEqual([
      '2024-04-04',
      '2025-04-04',
      '2026-04-05',
      '2027-04-05',
    ]);
  });

  it('have the right workdays before and after them, including make-up days', () => {
    expect(afterHoliday('spring', 2026)).toBe('2026-02-24');
    expect(beforeHoliday('spring', 2026)).toBe('2026-02-14');
    expect(afterHoliday('spring', 2025)).toBe('2025-02-05');
    expect(afterHoliday('newYear', 2026)).toBe('2026-01-04');
    expect(afterHoliday('national', 2025)).toBe('2025-10-09');
  });

  it('have their usual length in years not yet published', () => {
    expect(afterHoliday('spring', 2035)).toBe('2035-02-15');
    expect(afterHoliday('national', 2035)).toBe('2035-10-08');
  });
});
