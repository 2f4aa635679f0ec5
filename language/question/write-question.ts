import type { Dimension } from '../../sales/figures/slice-names.js';
import type { Locale } from '../../texts/languages.js';
import type { QuestionReading, QuestionWhose } from './question-reading.js';
import { askedNames, periodNames } from './question-words.js';

/** Writes a question in words that are read back as the same one: for buttons and follow-up questions. */
export function writeQuestion(
  reading: QuestionReading,
  locale: Locale,
  dimensions: readonly Dimension[],
): string {
  const { measure, period, whose, by, shape, least, compare, days, filters } = reading;
  const zh = locale === 'zh';
  const dimension = dimensions.find(({ key }) => key === by);
  const noun =
    measure === 'silent' && days
      ? zh
        ? `${days}天没跟进的客户`
        : `not contacted for ${days} days`
      : askedNames[measure][locale];
  const values = filters.values.map(({ dimension: key, words }) => {
    const name = dimensions.find((one) => one.key === key)?.name[locale] ?? key;
    return `${name}=${quoted(words)}`;
  });
  const parts = [
    whose && whoseWords(whose, locale),
    period && periodWords(period, locale),
    filters.amount && `${filters.amount.than}${filters.amount.value / 100}${zh ? '元' : ' CNY'}`,
    ...values,
    dimension && (zh ? `按${dimension.name.zh}` : `by ${dimension.name.en}`),
    shape === 'list' && measure !== 'closing' && (zh ? '哪些' : 'which'),
    shape === 'trend' && (zh ? '走势' : 'trend'),
    least && (zh ? '最少' : 'least'),
    compare === 'before' && (zh ? '比上期' : 'than before'),
    compare === 'lastYear' && (zh ? '同比' : 'than last year'),
  ].filter(Boolean);
  const about = [filters.customer, filters.contact].filter(Boolean).join(' ');
  return (zh || measure === 'contact' ? [...parts, about, noun] : [...parts, noun, about])
    .filter(Boolean)
    .join(' ');
}

const quoted = (words: string): string => (/\s/.test(words) ? `"${words}"` : words);

function whoseWords(whose: QuestionWhose, locale: Locale): string {
  if (typeof whose === 'object') return 'person' in whose ? whose.person : whose.team;
  const words = {
    me: { zh: '我', en: 'my' },
    team: { zh: '团队', en: 'team' },
    company: { zh: '全公司', en: 'company' },
  };
  return words[whose][locale];
}

/** A time as it is said; `readQuestion` reads it as the same key. */
export function periodWords(key: string, locale: Locale): string {
  const zh = locale === 'zh';
  const known = periodNames[key];
  if (known) return known[locale];
  const [, days] = /^last(\d+)d$/.exec(key) ?? [];
  if (days) return zh ? `最近${days}天` : `last ${days} days`;
  if (key.startsWith('since:')) {
    const words = periodWords(key.slice(6), locale);
    return zh ? `${words}以来` : `since ${words}`;
  }
  if (key.startsWith('until:')) return zh ? `${key.slice(6)}之前` : `by ${key.slice(6)}`;
  const [, from, to] = /^from:(.+):(.+)$/.exec(key) ?? [];
  if (from) return zh ? `${from}到${to}` : `${from} to ${to}`;
  const [, year, part] = /^(\d{4})(?:-(.+))?$/.exec(key) ?? [];
  if (!year || /^\d{2}-\d{2}$/.test(part ?? '')) return key;
  if (!part) return zh ? `${year}年` : `in ${year}`;
  if (part.startsWith('H')) return zh ? `${year}年${part === 'H1' ? '上' : '下'}半年` : `${part} ${year}`;
  if (part.startsWith('Q')) return zh ? `${year}年${part}` : `${part} ${year}`;
  return zh ? `${year}年${Number(part)}月` : `${year}-${part}`;
}
