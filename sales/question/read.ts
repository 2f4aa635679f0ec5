import { builtInDimensions } from '../slice-names.js';
import { takeDimension } from './dimension.js';
import { takeFilters } from './filters.js';
import { Line, plainQuestion, wordPattern } from './line.js';
import {
  type Asking,
  countWords,
  dealWords,
  factAskings,
  figureAskings,
  moneyWords,
  silence,
  silenceAlone,
} from './measures.js';
import { daysOf, takePeriod } from './periods.js';
import { type AskedFor, isFact, type Known, type QuestionReading } from './reading.js';
import { dropPronouns, pronounIn, takeNamed } from './whose.js';

/** How something is done, which is asked of what the team wrote. */
const howTo =
  /怎么(?!样|回事)|咋(?!样)|如何(?!\s*$)|话术|技巧|注意(?:什么|事项)|规则|流程|制度|什么是|\bhow (?:to|do i|do you|should|shall|can i|could)\b|\bbest way\b|\btips\b|\bplaybook\b|\bobjections?\b/iu;

/** A question by its form. */
export const asks =
  /[?？]\s*$|[吗呢]\s*$|多[少久大长]|几(?=\s*(?:单|个|条|次|家|笔|通|天|点|号|封))|谁|哪|(?<!没|没有)什么|啥|怎么样|如何|为什么|为啥|最[多少好高快低大]|第几|有没有|是否|\b(?:who|whose|what|which|how|when|where|why|any|most|list|show|compare[sd]?)\b|^(?:did|does|do|is|are|was|were|has|have)\b/iu;

/** Somebody else's words, or what is not known: told, not asked. */
const told =
  /问|说|讲了|告诉|想知道|不知道|不清楚|(?:没有?|未|还没)(?:说|讲|定|提|告诉|给)|反馈|表示|听说|\b(?:asked|asks|said|says|told|tells|wants? to know|wonders?)\b/iu;

