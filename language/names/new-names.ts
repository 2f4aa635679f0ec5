import type { FoundPiece } from '../../kernel/pieces/base/piece.js';
import type { Mention } from '../reading/sentence-reading.js';
import { companyEnd, goesTo } from './certain-name.js';
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
    const one = nameAt(text, { from, to, isSingle: isLead && isOneLead(text) }, pieces, people);
    if (!one || (kind === 'head' && !isLead) || noName.test(one.words)) continue;
    if (of.test(text.slice(one.to))) continue;
    // Beside a customer that is known, or an earlier new one, only what is called like a company is another.
    const before = text.slice(0, from);
    const isCompany = companyEnd.test(one.words) && (isLead || goesTo.test(before));
    const isAnother = kind === 'joined' || isCompany || (isLead && another.test(before));
    if ((known.length > 0 || found.length > 0) && !isAnother) continue;
    if (!isLead && business.test(one.words)) continue;
    if ([...known, ...found].some((other) => one.from < other.to && other.from < one.to)) continue;
    found.push({ ...one, how: 'new', hits: [] });
  }
  return found.sort((a, b) => a.from - b.from);
}

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

/** Whether the words tell of one new customer, so that an 'and' in a name belongs to it. */
const isOneLead = (text: string): boolean =>
  /\bnew (?:lead|prospect|customer|client|inquiry|enquiry)\b/iu.test(text) &&
  !/\b(?:leads|prospects|customers|clients|both|two|another)\b/iu.test(text);

const nameWord = String.raw`\p{Lu}[\p{Script=Latin}\d'-]*`;
/** `Pickle & Rye Deli`; with `and` where the words can only tell of one. */
const latinName = new RegExp(String.raw`^${nameWord}(?: (?:& )?${nameWord})*`, 'u');
const latinNameWithAnd = new RegExp(String.raw`^${nameWord}(?: (?:(?:&|and) )?${nameWord})*`, 'u');

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
