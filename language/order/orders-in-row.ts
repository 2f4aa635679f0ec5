/** Longest line that is split into orders, in characters. */
const longest = 160;

const joins = String.raw`[,，;；。、]\s*(?:然后|顺便|另外|还有|同时|接着|并且|再|也|麻烦|请)*|\s*(?:然后再?|顺便再?|另外再?|再(?=提醒我|把)|并且(?=把|提醒|给))`;
const join = new RegExp(`(?:${joins})`, 'gu');

const number = String.raw`[TDL][-\s]?\d{1,9}`;
const day = String.raw`(?:今天|明天|后天|大后天|(?:这|本|下)*(?:周|星期|礼拜)[一二三四五六日天]|\d{1,2}[号日]|\d{1,2}月\d{1,2}[号日]?|下周|月底|下个?月)(?:上午|下午|早上|晚上)?(?:[\d一二三四五六七八九十]{1,3}点半?)?`;
const polite = '(?:请|麻烦|帮我|那|先|再|就|给我|你)*';

/** One order for itself; of what it is about, where it says so. */
const reminds = new RegExp(`^${polite}(?:提醒我|记得提醒|别忘了提醒|${day}提醒我)`, 'u');
const orders = [
  reminds,
  /* 把星河的推进到报价 ("move Xinghe to the quote"), 把D-3转给韩梅 */
  new RegExp(
    `^${polite}(?:把|将)[^,，。]{1,24}?(?:推进|推到|推迟|推后|改到|改成|改为|调到|调成|挪到|延到|延后|移到|转给|交给|分给|派给|标(?:为|成|记)?|设(?:为|成)|退回|取消|删|完成|关掉|放回)`,
    'u',
  ),
  new RegExp(
    `^${polite}(?:完成|取消|推进|推迟|延期|撤销|删掉?|标记|做完)\\s?(?:待办|商机|任务)?\\s?${number}`,
    'iu',
  ),
  new RegExp(`^${number}\\s?(?:推进|推到|推迟到?|改到|改成|挪到|延到|完成|做完|取消|转给|退回)`, 'iu'),
  new RegExp(
    `^${polite}[给为][^,，。]{1,20}?(?:建|新建|新增|加|开|创建)[^,，。]{0,12}(?:商机|单子|待办|提醒|任务|线索)`,
    'u',
  ),
  /^(?:金额|成交日期?|阶段|预计成交日?|负责人)(?:也|都|再)*(?:改到|改成|改为|调到|调成|推到|换成)/u,
  /* 云帆明天改后天 ("Yunfan's from tomorrow to the day after"), 明天的拜访推到周五 */
  new RegExp(
    `^[^,，。没不]{0,16}?(?:${day})[^,，。没不]{0,8}?(?:改到|改成|改|推到|推迟到|挪到|延到|换到)${day}$`,
    'u',
  ),
  new RegExp(`^[^,，。没不]{2,12}?的[^,，。没不]{0,6}?(?:推到|推迟到|挪到|延到|改到|改)${day}$`, 'u'),
  /* 海棠的取消 ("Haitang's is cancelled"): without 了, which would tell of it. */
  new RegExp(
    `^[^,，。没不]{2,12}?(?:的|那个|那条)(?:${day}的)?(?:待办|拜访|电话|会议?|提醒)?(?:就|都|也)?(?:取消|删掉|推掉|作废)(?:吧|掉)?$`,
    'u',
  ),
  new RegExp(`^${polite}取消${day}?[^,，。没不]{1,12}(?:拜访|电话|会议?|提醒|待办|见面|演示)$`, 'u'),
];

const isOrder = (part: string): boolean => orders.some((form) => form.test(part));

/** Goes on about what the order before it was about: 再推进到谈判 ("then move it to negotiation"). */
const goesOn = /^(?:先|再|就|也)*(?:推进到?|推到|移到|转给|交给|分给|标为|退回到?)[^,，。了]{1,12}$/u;

/** What is changed of a record, without the record. */
const ofRecord = /^(?:金额|成交日?期?|预计成交日?|阶段|负责人)/u;

