import type { Dimension } from '../../sales/figures/slice-names.js';
import { type Locale, textsIn } from '../../texts/languages.js';
import { periodWords, saidOutright, whoseWords } from '../question/write-question.js';
import type { ListRequest } from './list-request.js';

/** Writes what a list holds in words that its command reads back as the same. */
export function writeList(
  { whose, filters, period, most, isLate, giver, marks = [] }: ListRequest,
  locale: Locale,
  dimensions: readonly Dimension[],
): string {
  const t = textsIn(locale);
  if (giver) return t.list.givenBy(giver);
  return [
    whose && whoseWords(whose, locale),
    filters.customer,
    period && periodWords(period, locale),
    filters.amount && t.asking.amount(filters.amount.than, `${filters.amount.value / 100}`),
    ...filters.values.map((value) =>
      value.dimension === 'tag' ? `#${value.key}` : saidOutright(value, locale, dimensions),
    ),
    most && t.list.first(most),
    isLate && t.work.overdue,
    ...marks.map((mark) => t.list.marks[mark]),
  ]
    .filter(Boolean)
    .join(' ');
}
