import { changedPart } from '../question/follow-up-question.js';
import { plainQuestion } from '../question/question-line.js';
import type { AskedFilters, KnownNames } from '../question/question-reading.js';
import { type ListRead, type ListRequest, readList } from './list-request.js';
import { largestWords, lateWords, listKinds, listNouns, markWords, withoutManners } from './list-words.js';

/** Asks what all of a list comes to. */
const total =
  /^(?:这些|那些|它们|他们|全部|这几[个单家]|上面的?)?(?:单子|商机|客户|线索|待办)?(?:一共|总共|合计|加起来|加一起|总计|拢共)(?:是|有|值)?(?:多少钱?|几[个家条单笔件]|多少[个家条单笔件]|多大)?(?:钱)?$|^总(?:金额|额|数|价|计)(?:是)?(?:多少)?$|^(?:一共)?(?:是|有)?(?:多少|几)[个家条单笔件]$|^(?:那)?(?:是|值)?多少钱$|^(?:how (?:much|many)(?: (?:is|are|does) (?:that|it|this|they|there|those|these|all that|them)(?: come to| add up to)?)?(?: worth)?|what (?:is|does) (?:the|that|it|they|those)?(?: (?:come to|add up to|total))?|the|that is)?(?: ?(?:in total|altogether|all together|together|total(?: value| amount| worth)?|sum|all in all|in all|overall))?$/iu;
