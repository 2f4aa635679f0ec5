import type { Found } from '../pieces/piece.js';
import type { Clause } from './clauses.js';
import type { Mention, NameHit, Names } from './reading.js';

/** Longer names are rarely said whole. */
const longestHan = 12;
const longestLatin = 4;

interface Span {
  words: string;
  from: number;
  to: number;
}

/** Words and runs that a name may be made of. */
const runs = /[\p{Script=Han}·]+|[\p{Script=Latin}\d&'-]+(?: [\p{Script=Latin}\d&'-]+)*/gu;

/**
 * The customers that a sentence names, from left to right: names and aliases wherever they stand; short forms,
 * slips of the pen and names that nobody knows only where a sentence has a place for a customer.
 */
export async function findMentions(
  text: string,
  clauses: Clause[],
  pieces: Found[],
  people: Span[],
  names: Names,
  isLead: boolean,
): Promise<Mention[]> {
  const exact = await exactMentions(text, names);
  const places = placesIn(text, clauses, pieces, exact);
  const short = await shortForms(text, places, exact, names);
  const known = [...exact, ...short].sort((a, b) => a.from - b.from);
  const open = places.filter(
    ({ from, kind }) =>
      !known.some((one) => one.from <= from && from < one.to) &&
      (known.length === 0 || kind === 'joined' || kind === 'verb'),
  );
  const near = known.length === 0 ? await nearNames(text, open, people, names) : [];
  if (near.length > 0) return near;
  const fresh = newNames(text, open, pieces, people, known, isLead);
  return [...known, ...fresh].sort((a, b) => a.from - b.from);
}

async function exactMentions(text: string, names: Names): Promise<Mention[]> {
  const spans = spansOf(text);
  const hits = await names.exact([...new Set(spans.map(({ words }) => words))]);
  const byKey = grouped(hits);
  const fits = spans
    .filter(({ words }) => byKey.has(words))
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const taken: Mention[] = [];
  for (const span of fits) {
    if (taken.some((one) => span.from < one.to && one.from < span.to)) continue;
    taken.push(meant(span, byKey.get(span.words) ?? [], 'sure'));
  }
  return taken.sort((a, b) => a.from - b.from);
}

function grouped(hits: NameHit[]): Map<string, NameHit[]> {
  const byKey = new Map<string, NameHit[]>();
  for (const hit of hits) byKey.set(hit.key, [...(byKey.get(hit.key) ?? []), hit]);
  return byKey;
}

/** Of several customers the speaker's own is meant, if it is one; else the team's; else it is asked. */
function meant(span: Span, hits: NameHit[], how: 'sure' | 'near'): Mention {
  const unique = [...new Map(hits.map((hit) => [hit.id, hit])).values()].sort(
    (a, b) => a.distance - b.distance,
  );
  if (how === 'near') return { ...span, how, hits: unique };
  const [first] = unique;
  const nearest = unique.filter((hit) => hit.distance === first?.distance);
  return nearest.length === 1
    ? { ...span, how: 'sure', hits: nearest }
    : { ...span, how: 'which', hits: unique };
}

/** Every stretch that may be a whole name. */
export function spansOf(text: string, most = { han: longestHan, latin: longestLatin }): Span[] {
  const spans: Span[] = [];
  for (const run of text.matchAll(runs)) {
    if (/\p{Script=Han}/u.test(run[0])) {
      for (let at = 0; at < run[0].length - 1; at++) {
        for (let size = 2; size <= most.han && at + size <= run[0].length; size++) {
          spans.push(span(text, run.index + at, run.index + at + size));
        }
      }
    } else spans.push(...latinSpans(text, run.index, run[0], most.latin));
  }
  return spans;
}

const span = (text: string, from: number, to: number): Span => ({ words: text.slice(from, to), from, to });

function latinSpans(text: string, start: number, run: string, most = longestLatin): Span[] {
  const words = [...run.matchAll(/\S+/g)].map((word) => [word.index, word.index + word[0].length] as const);
  return words.flatMap(([from], at) =>
    words.slice(at, at + most).flatMap(([, to]) => {
      // "Tom's" is Tom with something of his.
      const bare = /'s$/.test(run.slice(from, to)) ? to - 2 : to;
      return bare - from > 1 ? [span(text, start + from, start + bare)] : [];
    }),
  );
}

interface Place {
  from: number;
  /** Where its clause ends. */
  to: number;
  /** 'verb' after a verb or preposition, 'joined' after another customer, 'head' at the head of a clause. */
  kind: 'verb' | 'joined' | 'head';
}

