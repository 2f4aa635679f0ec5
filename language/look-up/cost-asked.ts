import { plainQuestion, QuestionLine } from '../question/question-line.js';
import { takePeriod } from '../question/question-periods.js';
import type { KnownNames } from '../question/question-reading.js';
import { withoutManners } from './list-words.js';

const forms = [
  '(?:获客|线索|渠道|来源|推广|投放|市场|营销)(?:的)?(?:单条)?(?:成本|费用|花费|开销)',
  '(?:每|一|单)[条个](?:有效)?线索(?:的)?(?:平均)?(?:(?:成本|费用|花费|花|要|是)+了?(?:多少)?钱?|多少钱)',
  '(?:每|一)单(?:的)?(?:平均)?(?:获客)?成本',
  '\\bcosts? per (?:lead|acquisition|win|won deal|deal won|customer)\\b',
  '\\b(?:(?:lead|customer) acquisition|lead|acquisition|marketing|channel|source) costs?\\b',
  '\\bhow much (?:does|did|do) (?:a|each|one|every|our|the)? ?leads? (?:from \\w+ )?costs?\\b',
  '\\bwhat (?:does|did|do) (?:a|each|one|every|our|the)? ?leads? costs?\\b',
  '\\b(?:cpl|cac)\\b',
];
const asked = new RegExp(`(?:${forms.join('|')})`, 'iu');
/** What else such a question says, beside the time. */
const whatever =
  /我们|公司|现在|目前|平均|各|每个|分别|渠道|来源|是|的|在|了|有|多少|怎么样|如何|几|钱|什么|看看?|查|一下|呢|吗|啊|\b(?:what|what's|whats|how|much|is|are|was|were|the|our|my|we|us|i|in|on|for|of|by|source|channel|average|show|see|tell|me|per|so|far|high)\b|[\s,，?？]/giu;

/** Longest line read so, in characters. */
const longest = 50;

/**
 * The span of which a line asks what leads cost (11月获客成本是多少 "what did a lead cost in November", `cost per lead last month`)
 * as a key of `question-periods.ts`, '' if it says none; undefined if it asks for anything else.
 */
export function costAsked(line: string, known: KnownNames): string | undefined {
  const plain = withoutManners(plainQuestion(line)).trim();
  if (plain === '' || plain.length > longest || !asked.test(plain)) return undefined;
  const left = new QuestionLine(plain.replace(asked, ' '));
  const period = takePeriod(left, known, false);
  return left.left.replace(whatever, '') === '' ? (period ?? '') : undefined;
}