/** Asks to see the list again. */
const again =
  /^(?:都|分别)?(?:是|有)哪[些几][个家条单]?$|^列(?:一下|出来|给我看看?)$|^(?:(?:list|show)(?: me)? )?(?:them|em|'em|those|it)(?: all| again)?$|^(?:list|which ones?(?: are they)?|what are they)$/iu;
const money = /钱|金额|总额|\b(?:much|worth|value|amount|sum)\b/iu;

/** Asks for it by stage. */
const byStage =
  /^(?:按|分|依)(?:照)?阶段(?:看|分|排|来看|列|统计)*$|^(?:(?:and|now|split|grouped?|sorted?) )*by stages?$/iu;

const byOwner =
  /^(?:按|分)(?:照)?(?:人|销售|负责人|同事)(?:看|来看|分|排)?$|^(?:(?:and|now|split|grouped?|broken down) )*by (?:rep|owner|person|salesperson|seller|colleague)s?[?？]?$/iu;

/** Whether the words ask for the list by colleague: 按人看 ("by person"), `by rep`. */
export const asksByOwner = (line: string): boolean => byOwner.test(line.trim());

const nextPage =
  /^(?:(?:and |show |show me |see )*(?:the )?(?:next|more|rest|others|next (?:page|ones?)|more of (?:them|those)))(?: please| pls)?$|^(?:再|还有)?(?:来|看)?(?:下一?页|后面的?|剩下的?|更多|其他的?|往下|还有呢)(?:呢|吧)?$/iu;
const previousPage = /^(?:(?:the )?(?:previous|prev|last|back to the previous) page|page back|上一?页)$/iu;
const pageNumber = /^(?:(?:go to |show )?page (?<n>\d{1,2})|第(?<han>\d{1,2})页)$/iu;

/** The page that a line asks for while page `at` is shown: "next", "page 3", 下一页; undefined if it asks for none. */
export function pageAsked(line: string, at: number): number | undefined {
  const said = line.trim().replace(/[.!?。！？\s]+$/u, '');
  if (nextPage.test(said)) return at + 1;
  if (previousPage.test(said)) return Math.max(1, at - 1);
  const number = pageNumber.exec(said)?.groups;
  const page = Number(number?.n ?? number?.han ?? 0);
  return page > 0 ? page : undefined;
}

const alone = (words: string, pattern: RegExp): boolean =>
  words !== '' && pattern.test(words) && words.replace(pattern, '').replace(/[的是呢啊\s]/gu, '') === '';

/**
 * The list of a line that goes on from the last one (韩梅呢 "and Han Mei?", 谈判阶段的呢 "those in negotiation?", 一共多少钱 "how much
 * altogether?", `whose are they`): the same with one thing changed, or undefined if the line is no such one.
 * `isOfThese`: the line asks about what the list holds, and means nothing without it.
 */
export function changedList(
  line: string,
  last: ListRequest,
  known: KnownNames,
): { request: ListRequest; isOfThese: boolean } | undefined {
  const said = withoutManners(plainQuestion(line));
  const of = (request: ListRequest) => ({ request, isOfThese: true });
  if (said !== '' && total.test(said)) {
    if (!money.test(said) || last.kind === 'deals' || last.kind === 'board') return of(last);
    return last.kind === 'customers' ? of(ofKind(last, 'deals')) : undefined;
  }
  if (again.test(said)) return of(last);
  const isOfDeals = last.kind === 'deals' || last.kind === 'board';
  if (isOfDeals && alone(said, largestOf)) return of({ ...last, kind: 'deals', most: 1 });
  if (isOfDeals && byStage.test(said)) {
    const marks = (last.marks ?? []).filter((mark) => mark === 'risk' || mark === 'noNext');
    return of({ ...last, kind: 'board', marks });
  }
  if (alone(said, markWords.owners)) {
    const kind = last.kind === 'board' ? 'deals' : last.kind;
    return of({ ...last, kind, marks: [...new Set([...(last.marks ?? []), 'owners' as const])] });
  }
  if (last.kind === 'tasks' && alone(said, lateWords)) return of({ ...keptOf(last, true), isLate: true });
  const part = changedPart(line);
  if (part === undefined) return undefined;
  const request = withPart(part, last, known);
  return request && { request, isOfThese: false };
}

/** 最大的是哪个 ("which is the biggest"), also without a noun. */
const largestOf = new RegExp(
  `${largestWords.source}|^(?:the )?(?:biggest|largest)$|^最大的?(?:是)?哪一?[个单]$|^最大的$`,
  'iu',
);

/** The list with the part that was said: of somebody else, another time or stage, or another kind of the same person's. */
function withPart(part: string, last: ListRequest, known: KnownNames): ListRequest | undefined {
  const named = listKinds.find((kind) => listNouns[kind].test(part));
  if (named && named !== last.kind) {
    const other = readList(part, known, named);
    return saysMore(other) ? { ...other.request, whose: other.request.whose ?? last.whose } : undefined;
  }
  const read = readList(part, known, last.kind);
  if (!saysMore(read)) return undefined;
  const { whose, period, most, isLate, marks, filters } = read.request;
  const isNothing =
    !whose && !period && !most && !isLate && !marks && filters.values.length === 0 && !filters.amount;
  if (isNothing && !filters.customer) return undefined;
  return {
    ...keptOf(last, isLate),
    ...(whose ? { whose } : {}),
    ...(period ? { period } : {}),
    ...(most ? { most } : {}),
    ...(isLate ? { isLate } : {}),
    ...(marks ? { marks } : {}),
    filters: merged(last.filters, filters),
  };
}

/** What stays of the last list: not how many it showed, and not its span if what is overdue is asked for. */
function keptOf({ most: _, period, ...rest }: ListRequest, isLate: boolean | undefined): ListRequest {
  return { ...rest, ...(period && !isLate ? { period } : {}) };
}

/** Whether a list explains all the words. */
const saysMore = (read: ListRead | undefined): read is ListRead => read !== undefined && read.rest === '';

/** Filters with new ones, each in place of the one of its kind. */
function merged(old: AskedFilters, { values, amount, customer }: AskedFilters): AskedFilters {
  const said = new Set(values.map(({ dimension }) => dimension));
  return {
    values: [...old.values.filter(({ dimension }) => !said.has(dimension)), ...values],
    ...((amount ?? old.amount) ? { amount: amount ?? old.amount } : {}),
    ...((customer ?? old.customer) ? { customer: customer ?? old.customer } : {}),
  };
}

const ofKind = ({ whose }: ListRequest, kind: ListRequest['kind']): ListRequest => ({
  kind,
  filters: { values: [] },
  ...(whose ? { whose } : {}),
});
