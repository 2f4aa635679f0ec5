import type { FoundPiece } from '../../kernel/pieces/base/piece.js';
import type { PersonSpan } from '../names/sentence-people.js';
import { isDenied } from '../reading/clauses.js';
import {
  doneCue,
  hypotheticalCue,
  intentCue,
  notDoneCue,
  ownDuty,
  repetitionCue,
  reportedCue,
  toFindOut,
} from './cues.js';
import type { Segment } from './segment-type.js';
import { isTheirDay } from './their-days.js';
import { dueToday, isAheadToday, laterToday, ordersToday, saysAway } from './when.js';

/** Verbs of a brief act: 确认一下 ("just confirm"), 问下 ("just ask"); with a future day they are plans. */
const asIntended =
  /(?:问问|聊聊|看看|催催|碰碰|谈谈|约约|说说|对对|碰个)|(?:确认|沟通|核对|落实|问|对|聊|谈|碰|看|催)(?:一下|下(?![来午周个次月半单定面])(?=$|[,。]|\p{Script=Han}{2}))/u;

/**
 * What their contact demands by a day, whoever acts: 陈厂长十号之前要给报价 ("plant manager Chen needs the quote by the
 * 10th"); it is reported, not planned.
 */
const demanded = ({ text, contacts: [who = ''] }: Segment): boolean =>
  who !== '' && /^[^,。]{0,12}之?前(?:就?要|得)(?:给|出|交|拿)/u.test(text.split(who)[1] ?? '');

/** What somebody of theirs will do on their own is news: "Amy will get back to us by Thursday". */
function isTheirTurn({ text, from, to, mention }: Segment, people: PersonSpan[]): boolean {
  const does = people.find(
    (one) =>
      from <= one.from &&
      one.to <= to &&
      /^ (?!is\b|was\b|has\b|always\b|vs\b)\p{Ll}{2,}s\b/u.test(text.slice(one.to - from)),
  );
  if (does && /^\s*(?:today|tomorrow)?\s*$/iu.test(text.slice(0, does.from - from))) return true;
  const will =
    /\b(?:will|is going to|are going to|promised to|plans? to|has to|have to|needs? to)\s(?!be\b|meet|see us|join|have (?:lunch|dinner|coffee)|visit|come)|'ll\s(?!be\b|meet|see us|join|visit|come)/iu.exec(
      text,
    );
  if (!will || /\b(?:i|we|let me|remind|note to self)\b/iu.test(text.slice(0, will.index))) return false;
  const subjects = [...people, ...(mention ? [mention] : [])].filter(
    (one) => from <= one.from && one.to <= Math.min(to, from + will.index),
  );
  const last = Math.max(-1, ...subjects.map((one) => one.to - from));
  const between = last < 0 ? text.slice(0, will.index) : text.slice(last, will.index);
  return last < 0
    ? /^\s*(?:he|she|they|the (?:client|customer|board|team)|their \w+)\s*$/iu.test(between)
    : /^(?:'s (?:\w+ ){1,3}| (?:team|people|guys|folks|legal|side|board|procurement|finance))?\s*$/iu.test(
        between,
      );
}

