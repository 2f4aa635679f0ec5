import { readNumber } from '../../kernel/pieces/base/numerals.js';
import { scheduleSaid } from '../../sales/process/schedule-words.js';

/** An hour before which no `:` and no `点` ("o'clock") stands: `at 9`. */
const bareHour = /(\bat\s*)(\d{1,2})$/iu;
const spelled = /([一二两三四五六七八九十]{1,3})(?=点)/gu;
const day = /每天|每日|daily|every ?day|once a day|a day/iu;

/**
 * Reads the hour of the day at which somebody wants one list, as HH:MM: `每天9点` ("every day at nine"), `9:30`, "once a day at
 * 9"; undefined if the words are anything else.
 */
export function listHour(words: string): string | undefined {
  const said = words
    .trim()
    .replace(spelled, (digits) => String(readNumber(digits) ?? digits))
    .replace(bareHour, '$1$2:00')
    .replace(day, ' ');
  const read = scheduleSaid(`daily ${said.trim()}`);
  if (read?.rest !== '' || said.trim() === '') return undefined;
  const [minute, hour] = read.cron.split(' ').map((part) => part.padStart(2, '0'));
  return `${hour}:${minute}`;
}
