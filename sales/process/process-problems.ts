import { type Document, isMap, isNode, isPair, isScalar, type LineCounter } from 'yaml';
import type { z } from 'zod';
import { nearest } from '../../kernel/words/edit-distance.js';
import type { ByLanguage } from '../../texts/languages.js';

/** One problem of a process file. `line` and `column` count from 1. */
export interface ProcessProblem {
  line: number;
  column: number;
  /** 'stages[2].probability'; '' for the whole file. */
  path: string;
  reason: ByLanguage;
  /** A line that would be valid. */
  example?: string;
}

export type Path = readonly (string | number)[];

/** A problem at a path of the document, without its position in the text. */
export interface ProcessFinding {
  path: Path;
  reason: ByLanguage;
  /** Mark the key of the last path entry instead of its value. */
  atKey?: boolean;
}

const examples: Record<string, string> = {
  key: 'key: qualify',
  name: 'name: { zh: 需求确认, en: Qualification }',
  probability: 'probability: 40',
  stallDays: 'stallDays: 7',
  maxDays: 'maxDays: 20',
  won: 'won: true',
  required: 'required: [amount, closeDate]',
  aliases: 'aliases: [谈判, negotiation]',
  steps: 'steps: [确认预算, 确认决策人]',
  at: "at: '09:00'",
  from: "from: '09:00'",
  to: "to: '18:00'",
  day: 'day: monday',
  cron: "cron: '0 9 * * 1'",
  timeZone: 'timeZone: Asia/Shanghai',
  currency: 'currency: CNY',
  calendar: 'calendar: china',
  workHours: "workHours: { from: '09:00', to: '18:00' }",
  quietHours: "quietHours: { from: '20:00', to: '08:00' }",
  lossReasons: 'lossReasons: [价格, 竞品]',
  sources: 'sources: [官网, 转介绍]',
  weights: 'weights: { won: 60, visits: 40 }',
  stages: 'stages: [{ key: lead, name: 线索获取 }, { key: delivery, name: 交付服务, won: true }]',
};

const syntax: Record<string, string> = {
  BAD_ALIAS: '引用(*)写错了',
  BAD_INDENT: '缩进不对',
  BLOCK_AS_IMPLICIT_KEY: '这里不能再嵌套一层，请检查上一行的缩进或冒号',
  DUPLICATE_KEY: '同一层里这个键出现了两次',
  MISSING_CHAR: '少了一个符号(引号、括号、逗号或冒号后的空格)',
  MULTILINE_IMPLICIT_KEY: '键不能跨行，可能少了冒号',
  MULTIPLE_DOCS: '文件里只能有一份流程，请去掉 ---',
  TAB_AS_INDENT: '缩进请用空格，不要用 Tab',
  UNEXPECTED_TOKEN: '这里多了符号，或缩进、引号不对',
};

/** Words a YAML syntax error. */
export function syntaxReason(error: { code: string; message: string }): ByLanguage {
  const zh = syntax[error.code] ?? '这一行不是有效的 YAML';
  return { zh, en: error.message.split('\n')[0] ?? error.code };
}

/** Words what the schema found, with the nearest known key for a misspelt one. */
export function schemaFindings(
  issues: readonly z.core.$ZodIssue[],
  document: Document.Parsed,
  knownKeys: (path: Path) => string[],
): ProcessFinding[] {
  return issues.flatMap((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    if (issue.code !== 'unrecognized_keys')
      return [{ path, reason: issueReason(issue, document.hasIn(path)) }];
    return issue.keys.map((key) => {
      const suggestion = nearest(key, knownKeys(path));
      // `{ en: Present it, online }`: YAML makes a key of the words after the comma.
      const isSplitText = (document.getIn([...path, key]) ?? null) === null && /\s|[^\w-]/.test(key);
      return {
        path: [...path, key],
        atKey: true,
        reason: {
          zh: `没有「${key}」这一项${suggestion ? `，是不是「${suggestion}」？` : isSplitText ? '；文字里有逗号时请加引号' : ''}`,
          en: `unknown key "${key}"${suggestion ? `, did you mean "${suggestion}"?` : isSplitText ? '; quote a text with commas' : ''}`,
        },
      };
    });
  });
}

const kinds: Record<string, ByLanguage> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '名称或一组键值', en: 'a name or keys with values' },
};

function issueReason(issue: z.core.$ZodIssue, present: boolean): ByLanguage {
  if (issue.code === 'invalid_type') {
    const kind = kinds[issue.expected] ?? { zh: issue.expected, en: issue.expected };
    return present
      ? { zh: `应为${kind.zh}`, en: `must be ${kind.en}` }
      : { zh: '缺少这一项', en: 'this is missing' };
  }
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return { zh: '不能为空', en: 'must not be empty' };
    return issue.origin === 'array'
      ? { zh: `至少要有 ${issue.minimum} 项`, en: `needs at least ${issue.minimum}` }
      : { zh: `不能小于 ${issue.minimum}`, en: `must not be below ${issue.minimum}` };
  }
  if (issue.code === 'too_big') {
    return issue.origin === 'array'
      ? { zh: `最多 ${issue.maximum} 项`, en: `at most ${issue.maximum}` }
      : { zh: `不能大于 ${issue.maximum}`, en: `must not be above ${issue.maximum}` };
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return { zh: `只能是 ${values.join('、')}`, en: `must be one of ${values.join(', ')}` };
  }
  const own = issue.code === 'custom' ? issue.params : undefined;
  if (typeof own?.zh === 'string' && typeof own.en === 'string') return { zh: own.zh, en: own.en };
  return { zh: '值不对', en: issue.message };
}

/** Adds the position in the text to each problem. */
export function placed(
  findings: ProcessFinding[],
  document: Document.Parsed,
  lines: LineCounter,
): ProcessProblem[] {
  return findings.map(({ path, reason, atKey }) => {
    const { line, col } = lines.linePos(offsetOf(document, path, atKey ?? false));
    const name = path.findLast((part) => typeof part === 'string');
    const example = typeof name === 'string' ? examples[name] : undefined;
    return {
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      path: pathText(path),
      reason,
      ...(example ? { example } : {}),
    };
  });
}

/** Offset of the path's node, or of its nearest existing parent. */
function offsetOf(document: Document.Parsed, path: Path, atKey: boolean): number {
  const last = path.at(-1);
  const parent = document.getIn(path.slice(0, -1), true);
  if (atKey && isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === last);
    if (isNode(pair?.key) && pair.key.range) return pair.key.range[0];
  }
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range[0] ?? 0;
}

function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}