const polite =
  /^(?:请问|麻烦(?:你)?|帮我|帮忙|我想(?:知道|看看?|问)?(?:一下)?|想(?:知道|看看?|问)(?:一下)?|看(?:一下|看|下)|查(?:一下|看|下)?|告诉我|给我看?|列(?:一下|出)|算(?:一下|下)|数字|please|can you|could you|tell me|show me|give me|let me (?:see|know)|i(?:'d| would) like to (?:know|see)|list|figures?)(?:\s*(?:一下|看下|看看|看|查))?[\s,:]*/iu;

const politeEnd = /(?:发|给|告诉)我(?:一下|下|看看)?\s*$|\b(?:please|for me)\s*$/iu;

const filler =
  /请问|一共|总共|合计|到底|大概|大约|到现在|到目前(?:为止)?|截至|目前|现在|当前|里面?|有没有|是否|主要|最主要|分别|一般|平均|今后|以来|一下|金额|数量|来的|来自|过来|客户|商机|单子?|线索|项目|deals?|多少天?|几[个条次家笔通天单]?|哪[些个几]?|什么|啥|怎么样|如何|多久|[谁我们]|因为|来着|是?哪天|贡献|分|次|个|条|笔|钱|元|家|人|做|到|完成|达成|签|赢|拿|得|比|最[多少好高低快大慢]?|压着|还剩|剩下?|大单|没有?$|第一|来|去|进|新增?|按|看|各|每|手上|在手|的|是|在|有|了|过|吗|呢|啊|呀|吧|和|跟|与|把|被|就|都|还|也|那|给|从|离|要|该|能|会|想|对|为|上|中|内|成?了|'s\b|\b(?:big|his|her|their|which|what|what's|what're|who|who's|how|how's|when|where|why|much|many|long|fast|far|has|have|had|did|do|does|doing|is|are|was|were|been|be|the|a|an|of|in|on|at|to|for|with|from|by|per|our|and|or|there|that|this|it|so|far|right|now|currently|total|overall|all|any|most|best|least|fewest|biggest|highest|lowest|fastest|make|made|makes|log|logged|get|got|hit|against|number|count|amount|value|size|deals?|leads?|customers?|accounts?|opportunit(?:y|ies)|brings?|bring|come|came|win|won|close[d]?|closing|take|takes|up|it|up|as|us|going|need|needs|left|phone|median|average|main|number|still|yet|please|rep|reps|me|show|list|not|contacted|nobody|no|discuss|about|last|worth|stage|month|compare|compared)\b|[,，。.、:：;；!！?？"“”'()（）\-–]/giu;

const listed =
  /哪些|哪几|有谁|列(?:出|一下)|名单|清单|明细|都有(?:什么|谁)|\bwhich\b|\blist\b|^\s*show\b|\bwhat\b(?!.*\bhow\b)|\bany\b/iu;
const listable: AskedFor[] = ['wins', 'lostCount', 'stalled', 'openCount', 'newDeals', 'newLeads', 'closing'];

const trend =
  /走势|趋势|逐月|逐周|最近几个?(?:月|周)|每个?月(?:的)?变化|\btrends?\b|\bover time\b|\b(?:month by month|week by week)\b/iu;

const ahead = /要|待办|安排|计划|预计|日程|\b(?:to do|closing|close|tasks?|next|planned|due|upcoming)\b/iu;

/** What a question reads as with nobody and nothing known: enough to tell it from one about articles. */
const nothingKnown: Known = {
  customers: [],
  people: [],
  teams: [],
  values: [],
  dimensions: builtInDimensions,
  amounts: () => [],
  dates: () => [],
  months: () => undefined,
  contacts: () => [],
};

/** Whether words that were asked outright are about the team's own figures, whoever is named in them. */
export const isAboutFigures = (words: string): boolean => readQuestion(words, nothingKnown) !== undefined;

/** Reads a question about the team's own figures and customers; undefined where it is about something else. */
export function readQuestion(words: string, known: Known): QuestionReading | undefined {
  return readWhole(words, known)?.reading;
}

/** The same of a line that nobody said was a question: it asks by its form, or it says nothing but what is wanted. */
export function questionIn(words: string, known: Known): QuestionReading | undefined {
  const read = readWhole(words, known);
  if (!read || read.isTold) return undefined;
  const { reading, rest, isBare } = read;
  const plain = plainQuestion(words);
  if (/[,，;；。]/u.test(plain) && rest !== '') return undefined;
  if (asks.test(words.normalize('NFKC').trim())) return reading;
  if (isFact(reading.measure)) return isContactAlone(reading, rest, plain) ? reading : undefined;
  if (isBare && (reading.filters.customer || done.test(plain))) return undefined;
  return rest === '' && !/[,，;；。]/u.test(plain) ? reading : undefined;
}

/** Something done or meant is told with the same words: 拜访了, 要去拜访. */
const done = /[了过着去要给发回]|准备|打算|记得|不是|没|\b(?:about|to|will|remind|going|not|had|did)\b/iu;

/** 王总电话, Tom Reed email: a name and what is wanted of it. */
const isContactAlone = ({ measure, filters }: QuestionReading, rest: string, plain: string): boolean =>
  measure === 'contact' &&
  (rest === '' || (filters.contact === rest && /^\p{Lu}\S*(?: \p{Lu}\S*){0,2}$/u.test(rest))) &&
  !/[了过回给发没]/u.test(plain.replace(/(?:发|给)我.*$/u, '')) &&
  /(?:电话|手机号?码?|号码|联系方式|邮箱|微信号|phone|mobile|number|email)(?:是?多少|(?:发|给)我\S*)?$/iu.test(
    plain,
  );

interface Read {
  reading: QuestionReading;
  rest: string;
  isTold: boolean;
  /** What is asked for is only named, without a word that asks for it. */
  isBare: boolean;
}

function readWhole(words: string, known: Known): Read | undefined {
  const plain = plainQuestion(words);
  if (plain === '' || howTo.test(plain)) return undefined;
  const line = new Line(plain);
  while (line.take(polite) ?? line.take(politeEnd));
  const parts = takeParts(line, known);
  const pronoun = parts.whose ? undefined : pronounIn(line);
  if (pronoun) parts.whose = pronoun;
  const measure = takeMeasure(line, parts, plain, known);
  if (!measure) return undefined;
  const isBare = figureAskings.some((one) => one.measure === measure && one.bare && !one.pattern.test(plain));
  return { ...finished(line, parts, measure, plain, known), isBare };
}

type Parts = Omit<QuestionReading, 'measure'>;

/** Names, times, sizes: what says of whom and when, not what. */
export function takeParts(line: Line, known: Known): Parts {
  const customer = [...known.customers]
    .sort((a, b) => b.length - a.length)
    .find((name) => line.take(new RegExp(`(?:客户=)?"?${wordPattern(name)}"?`, 'iu')));
  const parts: Parts = { filters: { values: [] } };
  const { whose, which } = takeNamed(line, known);
  if (whose) parts.whose = whose;
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

function takeSilence(line: Line, parts: Parts): boolean {
  const found = line.take(silence);
  if (found) parts.days = daysOf(found[1] ?? found[3] ?? '', found[2] ?? found[4] ?? '');
  else if (line.take(silenceAlone)) parts.days = 0;
  return parts.days !== undefined;
}

const comparing =
  /(?:和|跟|与|同)?(?:相)?比(?:一?比)?(?:起|较)?\s*|(?:同比|环比)|\b(?:compare[sd]?|comparison)\s*(?:to|with|against)?\s*|\b(?:vs\.?|versus|than|beat)\s*/iu;
const compareTail =
  /^\s*(?:同期|之前|以前|上期|before)?\s*(?:的)?\s*(?:增长|提升|下降|变化)?(?:了)?(?:相?比)?(?:怎么样|如何)?/iu;

/** 比上个月, than last month: what it is set against, and so what it is a figure of. */
function takeComparison(line: Line, known: Known): { how: 'before' | 'lastYear'; now?: string } | undefined {
  const found = comparing.exec(line.left);
  if (!found) return undefined;
  const rest = new Line(line.left.slice(found.index + found[0].length));
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

/** A time right at the head of the words. */
function takeFirst(rest: Line, known: Known): string | undefined {
  const tried = new Line(rest.left);
  const period = takePeriod(tried, known, false);
  const gone = rest.left.length - tried.left.trimStart().length;
  if (!period || gone <= 0 || /^\s*\S/u.test(tried.left.slice(0, 1))) return undefined;
  rest.left = tried.left;
  return period;
}

/** Takes what is asked for. Facts of a customer come first: 到哪个阶段了 is none of the ways to file deals. */
export function takeMeasure(line: Line, parts: Parts, plain: string, known: Known): AskedFor | undefined {
  if (parts.days !== undefined) return 'silent';
  const isRanked = /最(?![近后新])|\b(?:most|least|fewest|best)\b/iu.test(plain);
  const fact = isRanked ? undefined : takeFirstOf(line, factAskings, plain);
  if (fact) return fact;
  const isTrend = line.takeAll(trend);
  if (isTrend) parts.shape = 'trend';
  const by = takeDimension(line, known.dimensions);
  if (by) {
    parts.by = by;
    parts.shape = 'rank';
    if (/最[少低慢差小]|\b(?:hasn't|didn't|least|fewest|lowest|slowest|worst)\b/iu.test(plain))
      parts.least = true;
  }
  const measure = takeFirstOf(line, figureAskings, plain) ?? impliedBy(line, parts, plain);
  if (measure) return measure;
  return isTrend || (parts.compare && restOf(withoutPronouns(line)) === '') ? 'won' : undefined;
}

function withoutPronouns({ left }: Line): string {
  const line = new Line(left);
  dropPronouns(line);
  return line.left;
}

function takeFirstOf(line: Line, askings: readonly Asking[], plain: string): AskedFor | undefined {
  for (const { measure, pattern, unless } of askings) {
    if (unless?.test(plain)) continue;
    if (line.takeAll(pattern)) return measure;
  }
  const bare = askings.find((one) => one.bare?.test(line.left));
  const alone = bare?.bare && restOf(line.left.replace(bare.bare, ' ')) === '';
  if (!bare?.bare || !alone) return undefined;
  line.take(bare.bare);
  return bare.measure;
}

/** Deals of a stage or a size: how much of them where money is asked for, else how many. */
function impliedBy(line: Line, { filters, whose }: Parts, plain: string): AskedFor | undefined {
  const isNarrowed = filters.values.length > 0 || filters.amount !== undefined;
  if (!isNarrowed && !(whose && dealWords.test(line.left) && countWords.test(plain))) return undefined;
  if (moneyWords.test(plain)) return 'open';
  return dealWords.test(plain) || countWords.test(plain) ? 'openCount' : undefined;
}

function finished(
  line: Line,
  parts: Parts,
  measure: AskedFor,
  plain: string,
  known: Known,
): Omit<Read, 'isBare'> {
  const isTold = told.test(line.left);
  const reading: QuestionReading = { measure, ...parts };
  dropPronouns(line);
  if (measure === 'contact') takeContact(line, reading, known);
  if (measure === 'silent' && reading.days === 0) delete reading.days;
  if (
    !reading.shape &&
    listable.includes(measure) &&
    (measure === 'closing' || listed.test(plain)) &&
    !/多少|几[个条单]|how many|how much/iu.test(plain)
  )
    reading.shape = 'list';
  if (reading.shape === 'rank' && isFact(measure)) {
    delete reading.by;
    delete reading.shape;
  }
  const rest = restOf(line.left);
  if (rest !== '' && !reading.which) {
    if (measure === 'contact' && !reading.filters.contact) reading.filters.contact = rest;
    else reading.unknown = rest;
  }
  return { reading, rest, isTold };
}

const edges =
  /^(?:和|跟|与|把|给|从|在|那|这|对|客户)+(?=..)|(?:的(?:商机|单子?|项目|客户|线索|deals?)|的|了|吗|呢|啊|呀|吧|那边|这边|'s)+$/gu;

/** What nothing has understood: words that are not filler through and through, as they were said. */
export const restOf = (left: string): string =>
  left
    .split(/\s+/)
    .filter((token) => token.replace(filler, '').trim() !== '')
    .map((token) => token.replace(edges, '').replace(/^[,，。.、:：;；]+|[,，。.、:：;；]+$/gu, ''))
    .filter(Boolean)
    .join(' ');

/** 王总 of 王总电话多少. */
function takeContact(line: Line, reading: QuestionReading, known: Known): void {
  const [found] = known.contacts(line.left);
  if (!found) return;
  reading.filters.contact = line.left.slice(found.from, found.to);
  line.cut(found.from, found.to);
}
