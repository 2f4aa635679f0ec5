import { describe, expect, it } from 'vitest';
import { cronFault } from '../../../kernel/time/cron.js';
import { scheduleSaid, scheduleWords } from '../../../sales/process/schedule-words.js';

describe('a schedule in words', () => {
  it.each([
    ['大单 每周一 9:00', '0 9 * * 1', '大单'],
    ['大单 每周一、三 18:30', '30 18 * * 1,3', '大单'],
    ['大单 每星期天', '0 9 * * 0', '大单'],
    ['大单 每天 8点半', '30 8 * * *', '大单'],
    ['大单 每个工作日下午3点', '0 15 * * 1-5', '大单'],
    ['大单 每月1号 10:00 华东', '0 10 1 * *', '大单 华东'],
    ['big every Monday 9:00', '0 9 * * 1', 'big'],
    ['big every tue at 5:15 pm', '15 17 * * 2', 'big'],
    ['big every weekday 8:30 East', '30 8 * * 1-5', 'big East'],
    ['big every Friday at 4pm', '0 16 * * 5', 'big'],
    ['big on the 1st of every month', '0 9 1 * *', 'big'],
    ['big daily', '0 9 * * *', 'big'],
    ['big monthly on 15 9:30', '30 9 15 * *', 'big'],
    ['大单 每月15号 9:00', '0 9 15 * *', '大单'],
    ['大单 每月1号和15号 9点', '0 9 1,15 * *', '大单'],
    ['大单 每月最后一天 18:00', '0 18 L * *', '大单'],
    ['大单 每月31号', '0 9 L * *', '大单'],
    ['大单 每周一三五 9:00', '0 9 * * 1,3,5', '大单'],
    ['大单 每周一、周三 9:00', '0 9 * * 1,3', '大单'],
    ['大单 每周一和周四 7:00', '0 7 * * 1,4', '大单'],
    ['大单 每周一到周五 9:00', '0 9 * * 1-5', '大单'],
    ['大单 工作日 9:00', '0 9 * * 1-5', '大单'],
    ['big every 15th 9:00', '0 9 15 * *', 'big'],
    ['big every month on the 1st and 15th 9:00', '0 9 1,15 * *', 'big'],
    ['big Mon Wed Fri 9:00', '0 9 * * 1,3,5', 'big'],
    ['big every Monday and Thursday at 4pm', '0 16 * * 1,4', 'big'],
    ['big every mon, wed and fri', '0 9 * * 1,3,5', 'big'],
    ['big last day of the month 18:00', '0 18 L * *', 'big'],
    ['big weekdays 8:30', '30 8 * * 1-5', 'big'],
  ])('is read from %s', (words, cron, rest) => {
    expect(scheduleSaid(words)).toEqual({ cron, rest });
    expect(cronFault(cron)).toBeUndefined();
  });

  it.each([
    '大单',
    'call on Monday 9:00',
    '周一见客户',
    '金额 按 行业 本周 >10万',
    '每',
    'monthly',
    'every deal',
    '每月报表',
  ])('is not found in %s', (words) => {
    expect(scheduleSaid(words)).toBeUndefined();
  });

  it('is written so that it reads back the same', () => {
    for (const cron of [
      '0 9 * * 1',
      '30 18 * * 1,3',
      '5 0 * * *',
      '30 8 * * 1-5',
      '0 10 1 * *',
      '0 9 * * 0',
      '0 9 L * *',
      '0 9 1,15 * *',
    ]) {
      expect(scheduleSaid(scheduleWords(cron, 'zh'))?.cron).toBe(cron);
      expect(scheduleSaid(scheduleWords(cron, 'en'))?.cron).toBe(cron);
    }
  });
});
