import type { ReadAt } from '../../kernel/pieces/base/piece.js';
import { readDate } from '../../kernel/pieces/date.js';
import { readBareHour } from '../../kernel/pieces/dates/bare-hour.js';
import { scan } from '../../kernel/pieces/scan.js';
import { readShift } from './changed-values.js';
import { readMinutesLater } from './later-by-minutes.js';
import { bareOrder, isAsking, isReported, orderParts, orderText } from './plain-order.js';

/** What is to become of a task. */
export type TaskOrder = {
  /** The words that name the task: 海棠地产的合同 ("Haitang's contract"), "the Larkspur call"; undefined for the one meant. */
  about?: string;
  /** The day that the words say it was planned for, and the time of that day ('15:00'). */
  on?: string;
  onTime?: string;
} /** `isStated`: any words that say that something is done, which mean a task only if they name its matter. */ & (
  | { kind: 'done'; isStated?: true }
  /** It is not to be done any more. `hasNote`: the words may mean a note as well: "delete the call with Ironwood". */
  | { kind: 'drop'; hasNote?: true }
  /**
   * `to` is 'YYYY-MM-DD' or with its time, `shift` the days later, `time` another 'HH:mm' on the same day, `hour` one without
   * its half of the day, \`minutes\` the minutes later.
   */
  | { kind: 'move'; to?: string; shift?: number; time?: string; hour?: string; minutes?: number }
);

/** Longest line read as an order about a task, in characters. */
const longest = 80;

const doneHan = '(?:做完|搞定|办完|办好|办妥|完成|弄完|弄好|处理完|处理好|做好|忙完|跟完)';
const doneAlone = new RegExp(
  `^(?:这|那|刚才)?(?:一)?(?:个|条|件)?(?:事情?|待办|任务)?(?:都|也|已经?|全)?(?:${doneHan}(?:了|啦|咯)+|搞定|办妥|办完|做完|办好|做好)$`,
  'u',
);
const doneNamed = new RegExp(
  `^(?:把|将)?(?<about>.{1,24}?)(?:那个|那条|那件(?:事)?|这个|这条|这件(?:事)?|的?待办|的?任务|的事)(?:(?:都|也|已经?)?${doneHan}(?:了|啦|咯)|(?:给我|都|也)?(?:标记?|设|改|记)(?:为|成)?(?:已)?完成(?:了|吧)?)$`,
  'u',
);
/** What is to be done, as done: 给河谷制药送合同已完成 ("taking Hegu the contract is done"). Meant only where a task is called so. */
const doneMatter =
  /^(?:我|把|将)?(?<about>[^,。]{3,24}?)(?:都|也|全)?(?:已经?)?(?:完成|办完|办好|办妥|弄完|弄好|搞定|做完)(?:了|啦)?$/u;
const doneAloneLatin =
  /^(?:(?:all |i'm |now )?(?:done|finished|sorted|completed?)(?: (?:with )?(?:it|that|this|that one|this one))?|(?:that|it|this)(?: one)?(?:'s| is| was) (?:all )?(?:done|sorted|finished|completed?|taken care of|handled)|(?:tick|check|mark) (?:it|that|this)(?: one)? (?:off|as (?:done|complete)|done)|(?:tick|check) off (?:it|that|this)(?: one)?)$/iu;
