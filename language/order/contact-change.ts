import type { ReadAt } from '../../kernel/pieces/base/piece.js';
import { scan } from '../../kernel/pieces/scan.js';
import { bareOrder, isAsking, orderText } from '../correction/plain-order.js';

/** What changed of a contact, and of whom: 王总换号码了 13811113333 ("Mr Wang has a new number"). */
export interface ContactChange {
  /** The contact as said, perhaps with their customer; empty for the one who was talked of last: 他手机 … ("his cell is …"). */
  who: string;
  phone?: string;
  email?: string;
  title?: string;
  /** It is an order to change the record, no news that a tap confirms before a known value is overwritten. */
  isOrder: boolean;
}

/** Longest line read so, in characters. */
const longest = 80;

const numberHan = '(?:手机号码?|电话号码?|手机|电话|号码|联系方式|号|邮箱|邮件地址)';
const lateHan = '(?:最近|已经?|刚刚?|又|都|现在|上周|上个?月|今天|昨天)*';
const tailHan =
  '(?:了|啦)?[,:：\\s]*(?:新的?)?(?:号码|电话|手机|邮箱|号)?(?:是|为|:|：|改成|换成|变成)?\\s*#(?:了|啦)?$';
/** Asks to keep what follows: 记一下 ("note"). */
const noteHan = '(?:(?:帮我|麻烦)?(?:记录?一?下|存一?下|保存|补一?下|补上|加一?下|添加|登记)(?:一下)?)?';
const valueHan = [
  `^(?<who>[^,，#]{1,16}?)的?${lateHan}(?:换|改|更换|变)(?:成|了|过)?(?:一?个)?新?(?:的)?${numberHan}${tailHan}`,
  `^(?<who>[^,，#]{1,16}?)的?${numberHan}${lateHan}(?:改|换|变|更新|更换)(?:成|为|到|了|过)*${tailHan}`,
  `^(?<who>[^,，#]{1,16}?)的?新(?:的)?${numberHan}(?:是|为|:|：|,|，)?\\s*#$`,
  `^${noteHan}(?:(?<pronoun>[他她])|(?<who>(?!给|跟|和|让|去|约)[^,，#\\s了打]{1,12}?))的?${numberHan}(?:是|为|:|：)?\\s*#$`,
];
const orderHan = `^(?:把|将|麻烦把|更新)(?<who>[^,，#]{1,16}?)的?${numberHan}(?:改|换|更新|修改|变更|设)?(?:成|为|到|一下)?[,:：\\s]*#$`;

const rank =
  '(?:[\\p{Script=Han}A-Za-z]{0,8}?(?:总裁|总经理|副总|总监|经理|主管|主任|部长|科长|处长|厂长|店长|院长|校长|所长|局长|行长|组长|队长|董事长|董事|负责人|工程师|专员|总助|助理|老板|合伙人|秘书|总工|会计|CEO|CTO|CFO|CIO|COO|CMO|VP))';
const titleHan = new RegExp(
  `^(?<who>[^,，]{1,16}?)${lateHan}(?:被|要)?(?:升职|升任|升为|升成|升到|升级为|升|晋升|提拔|提升|调任|转任|改任|荣升|当上?|做了?)(?:成|为|到|了|做|任)*(?<title>${rank})(?:了|啦)?$`,
  'u',
);
const titleOrderHan = new RegExp(
  `^(?<verb>把|将)?(?<who>[^,，]{1,16}?)的?(?:职位|职务|头衔|岗位|title)${lateHan}(?:改|换|变|更新|升|调整)?(?:成|为|到|是)(?<title>${rank})(?:了|啦)?$`,
  'iu',
);

const whose =
  "(?<who>(?!i\\b|we\\b|you\\b|they\\b|he\\b|she\\b|it\\b|my\\b|our\\b|the\\b)[\\p{L}.' -]{2,40}?)";
const number =
  '(?:(?:phone|cell|mobile|tele?phone|direct|work|e-?mail)(?: (?:number|phone|address))?|number)';
