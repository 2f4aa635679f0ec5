import { englishMonths, shortMonths, spelledNumbers, spelledTens } from '../../kernel/words/english-words.js';

const small: Record<string, number> = {
  ...spelledNumbers,
  fifteen: 15,
  ...spelledTens,
};
const hours = Object.keys(spelledNumbers).join('|');
const big: Record<string, number> = { hundred: 100, thousand: 1000, million: 1_000_000 };
const word = `(?:${[...Object.keys(small), ...Object.keys(big)].join('|')})`;
const spelled = new RegExp(
  String.raw`(?<![\d.] ?)\b(?:${word}|a(?= hundred))(?:[ -](?:and )?${word})+\b`,
  'giu',
);
const hour = new RegExp(String.raw`\b(${hours})(?=\s?[ap]\.?m\b)`, 'giu');

const ordinals: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
};
const month = [...englishMonths, ...shortMonths, 'sept'].join('|');
const ordinal = `(?:(?:twenty|thirty)[ -])?(?:${Object.keys(ordinals).join('|')})`;
/** A day of the month in words: december ninth, the ninth of december, by the twenty first. */
const spokenDay = new RegExp(
  String.raw`(?<=\b(?:${month}) (?:the )?)${ordinal}\b|(?<=\b(?:on|by|before|until|till|from) the )${ordinal}\b(?! (?:floor|time|round|phase|half|quarter|call|meeting|visit|draft))|\b${ordinal}(?= of (?:${month})\b)`,
  'giu',
);

const dayInDigits = (said: string): string => {
  const [head = '', last] = said.toLowerCase().split(/[ -]/);
  const n = last ? (small[head] ?? 0) + (ordinals[last] ?? 0) : (ordinals[head] ?? 0);
  return `${n}${n > 3 && n < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
};

/** An hour after 'at' without am or pm: at three, at ten thirty. */
const atHour = new RegExp(
  String.raw`\bat (?:(?<half>half past )|(?<quarter>(?:a )?quarter past ))?(?<h>${hours}|\d{1,2})(?: (?<m>fifteen|thirty|forty[ -]five|o'?clock))?(?=$|[,.;]| (?:on|with|in the|sharp|tomorrow|today|next|to|for|and|monday|tuesday|wednesday|thursday|friday)\b)`,
  'giu',
);
/** 'At three' is an hour only beside a day, or with minutes. */
const besideDay = new RegExp(
  String.raw`\b(?:tomorrow|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d(?:st|nd|rd|th)|(?:${month}) \d|meeting|call|lunch|dinner|coffee|demo|see|seeing|half past|quarter past|o'?clock)\b`,
  'iu',
);
const minutes: Record<string, string> = {
  fifteen: '15',
  thirty: '30',
  'forty-five': '45',
  'forty five': '45',
};

function hoursIn(text: string): string {
  if (!besideDay.test(text)) return text;
  return text.replace(atHour, (...found) => {
    const { half, quarter, h = '', m = '' } = found.at(-1) as Record<string, string | undefined>;
    const minute = half ? '30' : quarter ? '15' : (minutes[m.toLowerCase()] ?? '00');
    const hour = Number(small[h.toLowerCase()] ?? h);
    // Nobody meets at two at night.
    return `at ${hour}:${minute}${hour < 7 || hour === 12 ? 'pm' : ''}`;
  });
}

/** Hundreds without their word: "two fifty k". */
const inThousands =
  /\b(one|two|three|four|five|six|seven|eight|nine) (?:ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?(?= (?:k|grand|thousand)\b)/giu;
const shortThousand = new RegExp(String.raw`(?<=\b${word} )(?:k|grand)\b|(?<=\d )grand\b`, 'giu');

/**
 * Writes English number words for money, hours and days in digits: three hundred thousand, ten am, december
 * ninth.
 */
export function digitsFor(said: string): string {
  if (!/[a-z]{3}/i.test(said)) return said;
  const days = said
    .replace(inThousands, (count, hundreds) => (hundreds ? count.replace(/^(\w+) /, '$1 hundred ') : count))
    .replace(shortThousand, 'thousand')
    .replace(spokenDay, dayInDigits);
  const text = hoursIn(days);
  if (!/\b(?:hundred|thousand|million|[ap]\.?m)\b/iu.test(text)) return text;
  return text
    .replace(hour, (said) => String(small[said.toLowerCase()]))
    .replace(spelled, (said) => (/thousand|million/iu.test(said) ? `${numberOf(said) / 1000}k` : said));
}

function numberOf(said: string): number {
  let total = 0;
  let group = 0;
  for (const one of said.toLowerCase().split(/[ -]+/)) {
    const unit = big[one];
    if (unit === 100) group = (group || 1) * 100;
    else if (unit) {
      total += (group || 1) * unit;
      group = 0;
    } else group += one === 'a' ? 1 : (small[one] ?? 0);
  }
  return total + group;
}
