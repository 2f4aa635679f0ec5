import { describe, expect, it } from 'vitest';
import { changedList } from '../../../language/look-up/list-change.js';
import { type ListRequest, listAsked, readList } from '../../../language/look-up/list-request.js';
import { reportAsked } from '../../../language/look-up/report-asked.js';
import { writeList } from '../../../language/look-up/write-list.js';
import type { KnownNames } from '../../../language/question/question-reading.js';
import { builtInDimensions } from '../../../sales/figures/slice-names.js';

const known: KnownNames = {
  customers: [],
  people: [
    { name: '李雷', words: ['李雷', '雷哥'] },
    { name: '韩梅', words: ['韩梅'] },
    { name: 'Tom Baker', words: ['Tom Baker', 'Tom'] },
  ],
  teams: ['华东'],
  values: [{ dimension: 'stage', key: 'negotiation', words: ['谈判', 'Negotiation'] }],
  dimensions: builtInDimensions,
  amounts: () => [],
  dates: () => [],
  months: () => undefined,
  contacts: () => [],
};
const deals: ListRequest = { kind: 'deals', whose: { person: '李雷' }, filters: { values: [] } };
const tasks: ListRequest = { kind: 'tasks', whose: 'me', period: 'thisWeek', filters: { values: [] } };
const changed = (line: string, last: ListRequest) => changedList(line, last, known)?.request;

describe('a line that goes on from a list', () => {
  it.each(['韩梅呢', '那韩梅的呢', '只看韩梅的', '换成韩梅', '看看韩梅的'])(
    'takes another person: %s',
    (line) => {
      expect(changed(line, deals)).toMatchObject({ kind: 'deals', whose: { person: '韩梅' } });
    },
  );
  it.each(['and Tom?', "just Tom's", 'what about Tom', "only Tom's", "which of them are Tom's"])(
    'takes another person: %s',
    (line) => {
      expect(changed(line, deals)).toMatchObject({ kind: 'deals', whose: { person: 'Tom Baker' } });
    },
  );
  it.each(['谈判阶段的呢', '只看谈判阶段的', '其中谈判阶段的有哪些', 'and those in negotiation?'])(
    'narrows by stage: %s',
    (line) => {
      const found = changed(line, deals);
      expect(found?.whose).toEqual({ person: '李雷' });
      expect(found?.filters.values).toMatchObject([{ dimension: 'stage', key: 'negotiation' }]);
    },
  );
  it.each([
    '一共多少钱',
    '加起来多少',
    '总金额多少',
    '几个',
    '一共几个',
    'how many',
    'how much altogether',
    'list them',
  ])('shows the list with its sum: %s', (line) => {
    expect(changed(line, deals)).toEqual(deals);
  });
  it.each(['最大的是哪个', '最大的一单是哪个', '哪个最大', 'which one is the biggest', 'the biggest'])(
    'shows the largest alone: %s',
    (line) => {
      expect(changed(line, deals)).toMatchObject({ kind: 'deals', most: 1, whose: { person: '李雷' } });
    },
  );
  it.each(['都是谁的', '谁的', '分别是谁负责', 'whose are they', 'who owns them'])(
    'shows owners: %s',
    (line) => {
      expect(changed(line, deals)).toMatchObject({ marks: ['owners'] });
    },
  );
  it.each(['按阶段', '按阶段看', 'by stage?'])('shows the board: %s', (line) => {
    expect(changed(line, deals)?.kind).toBe('board');
  });
  it.each(['下周呢', '那下周的呢', 'and next week?'])('takes another time: %s', (line) => {
    expect(changed(line, tasks)).toMatchObject({ kind: 'tasks', period: 'nextWeek', whose: 'me' });
  });
  it.each(['逾期的呢', 'overdue?'])('asks for what is overdue, whatever the time: %s', (line) => {
    const found = changed(line, tasks);
    expect(found).toMatchObject({ kind: 'tasks', isLate: true });
    expect(found?.period).toBeUndefined();
  });
  it('takes another kind of the same person', () => {
    expect(changed('客户呢', deals)).toMatchObject({ kind: 'customers', whose: { person: '李雷' } });
    expect(changed('and tasks?', deals)).toMatchObject({ kind: 'tasks', whose: { person: '李雷' } });
  });
  it.each([
    ...[
      '海棠地产',
      '我去韩梅那儿',
      '王总呢',
      '韩梅说下周见',
      '报价多少钱合适',
      '他们呢',
      '好的',
      '按合同走',
      '谁去开会',
    ],
    ...[
      'and then we left',
      'just called Tom',
      'how much discount can I give',
      'who is that',
      'by Friday',
      'share',
    ],
  ])('is none: %s', (line) => {
    expect(changed(line, deals)).toBeUndefined();
  });
});

