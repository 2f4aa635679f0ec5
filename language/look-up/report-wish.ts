/** The report that goes out by itself, whatever else is called one. */
const weekly = /周报|每周(?:的)?(?:报告|报表|汇报)|\bweekly (?:report|update|summary|digest|email)\b/giu;
const report =
  /周报|日报|月报|报表|报告|漏斗|预测|排行|停滞|业绩|\b(?:reports?|funnel|forecast|ranking|leaderboard|pipeline|summary|digest|stalled)\b/giu;
/** Begins a command about saved reports, which has schedules of its own. */
const ofSlices = /^\s*\/?(?:slice|post-slice|save-slice|报表|切片)(?:\s|$)/iu;
/** Words of such a wish beside the report and the time; with any other word the line tells of something else. */
const ofWish =
  /请|帮我|麻烦|自动|定时|推送|发送|[发推]|给(?:我们?|大家|团队|群里?)?|到?群里?|改[到成为]|调[到成为]|设[成为置]?|定[在成为]?|我要|我想|我们?|把|看|要|的|一份|一下|团队|都|在|(?<![\p{L}\d-])(?:please|pls|can|could|you|i|i'd|we|us|me|my|our|the|a|an|want|like|need|to|send|give|show|post|get|have|schedule|set|up|move|change|make|it|out|by|on|at|in|for|of|group|channel|team|team's|email|share|run|and|everybody|everyone)(?![\p{L}\d-])/giu;
/** The group or team that is to get it, behind its preposition. */
const toGroup = /\b(?:in|to|for) (?:the )?#?[\w-]+(?:'s)?(?: (?:channel|group|team))?(?=\s|$)/giu;
/** Longest line read so, in characters. */
const longest = 100;

/** Whether the words name the weekly report. */
export const namesWeekly = (words: string): boolean => words.search(weekly) >= 0;

/** Whether a line may want a report again and again; what it says beside the time is for `saysOnlyReport`. */
export const mayWantReports = (line: string): boolean =>
  line.length <= longest && !ofSlices.test(line) && line.search(report) >= 0;

/** Whether words, without their time, name a report and say nothing else. */
export const saysOnlyReport = (rest: string): boolean =>
  [weekly, report, toGroup, ofWish]
    .reduce((left, pattern) => left.replace(pattern, ' '), rest)
    .search(/[\p{L}\d]/u) < 0;