const number = String.raw`(?<about>T[-\s]?\d{1,9})`;
const doneNumber = new RegExp(
  `^(?:task |待办)?${number}(?:已经|都|也|已|[\\s,:]|'s|is|are|was|were|all|both)*(?:${doneHan}了?|done|finished|completed?|sorted|handled|closed)$`,
  'iu',
);
const doneNamedLatin = [
  doneNumber,
  new RegExp(`^(?:i'm |i am |all )?(?:done|finished|${doneHan}(?:了|啦)?)(?: with)?\\s?${number}了?$`, 'iu'),
  /^(?:tick|check|cross)(?:ed)? off (?:the |my )?(?<about>.+?)(?: one| task| to-?do| reminder)?$/iu,
  /^(?:tick|check|cross)(?:ed)? (?:the |my )?(?<about>.+?)(?: one| task| to-?do| reminder)? off$/iu,
  /^mark(?:ed)? (?:the |my )?(?<about>.+?)(?: one| task| to-?do| reminder)?(?: as)? (?:done|complete|completed|finished)$/iu,
  /^(?:finish(?:ed)?|complete(?:d)?|close(?:d)?|done|did)(?: with)? (?:the |my )?(?<about>.+?) (?:one|task|to-?do|reminder)$/iu,
  /^(?:the |my )?(?<about>.+?) (?:one|task|to-?do|reminder)(?:'s| is| was) (?:all )?(?:done|sorted|finished|completed?)$/iu,
  /^done with (?:the |my )(?<about>.+)$/iu,
];

/** 改到 and the like, before the new day. */
const movedTo =
  '(?:改成|改到|改为|改在|改约到?|挪到|推到|推迟到|往后推到|延到|延后到|延期到|提前到|提到|换到|换成|放到|调到|调整到|改(?=(?:这|本|下)*(?:周|星期|礼拜)|[今明后]天|大后天|\\d{1,2}[号日月]))';
const moveHan = new RegExp(
  `^(?:把|将)?(?<about>[^,]{1,30}?)(?:的?(?:时间|日期))?(?:还是)?${movedTo}(?<value>.{1,14}?)(?:再?(?:送|发|打|去|做|谈|约|说|弄|交|给|见|聊|办|拜访|演示).{0,6})?$`,
  'u',
);
/** The same with the number of a task behind its verb: 推迟T-1到周一 ("put T-1 off to Monday"). */
const moveNumberHan = new RegExp(
  `^(?:推迟|推后|延后|延期|延|推|改|挪|调)\\s?(?:待办|任务)?${number}\\s?(?:的?(?:时间|日期))?(?:改?[到至成为])\\s?(?<value>.{1,14}?)$`,
  'iu',
);
const notThen =
  /^(?<about>.{1,30}?)(?:先)?不(?:去|送|发|打|约|见|谈|做|拜访|演示|交)了?[,\s]*(?:还是)?(?:改(?:成|到|为|在)?|换(?:成|到)?|推(?:迟)?到|等|放到?)(?<value>.{1,14}?)$/u;
const shiftHan =
  /^(?:把|将)?(?<about>.{1,24}?)(?:那个|那条|那件事?|这个|的?时间|的?待办|的?任务)?(?:再|就)?(?<shift>(?:往后推迟?|往后|后推|推迟|推后|延后|顺延|延期|提前|往前提?)[一两二三四五\d]{1,2}个?(?:天|周|星期|礼拜|月))$/u;
const moveLatin =
  /^(?:i |we |i've |we've |have |had (?:to )?|just |also |have to |need to |got )*(?:push(?:ed)?|moved?|shift(?:ed)?|bump(?:ed)?|postponed?|delay(?:ed)?|rescheduled?|rebook(?:ed)?|changed?|put off|snoozed?|(?:bring|brought) forward|bring|brought|pull(?:ed)?|slid|slide|switch(?:ed)?) (?:the |my |our )?(?<about>.+?)(?: (?:back|out|forward|up|in|on|over))* (?:to|till|until|for|by) (?<value>.{1,30})$/iu;
/** The move of the task that is meant, without a word for it: "push to monday". */
const moveAloneLatin =
  /^(?:push|move|shift|bump|postpone|delay|reschedule|snooze)(?: back| out| forward| over)? (?:to|till|until) (?<value>.{1,30})$/iu;
/** The move as done by nobody: "nantucket demo got moved to Wed 12/9 3pm", "the demo is now Wednesday at 3". */
const movedLatin =
  /^(?:the |my |our )?(?<about>.+?)(?:'s| is| was| has been| have been| got| gets)?(?: now| just| been)* (?:pushed|moved|shifted|bumped|postponed|delayed|rescheduled|rebooked|changed|switched|put off|brought forward)(?: (?:back|out|forward|up|on|over))* (?:to|till|until|for) (?<value>.{2,30})$/iu;
const nowLatin =
  /^(?:the |my |our )?(?<about>.+?)(?:'s| is| will be) now (?:on |at |for )?(?<value>.{2,30})$/iu;
/** What is fixed for a time of day. */
const meeting =
  '(?:call|demo|meeting|mtg|visit|lunch|dinner|breakfast|coffee|appointment|appt|workshop|walk-?through|review|presentation|pitch|kick-?off|check-?in|catch-?up|training|install(?:ation)?|delivery|follow-?up|reminder|session|chat|tour)';
/** Another time of day for what is planned: "demo is at 2pm", "the call with Mike starts at 4". */
const timeLatin = new RegExp(
  `^(?:(?:the |my |our )?(?<about>(?:[\\p{L}'&.-]+ ){0,4}?${meeting}(?: (?:with|at|for|of) [\\p{L}'&. -]{2,30}?)?)|it|that)(?:'s| is| will be|'ll be| starts| begins)?(?: actually| really| now| supposed to be)* (?:at|@) ?(?<time>\\d{1,2}(?:[:.]\\d{2})?\\s?(?:[ap]\\.?m\\.?)?|noon|midday)(?: sharp)?$`,
  'iu',
);
const timeHan =
  /^(?<about>\p{Script=Han}{0,8}?(?:电话|演示|会议?|会面|拜访|见面|饭局|午饭|晚饭|评审|汇报|培训|安装))?(?:的?时间)?(?:应该)?是(?:在)?(?<time>(?:上午|下午|早上|晚上|中午)?(?:\d{1,2}|[一二两三四五六七八九十]{1,2})[点:：](?:半|[一三]刻|\d{1,2}分?)?钟?)$/u;

/** What is not to be done any more: "cancel the call tmrw 10am", "T-7 is off", 明天给海棠的电话取消. */
const dropLatin = [
  /^(?<verb>drop|cancel|delete|remove|scrap|kill|call off|scratch|skip|ditch|bin|clear|get rid of|forget(?: about)?)(?:led)? (?!(?:off|by|in|into|on|an?|some|samples?) )(?:the |my |our |that )?(?:task |to-?do |reminder )?(?<about>.+?)$/iu,
  /^(?<verb>call|take) (?:the |my |our |that )?(?<about>.+?) off(?: (?:my|the) list)?$/iu,
  new RegExp(
    `^(?:task )?${number}(?:'s| is)? (?<verb>off|cancelled|canceled|dropped|dead|not needed|no longer needed|obsolete)$`,
    'iu',
  ),
];
const plannedHan =
  '(?:(?:那|这)(?:个会?|条|件事?)|的?(?:会议?|见面|拜访|安排|待办|任务|提醒|演示|约|饭局|行程|日程))';
const dropVerbHan = '(?:取消|推掉|不用做|不做|不办|删掉|删除|删|去掉|作废|不用打|不打|不要)';
/** 把明天给海棠的电话取消, 何经理那个不去了 ("not going to that one of manager He"), 取消周三跟何经理的会, T-5取消. */
const dropHan = [
  new RegExp(
    `^(?:(?:把|将)(?:待办|任务)?(?<about>.{1,24}?)|(?:待办|任务)?(?<about2>T[-\\s]?\\d{1,9}|.{1,24}?(?:(?:那|这)(?:个|条|件事?)|待办|任务|提醒)))${plannedHan}?(?:我|给我?|都|也|就|先)*(?<verb>${dropVerbHan})(?:掉|了|吧|啦)*$`,
    'u',
  ),
  new RegExp(
    `^(?<about>.{2,24}?)${plannedHan}?(?:都|也|就|先|给我)*(?<!预算|项目|订单|采购|计划|招标)(?<verb>取消掉?|作废|推掉)(?:吧|掉)?$|^(?<about2>.{2,24}?)${plannedHan}?(?:就|先)?(?:不去|不用去|别去|不见|不约|别约)(?:了|吧|啦)+$`,
    'u',
  ),
  new RegExp(
    `^(?<verb>取消|推掉|删掉|删除|删|去掉|作废)(?:掉|了)?(?:待办|任务|提醒)?(?<about>.{1,24}?)${plannedHan}?$`,
    'u',
  ),
];
const noteWords =
  /\b(?:notes?|logs?|entry|entries|follow-?ups?|visits?|calls?|meetings?)\b|跟进|拜访|记录|日志|电话/iu;
const saysTask = /\b(?:task|to-?do|reminder)\b|待办|任务|提醒/iu;
const makeLatin = /^make (?:the |my )(?<about>.+?) (?:on |for )?(?<value>\S+(?: \S+){0,3})$/iu;
const shiftLatin =
  /^(?:push|move|shift|bump|postpone|delay|snooze) (?:the |my |our )?(?<about>.+?)(?: (?:back|out|on|forward))?(?: by)? (?<shift>(?:an?|one|two|three|\d{1,2}) (?:day|week|month)s?)(?: (?:back|out|later))?$/iu;

const pronoun =
  /^(?:it|that|this|that one|this one|the (?:date|time|day)|它|这个|那个|时间|日期|刚才提醒|刚才|提醒|刚才的提醒)$/iu;

/**
 * Reads an order about a task: 做完了 ("done"), 送合同那个完成了 ("the contract one is done"), "push the Larkspur call to
 * Friday". Undefined if the line only reports what somebody wants, or moves no day.
 */
export function readTaskOrder(line: string, at: ReadAt): TaskOrder | undefined {
  const text = orderText(line);
  if (text.length > longest || isAsking(text)) return undefined;
  return orderIn(bareOrder(text), at) ?? besideRemark(text, at);
}

const orderIn = (order: string, at: ReadAt): TaskOrder | undefined =>
  readDone(order) ?? readDrop(order, at) ?? readTime(order, at) ?? readMove(order, at);

/** Another order or figure, which a remark is not. */
const noRemark =
  /[改推挪延移取删记建加派转赢输]|提醒|完成|安排|商机|线索|待办|多少|几|[?？]|\d\s?[万kK]|\b(?:and|then|also|move|push|cancel|drop|add|log|note|remind|set|change|assign|won|lost|create)\b/iu;
/** Longest remark behind an order, in characters. */
const longestRemark = 30;
/** Names a task that is to be moved, before its new day: 送合同的事就往后挪吧 ("let the contract be put off"). */
const toBeMoved =
  /^(?:把|将)?(?<about>.{2,24}?)(?:的事|那个|这个|那件事?)?(?:就|先|再|得|要)*(?:往后|往前)?(?:挪|推|延|改|放|移)(?:一下|一挪|一推|后|迟|期)?吧?$/u;

/** Reads an order with a remark behind it: 海棠送合同改到下周一 李总明天出差 ("… to Monday, Mr Li is away tomorrow"). */
function besideRemark(text: string, at: ReadAt): TaskOrder | undefined {
  const [first = '', ...rest] = orderParts(text);
  const said = rest.join(' ');
  if (rest.length === 0 || said.length > longestRemark) return undefined;
  const about = toBeMoved.exec(bareOrder(first))?.groups?.about;
  if (about && rest.length === 1) return readMove(`${about}${bareOrder(said)}`, at);
  const found = noRemark.test(said) ? undefined : orderIn(bareOrder(first), at);
  return found?.about !== undefined && found.kind !== 'done' ? found : undefined;
}

function readDrop(order: string, at: ReadAt): TaskOrder | undefined {
  for (const form of [...dropLatin, ...dropHan]) {
    const { about2, about = about2, verb = '' } = form.exec(order)?.groups ?? {};
    if (about === undefined || isReported(about) || pronoun.test(about)) continue;
    const read = namedThen(about, at);
    const matter = read.about === undefined ? plannedMatter.exec(order)?.[0] : undefined;
    const then = matter ? { ...read, about: matter } : read;
    const isPlain = /^(?:cancel|call|skip|off|取消|推掉|不|别)/iu.test(verb) || saysTask.test(order);
    if (then.on !== undefined && then.on < at.today && noteWords.test(about)) continue;
    const hasNote = !isPlain && then.on === undefined && noteWords.test(about);
    const who = then.about?.replace(meetingWith, '').trim() || then.about;
    return { kind: 'drop', ...then, ...(who ? { about: who } : {}), ...(hasNote ? { hasNote } : {}) };
  }
  return undefined;
}

function readTime(order: string, at: ReadAt): TaskOrder | undefined {
  const { about, time } = (timeLatin.exec(order) ?? timeHan.exec(order))?.groups ?? {};
  if (time && /^(?:noon|midday)$/iu.test(time)) return { kind: 'move', ...named(about ?? ''), time: '12:00' };
  const said = time
    ? readDate(`${/\p{Script=Han}/u.test(time) ? '明天' : 'tomorrow at '}${time}`, at)
    : undefined;
  if (!said?.time || (about !== undefined && isReported(about))) return undefined;
  return { kind: 'move', ...(about ? named(about) : {}), time: said.time };
}

/** What leads to the person or customer of a meeting. */
const meetingWith = /^(?:跟|和|与|去|见|约|给|到|with |meeting with |call with |visit to )+/iu;

function readDone(order: string): TaskOrder | undefined {
  if (doneAlone.test(order) || doneAloneLatin.test(order)) return { kind: 'done' };
  const about = [doneNamed, ...doneNamedLatin]
    .map((form) => form.exec(order)?.groups?.about)
    .find((found) => found !== undefined);
  if (about !== undefined) return isReported(about) ? undefined : { kind: 'done', ...named(about) };
  const matter = doneMatter.exec(order)?.groups?.about;
  return matter && !isReported(matter) ? { kind: 'done', isStated: true, ...named(matter) } : undefined;
}

function readMove(order: string, at: ReadAt): TaskOrder | undefined {
  const moved = readMinutesLater(order);
  if (moved && !isReported(moved.about))
    return { kind: 'move', ...namedThen(moved.about, at), minutes: moved.minutes };
  const later = (shiftHan.exec(order) ?? shiftLatin.exec(order))?.groups;
  if (later?.about && later.shift && !isReported(later.about)) {
    const shift = readShift(/\p{Script=Han}/u.test(later.shift) ? later.shift : `push it ${later.shift}`);
    if (shift !== undefined) return { kind: 'move', ...namedThen(later.about, at), shift };
  }
  const alone = dayIn(moveAloneLatin.exec(order)?.groups?.value ?? '', at);
  if (alone) return { kind: 'move', to: alone };
  for (const form of [notThen, moveNumberHan, moveHan, moveLatin, movedLatin, nowLatin, makeLatin]) {
    const { about, value } = form.exec(order)?.groups ?? {};
    const hour = value === undefined ? undefined : readBareHour(value.trim());
    if (about && hour && !isReported(about) && !ofFigure.test(about))
      return { kind: 'move', ...namedThen(about, at), hour };
    const to = value === undefined ? undefined : dayIn(value, at);
    if (about && to && value !== undefined && hourOnly.test(value.trim()) && !isReported(about))
      return { kind: 'move', ...namedThen(about, at), time: to.slice(11) };
    if (about && to && !isReported(about) && !/[没不]/u.test(about))
      return { kind: 'move', ...namedThen(about, at), to };
  }
  return undefined;
}

/** A figure that changes is no hour: "change Acme's amount to 1". */
const ofFigure =
  /\b(?:amount|value|price|budget|size|target|quota|probability|discount|quantity|seats?)$|(?:金额|价格|报价|预算|目标|数量|折扣|概率)(?:是)?$/iu;
/** An hour without a day: 下午两点半, "3pm". */
const hourOnly =
  /^(?:上午|下午|早上|晚上|中午)?(?:[\d一二两三四五六七八九十]{1,3})(?:点|:|：)(?:半|[一三]刻|\d{1,2}分?)?钟?$|^(?:at )?\d{1,2}(?::\d{2})?\s?[ap]\.?m\.?$/iu;

/** The day that is all of the words, with its time if one was said. */
function dayIn(value: string, at: ReadAt): string | undefined {
  const [found, ...more] = scan(value, new Set(['date']), at);
  if (!found || more.length > 0 || found.piece.kind !== 'date') return undefined;
  const left = `${value.slice(0, found.from)} ${value.slice(found.to)}`;
  if (
    left.replace(
      /上午|下午|早上|晚上|中午|\b(?:morning|afternoon|evening|on|at|the|next)\b|[\s,了吧]/giu,
      '',
    ) !== ''
  )
    return undefined;
  const { value: day, time } = found.piece;
  return time ? `${day}T${time}` : day;
}

/** Makes a day the owner of what is planned: "Friday's demo", "tomorrow's call". */
const ofDay = /(?<=(?:day|tomorrow|tonight|week))['’]s\b/giu;
/** What was planned, where the form that cancels it leaves it out: 取消周五的演示 ("cancel Friday's demo"). */
const plannedMatter = /演示|培训|拜访|饭局|汇报/u;

/** The words that name the task, without the day it was planned for. */
function namedThen(about: string, at: ReadAt): { about?: string; on?: string; onTime?: string } {
  let left = about.replace(ofDay, '');
  const [day] = scan(left, new Set(['date']), at);
  const { value, time } = day?.piece.kind === 'date' ? day.piece : {};
  const on = { ...(value ? { on: value } : {}), ...(time ? { onTime: time } : {}) };
  for (const { from, to } of scan(left, new Set(['date']), at).toReversed())
    left = `${left.slice(0, from)}${left.slice(to)}`;
  return { ...named(left.replace(/(?:上午|下午|早上|晚上|\b(?:morning|afternoon)\b)/giu, '')), ...on };
}

function named(about: string): { about?: string } {
  const plain = about
    .replace(
      /(?:的|[那这]个|[那这]条|[那这]件事?|已经?|临时|又|['’]s|\s+(?:one|task|to-?do|reminder))+\s*$/iu,
      '',
    )
    .replace(/^(?:的|走之前|[那这]个|那|就|先|把|将|the |my |刚才的?)+/iu, '')
    .trim();
  return plain === '' || pronoun.test(plain) ? {} : { about: plain };
}
