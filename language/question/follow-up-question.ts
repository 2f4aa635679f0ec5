import { locales } from '../../texts/languages.js';
import { listable, questionForm } from './question-forms.js';
import { plainQuestion, QuestionLine } from './question-line.js';
import { takeParts } from './question-parts.js';
import { takePeriod } from './question-periods.js';
import { isFact, type KnownNames, type QuestionReading } from './question-reading.js';
import { dropPronouns, pronounIn } from './question-whose.js';
import { takeMeasure } from './read-question.js';
import { whoMostAsked } from './who-most.js';

/**
 * Forms of a line that changes a part of the last question: 「李雷呢」 ("and Li Lei?"), 「不对，是上个月」 ("no, last
 * month"), "what about last month".
 */
const forms = [
  // A part of what was counted: 这里面李雷占多少 ("how much of that is Li Lei's").
  /^(?:这|那)?(?:里面|其中|当中)的?(?<part>.+?)(?:占|有|是)?了?(?:多少|几[个单])(?:钱)?$/u,
  /^(?:and |so )?how (?:much|many) of (?:that|those|it|them|these)(?: (?:is|are|was|were|belongs? to|comes? from))? (?<part>.+?)(?:'s)?$/iu,
  /^(?:不对|不是|错了|我是说|我问的是|我说的是|应该是)\s*[,，、。]?\s*(?:是|我问的是|我说的是|要|看)?\s*(?<part>.+)$/u,
  /^(?:那么?|还有)?\s*(?<part>.+?)(?:的)?(?:呢|如何|怎么样)$/u,
  /^(?:换成?|改成|改看|只看)\s*(?<part>.+)$/u,
  /^(?:what about|how about|and what about|and how about|and|same for|now)\s+(?<part>.+)$/iu,
  /^(?:那|再|换)?(?<part>(?:按|分)(?:照)?[\p{Script=Han}]{1,6}?)(?:看|来看|排|统计)*$/u,
  /^(?:(?:and|now|split|grouped?|broken down|ranked?) )*(?<part>by [a-z]+(?: [a-z]+)?)$/iu,
  /^(?:and |now |ok )*(?:just|only) (?<part>.+)$/iu,
  /^(?:and )?(?:which|what)(?: ones)?(?: of (?:them|these|those|it))? (?:are|is|belongs? to) (?<part>.+)$/iu,
  /^(?:这|那)?(?:其中|里面|当中)(?:的)?(?:哪些是|有哪些是|有几[个单]是|是)?(?<part>.+?)的?(?:有哪些|有几[个单])?$/u,
  /^(?:and )?(?<part>(?:compared?|versus|vs\.?)\b.+)$/iu,
  /^(?:那|再看)?(?<part>[上本这下]一?个?(?:周|星期|礼拜|月|季度?|年)|[今去明]年)的?(?:情况)?$/u,
  /^(?:and )?(?<part>(?:last|this|next|previous) (?:week|month|quarter|year)(?:'s)?)$/iu,
  /^(?:no|nope|wrong|actually)\s*,?\s*(?:i meant|i mean|that's|for)?\s*(?<part>.+)$/iu,
];

const alone =
  /^(?:(?:那|and|so)\s*)?@?(?<name>\p{Script=Han}{2,4}|\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){0,2})\s*[?？]+$/iu;

/** The words of a line that are nothing but a name and a question mark: 韩梅? ("Han Mei?"), "and Tom?". */
export function nameAlone(line: string): string | undefined {
  const name = alone.exec(line.trim())?.groups?.name;
  return name === undefined || questionForm.test(name) ? undefined : name;
}

/** Forms that change the last report, besides those of a question. */
const reportForms = [
  /^(?:那么?|还有|再)?(?:只|就|单独|再|也)?(?:看看|看|要)(?:一下)?\s*(?<part>.+?)(?:的)?$/u,
  /^(?:(?:and|now|then|ok|just|only|show me|show|what about|how about|same for)\s+)+(?<part>.+?)$/iu,
];

/** A span of time and nothing else: `q3`, October, 10月, 三季度. */
const spanAlone =
  /^(?:q[1-4](?: \d{4})?|h[12]|\d{4}|(?:去年|今年)?(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月份?|第?[一二三四1-4]季度?|(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?: \d{4})?|(?:上|下|本|这个?|上个|下个)(?:周|月|季度?)|[今去]年|(?:last|this|next) (?:week|month|quarter|year))$/iu;

/**
 * The part that a line changes of what was shown last: 上周 ("last week") of 那上周的呢, "Amy" of "just Amy's". Undefined if the
 * line has no such form, or asks by itself.
 */
export function changedPart(words: string): string | undefined {
  const plain = plainQuestion(words);
  if (spanAlone.test(plain)) return plain;
  const part = [...forms, ...reportForms]
    .map((one) => one.exec(plain)?.groups?.part)
    .find((found) => found !== undefined);
  const said = part
    ?.trim()
    .replace(/^(?:那|看|for|the|in|of|just|only)\s*/iu, '')
    .replace(/(?:的|'s)$/u, '')
    .trim();
  return !said || said.length > 24 || questionForm.test(said) ? undefined : said;
}

/** How many spans back a line asks for: 2 for 上上周 ("the week before last"); 0 for the one before what was shown. */
export function spansBack(line: string): number | undefined {
  const plain = plainQuestion(line).trim();
  if (beforeLast.test(plain)) return 2;
  return beforeShown.test(plain) ? 0 : undefined;
}
const beforeLast =
  /^(?:那|看|and |the |what about )*(?:上上一?个?(?:周|星期|礼拜|月|季度?)|(?:week|month|quarter) before last)(?:的)?(?:呢)?$/iu;
const beforeShown =
  /^(?:那|看|and |the |what about |ok )*(?:再(?:上|前|往前)一?个?(?:周|星期|礼拜|月|季度?)?|(?:前|再之?前)一?个?(?:周|星期|礼拜|月|季度?)|更早的?|(?:week|month|quarter|one) before(?: that)?|previous one|earlier one)(?:的)?(?:呢)?$/iu;

/** Asks for the records that were counted: 是哪些 ("which ones"), `list them`. */
const asksWhich =
  /^(?:那|这|这些|那些)?(?:(?:都|分别|具体)*(?:是|有|来自)(?:哪些|哪几[个家条单笔件])(?:单子?|商机|客户)?|哪些|哪几[个家条单笔件]|列(?:一下|出来|给我看看?)|具体(?:是)?(?:哪些|哪几个))$|^(?:(?:and|so|ok|but|now)[, ]+)*(?:(?:which|what)(?: (?:ones?|deals?|customers?|accounts?|visits?|calls?|leads?|follow-?ups?|opportunities))?(?: (?:are|is|were|was) (?:they|those|these|it|that|them|in (?:it|that|there)|included|counted))?|(?:list|show|name|give)(?: me)? (?:them|em|'em|those|these|it|the (?:deals|records|details))(?: deals| ones)?(?: all)?|(?:which|what) (?:deals|ones) (?:make (?:that|it|this) up|add up to (?:that|it)|is (?:that|it)|count(?:ed)?)|what is in (?:it|that|there)|who are they)$/iu;

/** Asks what the counted records are worth: 一共多少钱 ("how much altogether"). */
const asksWorth =
  /^(?:(?:这些|它们|他们)?(?:一共|总共|合计|加起来)?(?:是|值)?多少钱|(?:一共|总共|合计|加起来)(?:是)?多少|总?金额(?:是)?(?:多少)?|值多少)$|^(?:how much(?: (?:is|are|was|were) (?:that|they|those|it|these))?(?: worth)?(?: (?:in total|altogether|all together|together))?|(?:and )?what (?:is|are) (?:(?:that|they|those) worth|the total(?: value| amount)?)|(?:total )?(?:value|worth|amount))$/iu;

/** Asks whose they are: 都是谁的, `whose are they`. */
const asksWhose =
  /^(?:都|分别)?(?:是)?谁(?:的|做的|跟的|负责)?$|^(?:who(?:se)?(?: (?:are|is|was|were) (?:they|those|it|that|these))?|by whom|who did (?:it|them|those|that))$/iu;

const worthOf: Partial<Record<QuestionReading['measure'], QuestionReading['measure']>> = {
  openCount: 'open',
  wins: 'won',
  lostCount: 'lost',
  // These say it beside their number.
  stalled: 'stalled',
  closing: 'closing',
};

/** Whether a line asks for the records that were counted, and names nothing. */
export const asksForThem = (words: string): boolean => {
  const said = plainQuestion(words).trim();
  return said !== 'what' && said !== 'what is it' && asksWhich.test(said);
};

/** The count of the records that a figure without one is made of. */
const madeOf: Partial<Record<QuestionReading['measure'], QuestionReading['measure']>> = {
  target: 'wins',
  winRate: 'wins',
  averageSize: 'wins',
  weighted: 'openCount',
};

/** A line that asks more about what was counted or summed. */
function moreOf(plain: string, last: QuestionReading): QuestionReading | undefined {
  const measure = worthOf[last.measure];
  const countOf =
    Object.entries(worthOf).find(([, worth]) => worth === last.measure)?.[0] ?? madeOf[last.measure];
  if (asksWorth.test(plain) && measure && last.by === undefined)
    return measure === last.measure ? last : { ...last, measure, shape: undefined };
  if (asksWhich.test(plain) && (listable.includes(last.measure) || countOf))
    return {
      ...last,
      ...(listable.includes(last.measure) ? {} : { measure: countOf as QuestionReading['measure'] }),
      shape: 'list',
    };
  const most = whoMostAsked(plain);
  if (most && !isFact(last.measure)) return rankedByOwner(last, most);
  if (asksWhose.test(plain) && !isFact(last.measure) && last.by === undefined)
    return { ...last, by: 'owner', shape: 'rank' };
  return undefined;
}

/** The same of each colleague, in order: of the team, if it was one person's. */
function rankedByOwner(last: QuestionReading, most: 'most' | 'least'): QuestionReading {
  const { whose, least: _, none: __, ...rest } = last;
  const isOfOne = whose === 'me' || (typeof whose === 'object' && 'person' in whose);
  return {
    ...rest,
    ...(whose && !isOfOne ? { whose } : {}),
    ...{ by: 'owner', shape: 'rank' },
    ...(most === 'least' ? { least: true } : {}),
  };
}

/**
 * Applies a line of these forms to the last question, or returns undefined if it is a question of its own.
 */
export function readFollowUp(
  words: string,
  last: QuestionReading,
  known: KnownNames,
): QuestionReading | undefined {
  const plain = plainQuestion(words);
  const more = moreOf(plain, last);
  if (more) return more;
  const form = forms.map((one) => one.exec(plain)?.groups?.part).find((part) => part !== undefined);
  const said = form?.trim().replace(/\b(compared?) (?:that|it|this|those|them)\b/iu, '$1');
  // A line that asks by itself is a question of its own, whatever its form.
  if (!said || said.length > 40 || questionForm.test(said)) return undefined;
  const line = new QuestionLine(outrightValue(said, known));
  const parts = takeParts(line, known);
  const pronoun = pronounIn(line);
  const measure = takeMeasure(line, parts, said, known);
  dropPronouns(line);
  const left = line.left
    .replace(/的|那|是|\b(?:for|in|the|of|by|on|from|about)\b|[,，、。\s]/giu, ' ')
    .trim();
  const isName = left !== '' && left.length <= 12 && /呢$|^(?:what|how) about|^and /iu.test(plain);
  if (left !== '' && !isName) return undefined;
  const whose = parts.whose ?? pronoun;
  const isNothing =
    !whose &&
    !parts.which &&
    !parts.period &&
    !measure &&
    !parts.by &&
    !parts.compare &&
    isEmpty(parts.filters);
  if (isNothing && left === '') return undefined;
  const base = { ...last };
  delete base.unknown;
  delete base.which;
  // A named person replaces a ranking.
  if (typeof whose === 'object' && 'person' in whose && base.by === 'owner') {
    delete base.by;
    delete base.shape;
  }
  const next: QuestionReading = {
    ...base,
    ...(measure ? { measure } : {}),
    ...(whose ? { whose } : {}),
    ...(parts.period ? { period: parts.period } : {}),
    ...(parts.by ? { by: parts.by, shape: 'rank' as const } : {}),
    ...(parts.compare ? { compare: parts.compare } : {}),
    ...(parts.days ? { days: parts.days } : {}),
    ...(parts.which ? { which: parts.which } : {}),
    ...(left !== '' ? { unknown: left } : {}),
    filters: merged(last, parts, measure !== undefined),
  };
  // An unknown name replaces the customer.
  if (left !== '') next.filters = { ...next.filters, customer: undefined, contact: undefined };
  // "By rep" ranks the team.
  if (parts.by === 'owner' && typeof next.whose === 'object' && 'person' in next.whose) delete next.whose;
  // 比上个月 ("compared with last month") says no period of its own.
  const isSaid = takePeriod(
    new QuestionLine(said.split(/比|\b(?:compared?|versus|vs|than)\b/iu)[0] ?? ''),
    known,
    false,
  );
  if (parts.compare && parts.period && last.period && !isSaid) next.period = last.period;
  return next;
}

const isEmpty = ({ values, amount, customer }: QuestionReading['filters']): boolean =>
  values.length === 0 && !amount && !customer;

function merged(
  last: QuestionReading,
  { filters }: Pick<QuestionReading, 'filters'>,
  isOther: boolean,
): QuestionReading['filters'] {
  const said = new Set(filters.values.map(({ dimension }) => dimension));
  const remaining = last.filters.values.filter(({ dimension }) => !said.has(dimension));
  const contact = isFact(last.measure) && !isOther && !filters.customer ? last.filters.contact : undefined;
  return {
    ...last.filters,
    ...filters,
    values: [...remaining, ...filters.values],
    contact,
  };
}

/** Writes a bare value as outright: here 官网 ("website") replaces the last question's source. */
function outrightValue(said: string, { values, dimensions }: KnownNames): string {
  const bare = said.replace(/的$/, '').toLowerCase();
  for (const { dimension, words } of values) {
    const word = words.find((one) => one.toLowerCase() === bare);
    const name = dimensions.find(({ key }) => key === dimension)?.name[locales[0]] ?? dimension;
    if (word) return `${name}=${word}`;
  }
  return said;
}
