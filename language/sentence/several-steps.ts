import type { FoundPiece } from '../../kernel/pieces/base/piece.js';
import { addDays } from '../../kernel/time/dates.js';
import type { Clause } from '../reading/clauses.js';
import type { Segment } from './segment-type.js';
import { namesMatter } from './task-told.js';
import { isGuessedDay, saysWeekdayAlone } from './when.js';

/** One of several next steps: its day, with the time if one was said, and what is to be done. */
export interface StepRead {
  value: string;
  words: string;
}

/** Offers another day for the same step: 不行就周五 ("if not, Friday"), "or Friday". */
const alternative =
  /^\s*(?:或|要么|要不|不行|实在|否则|不然|最迟|最晚|or\b|else\b|otherwise\b|if not\b|failing that\b|at the latest\b)/iu;

/** The words of a step without its day and the joints round it: "contract" of "and contract Friday". */
function withoutDay({ text, from, when }: Segment): string {
  const { from: start = from, to = start } = when.next ?? {};
  return `${text.slice(0, start - from)} ${text.slice(to - from)}`
    .replace(/^\s*(?:(?:and|then|also|plus|然后|再(?!次)|接着|并且?|和)\s*)+/iu, '')
    .replace(/\s*\b(?:on|by|for|at)\s*$/iu, '')
    .replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * The steps of words that plan several things for one customer, each on a day of its own: 周二演示，周五签合同 ("demo on
 * Tuesday, signing on Friday"). Weekdays run on in the order in which they are told. Undefined if they plan no more than one.
 */
export function severalSteps(segments: readonly Segment[]): StepRead[] | undefined {
  const planned = segments
    .filter(({ kind, when, text }) => kind === 'plan' && when.next && !alternative.test(text))
    .toSorted((a, b) => a.from - b.from);
  if (planned.length < 2) return undefined;
  const steps: StepRead[] = [];
  for (const one of planned) {
    const { value, from = one.from, to = from, how } = one.when.next ?? { value: '', how: 'proposed' };
    const words = withoutDay(one);
    const isWeekday = saysWeekdayAlone(one.text.slice(from - one.from, to - one.from));
    if (!namesMatter(words) || isGuessedDay(one.text) || (how !== 'sure' && !isWeekday && one.when.asks))
      return undefined;
    const [day = '', time] = value.split('T');
    const last = steps.at(-1)?.value.slice(0, 10) ?? day;
    const then = isWeekday && day < last ? addDays(day, 7) : day;
    if (isWeekday && then < last) return undefined;
    steps.push({ value: time ? `${then}T${time}` : then, words });
  }
  const days = new Set(steps.map(({ value }) => value));
  return days.size === steps.length ? steps.toSorted((a, b) => (a.value < b.value ? -1 : 1)) : undefined;
}

/** Leads from one step to the next within a clause. */
const joint = /\s(?:and|then|and then)\s/giu;

/** Splits a clause between two steps that each have a day: "sending the quote tomorrow | and calling Tom on Monday". */
export function splitAtSteps(clauses: readonly Clause[], pieces: readonly FoundPiece[]): Clause[] {
  return clauses.flatMap((clause) => {
    const days = pieces.filter(
      ({ piece, from, to }) => piece.kind === 'date' && clause.from <= from && to <= clause.to,
    );
    const [first, second] = days;
    if (!first || !second) return [clause];
    const between = clause.text.slice(first.to - clause.from, second.from - clause.from);
    const found = [...between.matchAll(joint)].at(-1);
    const rest = found ? between.slice(found.index + found[0].length) : '';
    if (!found || !namesMatter(rest)) return [clause];
    const cut = first.to + found.index;
    const [head, tail] = [clause.text.slice(0, cut - clause.from), clause.text.slice(cut - clause.from)];
    if (!namesMatter(head)) return [clause];
    return [
      { text: head, from: clause.from, to: cut },
      ...splitAtSteps([{ text: tail, from: cut, to: clause.to }], pieces),
    ];
  });
}
