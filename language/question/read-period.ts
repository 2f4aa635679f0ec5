import { findDates } from '../../kernel/pieces/date.js';
import { readMonths } from '../../kernel/pieces/month-list.js';
import type { ReadAt } from '../../kernel/pieces/scan.js';
import { isPeriodKey } from '../periods/period-days.js';
import { type Looking, saysYear, yearMeant } from '../periods/year-meant.js';
import { plainQuestion, QuestionLine } from './question-line.js';
import { takePeriod } from './question-periods.js';
import type { KnownNames } from './question-reading.js';
import { nothingKnown } from './read-question.js';

/**
 * Reads the period that the whole words are, `11月`, 上半年 ("first half"), `last 12 weeks`, 'thisMonth', as its key;
 * undefined if they say anything else.
 */
export function readPeriod(words: string, at: ReadAt, looking: Looking = 'back'): string | undefined {
  const said = words.normalize('NFKC').trim();
  if (isPeriodKey(said)) return said;
  const capital = said.replace(/(?<![\p{L}\d])\p{Ll}(?=\p{Ll}{2})/gu, (letter) => letter.toUpperCase());
  return wholePeriod(said, at, looking) ?? (capital === said ? undefined : wholePeriod(capital, at, looking));
}

/** Whether a month stands in the words without its year: 7月, `July`. */
export function saysMonthAlone(words: string, at: ReadAt): boolean {
  const plain = plainQuestion(words);
  if (saysYear.test(plain)) return false;
  return /^\d{4}-\d{2}$/.test(takePeriod(new QuestionLine(plain), knownAt(at), false) ?? '');
}

const knownAt = (at: ReadAt): KnownNames => ({
  ...nothingKnown,
  today: at.today,
  fiscalStart: at.fiscalStart,
  months: (said) => readMonths(said, at.today),
  dates: (text, prefer) =>
    findDates(text, { ...at, prefer }).map(({ piece, from, to }) => ({ value: piece.value, from, to })),
});

function wholePeriod(words: string, at: ReadAt, looking: Looking): string | undefined {
  const plain = plainQuestion(words);
  const line = new QuestionLine(plain);
  const key = takePeriod(line, knownAt(at), looking === 'ahead');
  if (key === undefined || !/^(?:的|in|for|of|during|the|\s)*$/iu.test(line.left)) return undefined;
  return yearMeant(key, plain, at.today, looking);
}
