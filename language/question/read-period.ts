import { findDates } from '../../kernel/pieces/date.js';
import { readMonths } from '../../kernel/pieces/month-list.js';
import type { ReadAt } from '../../kernel/pieces/scan.js';
import { isPeriodKey } from '../periods/period-days.js';
import { type Looking, yearMeant } from '../periods/year-meant.js';
import { plainQuestion, QuestionLine } from './question-line.js';
import { takePeriod } from './question-periods.js';
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

function wholePeriod(words: string, at: ReadAt, looking: Looking): string | undefined {
  const plain = plainQuestion(words);
  const line = new QuestionLine(plain);
  const known = {
    ...nothingKnown,
    today: at.today,
    fiscalStart: at.fiscalStart,
    months: (said: string) => readMonths(said, at.today),
    dates: (text: string, prefer: 'past' | 'future') =>
      findDates(text, { ...at, prefer }).map(({ piece, from, to }) => ({ value: piece.value, from, to })),
  };
  const key = takePeriod(line, known, looking === 'ahead');
  if (key === undefined || !/^(?:的|in|for|of|during|the|\s)*$/iu.test(line.left)) return undefined;
  return yearMeant(key, plain, at.today, looking);
}
