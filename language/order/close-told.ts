import type { ReadAt } from '../../kernel/pieces/base/piece.js';
import { readDate } from '../../kernel/pieces/date.js';
import { readMonths } from '../../kernel/pieces/month-list.js';
import { addDays } from '../../kernel/time/dates.js';
import { daysOfMonths } from '../../kernel/time/months.js';
import { normalise } from '../../kernel/words/folding.js';
import type { ClosingWish } from './closing-wish.js';
import { nameSaid, plainOrder } from './order-parts.js';

const about = '(?<about>.{1,40}?)';
/** A day begins with one of these. */
const dayHead =
  '(?:\\d|jan|feb|mar|apr|may\\b|jun|jul|aug|sep|oct|nov|dec|q[1-4]\\b|early|mid|late|the |end |eo[wmqy]\\b|beginning|start|middle|next|this|later|mon|tue|wed|thu|fri|sat|sun|tomorrow|today|in |on |by |a week|two|three|four|six)';
const day = `(?<=[\\s:=])(?=${dayHead})(?<day>.{2,30})`;
const now = '(?: (?:now|only|probably|likely|really|still|just|actually|not|currently|today))*';
const on = '(?: (?:now|only|back|out|on|in|by|for|at|around|until|till|before|to|into|sometime))*';
const closes =
  '(?:close|closes|closing|(?:get|gets|getting|be|being) (?:closed|signed)|sign off|land|lands|landing)';
const closeDate =
  '(?:(?:expected |planned |forecast |target |projected )?clos(?:e|ing) date|(?:expected|planned|forecast|target|projected) clos(?:e|ing))';
const sets = '(?:change|set|move|push|slip|pull|put|update|extend|shift|bring|delay|edit|postpone)';
const closeWord = '(?:expected )?clos(?:e|ing)(?: date)?';
const moved = '(?: (?:out|back|in|forward|up))*';
const will =
  "(?:'s|'ll|'re| (?:is|are|will|won't|will not|would|should|shouldn't|can't|cannot|may|might|has|looks|seems|looks like|looks like it'll|looks like it will))";

/** What sets a close date by its name. */
const named = [
  `^${sets} (?:the )?${closeWord} (?:of|for|on) ${about}${moved} (?:to|until|till|for) ${day}$`,
  `^${sets} ${about}(?:'s)? ${closeWord}${moved} (?:to|until|till|for) ${day}$`,
  `^(?:the )?${closeDate} (?:of|for|on) ${about}(?: has| is| was|'s| will be)?(?: now| been)*(?: (?:moved|slipped|changed|pushed|shifted))?(?: (?:out|back))*(?: to|:| =)? ?${day}$`,
  `^${about}(?:'s)? ${closeDate}(?: has| is| was|'s| will be)?(?: now| been)*(?: (?:moves|moved|slips|slipped|changed|pushed|shifted))?(?: (?:out|back))*(?: to|:| =)? ?${day}$`,
].map((form) => new RegExp(form, 'iu'));
/** What tells on which day a deal is expected to close, the narrower forms first. */
const told = [
  `^(?:(?:i|we|i'm|we're|now|am|are|i am|we are|still) )*(?:expect|expecting|forecast|forecasting|anticipate|anticipating|reckon) ${about} (?:to (?:close|land|sign|come in|be signed|be closed)|closing|will close)${on} ${day}$`,
  `^${about}${will}?${now}(?: (?:going|expected|set|due|supposed|meant|likely|forecast|scheduled|to|be))*${now} ${closes}${on} ${day}$`,
  `^${about}(?:'s| is| are)${now} (?:expected|forecast|projected|slated|anticipated)(?: to (?:close|land|sign|come in))?${on} ${day}$`,
  `^(?:slip|push|move|pull|shift|bring|delay|postpone|kick|punt|slide) ${about}(?: (?:out|back|in|forward|up|off|over))* (?:to|until|till|into) ${day}$`,
  `^${about}(?:'s| is| has| was)?(?: now| been| just| being)* (?:slipped|slips|slipping|sliding|slid|pushed|pushing|delayed|postponed|moved|shifted)(?: (?:out|back|off|over|again))* (?:to|until|till|into) ${day}$`,
].map((form) => new RegExp(form, 'iu'));

