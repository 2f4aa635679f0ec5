import { daysOfKey, earlierDays } from '../periods/period-days.js';
import { yearMeant } from '../periods/year-meant.js';
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
  const second = whose === undefined ? undefined : takeNamed(line, known).whose;
  const isOfTeams = [whose, second].every((one) => typeof one === 'object' && 'team' in one);
  if (second && isOfTeams)
    line.takeAll(/(?:更|谁|哪一?个)(?=多|好|高|[^,]{0,4}[多好高])|\b(?:or|do|does|more|better)\b/iu);
  if (second && isOfTeams) Object.assign(parts, { by: 'team', shape: 'rank', whose: 'company' });
  else if (second) Object.assign(parts, { by: 'owner', shape: 'rank' });
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
  if (compared?.against && parts.period) parts.compare = againstOf(parts.period, compared.against, known);
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

/** The span before the one that was said: "the week before", 前一周. */
const spanBefore =
  /^\s*(?:(?:with|to|against)\s+)?(?:the )?(?:day|week|month|quarter|year|period|one) (?:before|prior|earlier)(?: that)?(?! last)\b|^\s*(?:再)?(?:之前的?|前)(?:那)?一?个?(?:天|周|星期|礼拜|月|季度?|年)(?![\p{Script=Han}])/iu;

/**
 * Takes a comparison: 比上个月 ("compared with last month"), than last month; `now` is the period it is compared
 * with.
 */
function takeComparison(
  line: QuestionLine,
  known: KnownNames,
): { how: 'before' | 'lastYear'; now?: string; against?: string } | undefined {
  const found = comparing.exec(line.left);
  if (!found) return undefined;
  const rest = new QuestionLine(line.left.slice(found.index + found[0].length));
  // "last week vs the week before" is compared with the one before it.
  if (
    spanBefore.test(rest.left) &&
    takePeriod(new QuestionLine(line.left.slice(0, found.index)), known, false)
  ) {
    line.left = `${line.left.slice(0, found.index)} ${rest.left.replace(spanBefore, ' ').replace(compareTail, ' ')}`;
    return { how: 'before' };
  }
  const against = takeFirst(rest, known);
  const both = against ? secondAfter(rest, known) : bothBefore(line.left.slice(0, found.index), known);
  if (both) {
    line.left = `${both.left ?? line.left.slice(0, found.index)} ${rest.left.replace(compareTail, ' ')}`;
    const now = against ?? both.now;
    if (both.against === 'lastYear' && !now?.endsWith('Year')) return { how: 'lastYear', now };
    return { how: 'before', now, against: both.against };
  }
  if (found[0] === '同比' || against === 'lastYear' || /去年|last year/iu.test(found[0])) {
    line.left = `${line.left.slice(0, found.index)} ${rest.left.replace(compareTail, ' ')}`;
    return { how: 'lastYear' };
  }
  if (!against && found[0] !== '环比' && !/^\s*(?:之前|以前|上期|before)/iu.test(rest.left)) return undefined;
  line.left = `${line.left.slice(0, found.index)} ${rest.left.replace(compareTail, ' ')}`;
  const now = against?.replace(/^last/, 'this').replace('yesterday', 'today');
  return { how: 'before', ...(now && now !== against ? { now } : {}), ...(against ? { against } : {}) };
}

/** What joins a period to the one that it is compared with: `with October`, 和10月. */
const joins = /^\s*(?:with|to|and|against|vs\.?|versus|和|跟|与|同)\s*/iu;

/** Takes the second period behind the first: `compare this month with last month`. */
function secondAfter(
  rest: QuestionLine,
  known: KnownNames,
): { now?: string; against: string; left?: string } | undefined {
  const joined = joins.exec(rest.left);
  if (!joined) return undefined;
  const behind = new QuestionLine(rest.left.slice(joined[0].length));
  const against = takeFirst(behind, known);
  if (!against) return undefined;
  rest.left = behind.left;
  return { against };
}

/** Takes two periods that stand before the word that compares: 11月和10月比. */
function bothBefore(
  words: string,
  known: KnownNames,
): { now?: string; against: string; left?: string } | undefined {
  const [, head = '', tail = ''] = /^(.*?)\s*(?:和|跟|与|同(?!期)|\band\b)\s*(.*)$/u.exec(words) ?? [];
  const [before, behind] = [new QuestionLine(head), new QuestionLine(tail)];
  const now = takePeriod(before, known, false);
  const against = now && takePeriod(behind, known, false);
  return against ? { now, against, left: `${before.left} ${behind.left.replace('同期', ' ')}` } : undefined;
}

/** How a period is compared with another one: with the one before it, that of the year before, or a third. */
function againstOf(period: string, said: string, known: KnownNames): QuestionParts['compare'] {
  const today = known.today ?? `${known.months('this month') ?? '2000-01'}-01`;
  const against = yearMeant(said, said.startsWith('last') ? said : '', today, 'back');
  const [now, then] = [daysOfKey(yearMeant(period, '', today, 'back'), today), daysOfKey(against, today)];
  const is = (how: 'before' | 'lastYear') => {
    const { first, after } = earlierDays(now, how);
    return first === then.first && after === then.after;
  };
  return is('before') ? 'before' : is('lastYear') ? 'lastYear' : `to:${against}`;
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