const leading =
  /^(?:\s|[我先再又也还刚才]|刚刚|刚才|今天|昨天|前天|上午|下午|中午|晚上|早上|现在|目前|其实|另外|帮我记一下|记一下|一个是|同事|听说|下次|关于|新线索|线索|新客户|the\b|so\b|then\b|also\b|and\b|today\b|yesterday\b|this morning\b)*/iu;

const verbs =
  /(?:拜访|走访|回访|联系|认识|介绍|上门|见|去|到|跟进|跟|和|与|同|给|向|对|约|从|在|找|陪|催|叫|把|将|预计|发给|看看|丢)(?:了|过|到|完|好|上)?(?:一?趟|一下)?|(?:visit(?:ed|ing)?|meet(?:ing)?|met|saw|see(?:ing)?|call(?:ed|ing)?|phoned?|email(?:ed|ing)?|with|at|from|of|to|by|for|told|quoted?|lost|sent|send|gave|about|reach|joined)(?:了)?\s?(?:the )?/giu;

function placesIn(text: string, clauses: Clause[], pieces: Found[], exact: Mention[]): Place[] {
  const places: Place[] = [];
  const add = (from: number, to: number, kind: Place['kind']) => {
    const skipped = skip(text, from, pieces);
    if (skipped >= to || places.some((one) => one.from === skipped)) return;
    places.push({ from: skipped, to, kind });
  };
  for (const clause of clauses) {
    for (const found of clause.text.matchAll(verbs)) {
      add(clause.from + found.index + found[0].length, clause.to, 'verb');
    }
    add(clause.from + (leading.exec(clause.text)?.[0].length ?? 0), clause.to, 'head');
    for (const found of clause.text.matchAll(/[、:]|(?<=[\p{Script=Latin}]) (?:and|&) /gu)) {
      add(clause.from + found.index + found[0].length, clause.to, found[0] === ':' ? 'head' : 'joined');
    }
  }
  for (const one of exact) {
    const joint = /^(?:、|和|与|及|以及|跟|\s?,?\s?(?:and|&)\s)/iu.exec(text.slice(one.to))?.[0];
    const clause = clauses.find(({ from, to }) => from <= one.from && one.to <= to);
    if (joint && clause) {
      const from = one.to + joint.length;
      const known = places.find((place) => place.from === from);
      if (known) known.kind = 'joined';
      else add(from, clause.to, 'joined');
    }
  }
  return places.filter(({ from }) => !exact.some((one) => one.from < from && from < one.to));
}

/** Dates, channels and small words before a name are no part of it. */
function skip(text: string, from: number, pieces: Found[]): number {
  let at = from;
  for (;;) {
    const piece = pieces.find((one) => one.from === at && ['date', 'channel'].includes(one.piece.kind));
    const small =
      /^(?:\s+|了|过|一下|的是?|上午|下午|我们|一家|the )/iu.exec(text.slice(at))?.[0].length ?? 0;
    if (!piece && small === 0) return at;
    at = piece ? piece.to : at + small;
  }
}

/** Words that stand where a customer may, and are none. */
const noName =
  /^(?:会|客户|对方|他们|她们|人家|我们|咱们|公司|现场|项目|方案|价格|报价|合同|预算|一家|一个|两家|三家|新客户|老客户|朋友|领导|大家|自己|哪里|这里|那里|这边|那边|这个|那个|什么|今天|昨天|明天|资料|产品|金额|时间|日期|客服|总部|同事|电话|微信|邮件|会议|展会|官网|老板|招标|投标|加班|天气|收到|好的|谢谢|辛苦|不对|应该|更正|抱歉|下次|上次|上一条|刚才|刚刚|本来|别忘|提醒|安排|计划|准备|打算|争取|约|要|想|没|不|是|都|还|也|有|那|这|它|他|她|我|你|谁|怎|为|哪|请|帮|让|听|说|先|再|再次|过|从|把|被|就|才|又)/u;

