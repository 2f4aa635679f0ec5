/** A line that says for which day the lines after it are: 明天计划： ("plan for tomorrow:"). */
const planHeading =
  /^(?<day>(?:今|明|后|大后)天|下*(?:周|星期|礼拜)[一二三四五六日天]?|本周)?的?(?:工作)?(?:计划|安排|行程|待办|日程)(?:如下)?\s*[:：]?$/u;
/** What numbers a line: "1.", "2、", "（3）". */
const numbered = /^\s*(?:[（(]?\d{1,2}[)）.、:：]|[①-⑩]|[-•·*])\s*/u;
/** A day at the beginning of a line. */
const ownDay = /^(?:[今明后昨]|大后)天|^下*(?:周|星期|礼拜)[一二三四五六日天]|^\d{1,2}[月号日.]/u;

/** Lines under a heading that says their day, each with that day before it; other lines as they are. */
export function underHeading(lines: readonly string[]): string[] {
  const [first = '', ...rest] = lines;
  const heading = planHeading.exec(first.trim());
  if (!heading || rest.length === 0) return [...lines];
  const day = heading.groups?.day ?? '';
  return rest.map((line) => {
    const plain = line.replace(numbered, '').trim();
    return day === '' || ownDay.test(plain) ? plain : `${day}${plain}`;
  });
}

const header = /^(?:from|to|cc|sent|date|subject|发件人|收件人|抄送|主题|日期|发送时间)\s*[:：]/iu;
const quotedLine = /^\s*>/u;
const wrote = /^.{0,80}\bwrote:\s*$|^-{2,}\s*(?:original|forwarded)\b|^-{2,}\s*(?:原始|转发)/iu;
const opening =
  /^(?:(?:hi|hello|hey|dear)\b[^.!?]{0,40}[,，!！]?|(?:尊敬的|亲爱的)?\S{0,12}(?:您好|你好|好)\S{0,8}[,，:：!！]?)$/iu;
const closing =
  /^(?:(?:best|kind|warm)?\s*(?:regards|wishes)|best|cheers|thanks|many thanks|thank you|sincerely|yours\b.*|此致|敬礼|祝好|顺颂商祺|谢谢|以上)[,，.。!！]?$/iu;
/** A first line that says the lines below it are somebody else's words: 转发客户消息： ("forwarded from the customer:"). */
const announced =
  /^(?:(?:转发|转一下|转|fwd?|forward(?:ed|ing)?|begin forwarded message|以下是|下面是)[^:：]{0,30}|(?:客户|对方|他|她|他们|王总|老板|[^\s:：]{1,8}[总经理工])(?:那边)?(?:发来|发的|说|回复|回|原话|的?(?:微信|邮件|短信|消息))[^:：]{0,12}|(?:微信|邮件|短信|聊天记录)[^:：]{0,12}|(?:(?:mail|e-?mail|message|text|note|reply|letter|wechat|whatsapp) from|from) [^:：]{2,60}|(?:the )?(?:customer|client|he|she|they|[^:：]{2,40}) (?:wrote|writes|says?|said|replied))\s*[:：]\s*$/iu;
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
  if (announced.test(first) || stampedHead.test(first)) return true;
  const close = trimmed.findIndex((line, at) => at > 0 && closing.test(line));
  const isLetter = opening.test(first) && close > 0;
  // A letter without its greeting: what stands below its close is a signature.
  const isSigned =
    close >= 1 && close < trimmed.length - 1 && trimmed.slice(close + 1).every((line) => line.length <= 60);
  return lines.length >= 3 && (isLetter || isSigned);
}

const bullet = /^\s*(?:[-*•·–—]|\(?\d{1,2}[.)、．])\s*/u;
/** The head of a list of things to do, with what it says of their day. */
const toDo =
  /^\s*(?:my |the )?(?:to[- ]?dos?(?: list)?|plans?|tasks?|things to do|reminders?|agenda|待办|计划|安排|日程|任务)?\s*(?:for|on|的)?\s*(?<day>[^:：]{0,24}?)\s*(?:的)?(?:to[- ]?dos?|plans?|tasks?|待办|计划|安排|日程|任务)?\s*[:：]\s*$/iu;
const named = /\b(?:to[- ]?dos?|plans?|tasks?|things to do|reminders?|agenda)\b|待办|计划|安排|日程|任务/iu;
/** A line of notes that says what it holds: "Who: Acme, Jane". */
const labelled =
  /^\s*(?:who|whom|what|when|where|how|next(?: steps?)?|customer|client|company|account|contact|notes?|outcome|result|action|status|summary|discussed|客户|联系人|内容|结果|下一步|情况|时间)\s*[:：]\s*(?=\S)/iu;

/**
 * The acts of a message that is a list, or undefined if it is none: things to do, each with the day of the head; notes of one
 * visit, which are one act.
 */
export function actsOfList(lines: readonly string[]): string[] | undefined {
  const [head = '', ...rest] = lines.map((line) => line.trim());
  if (rest.length === 0) return undefined;
  const items = rest.map((line) => line.replace(bullet, ''));
  const isBulleted = rest.every((line) => bullet.test(line));
  const day = toDo.exec(head)?.groups?.day?.trim();
  if (isBulleted && day !== undefined && named.test(head))
    return items.map((item) => (/\p{Script=Han}/u.test(item) ? `${day}${item}` : `${item} ${day}`.trim()));
  if (rest.filter((line) => labelled.test(line)).length >= 2) {
    const told = (labelled.test(head) ? [head, ...rest] : rest).map((line) => line.replace(labelled, ''));
    return [told.join(', ')];
  }
  const isNotes =
    /\b(?:notes?|visit|meeting|call|demo|update|recap|summary)\b|纪要|记录|情况|反馈|小结/iu.test(head);
  if (isBulleted && isNotes && head.length <= 60)
    return [`${head.replace(/[:：]\s*$/u, '')}: ${items.join(', ')}`];
  return undefined;
}
