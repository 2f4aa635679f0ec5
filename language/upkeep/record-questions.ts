import { type ReadMoment, readAsOf } from '../../kernel/pieces/date.js';
import type { ReadAt } from '../../kernel/pieces/scan.js';
import { orderText } from '../correction/plain-order.js';
import { plainQuestion } from '../question/question-line.js';

/** Fields whose changes are asked after. */
export const askedFields = [
  'amount',
  'closeDate',
  'stage',
  'owner',
  'name',
  'phone',
  'tags',
  'grade',
] as const;
export type AskedField = (typeof askedFields)[number];

/** A question about what became of a record: who changed what, how it was on a day, who looked at it, what somebody did. */
export type RecordQuestion =
  | { ask: 'changes'; record: string; field?: AskedField }
  | { ask: 'asOf'; record: string; at: ReadMoment }
  | { ask: 'views'; record: string }
  | { ask: 'doings'; who: string; period: string };

const fieldHan: Record<AskedField, string> = {
  amount: '(?:商机)?(?:金额|价格|报价|合同额)',
  closeDate: '(?:预计)?(?:成交|签约|关单)(?:日期?|时间)?',
  stage: '阶段',
  owner: '负责人|归属',
  name: '名字|名称',
  phone: '电话|手机号?|号码|联系方式',
  tags: '标签',
  grade: '等级|级别',
};
const fieldLatin: Record<AskedField, string> = {
  amount: '(?:deal )?(?:amount|value|price|size)',
  closeDate: '(?:expected )?close(?: date)?|closing date',
  stage: 'stage',
  owner: 'owner',
  name: 'name',
  phone: '(?:phone )?number|phone',
  tags: 'tags?',
  grade: 'grade',
};
const anyHan = `(?<f>${Object.values(fieldHan).join('|')})`;
const anyLatin = `(?<f>${Object.values(fieldLatin).join('|')})`;

const whoHan = '(?:到底)?(?:是)?(?:谁|哪位|哪个同事)';
const changedHan = '(?:改|动|调|换|变更|修改|调整|更新)(?:了|过|的|动)*';
const changeForms: readonly RegExp[] = [
  RegExp(`^${whoHan}(?:把)?${changedHan}(?<a>.*?)(?:的)?${anyHan}(?:的)?$`, 'u'),
  RegExp(`^${whoHan}(?:把)(?<a>.*?)(?:的)?${anyHan}(?:给)?${changedHan}$`, 'u'),
  RegExp(`^(?<a>.*?)(?:的)?${anyHan}(?:都)?${whoHan}${changedHan}$`, 'u'),
  RegExp(
    `^(?<a>.*?)(?:的)?${anyHan}(?:都)?(?:是)?(?:什么时候|啥时候|何时|哪天|怎么|被谁)${changedHan}$`,
    'u',
  ),
  RegExp(`^(?<a>.*?)(?:的)?${anyHan}(?:有没有)?(?:改|变|动)过(?:几次|多少次)?$`, 'u'),
  RegExp(`^(?<a>.*?)(?:的)?${anyHan}(?:的)?(?:修改|变更|变动|改动|调整|变化)(?:记录|历史)?$`, 'u'),
  RegExp(`^${whoHan}${changedHan}(?<a>(?!记录).+)$`, 'u'),
  /^(?<a>.+?)(?:的)?(?:修改|变更|改动)(?:记录|历史)$/u,
  RegExp(
    `^who (?:has |had )?(?:changed|edited|updated|moved|set|touched|raised|lowered) (?:the )?${anyLatin}(?: (?:of|for|on|at) (?:the )?(?<a>.+?))?(?:,.*| and (?:when|why|from what).*)?$`,
    'iu',
  ),
  RegExp(
    `^who (?:has |had )?(?:changed|edited|updated|moved|set|touched|raised|lowered) (?:the )?(?<a>.+?)['’]?s? ${anyLatin}(?:,.*| and (?:when|why|from what).*)?$`,
    'iu',
  ),
  RegExp(
    `^when (?:did|was|were) (?:the )?${anyLatin}(?: (?:of|for|on|at) (?:the )?(?<a>.+?))? (?:change|changed|last changed|edited|updated|moved)$`,
    'iu',
  ),
  RegExp(
    `^when (?:did|was|were) (?:the )?(?<a>.+?)['’]s ${anyLatin} (?:change|changed|last changed|edited|updated|moved)$`,
    'iu',
  ),
  RegExp(
    `^(?:show (?:me )?)?(?:the )?${anyLatin} (?:changes|history)(?: (?:of|for|on) (?:the )?(?<a>.+?))?$`,
    'iu',
  ),
  RegExp(`^(?:show (?:me )?)?(?<a>.+?)['’]s ${anyLatin} (?:changes|history)$`, 'iu'),
  /^(?:who (?:has |had )?(?:changed|edited|updated|touched) |(?:show (?:me )?)?(?:the )?(?:change|edit) (?:history|log) (?:of|for) )(?:the )?(?<a>.+?)(?:,.*)?$/iu,
];

