import type { Dimension } from '../../sales/figures/slice-names.js';
import { type Locale, textsIn } from '../../texts/languages.js';
import type { AskedFilters, AskedFor, QuestionReading, QuestionWhose } from './question-reading.js';
import { askedNames, periodNames } from './question-words.js';

/** Writes a question in words that are read back as the same one: for buttons and follow-up questions. */
export function writeQuestion(
  reading: QuestionReading,
  locale: Locale,
  dimensions: readonly Dimension[],
): string {
  const { measure, period, whose, by, shape, least, none, compare, days, filters } = reading;
  const t = textsIn(locale).asking;
  const dimension = dimensions.find(({ key }) => key === by);
  const { ofCustomers } = reading;
  const customersOf = t.customersOf as Partial<Record<AskedFor, string>>;
  const nobodyDid = none && (t.nobodyDid as Partial<Record<AskedFor, string>>)[measure];
  const noun = nobodyDid ?? ((ofCustomers && customersOf[measure]) || nounOf(measure, days, locale));
  const values = filters.values.map((value) => saidOutright(value, locale, dimensions));
  const parts = [
    whose && whoseWords(whose, locale),
    period && periodWords(period, locale),
    filters.amount && t.amount(filters.amount.than, `${filters.amount.value / 100}`),
    ...values,
    dimension && !nobodyDid && t.by(dimension.name[locale]),
    shape === 'list' && measure !== 'closing' && t.which,
    shape === 'trend' && t.trend,
    least && !nobodyDid && t.least,
    compare === 'before' && t.thanBefore,
    compare === 'lastYear' && t.thanLastYear,
    compare?.startsWith('to:') && t.thanPeriod(periodWords(compare.slice(3), locale)),
  ].filter((part): part is string => Boolean(part));
  const about = [filters.customer, filters.contact].filter(Boolean).join(' ');
  return t
    .line(parts, noun, about, measure === 'contact')
    .filter(Boolean)
    .join(' ');
}

function nounOf(measure: AskedFor, days: number | undefined, locale: Locale): string {
  return measure === 'silent' && days ? textsIn(locale).asking.silentFor(days) : askedNames[measure][locale];
}

/** A value as it is said outright: 阶段=谈判 ("stage=negotiation"). */
export function saidOutright(
  { dimension: key, words }: AskedFilters['values'][number],
  locale: Locale,
  dimensions: readonly Dimension[],
): string {
  const name = dimensions.find((one) => one.key === key)?.name[locale] ?? key;
  return `${name}=${quoted(words)}`;
}

const quoted = (words: string): string => (/\s/.test(words) ? `"${words}"` : words);

/** Whose figures or records, in words. */
export function whoseWords(whose: QuestionWhose, locale: Locale): string {
  if (typeof whose === 'object') return 'person' in whose ? whose.person : whose.team;
  return textsIn(locale).asking[whose];
}

/** A time as it is said; `readQuestion` reads it as the same key. */
export function periodWords(key: string, locale: Locale): string {
  const t = textsIn(locale).asking;
  const known = periodNames[key];
  if (known) return known[locale];
  const [, days] = /^last(\d+)d$/.exec(key) ?? [];
  if (days) return t.lastDays(days);
  if (key.startsWith('since:')) return t.since(periodWords(key.slice(6), locale));
  if (key.startsWith('until:')) return t.until(key.slice(6));
  const [, from, to = ''] = /^from:(.+):(.+)$/.exec(key) ?? [];
  if (from) return t.between(from, to);
  const [, onward] = /^next(\d+)d$/.exec(key) ?? [];
  if (onward) return t.nextDays(onward);
  const [, weekYear = '', week] = /^(\d{4})-W(\d{2})$/.exec(key) ?? [];
  if (week) return t.weekNumber(weekYear, Number(week));
  const [, began, month] = /^FY(\d{4})-(\d{2})$/.exec(key) ?? [];
  if (began) return t.fiscalYear(String(Number(began) + (month === '01' ? 0 : 1)));
  const [, year, part] = /^(\d{4})(?:-(.+))?$/.exec(key) ?? [];
  if (!year || /^\d{2}-\d{2}$/.test(part ?? '')) return key;
  if (!part) return t.year(year);
  if (part.startsWith('H')) return t.half(year, part === 'H1' ? 1 : 2);
  return part.startsWith('Q') ? t.quarter(year, part.slice(1)) : t.month(year, part);
}
