import { readRemindBefore } from '../correction/remind-before.js';
import { ordersIn } from '../order/orders-in-row.js';
import { halvesOf } from './half-question.js';

const header = /^(?:from|to|cc|sent|date|subject|发件人|收件人|抄送|主题|日期|发送时间)\s*[:：]/iu;
const quotedLine = /^\s*>/u;
const wrote = /^.{0,80}\bwrote:\s*$|^-{2,}\s*(?:original|forwarded)\b|^-{2,}\s*(?:原始|转发)/iu;
const opening =
  /^(?:(?:hi|hello|hey|dear)\b[^.!?]{0,40}[,，!！]?|(?:尊敬的|亲爱的)?\S{0,12}(?:您好|你好|好)\S{0,8}[,，:：!！]?)$/iu;
const closing =
  /^(?:(?:best|kind|warm)?\s*(?:regards|wishes)|best|cheers|thanks|many thanks|thank you|sincerely|yours\b.*|此致|敬礼|祝好|顺颂商祺|谢谢|以上)(?:[,，.。!！]?|[,，]\s*\p{Lu}[\p{L}'.-]+(?: \p{Lu}[\p{L}'.-]+)?|[,，!！]\s*\p{Script=Han}{2,4})$/iu;
/** Greets somebody by name, as nobody writes to an assistant: "Hi Amy,", 李雷你好，. */
const addressed =
  /^(?:(?:hi|hello|hey|dear)\s+(?!all\b|there\b|team\b|genjin\b|bot\b)\p{L}[\p{L}'. -]{0,30}[,，!:]|(?:尊敬的|亲爱的)?(?!大家|各位|跟进|小助手|机器人)\p{Script=Han}{2,6}(?:您好|你好|好)[,，:：!！])$/iu;
/** A first line that says the lines below it are somebody else's words: 转发客户消息： ("forwarded from the customer:"). */
const announced =
  /^(?:(?:转发|转一下|转|fwd?|forward(?:ed|ing)?|begin forwarded message|以下是|下面是)[^:：]{0,30}|(?:客户|对方|他|她|他们|王总|老板|[^\s:：]{1,8}[总经理工])(?:那边)?(?:发来|发的|说|回复|回|原话|的?(?:微信|邮件|短信|消息))[^:：]{0,12}|(?:微信|邮件|短信|聊天记录)[^:：]{0,12}|(?:(?:mail|e-?mail|message|text|note|reply|letter|wechat|whatsapp) from|from) [^:：]{2,60}|(?:the )?(?:customer|client|he|she|they|[^:：]{2,40}) (?:wrote|writes|says?|said|replied))\s*[:：]\s*$/iu;
/** The subject of a mail that was sent on, above its text: "FW: Notice to suppliers". */
const sentOn = /^(?:fwd?|fw|转发)\s*[:：]\s*\S/iu;
/** The head of a message in a copied chat, alone on its line: a name, a date and a time. */
const stampedHead = /^\S{1,16}(?: \S{1,16})?\s+\d{4}[/-]\d{1,2}[/-]\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?\s*$/u;
/** A line of a chat that was copied: a name and a time. */
const stampedLine = /^\S{1,16}(?: \S{1,16})?\s+(?:\d{4}[/-]\d{1,2}[/-]\d{1,2}\s+)?\d{1,2}:\d{2}/u;

/**
 * Whether the lines of a message are one text that somebody else wrote: a mail with its head, a quoted answer, a letter
 * with greeting and signature, a copied chat.
 */
export function isPassedOn(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const trimmed = lines.map((line) => line.trim());
  const count = (sign: RegExp) => trimmed.filter((line) => sign.test(line)).length;
  if (count(wrote) > 0 || count(header) >= 2 || count(quotedLine) >= 1 || count(stampedLine) >= 2)
    return true;
  const [first = ''] = trimmed;
  if (announced.test(first) || sentOn.test(first) || stampedHead.test(first)) return true;
  const close = trimmed.findIndex((line, at) => at > 0 && closing.test(line));
  const isLetter =
    (opening.test(first) && close > 0) ||
    (addressed.test(first) && trimmed.slice(1).some((line) => line.length >= 12));
  // A letter without its greeting: what stands below its close is a signature.
  const isSigned =
    close >= 1 && close < trimmed.length - 1 && trimmed.slice(close + 1).every((line) => line.length <= 60);
  return lines.length >= 3 && (isLetter || isSigned);
}

/** What numbers or marks a line: "1.", "2、", "（3）", "- ". */
const bullet = /^\s*(?:[（(]?\d{1,2}[)）.、．:：](?!\d)|[①-⑩]|[-*•·–—])\s*/u;

/** The head of things to do, in one language: it says their day, which each thing has unless it has one of its own. */
interface Heading {
  head: RegExp;
  /** Where lines without marks may be anything. */
  needsBullets: boolean;
  ownDay: RegExp;
  withDay(item: string, day: string): string;
}
const headings: Heading[] = [
  {
    head: /^(?:我的?)?(?<day>(?:今|明|后|大后)天|下*(?:周|星期|礼拜)[一二三四五六日天]?|本周|)的?(?:工作)?(?:计划|安排|行程|待办|日程|任务)(?:清单|如下)?\s*[:：]?$/u,
    needsBullets: false,
    ownDay: /^(?:[今明后昨]|大后)天|^下*(?:周|星期|礼拜)[一二三四五六日天]|^\d{1,2}[月号日.]/u,
    withDay: (item, day) => `${day}${item}`,
  },
  {
    head: /^(?:my |the )?(?:(?:to[- ]?dos?(?: list)?|plans?|tasks?|things to do|reminders?|agenda)(?: (?:for|on))?\s*(?<day>[^:]{0,24}?)|(?<first>[^:]{1,24}?)(?:'s)? (?:to[- ]?dos?(?: list)?|plans?|tasks?|agenda))\s*[:：]\s*$/iu,
    needsBullets: true,
    ownDay:
      /\b(?:today|tomorrow|tonight|(?:mon|tue|wed|thu|fri|sat|sun)\w*|next (?:week|month)|\d{1,2}\/\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d{1,2})\b/iu,
    withDay: (item, day) => `${item} ${day}`.trim(),
  },
];
/** A line of notes that says what it holds: "Who: Acme, Jane". */
const labelled =
  /^\s*(?:who|whom|what|when|where|how|next(?: steps?)?|customer|client|company|account|contact|notes?|outcome|result|action|status|summary|discussed|客户|联系人|内容|结果|下一步|情况|时间)\s*[:：]\s*(?=\S)/iu;
/** The head of notes of one visit, one to a line. */
const notes = /\b(?:notes?|visit|meeting|call|demo|update|recap|summary)\b|纪要|记录|情况|反馈|小结/iu;
/** Each new customer of one line begins anew: 线索 A 张总，线索 B 刘总; "new lead A, and new lead B". */
const leadWord = String.raw`(?:新?线索(?=[\s:：])|新客户|(?:new )?lead(?= \p{Lu})|new (?:prospect|customer)(?= \p{Lu}))`;
const leadsInRow = RegExp(String.raw`^\s*${leadWord}`, 'iu');
const nextLead = RegExp(
  String.raw`\s*(?:[,，;；。、]\s*(?:and |also |and also )?|\s(?:and|&) )(?:(?:还有|以及|和|another |a )?(?=${leadWord})|(?:还有|另外)(?:有|还有)?一?[个家](?:叫)?(?=\p{Script=Han}{3}))`,
  'giu',
);

/** The new customers that a line names one after the other, each with the words that call it new. */
function leadsOf(line: string): string[] {
  const word = leadsInRow.exec(line)?.[0].trim();
  if (!word) return [line];
  return line.split(nextLead).map((one) => (leadsInRow.test(one) ? one : `${word} ${one}`));
}

/**
 * The acts of a message that is not one text of somebody else: things to do, each with the day of their head; notes of one
 * visit, which are one act; else each line, each new customer or order of a line, and what a line tells and asks, is one.
 */
export function actsOfMessage(lines: readonly string[]): string[] {
  const [head = '', ...rest] = lines.map((line) => line.trim());
  const acts = rest.length > 0 ? actsUnder(head, rest) : undefined;
  return acts ?? lines.flatMap(leadsOf).flatMap(ordersIn).flatMap(reminderApart).flatMap(halvesOf);
}

/** A plan, and that one wants to be reminded so long before it: 下周三拜访星河，提前一天提醒 ("…, remind me a day before"). */
function reminderApart(line: string): string[] {
  const { plan = '', reminder = '' } = planAndReminder.exec(line.trim())?.groups ?? {};
  return plan !== '' && readRemindBefore(reminder) ? [plan, reminder] : [line];
}
const planAndReminder =
  /^(?<plan>.{4,})[,，;；。]\s*(?:(?:and|记得|到时候?)\s*)?(?<reminder>[^,，;；。]{4,40}?)[.。!！]*$/iu;

function actsUnder(head: string, rest: readonly string[]): string[] | undefined {
  const items = rest.map((line) => line.replace(bullet, '').trim());
  const isBulleted = rest.every((line) => bullet.test(line));
  for (const { head: heading, needsBullets, ownDay, withDay } of headings) {
    const found = heading.exec(head);
    if (!found || (needsBullets && !isBulleted)) continue;
    const day = (found.groups?.day ?? found.groups?.first ?? '').trim();
    return items.map((item) => (day === '' || ownDay.test(item) ? item : withDay(item, day)));
  }
  if (rest.filter((line) => labelled.test(line)).length >= 2) {
    const told = (labelled.test(head) ? [head, ...rest] : rest).map((line) => line.replace(labelled, ''));
    return [told.join(', ')];
  }
  if (isBulleted && notes.test(head) && head.length <= 60)
    return [`${head.replace(/[:：]\s*$/u, '')}: ${items.join(', ')}`];
  return undefined;
}
