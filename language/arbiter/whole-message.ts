const header = /^(?:from|to|cc|sent|date|subject|发件人|收件人|抄送|主题|日期|发送时间)\s*[:：]/iu;
const quotedLine = /^\s*>/u;
const wrote = /^.{0,80}\bwrote:\s*$|^-{2,}\s*(?:original|forwarded)\b|^-{2,}\s*(?:原始|转发)/iu;
const opening =
  /^(?:(?:hi|hello|hey|dear)\b[^.!?]{0,40}[,，!！]?|(?:尊敬的|亲爱的)?\S{0,12}(?:您好|你好|好)[,，:：!！]?)$/iu;
const closing =
  /^(?:(?:best|kind|warm)?\s*(?:regards|wishes)|best|cheers|thanks|many thanks|thank you|sincerely|yours\b.*|此致|敬礼|祝好|顺颂商祺|谢谢|以上)[,，.。!！]?$/iu;
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
  return lines.length >= 3 && opening.test(first) && trimmed.slice(-2).some((line) => closing.test(line));
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
