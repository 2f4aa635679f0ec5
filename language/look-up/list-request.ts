import { plainQuestion, QuestionLine } from '../question/question-line.js';
import { takeParts } from '../question/question-parts.js';
import type { AskedFilters, KnownNames, QuestionWhose } from '../question/question-reading.js';
import { dropPronouns, pronounIn } from '../question/question-whose.js';
import {
  asksForList,
  asksHowMany,
  asksWhatIsLeft,
  bareList,
  closingWords,
  comparedWords,
  type ListKind,
  type ListMark,
  largestWords,
  lateWords,
  listKinds,
  listNouns,
  logForms,
  markWords,
  mostWords,
  newWords,
  notAList,
  orderWords,
  ownWork,
  recentWords,
  someLargest,
  taggedWords,
  taskForms,
  withoutFiller,
  withoutManners,
} from './list-words.js';
import { tasksGivenBy } from './tasks-given.js';

/** The records that a list shows. */
export interface ListRequest {
  kind: ListKind;
  whose?: QuestionWhose;
  filters: AskedFilters;
  /**
   * A key of `question-periods.ts`: in which deals are expected to close, leads have come and tasks are due; customers have
   * none.
   */
  period?: string;
  /** The first so many alone. */
  most?: number;
  /** Of tasks: only what is overdue. */
  isLate?: boolean;
  /** Of tasks: only what this colleague gave. */
  giver?: string;
  marks?: ListMark[];
}

/** A list as it was read, with the words that it does not explain. */
export interface ListRead {
  request: ListRequest;
  rest: string;
  /** Whether the words ask for a list, and do not only name what one holds. */
  isAsked: boolean;
}

/**
 * Reads a line that asks for a list in plain words (我名下有哪些客户 "which customers do I have", `what's on tomorrow`), or
 * undefined if it does not, or says anything that no list explains.
 */
export function listAsked(words: string, known: KnownNames): ListRequest | undefined {
  const read = readList(words, known);
  return read?.isAsked && read.rest === '' ? read.request : undefined;
}

/** Reads the words of a list: which kind (unless `given`), whose, narrowed by what. */
export function readList(words: string, known: KnownNames, given?: ListKind): ListRead | undefined {
  const plain = plainQuestion(words);
  const giver = mayBe(given, 'tasks') ? tasksGivenBy(plain, known, given === 'tasks') : undefined;
  if (giver)
    return {
      request: { kind: 'tasks', whose: 'me', giver, filters: { values: [] } },
      rest: '',
      isAsked: true,
    };
  if (!given && notAList.test(plain.replace(largestWords, ' '))) return undefined;
  const line = new QuestionLine(withoutManners(plain));
  const isLargest = mayBe(given, 'deals') && line.takeAll(largestWords);
  const isCompared = mayBe(given, 'deals') && line.takeAll(comparedWords);
  const most = isLargest ? 1 : (takeMost(line) ?? (mayBe(given, 'deals') ? takeSome(line) : undefined));
  line.takeAll(orderWords);
  const marks = takeMarks(line, given);
  const tag = line.take(taggedWords)?.[1];
  const looksBack = given === 'logs' || given === 'leads' || looksBackIn(plain);
  const parts = takeParts(line, {
    ...known,
    dates: (said) => known.dates(said, looksBack ? 'past' : 'future'),
  });
  line.squeeze();
  if (parts.days !== undefined || parts.compare || parts.which) return undefined;
  const whose = parts.whose ?? pronounIn(line);
  const isOwnWork = parts.period === undefined && line.takeAll(ownWork);
  const mayBeForm = given === undefined || given === 'tasks' || given === 'logs';
  const form = mayBeForm ? takeForm(line, parts.period) : undefined;
  const named = takeKind(line, plain, parts);
  const isOpenMatter = marks.includes('noNext') || marks.includes('risk');
  const meant = isOwnWork || isLargest || isCompared || isOpenMatter ? 'deals' : undefined;
  const silent = marks.includes('quiet') ? 'customers' : undefined;
  const kind = given ?? (form === 'logs' ? form : (silent ?? meant ?? named ?? form));
  if (!kind) return undefined;
  if (given) line.takeAll(listNouns[given]);
  if (kind === 'leads') line.takeAll(newWords);
  const isRecent = kind === 'logs' && line.takeAll(recentWords) && parts.period === undefined;
  if (isRecent) parts.period = 'last7d';
  const isClosing = kind === 'deals' && line.takeAll(closingWords);
  const isLate = kind === 'tasks' && lateWords.test(plain);
  if (isLate) line.takeAll(lateWords);
  if (!given && !mayHavePeriod(kind, parts.period, isClosing)) return undefined;
  const isCount = most === undefined && asksHowMany.test(plain);
  if (isCount && !given && !isLate && !mayCount(kind, whose, plain)) return undefined;
  dropPronouns(line);
  const { values, amount, customer } = parts.filters;
  const filters: AskedFilters = { values: [...values], ...(amount ? { amount } : {}) };
  if (customer) filters.customer = customer;
  if (tag) filters.values.push({ dimension: 'tag', key: tag, words: tag });
  const rest = takeBareValues(withoutFiller(line.left), filters, known, kind);
  const isNarrowed =
    filters.values.length > 0 || amount !== undefined || most !== undefined || marks.length > 0;
  return {
    request: {
      ...{ kind, filters },
      ...(whose ? { whose } : {}),
      ...(parts.period ? { period: parts.period } : {}),
      ...(most ? { most } : {}),
      ...(isLate ? { isLate } : {}),
      ...(marks.length > 0 ? { marks } : {}),
    },
    rest,
    isAsked:
      kind === 'board' ||
      isCount ||
      form !== undefined ||
      isOwnWork ||
      isCompared ||
      isNarrowed ||
      whose !== undefined ||
      asksForList.test(plain) ||
      bareList.test(plain),
  };
}

