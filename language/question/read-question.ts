import { builtInDimensions } from '../../sales/figures/slice-names.js';
import { yearMeant } from '../periods/year-meant.js';
import { customersWithout } from './customers-without.js';
import { personDoing } from './person-doing.js';
import { takeDimension } from './question-dimension.js';
import {
  askedDone,
  askedTold,
  howToForm,
  listable,
  listForm,
  politeEnd,
  politeStart,
  questionForm,
  restOf,
  trendForm,
} from './question-forms.js';
import { plainQuestion, QuestionLine, saysWhatItIs } from './question-line.js';
import {
  type Asking,
  askedDealWords,
  countsCustomers,
  countWords,
  factAskings,
  figureAskings,
  moneyWords,
} from './question-measures.js';
import { type QuestionParts, takeParts } from './question-parts.js';
import { type AskedFor, isFact, type KnownNames, type QuestionReading } from './question-reading.js';
import { dropPronouns, pronounIn } from './question-whose.js';
import { standingAsked } from './standing-asked.js';
import { whoHasNot } from './who-has-not.js';

/** Knows no names: enough to tell a question about figures from one about articles. */
export const nothingKnown: KnownNames = {
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

/** Whether words asked as a question are about the team's figures, whoever they name. */
export const isAboutFigures = (words: string): boolean => readQuestion(words, nothingKnown) !== undefined;

/** Reads a question about the team's figures and customers, or undefined if it is about something else. */
export function readQuestion(words: string, known: KnownNames): QuestionReading | undefined {
  if (saysWhatItIs(words)) return undefined;
  const stands = askedAsWhole(words, known);
  return stands ?? (asksForMissing.test(words) ? undefined : readWhole(words, known)?.reading);
}

/** Questions of a form of their own, which leaves no word over. */
function askedAsWhole(words: string, known: KnownNames): QuestionReading | undefined {
  const plain = plainQuestion(words);
  return (
    standingAsked(plain, known) ??
    personDoing(plain, known) ??
    customersWithout(plain, known) ??
    readWhoHasNot(words, known)
  );
}

/** Reads a question for those who have not done what is counted; undefined if it says anything else. */
function readWhoHasNot(words: string, known: KnownNames): QuestionReading | undefined {
  const asked = whoHasNot(plainQuestion(words));
  if (!asked) return undefined;
  const read = readWhole(asked.counted, known);
  if (read?.rest !== '' || read.reading.measure !== asked.measure) return undefined;
  const { filters } = read.reading;
  if (filters.customer || filters.values.length > 0) return undefined;
  return { period: asked.period, ...read.reading, none: true };
}

/** Who has not done it: to count who has would be the contrary of an answer. */
const asksForMissing =
  /(?:谁|哪[个些位]?(?:人|同事|销售)?)(?:还|都|一直|今天|昨天|这周|本周|上周|最近)*(?:没有?|未|不)(?!超)|\bwho(?:'s| has| is| did| does|se)? (?:still )?(?:not|hasn't|haven't|didn't|doesn't|isn't)\b|\bwho (?:hasn't|haven't|didn't|doesn't|isn't)\b/iu;

/**
 * Reads a question from a line that was not asked as one: it must have the form of a question, or say nothing
 * but what is asked for.
 */
export function questionIn(words: string, known: KnownNames): QuestionReading | undefined {
  const stands = askedAsWhole(words, known);
  if (stands) return stands;
  const read = asksForMissing.test(words) ? undefined : readWhole(words, known);
  if (!read || read.isTold) return undefined;
  const { reading, rest, isBare } = read;
  const plain = plainQuestion(words);
  if (/[,，;；。]/u.test(plain) && rest !== '') return undefined;
  if (questionForm.test(words.normalize('NFKC').trim())) return reading;
  if (isFact(reading.measure)) return isContactAlone(reading, rest, plain) ? reading : undefined;
  if (isBare && (reading.filters.customer || askedDone.test(plain))) return undefined;
  return rest === '' && !/[,，;；。]/u.test(plain) ? reading : undefined;
}

/** A name and what is asked of it: 王总电话 ("Mr Wang's phone"), Tom Reed email. */
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
  /** The measure is only named, without a word that asks for it. */
  isBare: boolean;
}

function readWhole(words: string, known: KnownNames): Read | undefined {
  const plain = plainQuestion(words);
  if (plain === '' || howToForm.test(plain)) return undefined;
  const line = new QuestionLine(plain);
  while (line.take(politeStart) ?? line.take(politeEnd));
  const parts = takeParts(line, known);
  const pronoun = parts.whose ? undefined : pronounIn(line);
  if (pronoun) parts.whose = pronoun;
  const measure = takeMeasure(line, parts, plain, known);
  // A customer has no target: whether it is on track is on its card.
  if (!measure || (measure === 'target' && parts.filters.customer)) return undefined;
  const today = known.today ?? monthStartOf(known);
  if (measure === 'followUps' && parts.period && isAhead.test(parts.period)) {
    // What is to be followed up is planned: it is a task.
    delete parts.by;
    delete parts.shape;
    return { ...finished(line, parts, 'tasks', plain, known), isBare: false };
  }
  const looking = measure === 'forecast' || measure === 'closing' ? 'ahead' : 'back';
  if (parts.period && today && (looking === 'ahead' || !aheadOf.has(measure)))
    parts.period = yearMeant(parts.period, plain, today, looking);
  const isBare = figureAskings.some((one) => one.measure === measure && one.bare && !one.pattern.test(plain));
  return { ...finished(line, parts, measure, plain, known), isBare };
}

const isAhead = /^(?:next|afterNext|tomorrow|until:)/;

function monthStartOf(known: KnownNames): string | undefined {
  const month = known.months('this month');
  return month && `${month}-01`;
}

/** Measures of what is still to come. */
const aheadOf = new Set<AskedFor>([
  'closing',
  'forecast',
  'tasks',
  'target',
  'open',
  'openCount',
  'weighted',
  'nextStep',
]);

/** Takes the measure. Facts of a customer come first: 到哪个阶段了 ("which stage is it at") is not a dimension. */
export function takeMeasure(
  line: QuestionLine,
  parts: QuestionParts,
  plain: string,
  known: KnownNames,
): AskedFor | undefined {
  if (parts.days !== undefined) return 'silent';
  const isRanked = /最(?![近后新])|\b(?:most|least|fewest|best)\b/iu.test(plain);
  const fact = isRanked ? undefined : takeFirstOf(line, factAskings, plain);
  if (fact) return fact;
  const isTrend = line.takeAll(trendForm);
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

function withoutPronouns({ left }: QuestionLine): string {
  const line = new QuestionLine(left);
  dropPronouns(line);
  return line.left;
}

function takeFirstOf(line: QuestionLine, askings: readonly Asking[], plain: string): AskedFor | undefined {
  for (const { measure, pattern, unless } of askings) {
    if (unless?.test(plain)) continue;
    if (line.takeAll(withGaps(pattern))) return measure;
  }
  const bare = askings.find((one) => one.bare?.test(line.left));
  const alone = bare?.bare && restOf(line.left.replace(bare.bare, ' ')) === '';
  if (!bare?.bare || !alone) return undefined;
  line.take(bare.bare);
  return bare.measure;
}

const gaps = new Map<RegExp, RegExp>();

/** The pattern with what it skips between its words in groups: those words are not read yet, and stay in the line. */
function withGaps(pattern: RegExp): RegExp {
  const known = gaps.get(pattern);
  if (known) return known;
  const source = pattern.source.replace(/\[\^,\](?:\{\d,[4-9]\}|\*)\??|(?<!\\)\.\*\??/gu, '($&)');
  const made = new RegExp(source, `${pattern.flags}d`);
  gaps.set(pattern, made);
  return made;
}

/** For deals of a stage or an amount: the sum if money is asked for, else the count. */
function impliedBy(
  line: QuestionLine,
  { filters, whose, by, period }: QuestionParts,
  plain: string,
): AskedFor | undefined {
  if (by === 'customer' && /最[大高多]|\b(?:biggest|largest|top|best|most)\b/iu.test(plain))
    return period === undefined ? 'open' : 'won';
  const isNarrowed = filters.values.length > 0 || filters.amount !== undefined;
  if (!isNarrowed && !(whose && askedDealWords.test(line.left) && countWords.test(plain))) return undefined;
  if (moneyWords.test(plain)) return 'open';
  return askedDealWords.test(plain) || countWords.test(plain) ? 'openCount' : undefined;
}

/** What is done for customers, so that they can be counted. */
const doings = new Set<AskedFor>(['visits', 'calls', 'followUps']);

function finished(
  line: QuestionLine,
  parts: QuestionParts,
  measure: AskedFor,
  plain: string,
  known: KnownNames,
): Omit<Read, 'isBare'> {
  const isTold = askedTold.test(line.left);
  const reading: QuestionReading = { measure, ...parts };
  dropPronouns(line);
  if (measure === 'contact') takeContact(line, reading, known);
  if (doings.has(measure) && countsCustomers.test(plain)) reading.ofCustomers = true;
  if (measure === 'silent' && reading.days === 0) delete reading.days;
  if (
    !reading.shape &&
    listable.includes(measure) &&
    (measure === 'closing' || listForm.test(plain)) &&
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

/** Takes the contact: 王总 in 王总电话多少 ("what is Mr Wang's number"). */
function takeContact(line: QuestionLine, reading: QuestionReading, known: KnownNames): void {
  const [found] = known.contacts(line.left);
  if (!found) return;
  reading.filters.contact = line.left.slice(found.from, found.to);
  line.cut(found.from, found.to);
}
