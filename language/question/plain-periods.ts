const months = 'jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec';
const fullMonths = 'january|february|march|april|june|july|august|september|october|november|december';
const which = 'this|last|next|past|previous|prev|current|per|each|every|\\d+|two|three|four|six';

/** Short and mistyped words for a span; those that are words of their own count only after "last" and the like. */
const spelt: [RegExp, string][] = [
  [/\b(?:qtr|qrtr|qarter|quater|quarer|quartr|querter|quarte|qaurter|quaters)s?\b/giu, 'quarter'],
  [/\b(?:wks?|wek|weeek|wekk)\b/giu, 'week'],
  [/\b(?:mth|mnth|mnt|monht|motnh|monthe|mounth)s?\b/giu, 'month'],
  [/\b(?:yr|yaer|yera)\b/giu, 'year'],
  [/\b(?:yday|yest|ystrday|yesterdya|yesteday|yestarday|yesturday)\b/giu, 'yesterday'],
  [/\b(?:tmrw|tmr|tomorow|tommorow|tommorrow|tomorrrow)\b/giu, 'tomorrow'],
  [new RegExp(`(?<=\\b(?:${which})\\s)(?:weak|wee)\\b`, 'giu'), 'week'],
  [new RegExp(`(?<=\\b(?:${which})\\s)moth\\b`, 'giu'), 'month'],
  [/(?<=\b(?:this|last|next|prev(?:ious)?|current)\s)q\b/giu, 'quarter'],
  [/(?<=\b(?:this|last|next|prev(?:ious)?|current)\s)y\b/giu, 'year'],
  [/\bprev(?= (?:week|month|quarter|year)\b)/giu, 'previous'],
  [/\blst(?= (?:week|month|quarter|year)\b)/giu, 'last'],
  [/\bths(?= (?:week|month|quarter|year)\b)/giu, 'this'],
  [/(?<=\b(?:last|past|previous) \d{1,3}) ?d\b/giu, ' days'],
  [/(?<=\b(?:last|past|previous) \d{1,3}) ?w\b/giu, ' weeks'],
  [/(?<=[上本这下]一?个?)週/gu, '周'],
  [/(?<=[上本这下]一?个?)(?:礼拜|星期)(?![一二三四五六日天末1-7])/gu, '周'],
  [/(?<=[上本这下]一?个?周)儿/gu, ''],
];

/** A month in small letters after a word of time, or after what is counted, at the end: "won in jan", "visits oct". */
const smallMonth = new RegExp(
  `(?<=\\b(?:in|since|until|till|through|during|for|of|by|from|and|to|vs|versus|than)\\s)(?:${fullMonths}|${months})\\b(?=\\s*(?:$|[?.,!]|\\d{4}|and\\b|to\\b|vs\\b|go\\b|went\\b|look|compared))|(?<=\\b(?:won|wins?|lost|loss(?:es)?|visits?|calls?|leads?|deals?|revenue|sales|forecast|follow-?ups?|closing|did|was|how about|what about|and)\\s)(?:${fullMonths}|${months})\\b(?=\\s*(?:$|[?.!]|go\\b|look))|^(?:${fullMonths}|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)$`,
  'gu',
);

/** The words with spans of time written out: "last qtr" as "last quarter", "won in jan" as "won in Jan", 上週 as 上周. */
export function plainPeriods(words: string): string {
  let plain = words;
  for (const [pattern, full] of spelt) plain = plain.replace(pattern, full);
  return plain.replace(smallMonth, (month) => `${month.charAt(0).toUpperCase()}${month.slice(1)}`);
}
