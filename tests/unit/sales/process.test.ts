import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProcess } from '../../../sales/process/parse-process.js';
import { runs } from '../../support/runs.js';
import { problemsOf, processOf, shipped, shippedText, smallest } from './fixtures.js';

describe('the shipped process file', () => {
  test('has the six stages of a sales process, in order', () => {
    expect(shipped.stages.map((stage) => stage.name.zh)).toEqual([
      '线索获取',
      '初步沟通',
      '需求确认',
      '方案输出',
      '谈判签约',
      '交付服务',
    ]);
  });

  test('gives every stage a goal, steps, a probability and thresholds', () => {
    for (const stage of shipped.stages) {
      expect(stage.goal.zh && stage.goal.en, stage.key).toBeTruthy();
      expect(stage.steps.length, stage.key).toBeGreaterThanOrEqual(3);
      expect(stage.stallDays, stage.key).toBeGreaterThan(0);
      expect(stage.maxDays, stage.key).toBeGreaterThan(0);
      expect(stage.name.en, stage.key).not.toBe(stage.name.zh);
    }
    const probabilities = shipped.stages.map((stage) => stage.probability);
    expect(probabilities).toEqual([10, 20, 40, 60, 80, 100]);
    expect(shipped.stages.map((stage) => stage.won)).toEqual([false, false, false, false, false, true]);
  });

  test('sets the times of reports, tasks and quiet hours', () => {
    expect(shipped.reports.weekly).toEqual({ day: 'monday', at: '09:00' });
    expect(shipped.dailyTasks).toEqual({ at: '08:30' });
    expect(shipped.quietHours).toEqual({ from: '20:00', to: '08:00' });
    expect(shipped.ranking).toEqual({
      followUp: 1,
      visit: 3,
      newLead: 2,
      newDeal: 3,
      moved: 2,
      won: 10,
      usefulOnly: false,
    });
  });
});

describe('defaults of the process file', () => {
  test('complete the smallest file', () => {
    const process = processOf(smallest());
    expect(process).toMatchObject({
      currency: 'CNY',
      calendar: 'china',
      workHours: { from: '09:00', to: '18:00' },
      undoMinutes: 10,
      stall: { days: 7, maxDays: 20, escalateAfterDays: 1 },
      pool: { dailyClaims: 5, maxHeld: null },
      reports: {
        weekly: { day: 'monday', at: '09:00' },
        mine: { on: true },
        monthly: { on: false },
        quarterly: { on: false },
      },
    });
    expect(process.lossReasons.map((reason) => reason.key)).toContain('price');
    expect(process.sources.length).toBeGreaterThan(0);
    expect(process.timeZone).toBeUndefined();
  });

  test('give a stage the thresholds of stall, and null turns one off', () => {
    const process = processOf(`
stall: { days: 4, maxDays: null }
stages:
  - { key: a, name: 甲 }
  - { key: b, name: 乙, stallDays: null, maxDays: 9 }
  - { key: z, name: 成, won: true }
`);
    expect(process.stages.map(({ stallDays, maxDays }) => [stallDays, maxDays])).toEqual([
      [4, null],
      [null, 9],
      [4, null],
    ]);
  });

  test('spread probabilities evenly up to 100', () => {
    const process = processOf(
      'stages: [{key: a, name: A}, {key: b, name: B}, {key: c, name: C}, {key: d, name: D, won: true}]',
    );
    expect(process.stages.map((stage) => stage.probability)).toEqual([25, 50, 75, 100]);
  });

  test('use one name for both languages', () => {
    const process = processOf(
      'stages: [{key: a, name: 甲}, {key: b, name: {en: B}}, {key: c, name: {zh: 丙, en: C}, won: true}]',
    );
    expect(process.stages.map((stage) => stage.name)).toEqual([
      { zh: '甲', en: '甲' },
      { zh: 'B', en: 'B' },
      { zh: '丙', en: 'C' },
    ]);
  });

  test('use a bare name in a list as its key', () => {
    const process = processOf(smallest('lossReasons: [价格, { key: other, name: { zh: 其他, en: Other } }]'));
    expect(process.lossReasons.map((reason) => reason.key)).toEqual(['价格', 'other']);
  });

  test('write times with two digits', () => {
    expect(processOf(smallest("dailyTasks: { at: '8:05' }")).dailyTasks.at).toBe('08:05');
  });
});

