import { surnameParticle } from '../names/honorifics.js';
import { foldInPlace } from '../words/folding.js';
import { type Match, type PieceOf, whole } from './base/piece.js';
import { compoundSurnames, endsWordAfter, surnames } from './base/surnames.js';

type Contact = PieceOf<'contact'>;

/**
 * Titles, each with characters that must not follow because they make another word: 王总结 (总结, "summary"), 高工资
 * (工资, "wages").
 */
const titles: [title: string, notBefore: string][] = [
  ['副总经理', ''],
  ['副总裁', ''],
  ['总经理', ''],
  ['总工程师', ''],
  ['总监', '控测管'],
  ['总裁', ''],
  ['总工', '资作程会'],
  ['副总', '量'],
  ['总', '结体部共价额算会数量计之统得归包代行公是要在'],
  ['董事长', ''],
  ['董秘', ''],
  ['董', '事'],
  ['经理', '解念论财赔性由应顺清'],
  ['主任', ''],
  ['主管', '部'],
  ['主席', ''],
  ['工程师', ''],
  ['设计师', ''],
  ['工', '资作程业厂人具艺地期会商信'],
  ['老师', ''],
  ['老板', ''],
  ['处长', ''],
  ['处', '理于罚方境置分在处女长'],
  ['科长', ''],
  ['部长', ''],
  ['院长', ''],
  ['校长', ''],
  ['局长', ''],
  ['局', '面部域长势限'],
  ['所长', ''],
  ['行长', ''],
  ['厂长', ''],
  ['店长', ''],
  ['队长', ''],
  ['站长', ''],
  ['书记', ''],
  ['秘书', ''],
  ['助理', ''],
  ['会计', '师事系准'],
  ['采购', '部的了单员量价合流计'],
  ['博士', '后'],
  ['教授', ''],
  ['医生', ''],
  ['律师', '事'],
  ['顾问', ''],
  ['先生', ''],
  ['女士', ''],
  ['小姐', ''],
  ['师傅', ''],
  ['同学', ''],
  ['姐', '妹夫'],
  ['哥', '们哥伦斯'],
];

const title = titles
  .map(([word, notBefore]) => (notBefore === '' ? word : `${word}(?![${notBefore}])`))
  .join('|');
const surnameChar = `[${[...surnames].join('')}]`;
const surname = `(?:${[...compoundSurnames].join('|')}|${surnameChar})`;
const short = new RegExp(`(?<surname>${surname})(?<title>${title})`, 'gu');
const full = new RegExp(
  String.raw`(?<=^|[\s,，。;；、:：(（@]|拜访了?|联系人|联系了?|见了?|约了?|找了?)(?<surname>${surname})(?<given>\p{Script=Han}{1,2})(?<title>${title})`,
  'gu',
);
const notGiven = /[总董工处局姐哥的了在是和与跟为司部区级业市省县]/u;
const notName = new Set(
  '华为 华东 华南 华北 华中 华西 华润 华夏 万达 万科 万华 高级 高新 高端 高管 常务 安全 安排 安徽 方案 方便 金融 金山 金蝶 石化 石油 石家 林业 项目 江西 江苏 江南 马上 任命 任何 任职 田园 平安 白云 关于 关注 关键 程序 钱包 余下 包括 时间 文化 文员 路由 管理 解决 季度 温州 宁波 宁夏 苏州 苏宁 海尔 武汉 汤臣 龙湖 龙头 毛利 费用 牛奶 盛大 何时 何处 许多 许可 谢谢 万一 童装 游戏 章程 符合'.split(
    ' ',
  ),
);
const notPerson = new Set(['施工', '何处']);
const familiar = new RegExp(
  `(?<![大最中缩减从很太较])(?<kind>[小老])(?<surname>[${'王李张刘陈杨黄赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖董袁潘蒋蔡杜叶苏魏吕丁任沈姚卢姜崔谭陆汪范廖贾夏邹孟秦邱江薛段雷侯陶黎贺顾郝龚邵严戴莫汤'}])(?!(?<=周)[期报边]|(?<=任)[务何职]|(?<=范)[围例]|(?<=黄)[车鱼瓜金]|(?<=叶)子|(?<=孙)[子女]|(?<=胡)[子同]|(?<=何)[时]|(?<=江)[南湖]|(?<=夏)天|(?<=雷)达|(?<=段)[落子]|(?<=丁)点|(?<=许)多|(?<=唐)[山朝]|(?<=林)[业子]|(?<=苏)[打州]|(?<=汤)[圆包]|(?<=严)[重格]|(?<=顾)客|(?<=贺)[卡礼]|(?<=陶)[瓷]|(?<=梁)山|(?<=董)事|(?<=杜)绝|(?<=张)[数力]|(?<=王)[子国]|(?<=秦)[岭朝]|(?<=曾)[经]|(?<=陆)[续地军])`,
  'gu',
);
const particles = `(?:${surnameParticle}\\.?\\s+)*`;
const notName2 =
  '(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Next|Last|This|Today|Tomorrow|Yesterday|Call|Visit|Email|Meeting)[a-z]*\\b)';
const english = new RegExp(
  `(?<![\\p{Script=Latin}\\d])(?<title>[Mm]rs?|[Mm]s|[Mm]iss|[Dd]r|[Pp]rof)\\.?\\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b)(?<name>(?:\\p{Lu}[\\p{Script=Latin}'-]*\\s+(?=[Ss]t\\.?\\s|\\p{Ll}{2,3}\\s\\p{Lu}))?${particles.replace('(?:st|', '(?:[Ss]t|')}\\p{Lu}[\\p{Script=Latin}'-]*(?:\\s+${notName2}\\p{Lu}[\\p{Script=Latin}'-]+)?|${particles}\\p{Ll}[\\p{Script=Latin}'-]+)`,
  'gu',
);

/**
 * Finds people as they are spoken of: 王总 ("Mr Wang", a boss), 李经理 ("manager Li"), 王建国总, 小李 ("young Li"), Mr
 * Wang.
 */
export function findContacts(text: string): Match<Contact>[] {
  const folded = foldInPlace(text);
  const shorts = [...folded.matchAll(short)].filter((found) => {
    const before = folded[found.index - 1] ?? '';
    if (notPerson.has(found[0])) return false;
    return before === '' || !endsWordAfter[found.groups?.surname ?? '']?.includes(before);
  });
  const fulls = [...folded.matchAll(full)].filter((found) => {
    const { surname = '', given = '' } = found.groups ?? {};
    const inner = found.index + surname.length + given.length - 1;
    const nested = shorts.some((other) => other.index === inner || other.index === inner + 1);
    return !notGiven.test(given) && !notName.has(surname + given.slice(0, 1)) && !nested;
  });
  return [
    ...shorts.map((found) => contact(found, found.groups?.title)),
    ...fulls.map((found) => contact(found, found.groups?.title)),
    ...[...folded.matchAll(familiar)].map((found) => contact(found, undefined)),
    ...[...folded.matchAll(english)].map((found) => {
      const { name = '', title } = found.groups ?? {};
      return contact(found, title, name.split(/\s+/).at(-1));
    }),
  ];
}

function contact(found: RegExpExecArray, title?: string, surname = found.groups?.surname): Match<Contact> {
  const piece: Contact = {
    kind: 'contact',
    value: found[0],
    ...(surname ? { surname } : {}),
    ...(title ? { title } : {}),
  };
  return { piece, from: found.index, to: found.index + found[0].length };
}

/** Reads the person that the whole text names, or undefined. */
export function readContact(text: string): Contact | undefined {
  return whole(text, findContacts(text));
}
