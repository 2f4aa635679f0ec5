import { writesDayFirst } from '../time/zone.js';

const isInAmerica = (zone: string): boolean =>
  /^(?:America|US|Pacific)\//u.test(zone) && !writesDayFirst(zone);

/** How countries group their numbers behind the code of the country. */
const grouped: [number: RegExp, written: string][] = [
  [/^\+44(20|23|24|28|29)(\d{4})(\d{4})$/, '+44 $1 $2 $3'],
  [/^\+44(1\d1|11\d|3\d\d|8\d\d|9\d\d)(\d{3})(\d{4})$/, '+44 $1 $2 $3'],
  [/^\+44(\d{4})(\d{5,6})$/, '+44 $1 $2'],
  [/^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '+33 $1 $2 $3 $4 $5'],
  [/^\+61(4\d\d)(\d{3})(\d{3})$/, '+61 $1 $2 $3'],
  [/^\+61(\d)(\d{4})(\d{4})$/, '+61 $1 $2 $3'],
  [/^\+91(\d{5})(\d{5})$/, '+91 $1 $2'],
  [/^\+(852|853|65)(\d{4})(\d{4})$/, '+$1 $2 $3'],
];

/**
 * Writes a stored number as readers in the zone write it: `(617) 555-0134 x12` in America, elsewhere `+1 617-555-0134 x12`;
 * `+44 20 7946 0018`; one of a country whose groups are not known, and a Chinese one, as it is stored.
 */
export function numberWords(phone: string, zone: string): string {
  const [, number = '', extension] = /^(\+\d+)(?:-(\d{1,6}))?$/.exec(phone) ?? [];
  const behind = extension ? ` x${extension}` : '';
  const [, area, exchange, line] = /^\+1([2-9]\d{2})([2-9]\d{2})(\d{4})$/.exec(number) ?? [];
  if (area) return `${isInAmerica(zone) ? `(${area}) ` : `+1 ${area}-`}${exchange}-${line}${behind}`;
  const [pattern, written] = grouped.find(([one]) => one.test(number)) ?? [];
  return pattern && written ? number.replace(pattern, written) + behind : phone;
}
