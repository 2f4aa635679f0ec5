import { literalPattern } from '../../kernel/words/literal-pattern.js';
import type { Mention, NameHit, Names } from '../reading/sentence-reading.js';
import { endsCompany, goesOnOtherwise } from './certain-name.js';
import { afterName, isNoName } from './name-places.js';
import { mentionFromHits, type NameSpan, span } from './name-spans.js';

/**
 * Places that begin company names and are left out in speech: 上海云杉科技 ("Shanghai Yunshan Technology") is
 * called 云杉.
 */
const place =
  /^(?:(?:中国|北京|上海|天津|重庆|广州|深圳|珠海|惠州|中山|杭州|南京|苏州|无锡|常州|南通|徐州|扬州|镇江|宁波|温州|嘉兴|绍兴|金华|湖州|台州|成都|绵阳|武汉|宜昌|西安|长沙|株洲|郑州|洛阳|青岛|济南|烟台|潍坊|临沂|大连|沈阳|厦门|福州|泉州|漳州|合肥|芜湖|东莞|佛山|昆明|南昌|赣州|石家庄|唐山|保定|廊坊|哈尔滨|长春|太原|南宁|柳州|桂林|海口|三亚|兰州|银川|西宁|乌鲁木齐|呼和浩特|拉萨|贵州|贵阳|海南|江苏|浙江|广东|山东|福建|四川|湖北|湖南|河南|河北|安徽|江西|陕西|山西|辽宁|吉林|黑龙江|云南|广西|甘肃|青海|宁夏|新疆|西藏|内蒙古|香港|澳门|台湾)(?:省|市|自治区)?)+/u;

/** A company's name without the place at its head. */
export const withoutPlace = (name: string): string => name.replace(place, '');

/** Whether the words are no more of a name than the place at its head, which many companies share: 深圳市 ("Shenzhen"). */
export const isPlaceOnly = (words: string): boolean =>
  place.test(words) && words.replace(place, '').length < 2;

/**
 * Finds the speaker's own customers by the beginning of their name, anywhere in a sentence beside what is `occupied`;
 * 'near' if the characters may belong to another word.
 */
export async function ownForms(
  text: string,
  occupied: readonly { from: number; to: number }[],
  names: Names,
): Promise<Mention[]> {
  const found = new Map<number, { to: number; hits: NameHit[] }>();
  for (const hit of await names.own()) {
    const one = formIn(text, hit, occupied);
    if (!one || isNoName(text.slice(one.from), one.to - one.from)) continue;
    const known = found.get(one.from);
    if (known && known.to > one.to) continue;
    found.set(one.from, { to: one.to, hits: known?.to === one.to ? [...known.hits, hit] : [hit] });
  }
  const forms = [...found].map(([from, { to, hits }]) => ({ ...span(text, from, to), hits }));
  const sure = forms.filter(
    ({ words, to }) =>
      /^\p{Lu}/u.test(words) || afterName.test(text.slice(to)) || occupied.some(({ from }) => from === to),
  );
  if (sure.length > 0)
    return sure.map(({ hits, ...one }) => mentionFromHits(one, hits, 'sure')).sort((a, b) => a.from - b.from);
  return forms.slice(0, 1).map(({ hits, ...one }) => mentionFromHits(one, hits, 'near'));
}

/**
 * Finds the longest beginning of the name in the text, at least two characters or a whole word; undefined if
 * there is none beside what is occupied.
 */
function formIn(
  text: string,
  { key, name }: NameHit,
  occupied: readonly { from: number; to: number }[],
): NameSpan | undefined {
  const word = /^\p{Script=Latin}[\p{Script=Latin}\d&-]{3,}/u.exec(name)?.[0];
  const stem = key.replace(place, '');
  if (!word && (stem.length < 3 || !/\p{Script=Han}{2}/u.test(stem))) return undefined;
  const begins = word
    ? RegExp(`(?<![\\p{Script=Latin}\\d])${word}(?![\\p{Script=Latin}\\d])`, 'giu')
    : RegExp(literalPattern(stem.slice(0, 2)), 'gu');
  for (const { 0: said, index: at } of text.matchAll(begins)) {
    let size = said.length;
    while (!word && size < stem.length && stem[size] === text[at + size]) size++;
    if (occupied.some(({ from, to }) => at < to && from < at + size)) continue;
    if (!word && size < stem.length && endsCompany.test(text.slice(at + size))) continue;
    if (word && goesOnOtherwise(text.slice(at + size), said, name)) continue;
    // All but the last character match: a typing slip of the whole name (白塔医廖 for 白塔医疗), not a short form.
    return !word && size === stem.length - 1 && size > 2 ? undefined : span(text, at, at + size);
  }
  return undefined;
}
