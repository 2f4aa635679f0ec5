import { instantOf, isZone, localDate, localTime } from '../../time/zone.js';
import type { Match, PieceOf, ReadAt } from '../base/piece.js';

/** Time zones by what people call them beside an hour: "3pm ET", "9am GMT". */
const short: Readonly<Record<string, string>> = {
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  eastern: 'America/New_York',
  ct: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  central: 'America/Chicago',
  mt: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  mountain: 'America/Denver',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  utc: 'UTC',
  gmt: 'UTC',
  bst: 'Europe/London',
  wet: 'Europe/Lisbon',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  eet: 'Europe/Helsinki',
  msk: 'Europe/Moscow',
  gst: 'Asia/Dubai',
  ist: 'Asia/Kolkata',
  sgt: 'Asia/Singapore',
  hkt: 'Asia/Hong_Kong',
  jst: 'Asia/Tokyo',
  kst: 'Asia/Seoul',
  aest: 'Australia/Sydney',
  aedt: 'Australia/Sydney',
  nzst: 'Pacific/Auckland',
  nzdt: 'Pacific/Auckland',
};

/** Places that no zone is named after. */
const places: Readonly<Record<string, string>> = {
  'America/New_York':
    'new york city|nyc|boston|washington|washington dc|philadelphia|miami|atlanta|charlotte|east coast|美东|美国东部|纽约|波士顿|华盛顿',
  'America/Chicago': 'dallas|houston|austin|minneapolis|st louis|nashville|芝加哥|休斯顿|达拉斯',
  'America/Denver': 'salt lake city|丹佛',
  'America/Los_Angeles':
    'la|san francisco|sf|seattle|san diego|portland|las vegas|silicon valley|west coast|美西|美国西部|太平洋|洛杉矶|旧金山|西雅图|硅谷',
  'America/Toronto': 'montreal|ottawa|多伦多',
  'Europe/London': 'uk|the uk|england|britain|manchester|edinburgh|birmingham|伦敦|英国',
  'Europe/Berlin': 'germany|munich|hamburg|frankfurt|cologne|柏林|德国|慕尼黑|法兰克福',
  'Europe/Paris': 'france|lyon|巴黎|法国',
  'Europe/Madrid': 'spain|barcelona|马德里|西班牙',
  'Europe/Rome': 'italy|milan|罗马|米兰|意大利',
  'Europe/Zurich': 'switzerland|geneva|苏黎世|日内瓦|瑞士',
  'Europe/Amsterdam': 'netherlands|the netherlands|阿姆斯特丹|荷兰',
  'Europe/Moscow': '莫斯科',
  'Asia/Dubai': 'uae|abu dhabi|迪拜|阿联酋',
  'Asia/Kolkata': 'india|mumbai|delhi|new delhi|bangalore|bengaluru|印度|孟买|新德里',
  'Asia/Singapore': '新加坡',
  'Asia/Hong_Kong': '香港',
  'Asia/Taipei': 'taiwan|台北|台湾',
  'Asia/Tokyo': 'japan|osaka|东京|大阪|日本',
  'Asia/Seoul': 'korea|south korea|首尔|韩国',
  'Asia/Shanghai': 'china|beijing|shenzhen|guangzhou|hangzhou|chengdu|北京|上海|深圳|广州|杭州|成都|中国',
  'Asia/Bangkok': '曼谷|泰国',
  'Australia/Sydney': 'canberra|悉尼|澳大利亚',
  'Australia/Melbourne': '墨尔本',
};

let zones: Map<string, string> | undefined;

/** Every name of a place with the zone it lies in, in small letters. */
function placeZones(): Map<string, string> {
  if (zones) return zones;
  zones = new Map();
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const city = zone.split('/').at(-1)?.replaceAll('_', ' ').toLowerCase();
    if (city && zone.includes('/')) zones.set(city, zone);
  }
  for (const [zone, names] of Object.entries(places)) {
    for (const name of names.split('|')) zones.set(name, zone);
  }
  return zones;
}

/** The words for a zone without what leads to them: "is Pacific", 改成伦敦 ("change to London"). */
export const zoneSaid = (words: string): string =>
  words.replace(/^(?:is|to|=|:|是|为|改成|改为|设为|设成)(?:\s+|$|(?=\p{Script=Han}))/iu, '').trim();

