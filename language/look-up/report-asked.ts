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

/** How the team is, without the name of a report: 团队概况 ("team overview"), `how is everybody this week`. */
const overview =
  /(?:整体|总体|大体|业务|销售)?(?:的)?(?:概况|概览|总览|全貌|近况|大盘)(?:是)?(?:怎么样|如何|什么样)?|(?<=团队|大家|全队|全组|组里|我们组?|咱们|同事们?|兄弟们|[周月季]|最近|近来|现在)(?:的)?(?:整体|总体|业务|销售)?(?:的)?(?:情况|状况|表现|进展|干得|做得|业绩情况)(?:都)?(?:怎么样|如何|咋样|怎样|还好|好)(?:了)?(?:吗)?|(?<=大家|全队|全组|组里|同事们?|兄弟们)(?:最近|近来|现在|都|还|这[周月])*(?:怎么样|如何|咋样|怎样)(?:了)?|(?<=(?:最近|近来|大家|全队|全组|组里|[周月季]).{0,4})(?:怎么样|如何|咋样|怎样)(?:了)?$|\b(?:the |a |an |quick |brief |short |overall |general )*(?:overview|big picture|lay of the land|state of (?:play|things|the (?:team|business|pipeline))|(?:where|how) (?:do )?(?:things|we all) (?:stand|are|going)|snapshot|high[- ]level (?:view|summary))\b(?: of)?|\bhow (?:is|are) (?=.*\b(?:everyone|everybody|all|things|guys|people|reps)\b)|(?<=\b(?:everyone|everybody|things|guys|people|reps)\b.*)\b(?:doing|going|looking|getting on|coming along)\b/iu;
const everybody =
  /大家|全队|全组|组里|同事们?|兄弟们|最近|近来|现在|\b(?:everyone|everybody|things|the guys|(?:the|my|our) (?:people|reps)|lately|so far|right now|going on|with|going|doing|looking)\b/iu;

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
  const isOverview = named === undefined && line.takeAll(overview);
  if (isOverview) line.takeAll(everybody);
  // How the team is is told of the week that runs, if no other span is said.
  const of =
    named ??
    (line.takeAll(report) || isOverview ? (ofPeriod ?? (isOverview ? 'week' : undefined)) : undefined);
  // A weekly report of last month is a report of the month.
  if (!of || (period !== undefined && ofPeriod === undefined)) return undefined;
  line.takeAll(report);
  const whose = parts.whose ?? pronounIn(line);
  dropPronouns(line);
  if (withoutFiller(line.left) !== '') return undefined;
  const span = period ?? (isOverview ? 'thisWeek' : undefined);
  return { of: ofPeriod ?? of, ...(span ? { period: span } : {}), ...(whose ? { whose } : {}) };
}

/** Words for the report that was shown last: "that", "it to excel", 这份. */
export const shownLast =
  /^(?:(?:(?:that|it|this|these|those|them)(?: (?:report|list|one|table|data))?|the (?:report|list|table|data))?(?: ?(?:to|as|in)(?: an?)? (?:excel|csv|xlsx|spreadsheet|file|sheet)(?: file)?)?|(?:这|那)(?:个|份|张)?(?:报表|表|列表)?)$/iu;