const viewForms: readonly RegExp[] = [
  /^(?:最近)?(?:都)?(?:有)?(?:谁|哪些人|哪些同事)(?:都)?(?:查看|浏览|打开|看|查)(?:了|过)+(?<a>.+?)$/u,
  /^(?<a>.+?)(?:最近)?(?:都)?(?:被)?(?:谁|哪些人)(?:都)?(?:查看|浏览|打开|看|查)(?:了|过)+$/u,
  /^who(?: has| have| else has|'s)? (?:viewed|looked at|opened|seen|looked up|accessed|been looking at) (?:the )?(?<a>.+?)(?: (?:recently|lately|deal|customer|record))?$/iu,
];

const periodHan = '(?<p>今天|昨天|前天|这两天|本周|这周|这个?星期|上周|上个?星期|本月|这个月|上月|上个月)?';
const doingForms: readonly RegExp[] = [
  RegExp(
    `^(?<who>\\p{Script=Han}{1,4}?)${periodHan}(?:都|一共|到底)?(?:做|干|忙)(?:了|过|的)?(?:些)?(?:什么|啥|哪些(?:事|工作)?)(?:事|工作)?$`,
    'u',
  ),
  RegExp(
    `^${periodHan}(?<who>\\p{Script=Han}{1,4}?)(?:都|一共)?(?:做|干|忙)(?:了|过|的)?(?:些)?(?:什么|啥|哪些(?:事|工作)?)(?:事|工作)?$`,
    'u',
  ),
  RegExp(`^(?<who>\\p{Script=Han}{1,4}?)${periodHan}的?(?:操作|活动|动作|工作)(?:记录|明细|日志)$`, 'u'),
  /^what (?:did|has|have|is|was) (?<who>[\p{L}'’.-]+(?: [\p{L}'’.-]+)??)(?: all)? (?:do|done|did|been doing|been up to|get up to|get done|gotten done|work on|worked on|doing|up to)(?: (?<p>today|yesterday|this week|last week|this month|last month))?$/iu,
  /^(?:show (?:me )?)?(?<who>[\p{L}.-]+(?: [\p{L}.-]+)?)['’]s (?:activity|activities|activity log|day)(?: (?:for )?(?<p>today|yesterday|this week|last week|this month|last month))?$/iu,
];

/** Longest line read so, in characters. */
const longest = 80;

/** Reads a question about what became of a record, or undefined if the line asks or says anything else. */
export function readRecordQuestion(line: string, at: ReadAt): RecordQuestion | undefined {
  const text = orderText(line).replace(/[’‘]/gu, "'");
  if (text.length > longest) return undefined;
  const plain = text
    .replace(/[?？。.!！\s]+$/u, '')
    .replace(/(?:呢|啊|呀|来着)$/u, '')
    .trim();
  for (const form of viewForms) {
    const found = form.exec(plain)?.groups;
    if (found?.a) return { ask: 'views', record: cleaned(found.a) };
  }
  for (const form of changeForms) {
    const found = form.exec(plain)?.groups;
    if (!found) continue;
    const field = found.f === undefined ? undefined : fieldOf(found.f);
    const record = cleaned(found.a ?? '');
    if (field === undefined && record === '') continue;
    return { ask: 'changes', record, ...(field ? { field } : {}) };
  }
  for (const form of doingForms) {
    const found = form.exec(plain)?.groups;
    if (found?.who) return { ask: 'doings', who: found.who.trim(), period: found.p ?? '' };
  }
  return readAsOfRecord(plain, at);
}

const fieldOf = (words: string): AskedField | undefined =>
  askedFields.find((field) => RegExp(`^(?:${fieldHan[field]}|${fieldLatin[field]})$`, 'iu').test(words));

const cleaned = (words: string): string =>
  words
    .replace(/^(?:the|客户|商机|this|that|这个|那个|它|他们|it)\b\s*|^(?:这个|那个|它|他们|客户|商机)/iu, '')
    .replace(/(?:['’]s|的|这个|那个|商机|单子| deal| customer)+$/iu, '')
    .trim();

/** 华为 @6月1日 ("Huawei on June 1"), `Acme as of June 1`. */
function readAsOfRecord(plain: string, at: ReadAt): RecordQuestion | undefined {
  const found =
    /^(?<a>[^@＠]{2,40}?)\s*[@＠]\s*(?<d>.{1,20})$|^(?:show (?:me )?)?(?<b>.{2,40}?),? as (?:of|at) (?<e>.{1,24})$|^(?<c>.{2,24}?)(?:在|截至|截止)(?<g>.{1,12}?)(?:时|那时候?|当时|那天|的时候)?(?:的)?(?:状态|情况|样子)$/iu.exec(
      plain,
    )?.groups;
  const record = cleaned(found?.a ?? found?.b ?? found?.c ?? '');
  const day = found?.d ?? found?.e ?? found?.g;
  if (record === '' || !day) return undefined;
  const moment =
    readAsOf(`@${plainQuestion(day).replace(/\s+/gu, ' ').trim()}`, at) ?? readAsOf(`@${day.trim()}`, at);
  return moment && { ask: 'asOf', record, at: moment };
}
