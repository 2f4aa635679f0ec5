import { describe, expect, test } from 'vitest';
import { findDates } from '../../kernel/pieces/date.js';
import { readMonths } from '../../kernel/pieces/month-list.js';
import { changesAsked } from '../../language/look-up/changes-asked.js';
import { listAsked } from '../../language/look-up/list-request.js';
import { reportAsked } from '../../language/look-up/report-asked.js';
import { tasksOfAsked } from '../../language/look-up/tasks-of.js';
import type { KnownNames } from '../../language/question/question-reading.js';
import { nothingKnown, questionIn } from '../../language/question/read-question.js';
import { whoMostAsked } from '../../language/question/who-most.js';
import { recordAskedWhy } from '../../language/question/why-asked.js';

const today = '2026-11-26';
const known: KnownNames = {
  ...nothingKnown,
  people: [
    { name: '李雷', words: ['李雷'] },
    { name: 'Amy Chen', words: ['Amy Chen', 'Amy'] },
  ],
  teams: ['华东', 'East'],
  customers: ['Larkspur Hotels', '星河科技'],
  months: (said) => readMonths(said, today),
  dates: (text, prefer) =>
    findDates(text, {
      today,

      locale: 'zh',
      prefer,
    }).map(({ piece, from, to }) => ({ value: piece.value, from, to })),
};

const standing = (line: string) => {
  const { measure, by, least, period, whose } = questionIn(line, known) ?? {};
  const who = typeof whose === 'object' ? Object.values(whose)[0] : whose;
  return [measure, by && (least ? 'behind' : 'ahead'), who, period].filter(Boolean).join(' ');
};

describe('where people stand against their targets', () => {
  test.each(
    Object.entries({
      'target behind': [
        ...[
          '谁落后了',
          '谁落后于目标',
          '谁没完成目标',
          '谁还没达标',
          '哪些人没达标',
          '谁离目标最远',
          '目标谁落后',
        ],
        ...['谁的目标完成得最差', '有没有人掉队', '落后的是谁', 'who is behind', "who's behind target"],
        ...[
          'which reps are behind quota',
          'who is not on track',
          "who isn't hitting quota",
          'anyone behind on their number',
        ],
      ],
      'target ahead': ['谁领先', '谁完成得最好', 'who is ahead', 'who is on track'],
      'target behind thisQuarter': ['这季度谁落后了', 'who is falling behind this quarter'],
      'target behind 华东': ['华东谁落后'],
      'target thisQuarter': ['这季度完成了吗', '本季度完成了没'],
      'target team thisQuarter': [
        'did we make the quarter',
        'did we hit our number this quarter',
        '我们这季度达标了吗',
      ],
      'target me': ['我落后了吗', 'am I behind', 'am i on track'],
      'target Amy Chen': ['is Amy behind', 'did Amy hit her target'],
      'forecast team thisQuarter': ['are we going to make the quarter', '我们这季度能完成吗'],
      'target 2026': ['FY26 target', '2026财年目标'],
      'target thisYear': ['fiscal year target', '财年目标'],
      '': [
        ...[
          '完成了吗',
          '做完了吗',
          '今天做完了吗',
          '能完成吗',
          '星河科技完成了吗',
          'is Larkspur Hotels on track',
          'did we make it',
        ],
        ...[
          'who is behind Larkspur Hotels',
          'who is behind the delay',
          'we made the quarter',
          'did you get it',
        ],
      ],
    }).flatMap(([read, lines]) => lines.map((line) => [line, read])),
  )('%s: %s', (line, read) => {
    expect(standing(line)).toBe(read);
  });
});

const report = (line: string) => {
  const { of, period, whose } = reportAsked(line, known) ?? {};
  const who = typeof whose === 'object' ? Object.values(whose)[0] : whose;
  return [of, period, who].filter(Boolean).join(' ');
};

test.each([
  ['团队概况', 'week thisWeek team'],
  ['最近团队怎么样', 'week thisWeek team'],
  ['大家这周怎么样', 'week thisWeek'],
  ['华东概况', 'week thisWeek 华东'],
  ['上周团队表现怎么样', 'week lastWeek team'],
  ['这个月团队整体情况如何', 'month thisMonth team'],
  ['team overview', 'week thisWeek team'],
  ['how is everyone doing', 'week thisWeek'],
  ['overview of last month', 'month lastMonth'],
  ['海棠情况怎么样', ''],
  ['overview of Larkspur Hotels', ''],
])('an overview: %s', (line, read) => {
  expect(report(line)).toBe(read);
});

test.each([
  ['昨天以来有什么变化', 'yesterday'],
  ['昨天到今天有啥变动', 'yesterday'],
  ['周一以来有什么变化', '2026-11-23'],
  ['管道有什么变化', ''],
  ["what's new since yesterday", 'yesterday'],
  ['any changes since friday', '2026-11-20'],
  ['what changed', ''],
  ["what's new with Larkspur Hotels", undefined],
  ['星河科技有什么变化', undefined],
  ['我更新了报价', undefined],
  ['they asked for changes', undefined],
])('what has changed: %s', (line, read) => {
  expect(changesAsked(line, known)).toBe(read);
});

test.each([
  ['海棠有什么待办', '海棠'],
  ['看下海棠的待办', '海棠'],
  ['云帆还有什么要做', '云帆'],
  ['他们有什么待办', ''],
  ['open tasks for Bluebird', 'Bluebird'],
  ["what's left to do for bluebird", 'bluebird'],
  ['明天有什么待办', undefined],
  ['今天还有什么没做的', undefined],
  ['团队的待办', undefined],
  ["what's planned for tomorrow", undefined],
  ['my open tasks', undefined],
  ["what's left at bluebird", undefined],
  ["what's open with Ironwood", undefined],
])('the tasks of a customer: %s', (line, name) => {
  expect(tasksOfAsked(line)).toBe(name);
});

test.each([
  ['海棠卡在哪了', '海棠'],
  ['仓储系统卡在哪一步', '仓储系统'],
  ['什么卡住了海棠', '海棠'],
  ["what's blocking Larkspur", 'Larkspur'],
  ["what's holding the WMS deal up", 'WMS'],
  ['where is WMS stuck', 'WMS'],
  ['哪些单子卡住了', undefined],
])('what keeps a record from going on: %s', (line, name) => {
  expect(recordAskedWhy(line)).toBe(name);
});

test.each([
  ['那谁最多', 'most'],
  ['谁第一', 'most'],
  ['最少的是谁', 'least'],
  ['who has the most?', 'most'],
  ['and who has the fewest', 'least'],
  ["which one's the biggest", undefined],
  ['哪个最大', undefined],
  ['谁最近拜访了海棠', undefined],
])('who has most of it: %s', (line, most) => {
  expect(whoMostAsked(line)).toBe(most);
});

test.each([
  ['最大的几个单子', 5],
  ['最大的三个单子', 3],
  ['有哪些大单子', 5],
  ['最大的商机', 1],
  ['biggest deals', 5],
  ['the 3 biggest deals', 3],
  ['our largest deal', 1],
])('the largest deals: %s', (line, most) => {
  expect(listAsked(line, known)).toMatchObject({ kind: 'deals', most });
});