async function shortForms(text: string, places: Place[], exact: Mention[], names: Names): Promise<Mention[]> {
  const free = places.filter(
    ({ from, kind }) =>
      !exact.some((one) => one.from <= from && from < one.to) &&
      (exact.length === 0 || kind !== 'head' || exact.every((one) => one.from > from)) &&
      !noName.test(text.slice(from)),
  );
  const spans = free.flatMap(({ from, to }) => headsOf(text, from, to, 2, 6));
  if (spans.length === 0) return [];
  const byKey = grouped(await names.starting([...new Set(spans.map(({ words }) => words))]));
  const found: Mention[] = [];
  for (const one of spans.sort((a, b) => b.words.length - a.words.length)) {
    const hits = byKey.get(one.words);
    if (!hits || [...found, ...exact].some((other) => one.from < other.to && other.from < one.to)) continue;
    const slip = hits.filter((hit) => isSlip(text.slice(one.from, one.from + hit.name.length), hit.name));
    if (slip.length > 0) {
      found.push(meant({ ...one, to: one.from + (slip[0]?.name.length ?? 0) }, slip, 'near'));
      continue;
    }
    const own = hits.filter((hit) => hit.distance < 2);
    // What begins like a stranger's customer may be anything: it is asked about.
    found.push(own.length > 0 ? meant(one, own, 'sure') : meant(one, hits, 'near'));
  }
  const own = found.filter(({ how }) => how !== 'near');
  return exact.length > 0 ? own : own.length > 0 ? own : found.slice(0, 1);
}

/** A whole name with one letter wrong is a slip of the pen, not a short form and something else. */
function isSlip(said: string, name: string): boolean {
  if (said.length !== name.length || name.length < 4 || !/^\p{Script=Han}+$/u.test(said)) return false;
  return [...said].filter((char, at) => char !== name[at]).length === 1;
}

/** The first two to so many characters, or the first words, from a place on. */
function headsOf(text: string, from: number, to: number, least: number, most: number): Span[] {
  const rest = text.slice(from, to);
  const han = /^\p{Script=Han}+/u.exec(rest)?.[0].length ?? 0;
  const spans: Span[] = [];
  for (let size = least; size <= Math.min(han, most); size++) spans.push(span(text, from, from + size));
  if (spans.length > 0) return spans;
  const latin = /^[\p{Script=Latin}\d&'-]+(?: [\p{Script=Latin}\d&'-]+)*/u.exec(rest)?.[0] ?? '';
  return latinSpans(text, from, latin).filter((one) => one.from === from && one.words.length > 3);
}

async function nearNames(text: string, places: Place[], people: Span[], names: Names): Promise<Mention[]> {
  const spans = places
    .filter(({ from }) => !noName.test(text.slice(from)))
    .flatMap(({ from, to }) => headsOf(text, from, to, 3, 6))
    .filter((one) => !people.some((who) => one.from <= who.from && who.from < one.to && one.to > who.to - 1));
  if (spans.length === 0) return [];
  const byKey = grouped(await names.like([...new Set(spans.map(({ words }) => words))]));
  const [best] = spans
    .filter(({ words }) => byKey.has(words))
    .sort((a, b) => b.words.length - a.words.length);
  return best ? [meant(best, byKey.get(best.words) ?? [], 'near')] : [];
}

const endsName = /的|了|过|[打发聊说谈开做签想吃问讲]|在|把|那边|这边|都|也|来|要|\d|幺|[\s,。:;、()"']|$/u;

/** A name nobody knows, where only a customer can stand. */
function newNames(
  text: string,
  places: Place[],
  pieces: Found[],
  people: Span[],
  known: Mention[],
  isLead: boolean,
): Mention[] {
  const found: Mention[] = [];
  for (const { from, to, kind } of places) {
    if (known.length > 0 && kind !== 'joined') continue;
    if (kind === 'joined' && known.length === 0 && !isLead) continue;
    const one = nameAt(text, from, to, pieces, people);
    if (!one || (kind === 'head' && !isLead) || noName.test(one.words)) continue;
    if (found.some((other) => one.from < other.to && other.from < one.to)) continue;
    found.push({ ...one, how: 'new', hits: [] });
  }
  return isLead
    ? found.slice(0, 1)
    : found.filter((one, at) => at === 0 || known.length > 0 || one.to > 0).slice(0, 1);
}

function nameAt(text: string, from: number, to: number, pieces: Found[], people: Span[]): Span | undefined {
  const rest = text.slice(from, to);
  const latin = /^\p{Lu}[\p{L}\d&'-]*(?: \p{Lu}[\p{L}\d&'-]*)*/u.exec(rest)?.[0];
  const stop = [...people, ...pieces.filter(({ piece }) => piece.kind !== 'amount')]
    .map((one) => one.from)
    .filter((at) => at >= from)
    .reduce((a, b) => Math.min(a, b), to);
  if (latin) {
    const end = Math.min(from + latin.length, stop);
    return latin.includes(' ') && end - from >= latin.length ? span(text, from, end) : undefined;
  }
  const end = Math.min(from + rest.search(endsName), stop);
  const size = end - from;
  return size >= 3 && size <= 10 && /^\p{Script=Han}+$/u.test(text.slice(from, end))
    ? span(text, from, end)
    : undefined;
}