/** Each wrong file with the line, path and words its problem must have. */
const wrong: [what: string, yaml: string, line: number, path: string, zh: string, en: string][] = [
  ['empty file', '', 1, 'stages', '缺少', 'missing'],
  ['only a comment', '# nothing\n', 1, 'stages', '缺少', 'missing'],
  ['a list', '- a\n', 1, '', '应为', 'must be'],
  ['open bracket', 'a: 1\nb: [1,\n', 3, '', '缩进', 'Flow sequence'],
  ['key twice', 'currency: CNY\ncurrency: USD\n', 2, '', '两次', 'unique'],
  ['tab indent', 'stages:\n\t- a\n', 2, '', 'Tab', 'Tab'],
  ['two documents', `${smallest()}---\na: 1\n`, 4, '', '一份', 'multiple documents'],
  ['unknown key', smallest('quietHour: null'), 4, 'quietHour', 'quietHours', 'did you mean "quietHours"'],
  [
    'unknown key inside',
    smallest('pool:\n  dailyClaim: 3'),
    5,
    'pool.dailyClaim',
    'dailyClaims',
    'dailyClaims',
  ],
  ['far-off key', smallest('zzz: 1'), 4, 'zzz', '没有', 'unknown key "zzz"'],
  [
    'comma in a text',
    smallest('lossReasons: [{ name: { zh: 贵, en: Price, too high } }]'),
    4,
    'lossReasons[0].name.too high',
    '引号',
    'put text with commas in quotes',
  ],
  ['too few stages', 'stages:\n  - { key: a, name: A, won: true }', 2, 'stages', '至少', 'at least 2'],
  ['stage is text', 'stages:\n  - a\n  - { key: z, name: Z, won: true }', 2, 'stages[0]', '应为', 'must be'],
  [
    'no name',
    'stages:\n  - key: a\n  - { key: z, name: Z, won: true }',
    2,
    'stages[0].name',
    '缺少',
    'missing',
  ],
  ['bad key', smallest().replace('key: a', 'key: 甲 乙'), 2, 'stages[0].key', '小写字母', 'lowercase'],
  [
    'empty alias',
    smallest().replace('甲 }', "甲, aliases: [''] }"),
    2,
    'stages[0].aliases[0]',
    '空',
    'empty',
  ],
  [
    'probability 101',
    smallest().replace('甲 }', '甲, probability: 101 }'),
    2,
    'stages[0].probability',
    '100',
    '100',
  ],
  [
    'probability −1',
    smallest().replace('甲 }', '甲, probability: -1 }'),
    2,
    'stages[0].probability',
    '0',
    '0',
  ],
  [
    'half percent',
    smallest().replace('甲 }', '甲, probability: 2.5 }'),
    2,
    'stages[0].probability',
    '整数',
    'whole',
  ],
  [
    'percent sign',
    smallest().replace('甲 }', '甲, probability: 20% }'),
    2,
    'stages[0].probability',
    '数字',
    'number',
  ],
  [
    'won not boolean',
    smallest().replace('won: true', 'won: yes'),
    3,
    'stages[1].won',
    'true',
    'true or false',
  ],
  ['last not won', smallest().replace(', won: true', ''), 3, 'stages[1]', 'won: true', 'won: true'],
  ['won too early', smallest().replace('甲 }', '甲, won: true }'), 2, 'stages[0].won', '最后', 'last stage'],
  [
    'won at 90%',
    smallest().replace('won: true', 'won: true, probability: 90'),
    3,
    'stages[1].probability',
    '100',
    '100',
  ],
  ['same stage key', smallest().replace('key: z', 'key: a'), 3, 'stages[1].key', '重复', 'twice'],
  ['same stage name', smallest().replace('成', ' 甲 '), 3, 'stages[1].name', '重复', 'twice'],
  [
    'alias of another',
    smallest().replace('成,', '成, aliases: [Ａ],'),
    3,
    'stages[1].aliases[0]',
    '重复',
    'twice',
  ],
  [
    'same step',
    smallest().replace('甲 }', '甲, steps: [问, 问] }'),
    2,
    'stages[0].steps[1]',
    '重复',
    'twice',
  ],
  ['same reason', smallest('lossReasons:\n  - 价格\n  - 价格'), 6, 'lossReasons[1].key', '重复', 'twice'],
  ['no reasons', smallest('lossReasons: []'), 4, 'lossReasons', '至少', 'at least 1'],
  [
    'misspelt field',
    smallest().replace('甲 }', '甲, required: [ammount] }'),
    2,
    'stages[0].required[0]',
    'amount',
    'did you mean "amount"',
  ],
  [
    'unknown field',
    smallest().replace('甲 }', '甲, required: [shoeSize] }'),
    2,
    'stages[0].required[0]',
    'closeDate',
    'known: amount',
  ],
  ['field built in', smallest('fields: [{ key: amount, name: X }]'), 4, 'fields[0].key', '内置', 'built-in'],
  [
    'field twice',
    smallest('fields: [{ key: q, name: X }, { key: q, name: Y }]'),
    4,
    'fields[1].key',
    '重复',
    'twice',
  ],
  ['25 o’clock', smallest("dailyTasks: { at: '25:00' }"), 4, 'dailyTasks.at', '时间', 'time of day'],
  ['a number as time', smallest('dailyTasks: { at: 9 }'), 4, 'dailyTasks.at', '文字', 'text'],
  [
    'work ends early',
    smallest("workHours: { from: '9:00', to: '08:00' }"),
    4,
    'workHours.to',
    '晚于',
    'later',
  ],
  [
    'quiet all day',
    smallest("quietHours: { from: '8:00', to: '08:00' }"),
    4,
    'quietHours.to',
    'null',
    'null',
  ],
  [
    'no such day',
    smallest('reports: { weekly: { day: funday } }'),
    4,
    'reports.weekly.day',
    'monday',
    'monday',
  ],
  [
    'bad cron',
    smallest("reports: { weekly: { cron: '0 9 * *' } }"),
    4,
    'reports.weekly.cron',
    'cron',
    'cron',
  ],
  ['bad zone', smallest('timeZone: Asia/Beijng'), 4, 'timeZone', '时区', 'time zone'],
  ['bad currency', smallest('currency: rmb'), 4, 'currency', '货币', 'currency'],
  ['bad calendar', smallest('calendar: lunar'), 4, 'calendar', 'china', 'plain'],
  [
    'reminded too late',
    smallest('lead: { remindAfterMinutes: 61 }'),
    4,
    'lead.remindAfterMinutes',
    '60',
    'respondWithinMinutes (60)',
  ],
  [
    'told too early',
    smallest('lead: { escalateAfterMinutes: 59 }'),
    4,
    'lead.escalateAfterMinutes',
    '60',
    'earlier',
  ],
  ['warned before owned', smallest('pool: { warnBeforeDays: 10 }'), 4, 'pool.warnBeforeDays', '10', 'below'],
];

