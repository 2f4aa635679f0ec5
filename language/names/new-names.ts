import type { FoundPiece } from '../../kernel/pieces/base/piece.js';
import type { Mention } from '../reading/sentence-reading.js';
import { companyEnd, goesTo, kindOfCompany } from './certain-name.js';
import { type NamePlace, noName } from './name-places.js';
import { type NameSpan, span } from './name-spans.js';

const endsName =
  /的|了|过|他们|她们|我们|对(?=[了过])|转(?=[了悠])|(?<=公司|集团)(?!公司)|联系人|联系|电话|手机|负责人|地址|老板|[打发聊说谈开做签想吃问讲]|在|把|那边|这边|都|也|来|要|\d|幺|[\s,。:;、()"']|$/u;

/** What no customer is called after. */
const business =
  /审批|流程|方案|报价|合同|演示|培训|需求|细节|材料|预算|时间|情况|问题|消息|结果|价格|资料|系统上线|付款|条款|条件|发票|进度|文档|接口|清单|手册|模板|图纸|样品|样机|(?:系统|模块)$|董事会|财务部|采购部/u;

/** Finds an unknown name where only a customer can stand. */
export function newNames(
  text: string,
  places: NamePlace[],
  pieces: FoundPiece[],
  people: NameSpan[],
  known: Mention[],
  isLead: boolean,
): Mention[] {
  const found: Mention[] = [];
  for (const { from, to, kind } of places) {
    if (kind === 'joined' && known.length === 0 && found.length === 0 && !isLead) continue;
    const one =
      companyAt(text, from, to) ??
      nameAt(text, { from, to, isSingle: isLead && isOneLead(text) }, pieces, people);
    if (
      !one ||
      (!isCompanyName(one.words) && isSpokenOnly(text, one, pieces)) ||
      (kind === 'head' && !isLead && !isHead(text, one, people)) ||
      noName.test(one.words)
    )
      continue;
    if (of.test(text.slice(one.to))) continue;
    // Beside a customer that is known, or an earlier new one, only what is called like a company is another.
    const before = text.slice(0, from);
    const isCompany =
      isCompanyName(one.words) &&
      (isLead ||
        goesTo.test(before) ||
        /(?:[是叫]|[另还][^,。]{0,2}一家)(?:\p{Script=Han}{2,3}的)?$/u.test(before));
    const isAnother = kind === 'joined' || isCompany || (isLead && another.test(before));
    if ((known.length > 0 || found.length > 0) && !isAnother) continue;
    if (!isLead && business.test(one.words)) continue;
    if ([...known, ...found].some((other) => one.from < other.to && other.from < one.to)) continue;
    found.push({ ...one, how: 'new', hits: [] });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Follows a name at the head of a note: 归雁民宿 电话 王总 ("Guiyan B&B, call, Mr Wang"). */
const inTouch = /^\s+(?:电话|微信|邮件|短信|拜访|上门|走访|回访|面谈|来电|演示|开会|会议|视频|见面)/u;

/** Whether a name at the head of a clause is certainly a customer's. */
const isHead = (text: string, { words, to }: NameSpan, people: NameSpan[]): boolean => {
  const joint = /^\s*的?/u.exec(text.slice(to))?.[0].length ?? 0;
  return (
    !business.test(words) &&
    (inTouch.test(text.slice(to)) || (isCompanyName(words) && people.some(({ from }) => from === to + joint)))
  );
};

/** Where a company's name ends before an 'and': 金桥电子和大成建材. */
function joinIn(text: string, from: number, to: number): number {
  const joint = [...text.slice(from, to).matchAll(/[和与跟及]/gu)].find(({ index }) =>
    companyEnd.test(text.slice(from, from + index)),
  );
  return joint ? from + joint.index : to;
}

/** Somebody of a customer: "Ann Lee from Green Foods". */
const of = /^ (?:from|at|of|with) (?:the )?\p{Lu}/u;
/** Before a second new customer: 还有一个 ("and another one"), "another new lead". */
const another =
  /(?:还有|另外|另)[^,。]{0,8}$|(?:新客户|线索|家|[名]?叫)\s*$|\b(?:another|second|new|lead|prospect|customer|called)(?: \w+)?\s*$/iu;

/** What stands before the name of a company: 坂田的… ("… of Bantian"), 那个. */
const beforeCompany =
  /^(?:(?:嗯|呃|那个|就是|一[个家]|新的?|客户|名?叫做?|\p{Script=Han}{2,4}的(?!客户))+)?/u;
/** Other words of a sentence, which stand in no company's name. */
const inSentence =
  /[我你他她它们这那的了过是在说想要没不都也就还又再给让把被跟和与对聊谈见去来到上套批用买卖做家个叫约吗呢啊吧]|然后|因为|现在|今天|昨天|明天|一下/u;
const company = new RegExp(
  `^\\p{Script=Han}{2,7}?${kindOfCompany}+(?:有限公司|集团|公司)?(?!部|城|街|路|园|展|[行产]业|的人)`,
  'u',
);

/** The name of a company that begins right where a customer can stand: 我去了趟深圳宏达电子就是宝安那家 ("… that one in Bao'an"). */
export function companyAt(text: string, from: number, to: number): NameSpan | undefined {
  const skipped = beforeCompany.exec(text.slice(from, to))?.[0].length ?? 0;
  for (const start of new Set([from + skipped, from])) {
    const name = company.exec(text.slice(start, to))?.[0];
    if (name && !inSentence.test(name.slice(0, -1))) return span(text, start, start + name.length);
  }
  return undefined;
}

const isCompanyName = (words: string): boolean => companyEnd.test(words) || endsSo.test(words);
const endsSo = new RegExp(`${kindOfCompany}$`, 'u');

/** Fillers and other words of speech that are nobody's name. */
const spoken = /嗯|呃|哦|噢|然后|左右|那个|这个|就是|对了|恭喜|祝贺|辛苦|另外|大概/u;

/** Whether words are only sounds, an amount, or where somebody came from: 从龙岗出来 ("back from Longgang"). */
const isSpokenOnly = (text: string, { words, from, to }: NameSpan, pieces: FoundPiece[]): boolean =>
  spoken.test(words) ||
  pieces.some(({ piece, from: start, to: end }) => piece.kind === 'amount' && start < to && from < end) ||
  (/[出回过进]$/u.test(words) && /^[来去]/u.test(text.slice(to)));

/** Whether the words tell of one new customer, so that an 'and' in a name belongs to it. */
const isOneLead = (text: string): boolean =>
  /\bnew (?:lead|prospect|customer|client|inquiry|enquiry)\b/iu.test(text) &&
  !/\b(?:leads|prospects|customers|clients|both|two|another)\b/iu.test(text);

const nameWord = String.raw`\p{Lu}[\p{Script=Latin}\d'-]*`;
/** `Pickle & Rye Deli`; with `and` where the words can only tell of one. */
const latinName = new RegExp(String.raw`^${nameWord}(?: (?:& )?${nameWord})*`, 'u');
const latinNameWithAnd = new RegExp(String.raw`^${nameWord}(?: (?:(?:&|and) )?${nameWord})*`, 'u');

/** The name of several words with capitals that stands there: `Northgate Auto Parts`. */
export function latinNameAt(text: string, from: number, to: number): NameSpan | undefined {
  const name = latinName.exec(text.slice(from, to))?.[0].replace(/'s .*$/u, '') ?? '';
  return name.includes(' ') ? span(text, from, from + name.length) : undefined;
}

function nameAt(
  text: string,
  { from, to, isSingle }: { from: number; to: number; isSingle: boolean },
  pieces: FoundPiece[],
  people: NameSpan[],
): NameSpan | undefined {
  const rest = text.slice(from, to);
  const latin = (isSingle ? latinNameWithAnd : latinName).exec(rest)?.[0].replace(/'s .*$/u, '');
  const stop = [...people, ...pieces.filter(({ piece }) => piece.kind !== 'amount')]
    .map((one) => one.from)
    .filter((at) => at >= from)
    .reduce((a, b) => Math.min(a, b), to);
  if (latin) {
    const end = Math.min(from + latin.length, stop);
    return latin.includes(' ') && end - from >= latin.length ? span(text, from, end) : undefined;
  }
  const end = joinIn(text, from, Math.min(from + rest.search(endsName), stop));
  const size = end - from;
  return size >= 3 && size <= 10 && /^\p{Script=Han}+$/u.test(text.slice(from, end))
    ? span(text, from, end)
    : undefined;
}