/** An order to keep something in mind: 提醒我下周一给李总打电话 ("remind me to call Mr Li on Monday"). */
const reminder =
  /^(?:\s|,|嗯|那个|这个|请|麻烦|烦请|劳驾|您|你|帮我?|就是|再|还有?|对了|然后|到时候?|另外|顺便|别忘了?)*(?:提醒(?:一下)?我|记得|别忘|(?:记|设|定|加|建|来|弄)(?:一?个|一下|条)提醒)|^\s*(?:please |and |also |oh |so |can you |could you )*(?:remind (?:me|us) to|don't (?:let me )?forget|remember to)\b/iu;

/** Means to go through them: 把松石跟海棠都过一遍 ("go over Songshi and Haitang"). */
const goesThrough =
  /(?:过|捋|理|梳理|盘|跑|走|聊|扫|拜访|回访|跟|跟进|催|问|打|看|约|联系|摸)(?:一|个|上)?(?:遍|圈|轮|趟)\s*$|\b(?:go|run|get) (?:over|through|round)\b[^,.]*\b(?:all|both|each)\b/iu;

/** Overdue, not done: 该给云杉打电话了 ("it is time to call Yunshan"). */
const overdue = /(?<!应)该(?=给|去|跟|约|联系|回访|拜访|催|找|见|打|发|送)/u;

/** An order to oneself: "Ask Amy tomorrow". */
const command =
  /^\s*(?:please |then |and |also |first )*(?:ask|tell|confirm|check|find out|let|get|give|send|show)\b(?!s|ed)/iu;

/**
 * A future day at the head with the verb right after it: 两天后问问明月的反馈 ("in two days, ask Mingyue for
 * feedback"); a task.
 */
const isSetDown = ({ text, when, from }: Segment, pieces: FoundPiece[]): boolean => {
  if (!when.next) return false;
  const first = pieces.find(({ piece, from: at }) => piece.kind === 'date' && at === when.next?.from);
  return (
    first !== undefined &&
    /^(?:\s|我|再|要|得|记得|提醒我?|嗯|那个)*$/u.test(text.slice(0, first.from - from)) &&
    /^\s?(?:[前上下]午|之?前|以前|晚上|早上|中午|我|再|要|得|先|务必|记得)*(?:问|催|给|去|找|磨|答复|通知|告诉|汇报|回(?=[他她客对]|\p{Script=Han}总)|跟(?!进)|跟进|联系|约|回访|回复|回电|发|打|送|寄|拜访|拜会|见|看(?!好)|陪|带|请|交|把|拿|盯|对接|确认|落实|碰|聊|过去|上门|飞|出差|演示|培训|收)/u.test(
      text.slice(first.to - from),
    )
  );
};

/** An English noun for a channel without anybody using it: "prefers email", "no more calls". */
const isLatinOnly = /^[^\p{Script=Han}]*$/u;
const spoke =
  /\b\p{Ll}+ed\b|\b(?:call|meeting|visit|zoom|chat|coffee|lunch|dinner|breakfast|video call)\b[^,.]{0,24}\b(?:with|w\/|at|from|to)\b|^\s*(?:(?:nice|good|great|quick|short|long|brief|today|this morning)\s)*(?:call|meeting|visit|zoom|e-?mail|wechat)\b|\b(?:over|by|via|on) (?:the )?(?:zoom|teams|phone|e-?mail|wechat|video)|today|this morning|yesterday/iu;

/**
 * 周四前把澄清回了 ("reply to the query by Thursday"), 明天去把合同送了 ("take the contract tomorrow"): 了 with a day to come
 * marks a task.
 */
const untilThen =
  /前(?:得|要|必须|务必)?把[^,。]*了\s*$|(?:[明后]天|下下?(?:周|星期|礼拜|个?月)|(?:今|明)晚|[一两三]天内)(?![^,。]*(?:已|刚))[^,。]*把[^,。]+了\s*$/u;

/** The same for a time without a day: 年前把合同签了 ("get it signed before New Year"). */
const byThen =
  /(?:年|节|年底|月底|季度末|季末|周末|假期|放假|放假|过年|期末|收假)之?前(?:我|我们|要|得|必须|务必|争取|一定|尽量|就)*把(?![^,。]*(?:已|刚))[^,。]+了\s*$/u;

/** Will find something out: "I'll check on Friday whether it was paid", "will ask tomorrow if it went out". */
const asksThen =
  /^\s*(?:(?:then|and|so|also|ok)[\s,]+)*(?:i'll|i will|will|gonna|i'm going to|going to|let me|need to|must|i need to)\s(?:\w+ )?(?:check|ask|see|find out|look|confirm|verify|hear)\b.*\b(?:if|whether)\b/iu;

/** An agreed conversation was moved to another day. */
const movedOn =
  /[改挪调]期?到|\b(?:moved|rescheduled|shifted|bumped|switched) to\b|\b(?:call|visit|meeting|demo|lunch|dinner|workshop|review)\b[^,.]{0,30}\b(?:pushed|postponed|delayed) (?:back |out )?(?:to|till|until)\b/iu;

/** Channel, contact and request without verbs: 微信 周总 要两个案例 ("WeChat, Mr Zhou, wants two references"). */
const telegraphed = ({ text, channel, contacts: [who = ''] }: Segment): boolean =>
  channel !== undefined && who !== '' && /^\s+(?:要|想|嫌)/u.test(text.split(who)[1] ?? '');

/** Decides whether a segment tells of something done, said, planned or called off, or only of a state. */
export function kindOf(
  segment: Segment,
  isOff: boolean,
  people: PersonSpan[],
  now: string,
  pieces: FoundPiece[],
): Segment['kind'] {
  const { text, from, when, channel, obstacle, mention, amount } = segment;
  if (isOff) return 'off';
  if (hypotheticalCue.test(text) && !segment.channel) return 'told';
  const happened = toFindOut.test(text) ? null : doneCue.exec(text);
  const missed = notDoneCue.exec(text);
  if (missed && !(happened && happened.index < missed.index)) return when.next ? 'plan' : 'undone';
  const ahead = when.next !== undefined;
  if ((ahead && asksThen.test(text)) || (!when.at && ordersToday.test(text))) return 'plan';
  if (ahead && movedOn.test(text) && !isTheirDay(text)) return 'plan';
  const isLater = laterToday.test(text) || isAheadToday(text, now) || (when.todayAt?.slice(11) ?? '') > now;
  if (when.at) return 'done';
  if (goesThrough.test(text) && !doneCue.test(text)) return 'plan';
  if (byThen.test(text) && !when.at) return 'plan';
  if (overdue.test(text) || (ahead && (untilThen.test(text) || reminder.test(text)))) return 'plan';
  const aim = ahead ? intentCue.exec(text) : null;
  if (happened && !isDenied(text, happened.index, 3) && !(aim && aim.index < happened.index)) return 'done';
  if (ahead && !happened && (asIntended.test(text) || command.test(text) || isSetDown(segment, pieces)))
    return 'plan';
  if (!happened && !ahead && dueToday.test(text)) return 'plan';
  if (ahead && saysAway.test(text)) return 'state';
  if (isTheirTurn(segment, people)) return 'told';
  if (!happened && ownDuty.test(text)) return 'plan';
  if (ahead && isTheirDay(text)) return 'told';
  if (reportedCue.test(text) || telegraphed(segment) || demanded(segment)) return 'told';
  if (obstacle) return 'told';
  if (ahead || intentCue.test(text)) {
    const subject = mention ?? people.find((one) => from <= one.from && one.to <= segment.to);
    const repeated = repetitionCue.exec(text);
    // With a subject before the repetition it is news; with one after it, a plan.
    const first = when.next?.from ?? Number.POSITIVE_INFINITY;
    if (
      repeated &&
      subject &&
      subject.from < first &&
      subject.from - from < repeated.index &&
      // After an English verb the subject is an object: "Ping Sarah again".
      !/[a-z]{3,}\s$/u.test(text.slice(0, subject.from - from)) &&
      !/^\s*(?:要|准备|打算|(?:i )?will\b|i'll\b|going to\b)/iu.test(text)
    )
      return 'told';
    return 'plan';
  }
  if (when.todayAt && (!channel || isLater)) return 'plan';
  if (amount && /报价|报了|谈到|[中投开]标|合同额|总价|成交|quote/iu.test(text)) return 'told';
  if (/今天|today/iu.test(text) && mention === undefined) return 'told';
  return channel && !(isLatinOnly.test(text) && !spoke.test(text)) ? 'done' : 'state';
}