/** The day that was expected before: "not dec 22", "instead of December". */
const formerDay =
  /,? (?:and |but )?(?:not|instead of|rather than|no longer)(?: (?:on|in|at|until))? [^,]{2,20}$/iu;
/** Somebody else's doing, a question or a condition tells of no expected day. */
const noNews =
  /^(?:if|when|should|shall|can|could|do|does|did|is|are|was|were|will|would|why|how|what|who|which|whose|i'll|remind|task|log|note)\b|\?\s*$|,/iu;
/** Words within the name of a deal that make it something else: "the call with Acme", "their decision". */
const noDeal =
  /^T[-\s]?\d+$|\b(?:task|to-?do|reminder|call|demo|meeting|mtg|visit|lunch|dinner|coffee|workshop|review|kick-?off|follow-?up|appointment|decision|payment|invoice|delivery|their|his|her|your|they|he|she|who|until)\b|^(?:i|we|you|everything|nothing|all|office|store|shop|books?|month|quarter|year|deals?|offices)$|^(?:change|set|update|move|push|shift|put|bring|pull|edit|extend|slip|delay|postpone) \S/iu;

/**
 * Reads a sentence that tells when a deal is expected to close: "Acme closes jan 15 not dec 22", "Acme won't close until Feb",
 * "slip Acme to Q1", "Acme is now expected mid January". A month or a quarter means its last day.
 */
export function closeTold(line: string, at: ReadAt): ClosingWish | undefined {
  const said = plainOrder(normalise(line).replace(/[’‘]/gu, "'")).replace(/[.!\s]+$/u, '');
  const text = said.replace(formerDay, '');
  if (text.length > longest || noNews.test(text) || closeSet(text, at)) return undefined;
  for (const form of [...named, ...told]) {
    const found = form.exec(text)?.groups;
    const when = found && closingDay(found.day ?? '', at);
    if (!when || noDeal.test(found.about ?? '')) continue;
    return { about: nameSaid(found.about), day: when };
  }
  return undefined;
}

/** Reads a close date that is set by its name to a sure day: "Acme close date 2/28", "close date of Acme is jan 20". */
export function closeSet(text: string, at: ReadAt): ClosingWish | undefined {
  for (const form of named) {
    const found = form.exec(text.replace(formerDay, ''))?.groups;
    const sure = found && readDate(found.day ?? '', at)?.value;
    if (sure && !noDeal.test(found.about ?? '') && !noNews.test(text))
      return { about: nameSaid(found.about), day: sure };
  }
  return undefined;
}

/** Longest line that is read so, in characters. */
const longest = 100;

/** The day that words mean as a close date, 'YYYY-MM-DD': a month, quarter or year means its last day. */
function closingDay(words: string, at: ReadAt): string | undefined {
  const plain = words.trim().replace(/^(?:on|in|by|the) /iu, '');
  const span = /^\D|^\d{4}$/u.test(plain) ? readMonths(plain, at.today) : undefined;
  const last = span && addDays(daysOfMonths(span).after, -1);
  if (span && last) return last >= at.today || /\d{4}|last|this/iu.test(plain) ? last : yearLater(span);
  const read = readDate(words.trim(), at) ?? readDate(plain, at);
  // What closes at an hour is a shop.
  return read && !read.time ? read.value : undefined;
}

/** The last day of the same months a year later. */
const yearLater = (span: string): string =>
  addDays(daysOfMonths(`${Number(span.slice(0, 4)) + 1}${span.slice(4)}`).after, -1);

/** Words behind "move" that name a day, a month or a quarter to move to, which no stage is called. */
const toDay =
  /\b(?:to|until|till|into|for) (?:the )?(?:(?:start|beginning|middle|end) of |early |mid[- ]?|late )*(?:(?:next|this) (?:week|month|quarter|year|mon|tue|wed|thu|fri|sat|sun)|q[1-4]\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b(?! \p{L})|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)day\b|tomorrow\b|\d{1,2}\/\d|\d{1,2}(?:st|nd|rd|th)\b)/iu;

/** Whether the words behind "move" give a day or change a close date: no stage is meant. */
export const movesDay = (words: string): boolean =>
  toDay.test(words) || /\bclos(?:e|ing) date\b|^close (?:of|for)\b/iu.test(words);