const valueLatin = [
  `^${whose}(?:'s| has an?| got an?| has got an?) new ${number}(?: is| now is|:|,| -)? ?#$`,
  `^${whose} (?:has |just )?changed (?:her|his|their) ${number}(?: to|,? (?:it's|it is|the new one is|now|new one is)|[:,])? ?#$`,
  `^${whose}'s ${number} (?:is now|has changed to|changed to|should be|is new:?|now is) ?#$`,
  `^new ${number} (?:for|of) ${whose}(?: is|:|,| -)? ?#$`,
  `^(?:note |save |add |here's |fyi )?(?:${whose}'s|(?<pronoun>his|her|their)) ${number}(?: is|:|,| -)? ?#$`,
];
const orderLatin = [
  `^(?:change|update|set|correct|fix|edit) ${whose}'s ${number} (?:to|=|:) ?#$`,
  `^(?:change|update|set|correct) (?:the )?${number} (?:of|for) ${whose} (?:to|=|:) ?#$`,
];
const post =
  '(?<title>(?:[\\p{L}&,-]+ ){0,4}?(?:vp|svp|evp|vice president|president|director|manager|head|chief|c[eftiom]o|partner|supervisor|lead|officer|buyer|owner|engineer|controller|coordinator|principal|chair(?:man|woman)?)(?: (?:of|for) [\\p{L}& ]{2,30})?)';
const titleLatin = [
  `^${whose} (?:was|has been|got|is|just got|has just been|just became) (?:just |now )?(?:promoted|moved up) to (?:be )?(?:the |an? )?${post}$`,
  `^${whose} (?:is now|became|just became|has become|is) (?:now )?(?:the |their |our |an? )?(?:new )?${post}(?: now)?$`,
  `^${whose}'s (?:new )?(?:title|role|job|position) (?:is|is now|changed to|has changed to) (?:now )?(?:the )?${post}$`,
];
const titleOrderLatin = [
  `^(?:change|update|set|correct) ${whose}'s (?:job )?(?:title|role|position) to (?:the )?${post}$`,
];

const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;

/** Reads what changed of a contact, or undefined if the line says anything else. */
export function readContactChange(line: string, at: ReadAt): ContactChange | undefined {
  const text = orderText(line).replace(/[’‘]/gu, "'");
  if (text.length > longest || isAsking(text)) return undefined;
  const [phone, ...more] = scan(text, new Set(['phone'] as const), at);
  if (more.length > 0) return undefined;
  const email = mail.exec(text);
  const span = phone ?? (email && { from: email.index, to: email.index + email[0].length });
  if (span) {
    const said = bareOrder(`${text.slice(0, span.from)}#${text.slice(span.to)}`);
    const value = phone?.piece.kind === 'phone' ? { phone: phone.piece.value } : { email: email?.[0] ?? '' };
    const ordered = whoIn(said, [orderHan, ...orderLatin]);
    const told = ordered ? undefined : whoIn(said, [...valueHan, ...valueLatin]);
    const who = told?.who ?? ordered?.who;
    return who !== undefined ? { who, ...value, isOrder: ordered !== undefined } : undefined;
  }
  const said = bareOrder(text.replace(/[.。!！]+$/u, ''));
  const order = titleOrderHan.exec(said)?.groups;
  const ordered = order?.verb ? order : whoIn(said, titleOrderLatin);
  const found = ordered ?? order ?? titleHan.exec(said)?.groups ?? whoIn(said, titleLatin);
  if (!found?.who || !found.title) return undefined;
  return { who: cleaned(found.who), title: found.title.trim(), isOrder: ordered !== undefined };
}

function whoIn(text: string, forms: readonly string[]): Record<string, string> | undefined {
  for (const form of forms) {
    const found = new RegExp(form, 'iu').exec(text)?.groups;
    if (found?.who || found?.pronoun) return { ...found, who: cleaned(found.who ?? '') };
  }
  return undefined;
}

const cleaned = (who: string): string => who.replace(/^(?:客户|联系人|那个|把|将)|的$/gu, '').trim();
