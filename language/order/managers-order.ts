/** What a manager orders of whoever owns the record, without naming them. */
const managersOrder =
  /盯紧|盯[住着]|抓紧|尽快|赶紧|务必|加把劲|跟紧|别[丢忘拖]|(?:^|[\s,，。])(?:好|那|就|先|记得|你|(?:这|下)?周[一二三四五六日末]|明天|后天|今天|月底|之?前)*把[^,，。我]+(?:发|给|交|签|做|搞定|落实|确认|拿下|定)|\b(?:make sure|chase (?:it|them)|get (?:it|this|the \w+) (?:out|done|signed)|push (?:it|them)|keep (?:at|on) (?:it|them)|send (?:it|them|the \w+))\b/iu;

/** Whether words without a name order something of somebody else. */
export const isManagersOrder = (line: string): boolean => managersOrder.test(line) && !/我/u.test(line);