/** What an order is about, as far as it says so: D-3 of 把D-3推进到报价, 星河 of 给星河建个商机. */
function objectOf(order: string): string | undefined {
  const said =
    /(?:把|将)(?<a>[^,，。]{1,16}?)的?(?:金额|成交|预计|阶段|推进|推到|改|转|标|退|调|移|设)/u.exec(order) ??
    /[给为](?<a>[^,，。]{1,16}?)(?:那边)?(?:新建|创建|新增|建|加|开)/u.exec(order) ??
    /^(?<a>[DL][-\s]?\d{1,9})/iu.exec(order);
  const object = said?.groups?.a?.trim();
  return object === undefined || ofRecord.test(object) ? undefined : object;
}

/** An order on a numbered record, behind whatever else was told: ，再把D-2推进到谈判 (", and move D-2 to negotiation"). */
const numberedEnd = new RegExp(
  `[,，;；。]\\s*(?:再|顺便|然后|另外|帮我)*(?=把\\s?${number}\\s?(?:推进|推到|改成|改到|转给|标(?:为|成)|退回|取消|完成))`,
  'iu',
);

const name = '[^,，。、和跟与都把将了没不]{2,12}?';
const both = new RegExp(
  `^${polite}(?:把|将)?(?<list>(?:D[-\\s]?\\d{1,9}|${name})(?:的)?(?:\\s?(?:和|跟|与|、|还有)\\s?(?:D[-\\s]?\\d{1,9}|${name})(?:的)?){1,4})(?:这|那)?(?:[两三]个)?(?:单子|商机)?(?:都|全部?)(?<rest>(?:推进到?|推到|转给|交给|分给|改成|改到|标(?:为|成)|退回到?)[^,，。]{1,14}|(?:输|丢)了(?:[,，].{1,20})?)$`,
  'iu',
);

/** One order over several deals as one for each: 星河和云帆都推进到报价 ("move Xinghe and Yunfan to the quote"). */
function ordersOfEach(line: string): string[] {
  const { list, rest = '' } = both.exec(line.trim())?.groups ?? {};
  if (list === undefined || /了$/u.test(rest)) return [line];
  const verb = /^(?:输|丢)了/u.test(rest) ? '' : '把';
  return list.split(/和|跟|与|、|还有/u).map((one) => `${verb}${one.trim()}${rest}`);
}

/** Another matter, and no part of what one is to be reminded of. */
const another = /^(?:[,，;；。、]\s*)(?:另外|还有|对了)/u;

/**
 * The orders that a line gives one after the other, each of which is an act of its own: 把D-3推进到报价，再提醒我周五打电话
 * ("move D-3 to the quote, and remind me to call on Friday"). The line itself if any part of it is no order.
 */
export function ordersIn(line: string): string[] {
  const end = numberedEnd.exec(line);
  const parts = end
    ? [...ordersInRow(line.slice(0, end.index)), ...ordersInRow(line.slice(end.index + end[0].length))]
    : ordersInRow(line);
  return parts.flatMap(ordersOfEach);
}

function ordersInRow(line: string): string[] {
  const text = line.trim().replace(/[。.!！~\s]+$/u, '');
  if (text.length > longest || /[\n?？]/u.test(text)) return [line];
  const parts: string[] = [];
  let from = 0;
  for (const found of text.matchAll(join)) {
    const part = text.slice(from, found.index).trim();
    const rest = text.slice(found.index + found[0].length).trim();
    const next = rest.split(/[,，;；。]/u)[0] ?? '';
    if (!isOrder(part) || !(isOrder(next) || goesOn.test(next))) continue;
    // What follows a reminder may well be what to remember.
    if (reminds.test(part) && !reminds.test(next) && !another.test(found[0])) continue;
    parts.push(part);
    from = found.index + found[0].length;
  }
  const last = text.slice(from).trim();
  if (parts.length === 0 || !(isOrder(last) || goesOn.test(last))) return [line];
  // What goes on about the record before it names that record: the first order may be refused or ask something.
  let about: string | undefined;
  return [...parts, last].map((part) => {
    const isOfIt = goesOn.test(part) || ofRecord.test(part);
    about = isOfIt ? about : objectOf(part);
    return isOfIt && about !== undefined ? `把${about}的${part.replace(/^(?:先|再|就|也)+/u, '')}` : part;
  });
}
