import { takeFilters } from './question-filters.js';
import { QuestionLine } from './question-line.js';
import { silence, silenceAlone } from './question-measures.js';
import { daysOf, takePeriod } from './question-periods.js';
import type { KnownNames, QuestionReading } from './question-reading.js';
import { takeNamed } from './question-whose.js';

/** The question looks ahead: a weekday means the next one. */
const ahead = /要|待办|安排|计划|预计|日程|\b(?:to do|closing|close|tasks?|next|planned|due|upcoming)\b/iu;

/** A reading without its measure. */
export type QuestionParts = Omit<QuestionReading, 'measure'>;

/** Takes names, times and amounts: who and when, not what. */
export function takeParts(line: QuestionLine, known: KnownNames): QuestionParts {
  const customer = [...known.customers]
    .sort((a, b) => b.length - a.length)
    .find((name) => line.takeWords(name, (word) => `(?:客户=)?"?${word}"?`));
  const parts: QuestionParts = { filters: { values: [] } };
  const { whose, which } = takeNamed(line, known);
  // Several people are compared.
  const isSeveral = whose !== undefined && takeNamed(line, known).whose !== undefined;
  if (isSeveral) Object.assign(parts, { by: 'owner', shape: 'rank' });
  else if (whose) parts.whose = whose;
  if (which) parts.which = which;
  const compared = takeComparison(line, known);
  if (compared) parts.compare = compared.how;
  const isSilent = takeSilence(line, parts);
  const { values, amount } = takeFilters(line, known);
  parts.filters = { values, ...(amount ? { amount } : {}), ...(customer ? { customer } : {}) };
  const period = isSilent ? undefined : takePeriod(line, known, ahead.test(line.left));
  if (period) parts.period = period;
  else if (compared?.now) parts.period = compared.now;
  return parts;
}

function takeSilence(line: QuestionLine, parts: QuestionParts): boolean {
  const found = line.take(silence);
  if (found) parts.days = daysOf(found[1] ?? found[3] ?? '', found[2] ?? found[4] ?? '');
  else if (line.take(silenceAlone)) parts.days = 0;
  return parts.days !== undefined;
}

const comparing =
  /(?:和|跟|与|同)?(?:相)?比(?:一?比)?(?:起|较)?\s*|(?:同比|环比)|\b(?:compare[sd]?|comparison)\s*(?:to|with|against)?\s*|\b(?:vs\.?|versus|than|beat)\s*/iu;
const compareTail =
  /^\s*(?:同期|之前|以前|上期|before)?\s*(?:的)?\s*(?:业绩|金额)?(?:增长|提升|下降|变化|涨|多|少)?(?:了)?(?:多少)?(?:相?比)?(?:怎么样|如何)?/iu;

/**
 * Takes a comparison: 比上个月 ("compared with last month"), than last month; `now` is the period it is compared
 * with.
 */
function takeComparison(
  line: QuestionLine,
  known: KnownNames,
): { how: 'before' | 'lastYear'; now?: string } | undefined {
  const found = comparing.exec(line.left);
  if (!found) return undefined;
  const rest = new QuestionLine(line.left.slice(found.index + found[0].length));
  const against = takeFirst(rest, known);
  if (found[0] === '同比' || against === 'lastYear' || /去年|last year/iu.test(found[0])) {
    line.left = `${line.left.slice(0, found.index)} ${rest.left.replace(compareTail, ' ')}`;
    return { how: 'lastYear' };
  }
  if (!against && found[0] !== '环比' && !/^\s*(?:之前|以前|上期|before)/iu.test(rest.left)) return undefined;
  line.left = `${line.left.slice(0, found.index)} ${rest.left.replace(compareTail, ' ')}`;
  const now = against?.replace(/^last/, 'this').replace('yesterday', 'today');
  return { how: 'before', ...(now && now !== against ? { now } : {}) };
}

/** Takes a period right at the beginning of the words. */
function takeFirst(rest: QuestionLine, known: KnownNames): string | undefined {
  const tried = new QuestionLine(rest.left);
  const period = takePeriod(tried, known, false);
  const gone = rest.left.length - tried.left.trimStart().length;
  if (!period || gone <= 0 || /^\s*\S/u.test(tried.left.slice(0, 1))) return undefined;
  rest.left = tried.left;
  return period;
}
