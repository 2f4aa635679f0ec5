import { median, percentOf } from '../figures/percentages.js';

/** How one lead was answered. */
export interface LeadAnswer {
  /** Its owner; '' for none. */
  personId: string;
  /** Key of a source of the process file; '' if none. */
  source: string;
  /** Working minutes from assignment to the first follow-up; null while there is none. */
  minutes: number | null;
  /** Unanswered past the deadline. */
  isOver: boolean;
}

/** How fast a group of leads was answered. */
export interface ResponseFigures {
  leads: number;
  /** Median working minutes to the first follow-up, rounded; null if none was answered. */
  median: number | null;
  /** Percent answered on time, of those answered or past the deadline; null if there is none. */
  inTime: number | null;
  unanswered: number;
}

/** Computes the figures of some leads; on time is within `limit` working minutes. */
export function responseFigures(answers: readonly LeadAnswer[], limit: number): ResponseFigures {
  const minutes = answers.flatMap((answer) => (answer.minutes === null ? [] : [answer.minutes]));
  const overdue = answers.filter((answer) => answer.isOver).length;
  const medianMinutes = median(minutes);
  return {
    leads: answers.length,
    median: medianMinutes === null ? null : Math.round(medianMinutes),
    inTime: percentOf(minutes.filter((taken) => taken <= limit).length, minutes.length + overdue),
    unanswered: answers.length - minutes.length,
  };
}

/** Computes the figures of each group, largest group first, ties by key. */
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
