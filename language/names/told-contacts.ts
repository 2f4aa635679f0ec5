import type { FoundPiece } from '../../kernel/pieces/base/piece.js';
import { compoundSurnames, surnames } from '../../kernel/pieces/base/surnames.js';
import type { PersonSpan } from './sentence-people.js';

/** A person whom the words introduce by name: 财务总监钱芳 ("Qian Fang, head of finance"). */
export interface ToldPerson extends PersonSpan {
  /** The role that was said with the name. */
  title?: string;
}

const department =
  '(?:采购|财务|技术|市场|销售|运营|行政|人事|法务|信息(?:化|中心)?|IT|it|项目|生产|设备|仓储|物流|品质|质量|研发|商务|基建|工程|总务|后勤|供应链|安全|工艺|实施|运维|门店|区域|招标|业务)';
const rank = '(?:部)?(?:总监|经理|主管|部长|主任|科长|处长|负责人|专员|工程师|副总|老总|助理|员|的)';
const role = `(?:${department}${rank}|采购|财务|法务|技术|行政|人事|总经理|副总经理|副总|总裁|董事长|董秘|CEO|CTO|CFO|CIO|COO|厂长|店长|院长|校长|老板娘?|秘书|助理|对接人|联系人|负责人|经办人|决策人|接口人|总监|经理|主管|主任|会计|出纳|工程师|前台)`;
const surname = `(?:${[...compoundSurnames].join('|')}|[${[...surnames].join('')}])`;
/** What may follow a name; otherwise its characters may belong to another word. */
const ends =
  '(?=$|[\\s,。;:、!?()/]|\\d|[他她]|说|讲|表示|管|负责|是|在(?!线)|的|和|跟|也|想|要|问|觉得|今天|昨天|微信|电话|手机|号码|联系方式|了|以后|接替|接手|人(?=[挺很不也还好])|接的|那边|对接|主抓|主管|拍板|答应|同意)';
const notGiven = /[总工姐哥董说讲管是在的和跟也想要问电手微号他她这那了呢吧都还就要]/u;
const notName =
  /^(?:方面|周[期边末转全报会年密]|高[峰低效度层]|方[式法向]|方便|安排|安全|时间|高级|高层|任何|管理|关于|关键|平时|常务|程序|计划|成本|成交|金额|金融|马上|经常|易于|于是|和我|同意|同事|何时|江苏|江西|海外|海南|华东|华南|万一|白天|时候|应该|明天|明年|党委|车间|水电|石油|单价|单位|国内|国外|全部|全体|东西|项目|章程|谢谢|许多|雷达|毛利|温度|房间|班组|文件|文档|林业)/u;

const latinName = '(?<=[是叫:\\s])\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){1,2}';
const introduced = new RegExp(
  `(?<role>${role})(?:换成了?|换了|改成了?|现在是|变成了?|新来了?个?|是|叫|,叫|,名叫|:)?(?<name>${surname}\\p{Script=Han}{1,2}?|${latinName})${ends}`,
  'gu',
);
const called = new RegExp(
  `(?<role>${role})?[^,。]{0,6}(?:,\\s*)?(?:名?叫做?|名字[是叫]|换成了?|换了(?=\\p{Script=Han}{2,3}(?:$|[,。]))|改由|交给了?|由)(?:一?个)?(?<name>${surname}\\p{Script=Han}{1,2}?)${ends}`,
  'gu',
);
const beforePhone = new RegExp(
  `(?:^|[\\s,。;:、的])(?<role>${role})?(?<name>${surname}\\p{Script=Han}{1,2}?)(?:的)?(?:电话|手机号?|号码|联系方式)?[是:\\s]*(?=1[3-9]\\d{9})`,
  'gu',
);

/** Finds the people whom the words introduce by name, apart from what is known already to be somebody or something else. */
export function toldPeople(text: string, occupied: { from: number; to: number }[]): ToldPerson[] {
  const found: ToldPerson[] = [];
  for (const pattern of [introduced, called, beforePhone]) {
    for (const one of text.matchAll(pattern)) {
      const { name = '', role: title } = one.groups ?? {};
      const given = name.slice(1);
      if (notGiven.test(given) || notName.test(name)) continue;
      const from = one.index + one[0].lastIndexOf(name);
      const to = from + name.length;
      const overlaps = [...occupied, ...found].some((other) => from < other.to && other.from < to);
      if (overlaps) continue;
      const kept = title?.replace(/^(?:联系人|对接人|接口人|经办人|负责人)$/u, '');
      found.push({ words: name, from, to, ...(kept ? { title: kept } : {}) });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** The number of whoever wrote the words, which may be somebody else: 我的电话 ("my number"), 请回电 ("please ring back"). */
const speakersOwn =
  /(?:我|本人)(?:这边)?的?(?:新)?(?:电话|手机号?|微信|号码|联系方式)?(?:号|是|:|\s)*$|(?:回电|致电|来电|回拨|打给我|联系我)[^,。]{0,4}$/u;
/** How far a name may stand before its number, in characters. */
const farthest = 24;

/** Whose number a phone number is: the person named last before it, else the first one right after it. */
export function ownerOfPhone(
  text: string,
  phone: Pick<FoundPiece, 'from' | 'to'>,
  people: readonly PersonSpan[],
): PersonSpan | undefined {
  const head = text.slice(0, phone.from);
  if (speakersOwn.test(head)) return undefined;
  const before = people.filter(({ to }) => to <= phone.from).toSorted((a, b) => b.to - a.to)[0];
  // A new sentence, or another customer's clause, is about somebody else.
  const between = before && text.slice(before.to, phone.from);
  if (between !== undefined && between.length <= farthest && !/[。\n]/u.test(between)) return before;
  const after = people.filter(({ from }) => from >= phone.to).toSorted((a, b) => a.from - b.from)[0];
  return after && after.from - phone.to <= 4 ? after : undefined;
}

/** Says who somebody is and how to reach them, and nothing that was done. */
const introduces =
  /新来|来了(?:个|位|一)|换(?:人|成|了)|接替|接手|(?:负责|对接|联系)人|以后(?:找|联系|跟|都)|名?叫|电话|手机|微信|号码|邮箱|姓|新(?:任|上任)|上任|管(?=\p{Script=Han})|负责|走了|离职|调走|退休/u;

/** Whether all clauses only introduce somebody. */
export const onlyIntroduces = (clauses: readonly string[]): boolean =>
  clauses.length > 0 && clauses.every((text) => introduces.test(text) || onlyNumber.test(text));

const onlyNumber = new RegExp(`^(?:\\s|\\+?[\\d-]{7,}|${role})*$`, 'u');
