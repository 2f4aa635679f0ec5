import { plainQuestion, QuestionLine } from '../question/question-line.js';
import { takeParts } from '../question/question-parts.js';
import type { KnownNames, QuestionWhose } from '../question/question-reading.js';
import { dropPronouns, pronounIn } from '../question/question-whose.js';
import { withoutFiller, withoutManners } from './list-words.js';

/** A report of a day, a week, a month or a quarter that is asked for by its name. */
export interface ReportAsked {
  of: 'day' | 'week' | 'month' | 'quarter';
  /** A key of `question-periods.ts`. */
  period?: string;
  whose?: QuestionWhose;
}

const nouns: [ReportAsked['of'], RegExp][] = [
  [
    'day',
    /日报|(?:今|昨)[天日]的?(?:小结|总结|报告|战报|汇报)|\bdaily (?:report|summary|recap|update|review)\b/iu,
  ],
  [
    'week',
    /周(?:度)?(?:报告?|小结|总结|汇总|汇报)|\bweekly(?: (?:report|summary|recap|update|review|numbers|figures))?\b/iu,
  ],
  [
    'month',
    /月(?:度)?(?:报告?|小结|总结|汇总|汇报)|\bmonthly(?: (?:report|summary|recap|update|review|numbers|figures))?\b/iu,
  ],
  [
    'quarter',
    /季(?:度)?(?:报告?|小结|总结|汇总|汇报)|\bquarterly(?: (?:report|summary|recap|update|review|numbers|figures))?\b/iu,
  ],
];

/** A report without its length, which the time says: `this week's report`, 本周数据 ("this week's figures"). */
const report =
  /(?:工作)?(?:小结|总结|汇总|报告|报表|战报|汇报|数据|数字)|\b(?:report|summary|recap|round-?up|numbers|figures|review|stats)\b/iu;

const lengths: [RegExp, ReportAsked['of']][] = [
  [/Week$/, 'week'],
  [/Month$/, 'month'],
  [/Quarter$/, 'quarter'],
  [/^(?:today|yesterday)$/, 'day'],
];

/** Reads a line that names a report and says nothing else but whose and of when; undefined if it does not. */
export function reportAsked(words: string, known: KnownNames): ReportAsked | undefined {
  const line = new QuestionLine(withoutManners(plainQuestion(words)));
  const parts = takeParts(line, known);
  const named = nouns.find(([, pattern]) => line.takeAll(pattern))?.[0];
  const { period, filters, compare, days, which, by } = parts;
  if (compare || days !== undefined || which || by || filters.customer || filters.values.length > 0)
    return undefined;
  const ofPeriod = lengths.find(([pattern]) => period !== undefined && pattern.test(period))?.[1];
  const of = named ?? (line.takeAll(report) ? ofPeriod : undefined);
  // A weekly report of last month is a report of the month.
  if (!of || (period !== undefined && ofPeriod === undefined)) return undefined;
  line.takeAll(report);
  const whose = parts.whose ?? pronounIn(line);
  dropPronouns(line);
  if (withoutFiller(line.left) !== '') return undefined;
  return { of: ofPeriod ?? of, ...(period ? { period } : {}), ...(whose ? { whose } : {}) };
}

/** Words for the report that was shown last: "that", "it to excel", 这份. */
export const shownLast =
  /^(?:(?:(?:that|it|this|these|those|them)(?: (?:report|list|one|table|data))?|the (?:report|list|table|data))?(?: ?(?:to|as|in)(?: an?)? (?:excel|csv|xlsx|spreadsheet|file|sheet)(?: file)?)?|(?:这|那)(?:个|份|张)?(?:报表|表|列表)?)$/iu;
