import { QuestionLine } from './question-line.js';
import { takeParts } from './question-parts.js';
import type { KnownNames, QuestionReading } from './question-reading.js';

const how =
  /^(?:的)?(?:最近|现在|近来|目前)?(?:整体|总体)?(?:工作|销售|状态)?(?:做得|干得|表现得?|干的|做的|情况)?(?:怎么样|如何|咋样|怎样|好不好|还好吗?|好吗?|行不行)(?:了)?[啊呀呢]?$|^how (?:is|are|was|were|has|have|did|does|do) ?(?:been )?(?:doing|do|done|performing|perform|performed|getting on|going|looking|faring)(?: (?:so far|lately|now|these days|at the moment))?$/iu;

/** The teams side by side: 各团队怎么样, `how is each team doing`. */
const eachTeam = /(?:各|每)个?(?:团队|部门|组)(?:的)?|\b(?:each|every|all the|the) teams?\b/iu;

/** Periods that targets are set for. */
const ofMonths = /Month$|Quarter$|Year$|^\d{4}(?:-Q[1-4]|-\d{2})?$/;

/**
 * Reads a question for how a colleague or a team does, 李雷这个月怎么样, `how's nina doing`: where they stand against the
 * target, or what they won in a span that has none. Undefined if the words ask for anything else.
 */
export function personDoing(plain: string, known: KnownNames): QuestionReading | undefined {
  if (!/怎|如何|咋|好|行|^how\b/iu.test(plain)) return undefined;
  const line = new QuestionLine(plain);
  const { whose: named, period, filters, ...others } = takeParts(line, known);
  const isEachTeam = named === undefined && line.take(eachTeam) !== undefined;
  const whose = isEachTeam ? 'company' : named;
  const isNarrowed = filters.customer || filters.values.length > 0 || filters.amount;
  if (
    whose === undefined ||
    (named !== undefined && typeof named !== 'object') ||
    isNarrowed ||
    Object.keys(others).length > 0
  )
    return undefined;
  if (!how.test(line.left.replace(/\s+/gu, ' ').trim())) return undefined;
  if (isEachTeam)
    return {
      measure: 'won',
      whose,
      ...(period ? { period } : {}),
      by: 'team',
      shape: 'rank',
      filters: { values: [] },
    };
  const measure = period === undefined || ofMonths.test(period) ? 'target' : 'won';
  return { measure, whose, ...(period ? { period } : {}), filters: { values: [] } };
}