/** Whether a list answers a question for a number: what is left of one's own, and what no figure counts. */
const mayCount = (kind: ListKind, whose: QuestionWhose | undefined, plain: string): boolean =>
  kind === 'customers' ||
  (kind === 'leads' && !newWords.test(plain) && !arrivedWords.test(plain)) ||
  (kind === 'tasks' && (whose === undefined || whose === 'me')) ||
  (whose === 'me' && kind === 'deals' && asksWhatIsLeft.test(plain));

/** Asks for what has come in a span, which is a figure. */
const arrivedWords =
  /今天|昨天|[本这上下]个?[周月季]|今年|去年|\d|\b(?:today|yesterday|this|last|since|get|got|come|came)\b/iu;

/** What has come or was done lies behind; deals and tasks lie ahead. */
const looksBackIn = (plain: string): boolean => logForms.test(plain) || listNouns.leads.test(plain);

/** Deals are listed by the day on which they should close: another day of theirs is a figure's. */
const mayHavePeriod = (kind: ListKind, period: string | undefined, isClosing: boolean): boolean =>
  kind === 'deals' ? isClosing === (period !== undefined) : kind !== 'customers' || period === undefined;

const mayBe = (given: ListKind | undefined, kind: ListKind): boolean => given === undefined || given === kind;

/** Takes what else is said of the list; whose each one is is asked of a list that is known. */
function takeMarks(line: QuestionLine, given: ListKind | undefined): ListMark[] {
  const marks: ListMark[] = [];
  for (const mark of ['noNext', 'risk'] as const)
    if ((mayBe(given, 'deals') || given === 'board') && line.takeAll(markWords[mark])) marks.push(mark);
  if (mayBe(given, 'customers') && line.takeAll(markWords.quiet)) {
    marks.push('quiet');
    line.takeAll(/\b(?:customer|account|client)s?\b|客户/iu);
  }
  if (given !== undefined && line.takeAll(markWords.owners)) marks.push('owners');
  return marks;
}

const numbers: Record<string, number> = {
  ...{ 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 十: 10, 几: 5 },
  ...{ two: 2, three: 3, four: 4, five: 5, ten: 10 },
};

/** How many of the largest are meant if no number is said. */
const some = 5;

/** Takes words for several of the largest; those that name deals leave a word for them. */
function takeSome(line: QuestionLine): number | undefined {
  const found = line.take(someLargest);
  if (found && /[单机目]/u.test(found[0])) line.left = `${line.left} 商机`;
  return found && some;
}

function takeMost(line: QuestionLine): number | undefined {
  const found = line.take(mostWords);
  const said = found?.slice(1).find((one) => one !== undefined);
  return said === undefined ? undefined : (numbers[said.toLowerCase()] ?? Number(said));
}

/** Takes a form that asks for tasks or follow-ups without naming them: 明天有什么安排 ("what is on tomorrow"). */
function takeForm(line: QuestionLine, period: string | undefined): 'logs' | 'tasks' | undefined {
  if (line.takeAll(logForms)) return 'logs';
  const forms = taskForms.filter(({ isDated }) => period !== undefined || !isDated);
  return forms.some(({ pattern }) => line.takeAll(pattern)) ? 'tasks' : undefined;
}

function takeKind(
  line: QuestionLine,
  plain: string,
  { filters, period }: { filters: AskedFilters; period?: string },
): ListKind | undefined {
  const named = listKinds.find((kind) => line.has(listNouns[kind]));
  if (named) {
    line.takeAll(listNouns[named]);
    return named;
  }
  const isOfDeals =
    filters.values.some(({ dimension }) => dimension === 'stage') ||
    filters.amount !== undefined ||
    (period !== undefined && closingWords.test(plain));
  return isOfDeals && asksForList.test(plain) ? 'deals' : undefined;
}

/** Values that stand in a list's words without a word that says what they are: 我的商机 谈判 ("my deals negotiation"). */
function takeBareValues(rest: string, filters: AskedFilters, known: KnownNames, kind: ListKind): string {
  const left: string[] = [];
  for (const token of rest.split(/\s+/).filter(Boolean)) {
    const said = token.replace(/^[#>＞]/, '').toLowerCase();
    const value = known.values.find(({ words }) => words.some((word) => word.toLowerCase() === said));
    if (value) filters.values.push({ ...value, words: value.words[0] ?? token });
    // A short word in Latin letters before "customers" is a tag: 有哪些KA客户 ("which KA customers are there").
    else if (kind === 'customers' && /^[a-z][a-z\d]{1,5}$/i.test(token) && token === token.toUpperCase())
      filters.values.push({ dimension: 'tag', key: token, words: token });
    else left.push(token);
  }
  return left.join(' ');
}
