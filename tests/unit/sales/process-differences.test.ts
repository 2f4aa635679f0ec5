import { expect, test } from 'vitest';
import { parseProcess } from '../../../sales/process/parse-process.js';
import { processDifferences } from '../../../sales/process/process-differences.js';
import type { Locale } from '../../../texts/languages.js';
import { shippedText } from './fixtures.js';

/** What the change of the shipped file changes: 'name: before → after'. */
function differences(change: (yaml: string) => string, locale: Locale = 'zh'): string[] {
  const [before, after] = [shippedText, change(shippedText)].map((yaml) => {
    const parsed = parseProcess(yaml);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.process;
  });
  if (!before || !after) throw new Error('nothing to compare');
  return processDifferences(before, after).map(
    (one) => `${one.name[locale]}: ${one.before[locale]} → ${one.after[locale]}`,
  );
}

test('settings are named and worded as in the chat, in each language', () => {
  const change = (yaml: string) =>
    yaml
      .replace('returnAfterDays: 10', 'returnAfterDays: null')
      .replace('strategy: roundRobin', 'strategy: leastLoaded')
      .replace('above: 500000 }\n\n', 'above: 300000 }\n\n');
  expect(differences(change)).toEqual([
    '谈判签约关卡: 50万及以上需团队经理审批 → 30万及以上需团队经理审批',
    '分配方式: 轮流 → 最少',
    '公海回收: 10 个工作日 → 不收回',
  ]);
  expect(differences(change, 'en')).toContain('pool return: 10 workdays → never');
});

test('comments and spaces make no difference', () => {
  expect(
    differences((yaml) => `# hello\n${yaml.replace('dailyClaims: 5', 'dailyClaims:  5 # five')}`),
  ).toEqual([]);
});

test('a stage that is added or removed shifts no other one', () => {
  expect(
    differences((yaml) =>
      yaml.replace(
        '  - key: proposal\n',
        '  - { key: pilot, name: { zh: 试用, en: Pilot }, probability: 50 }\n\n  - key: proposal\n',
      ),
    ),
  ).toEqual(['阶段: – → 试用']);
  expect(
    differences((yaml) => yaml.replace(/ {2}- key: qualify\n[\s\S]*?(?= {2}- key: proposal)/, '')),
  ).toEqual(['阶段: 需求确认 → –']);
});

test('the usual limit of stages is told once', () => {
  expect(differences((yaml) => yaml.replace(/stall:\n([\s\S]*?)days: 7/, 'stall:\n$1days: 9'))).toEqual([
    '停滞天数: 7 个工作日 → 9 个工作日',
  ]);
});

test('entries of lists are told by name, and what has no name of its own by the keys of the file', () => {
  expect(
    differences((yaml) =>
      yaml
        .replace('  - { key: event, name: { zh: 展会, en: Event }, aliases: [活动, 会展] }\n', '')
        .replace('{ zh: 其他, en: Other } }\n', '{ zh: 其他, en: Other } }\n  - 抖音\n')
        .replace('aliases: [介绍, 推荐]', 'aliases: [介绍]')
        .replace('visit: 3', 'visit: 5')
        .replace('zh: 方案和报价得到客户认可', 'zh: 客户认可方案')
        .replace('phone: none', 'phone: own'),
    ),
  ).toEqual([
    '阶段「方案输出」 · goal: 方案和报价得到客户认可 → 客户认可方案',
    '排行计分 · visit: 3 → 5',
    '查看权限 · viewer.phone: none → own',
    '来源: 展会 → –',
    '来源「转介绍」 · aliases: 介绍、推荐 → 介绍',
    '来源: – → 抖音',
  ]);
});
