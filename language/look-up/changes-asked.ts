import { plainQuestion, QuestionLine } from '../question/question-line.js';
import { takePeriod } from '../question/question-periods.js';
import type { KnownNames } from '../question/question-reading.js';
import { withoutManners } from './list-words.js';

const change = '(?:变化|变动|变了|改变|异动|新情况|新进展|新动静|不一样|更新)';
const forms = [
  `(?:又|都|还)?(?:有)?(?:些|了)?(?:什么|啥|哪些|没有)?${change}(?:了)?(?:些)?(?:什么|啥|哪些|没有?|吗)?`,
  '(?:又|都)?(?:变|改|动)了(?:些)?(?:什么|啥|哪些)',
  '\\b(?:what|anything|which things|any|has anything|did anything)(?: (?:has|have|is|was|are|did|been|else|all|really|actually))*(?: (?:changed?|new|different|moved?|shifted))\\b',
  '\\b(?:what|which|any|the)?(?: (?:are|were|is))?(?: the)? ?(?:changes?|updates?|movements?|differences?)(?: (?:are|were|is|was) there)?\\b',
];
const asked = new RegExp(`(?:${forms.join('|')})`, 'iu');
/** What changes, beside people and times. */
const whatever =
  /商机|单子?|项目|管道|预测|漏斗|团队|我们|情况|业务|销售|目前|期间|为止|里|的|有|了|吗|呢|和|跟|比|相比|到|现在|之后|以后|\b(?:in|on|with|the|our|my|we|us|i|team|pipeline|forecast|deals?|there|been|have|has|so|far|around here|compared|to|and|now|until|from|for|of|at)\b|[\s,，]/giu;

/**
 * The span since which a line asks what has changed (昨天以来有什么变化 "what has changed since yesterday", `what's new this week`) as
 * a key of `question-periods.ts`, '' if it says none; undefined if it asks for anything else.
 */
export function changesAsked(line: string, known: KnownNames): string | undefined {
  const plain = withoutManners(plainQuestion(line)).trim();
  if (plain === '' || plain.length > longest || !asked.test(plain)) return undefined;
  const left = new QuestionLine(plain.replace(asked, ' '));
  const [period, other] = [takePeriod(left, known, false), takePeriod(left, known, false)];
  const isBare = period === undefined && !/变化|变动|异动|\bchange/iu.test(plain);
  if (isBare || left.left.replace(whatever, '').replace(/从|自|自从|以来|起|开始|\bsince\b/giu, '') !== '')
    return undefined;
  // 昨天到今天 ("from yesterday until today"): today is the end.
  return (period === 'today' && other ? other : (period ?? '')).replace(/^since:/u, '');
}

/** Longest line read so, in characters. */
const longest = 50;
