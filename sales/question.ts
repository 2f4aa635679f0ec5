/** Spans a question may be about, as the reports know them. */
export type AskedSpan =
  | 'thisWeek'
  | 'lastWeek'
  | 'thisMonth'
  | 'lastMonth'
  | 'thisQuarter'
  | 'lastQuarter'
  | 'thisYear';

/** A question about figures, read by its plain words; `rest` is what may be a name. */
export type FigureQuestion =
  | { kind: 'silent'; days: number; rest: string }
  | { kind: 'won'; span: AskedSpan; rest: string }
  | { kind: 'lastTalk'; rest: string }
  | { kind: 'toGo'; span: AskedSpan; rest: string };

const spans: [AskedSpan, RegExp][] = [
  ['lastWeek', /上周|上个星期|last week/i],
  ['thisWeek', /本周|这周|这个星期|this week/i],
  ['lastMonth', /上个?月|last month/i],
  ['thisMonth', /本月|这个?月|当月|this month/i],
  ['lastQuarter', /上个?季度?|last quarter/i],
  ['thisQuarter', /本季度?|这个?季度?|this quarter/i],
  ['thisYear', /今年|本年|全年|this year/i],
];

const numbers: Record<string, number> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  十: 10,
  半: 0.5,
};
const units: [RegExp, number][] = [
  [/天|日|days?/i, 1],
  [/周|星期|礼拜|weeks?/i, 7],
  [/个?月|months?/i, 30],
];

/** "两周没跟", "超过10天没有联系", "not contacted for two weeks". */
const silence =
  /(?:超过)?(\d+|[一两二三四五六七八十半])\s*(个?月|周|星期|礼拜|天|日)(?:以上|多)?(?:都)?(?:没有?|未)\s*(?:人)?(?:跟进?|联系|拜访|聊)|(?:not|no one|nobody)\s.*?(?:for|in)\s+(\d+|a|one|two|three|four|six)\s*(days?|weeks?|months?)/iu;
const english: Record<string, number> = { a: 1, one: 1, two: 2, three: 3, four: 4, six: 6 };

const won =
  /(?:赢|成交|签|卖|做)了?(?:单)?(?:多少|几单|几个)|(?:业绩|赢单金额|成交额)(?:是|有)?多少|how (?:much|many)\b.*\b(?:win|won|close|sell|sold)|\b(?:won|sold) how much/iu;
/** The words of it alone, between which a name may stand. */
const wonWords =
  /(?:赢|成交|签|卖|做)了?(?:单)?(?:多少|几单|几个)|(?:业绩|赢单金额|成交额)(?:是|有)?多少|how (?:much|many)|\b(?:win|won|close[ds]?|sell|sold)\b/giu;
const lastTalk =
  /(?:上次|最近|上一次|最后)(?:一次)?(?:聊|说|谈|跟进?|沟通|联系|拜访)(?:的|了)?(?:些|过|到)?(?:什么|啥|情况|内容)?|last (?:talk|call|visit|contact|time)|what (?:did|was).*\blast\b/iu;
const toGo =
  /还差多少|离目标|差多少(?:完成|达标)?|还要做多少|how (?:much|far) (?:is )?(?:left|to go|missing|from)/iu;

/** Reads a question about the team's own figures; undefined where it is about something else. */
export function readQuestion(words: string): FigureQuestion | undefined {
  const plain = words.normalize('NFKC').trim();
  const silent = silence.exec(plain);
  if (silent) return { kind: 'silent', days: daysOf(silent), rest: restOf(plain, [silence]) };
  if (toGo.test(plain))
    return { kind: 'toGo', span: spanIn(plain) ?? 'thisMonth', rest: restOf(plain, [toGo]) };
  if (won.test(plain))
    return { kind: 'won', span: spanIn(plain) ?? 'thisMonth', rest: restOf(plain, [wonWords]) };
  const rest = restOf(plain, [lastTalk]);
  if (lastTalk.test(plain) && rest !== '') return { kind: 'lastTalk', rest };
  return undefined;
}

const spanIn = (words: string): AskedSpan | undefined =>
  spans.find(([, pattern]) => pattern.test(words))?.[0];

function daysOf(found: RegExpExecArray): number {
  const [, zh, zhUnit, en, enUnit] = found;
  const count = numbers[zh ?? ''] ?? english[(en ?? '').toLowerCase()] ?? Number(zh ?? en);
  const [, days] = units.find(([pattern]) => pattern.test(zhUnit ?? enUnit ?? '')) ?? [null, 1];
  return Math.max(1, Math.round(count * days));
}

const filler =
  /哪些|哪个|哪几个|有没有|多少|几个|我们|咱们|客户|线索|商机|的|是|有|了|吗|呢|请问|到现在|目前|\b(?:which|what|who|how|much|many|has|have|had|did|do|does|we|was|were|been|customers?|accounts?|deals?|with|for|the|our|is|are|to|about|in|of)\b|[?？。，,!！]/giu;

/** What is left once the question and its span are taken out: a name, or nothing. */
function restOf(words: string, taken: readonly RegExp[]): string {
  const without = [...taken, ...spans.map(([, pattern]) => pattern)].reduce(
    (left, pattern) => left.replace(pattern, ' '),
    words,
  );
  return without.replace(filler, ' ').replace(/\s+/g, ' ').trim();
}