describe('words of lists', () => {
  it.each([
    ['哪些单子没有下一步', 'noNext'],
    ['没安排下一步的商机有哪些', 'noNext'],
    ['which deals have no next step', 'noNext'],
    ['deals without a next step', 'noNext'],
    ['who has nothing planned', 'noNext'],
    ['哪些单子有风险', 'risk'],
    ['which deals are at risk', 'risk'],
    ["what's at risk", 'risk'],
    ['哪个客户最久没联系', 'quiet'],
    ['谁最久没跟进', 'quiet'],
    ["which customer haven't I contacted the longest", 'quiet'],
    ["who haven't I talked to the longest", 'quiet'],
  ])('%s', (line, mark) => {
    expect(listAsked(line, known)).toMatchObject({ marks: [mark] });
  });
  it.each(['我手上哪个单子最大', '最大的一单是哪个', "what's my biggest deal", 'which deal is the biggest'])(
    'the largest deal: %s',
    (line) => {
      expect(listAsked(line, known)).toMatchObject({ kind: 'deals', most: 1 });
    },
  );
  it.each(['我有几个客户', '我现在有几个客户', 'how many customers do I have'])(
    'a number of customers: %s',
    (line) => {
      expect(listAsked(line, known)).toMatchObject({ kind: 'customers', whose: 'me' });
    },
  );
  it.each(['我今天干了啥', 'what did I do today', '我这周做了什么', 'what have I done this week'])(
    'what was done: %s',
    (line) => {
      expect(listAsked(line, known)?.kind).toBe('logs');
    },
  );
  it.each([
    ...['今天去了最大的客户那儿', '这单有风险，客户在犹豫', '王总说没有下一步预算', '今天见了几个客户'],
    ...['told them there is a risk', 'their biggest deal is with Oracle', 'no next step agreed with Bill'],
  ])('is no list: %s', (line) => {
    expect(listAsked(line, known)).toBeUndefined();
  });

  const lists: ListRequest[] = [
    deals,
    { ...deals, most: 1, marks: ['risk'] },
    { ...deals, whose: 'team', marks: ['noNext', 'owners'] },
    tasks,
    { ...tasks, period: undefined, isLate: true },
    { kind: 'customers', whose: 'me', marks: ['quiet'], filters: { values: [] } },
    {
      ...deals,
      filters: { values: [{ dimension: 'stage', key: 'negotiation', words: '谈判' }] },
    },
  ];
  it.each(['zh', 'en'] as const)('are read back as the same list, %s', (locale) => {
    for (const list of lists) {
      const words = writeList(list, locale, builtInDimensions);
      const read = readList(words, known, list.kind);
      expect(read?.rest, words).toBe('');
      expect(read?.request, words).toEqual(JSON.parse(JSON.stringify(list)));
    }
  });
});

describe('a report by its name', () => {
  it.each([
    ['weekly report', { of: 'week' }],
    ["this week's report", { of: 'week', period: 'thisWeek' }],
    ["this week's numbers", { of: 'week', period: 'thisWeek' }],
    ['my weekly report', { of: 'week', whose: 'me' }],
    ['show me the monthly summary', { of: 'month' }],
    ['weekly', { of: 'week' }],
    ['本周周报', { of: 'week', period: 'thisWeek' }],
    ['本周小结', { of: 'week', period: 'thisWeek' }],
    ['这周的数字', { of: 'week', period: 'thisWeek' }],
    ['我的周报', { of: 'week', whose: 'me' }],
    ['团队周报', { of: 'week', whose: 'team' }],
    ['上周周报给我看看', { of: 'week', period: 'lastWeek' }],
    ['李雷的周报', { of: 'week', whose: { person: '李雷' } }],
    ['日报', { of: 'day' }],
    ['上个月的月报', { of: 'month', period: 'lastMonth' }],
  ])('%s', (line, asked) => {
    expect(reportAsked(line, known)).toEqual(asked);
  });
  it.each([
    ...[
      '周报写完了',
      '把周报发给王总',
      '王总要一份总结',
      '数据',
      '今天给星河发了报告',
      '报告',
      '周报什么时候发',
    ],
    ...[
      'sent the weekly report to Bill',
      'the numbers look bad',
      'Bill wants a report',
      'report',
      'review the contract',
    ],
  ])('is none: %s', (line) => {
    expect(reportAsked(line, known)).toBeUndefined();
  });
});