/** The zone that words name: "London", "Pacific time", "Europe/Paris", ET, 伦敦时间; undefined if they name none. */
export function zoneNamed(words: string, home?: string): string | undefined {
  const plain = words
    .trim()
    .replace(/(?: (?:standard|daylight|summer))?(?: ?time(?: ?zone)?|时间|时区)$/iu, '');
  if (/^[a-z]+\/[a-z_/]+$/iu.test(plain)) return isZone(plain) ? plain : undefined;
  return abbreviated(plain, home) ?? placeZones().get(plain.toLowerCase());
}

/** The zone of letters that stand for it; those that have two meanings have that of the speaker's own part of the world. */
function abbreviated(words: string, home = ''): string | undefined {
  const key = words.toLowerCase();
  if (key === 'cst' && home.startsWith('Asia/')) return 'Asia/Shanghai';
  if (key === 'ist' && /^(?:Europe\/Dublin|Asia\/Jerusalem)$/u.test(home)) return home;
  return Object.hasOwn(short, key) ? short[key] : undefined;
}

const letters = Object.keys(short).join('|');
/** An hour, behind which a zone may stand. */
const hour = String.raw`(?:\d\s?(?:am|pm|a\.m\.|p\.m\.)|\d:[0-5]\d|noon|midnight|o'?clock|点半?)`;
const behind = new RegExp(
  String.raw`(?<=${hour})[ ,]*(?:\((?<inside>${letters})\)|(?<zone>${letters})(?: (?:standard|daylight))?(?: time)?(?![\p{L}\d])|(?<place>\p{L}+(?: \p{L}+){0,2}?) time(?![\p{L}\d])|\((?<city>\p{L}+(?: \p{L}+)?) time\))`,
  'giu',
);
const before =
  /(?<han>\p{Script=Han}{2,6})时间(?=\s*(?:上午|下午|早上|晚上|中午|凌晨)?\s*\d{1,2}\s*[点:：])/gu;

/** A zone said beside an hour. */
export interface SaidZone {
  zone: string;
  from: number;
  to: number;
}

/** Finds the zones that are said beside an hour. */
export function findZones(text: string, at: ReadAt): SaidZone[] {
  if (!/\d|noon|midnight/u.test(text)) return [];
  return [...text.matchAll(behind), ...text.matchAll(before)].flatMap((found) => {
    const { inside, zone, place, city, han } = found.groups ?? {};
    const said = inside ?? zone ?? place ?? city ?? han ?? '';
    // In Chinese no space says where the place begins: 明天北京时间 ("tomorrow, Beijing time").
    const cut = han ? [...han].findIndex((_, n) => zoneNamed(han.slice(n), at.zone)) : 0;
    const named = zoneNamed(said.slice(Math.max(cut, 0)), at.zone);
    const from = found.index + Math.max(cut, 0);
    return named ? [{ zone: named, from, to: found.index + found[0].length }] : [];
  });
}

/** The text with the zones blanked out, at its old length. */
export const withoutZones = (text: string, zones: readonly SaidZone[]): string =>
  zones.reduce((left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to), text);

/** Moves each hour with a zone beside it to the speaker's own clock. */
export function onOwnClock(
  dates: readonly Match<PieceOf<'date'>>[],
  text: string,
  zones: readonly SaidZone[],
  home: string | undefined,
): Match<PieceOf<'date'>>[] {
  return dates.map((date) => {
    const { piece, from, to } = date;
    const said = zones.find(
      (one) =>
        (one.from >= from && one.from <= to) ||
        (one.from > to && text.slice(to, one.from).trim() === '') ||
        (one.to <= from && text.slice(one.to, from).trim() === ''),
    );
    if (!piece.time || !said) return date;
    const ends = { from: Math.min(from, said.from), to: Math.max(to, said.to) };
    if (!home) return { piece, ...ends };
    const instant = instantOf(piece.value, piece.time, said.zone);
    return { piece: { ...piece, value: localDate(instant, home), time: localTime(instant, home) }, ...ends };
  });
}