describe('an invalid process file', () => {
  test.each(wrong)('is reported with line, path and reason: %s', (_, yaml, line, path, zh, en) => {
    const [problem, ...more] = problemsOf(yaml);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ line, path });
    expect(problem?.reason.zh).toContain(zh);
    expect(problem?.reason.en).toContain(en);
  });

  test('is reported with the column of the value or of the unknown key', () => {
    expect(problemsOf(smallest('dailyTasks: { at: 9 }'))[0]).toMatchObject({ line: 4, column: 19 });
    expect(problemsOf(smallest('pool: { dailyClaims: 3, x: 1 }'))[0]).toMatchObject({ line: 4, column: 25 });
  });

  test('is reported with an example of a correct line', () => {
    expect(problemsOf(smallest("dailyTasks: { at: '25:00' }"))[0]?.example?.zh).toBe("at: '09:00'");
    expect(problemsOf(smallest('zzz: 1'))[0]).not.toHaveProperty('example');
  });

  test('is reported with all its problems, in the order of the lines', () => {
    const problems = problemsOf(`currency: x\n${smallest('undoMinutes: 0\nzzz: 1').replace('甲', '""')}`);
    expect(problems.map((problem) => problem.line)).toEqual([1, 3, 5, 6]);
  });

  test('never throws, whatever it contains', () => {
    expect(problemsOf('['.repeat(50_000)).length).toBeLessThanOrEqual(20);
    expect(problemsOf('- '.repeat(50_000)).length).toBeGreaterThan(0);
    expect(problemsOf('a'.repeat(300_000))[0]?.reason.en).toContain('too large');
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef'])
      bomb.push(`${to}: &${to} [${`*${from},`.repeat(9)}]`);
    expect(problemsOf(bomb.join('\n')).length).toBeGreaterThan(0);
    expect(problemsOf('__proto__: { x: 1 }\n').length).toBeGreaterThan(0);
  });

  test('property: a damaged file is read, or refused with a position in the text', () => {
    const lines = shippedText.split('\n').length;
    fc.assert(
      fc.property(fc.nat(shippedText.length), fc.nat(40), fc.string({ maxLength: 5 }), (from, cut, put) => {
        const parsed = parseProcess(shippedText.slice(0, from) + put + shippedText.slice(from + cut));
        if (parsed.ok) return;
        expect(parsed.problems.length).toBeGreaterThan(0);
        for (const { line, column, reason } of parsed.problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines + 6);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(reason.zh && reason.en).toBeTruthy();
        }
      }),
      { numRuns: runs(25, 150) },
    );
  });
});
