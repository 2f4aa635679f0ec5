import { median, percentOf } from '../figures/percentages.js';

/** How one lead was answered. */
export interface LeadAnswer {
  /** Whose it is; '' for nobody's. */
  personId: string;
  /** Key of the process file's sources; '' where none was said. */
  source: string;
  /** Working minutes from when it was handed over to its first follow-up; null while there is none. */
  minutes: number | null;
  /** Unanswered beyond the time that the process allows. */
  isOver: boolean;
}

/** How fast a group of leads was answered. */
export interface ResponseFigures {
  leads: number;
  /** Median of the working minutes to the first follow-up, in whole minutes; null where none was answered. */
  median: number | null;
  /** Whole percent answered in time, of those answered or over their time; null where there is none. */
  inTime: number | null;
  unanswered: number;
}

/** The figures of some leads; in time is within `limit` working minutes. */
export function responseFigures(answers: readonly LeadAnswer[], limit: number): ResponseFigures {
  const minutes = answers.flatMap((answer) => (answer.minutes === null ? [] : [answer.minutes]));
  const over = answers.filter((answer) => answer.isOver).length;
  const middle = median(minutes);
  return {
    leads: answers.length,
    median: middle === null ? null : Math.round(middle),
    inTime: percentOf(minutes.filter((taken) => taken <= limit).length, minutes.length + over),
    unanswered: answers.length - minutes.length,
  };
}

/** The figures of each group, the one with most leads first, equals by their key. */
export function responsesBy(
  answers: readonly LeadAnswer[],
  keyOf: (answer: LeadAnswer) => string,
  limit: number,
): (ResponseFigures & { key: string })[] {
  const groups = new Map<string, LeadAnswer[]>();
  for (const answer of answers) groups.set(keyOf(answer), [...(groups.get(keyOf(answer)) ?? []), answer]);
  return [...groups]
    .map(([key, group]) => ({ key, ...responseFigures(group, limit) }))
    .sort((a, b) => b.leads - a.leads || (a.key < b.key ? -1 : 1));
}
